package dev.limpid.algorithms.boosting;

import com.example.copies.CopiedAbsoluteLoss;
import com.example.copies.CopiedHuberLoss;
import com.example.copies.CopiedLogisticLoss;
import com.example.copies.CopiedPoissonLoss;
import com.example.copies.CopiedQuantileLoss;
import com.example.copies.CopiedSoftmaxLoss;
import com.example.copies.CopiedSquaredLoss;
import dev.limpid.core.criterion.GradientCriterion;
import dev.limpid.core.criterion.NewtonCriterion;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's own copy of a built-in part, written in another package, gives the same model to the last bit. */
class BoostingTwinTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void copyOfALossGivesTheSameModel(Loss builtIn, Loss copy, Dataset data) {
        Toys.assertSame(fit(copy, data), fit(builtIn, data));
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(new SquaredLoss(), new CopiedSquaredLoss(), Toys.numbers(600, 1)),
                Arguments.of(new HuberLoss(0.4), new CopiedHuberLoss(0.4), Toys.numbers(600, 2)),
                Arguments.of(new AbsoluteLoss(), new CopiedAbsoluteLoss(), Toys.numbers(600, 3)),
                Arguments.of(new QuantileLoss(0.8), new CopiedQuantileLoss(0.8), Toys.numbers(600, 4)),
                Arguments.of(new LogisticLoss(), new CopiedLogisticLoss(), Toys.classes(600, 5)),
                Arguments.of(new PoissonLoss(), new CopiedPoissonLoss(), Toys.counts(600, 6)),
                Arguments.of(new SoftmaxLoss(3), new CopiedSoftmaxLoss(3), Toys.threeClasses(600, 7)));
    }

    @Test
    void copyOfTheCriterionGivesTheSameModel() {
        Dataset data = Toys.classes(600, 8);
        BoostingSpec spec = GradientBoosting.with(new LogisticLoss()).rounds(20);

        Toys.assertSame(
                spec.criterion(new CopiedCriterion(0.7)).fit(data),
                spec.criterion(new NewtonCriterion(0.7)).fit(data));
    }

    private record CopiedCriterion(double ridge) implements GradientCriterion {
        @Override
        public double score(double[] s, int at) {
            double h = s[at + H] > 0 ? s[at + H] : s[at + W];
            return 0.5 * s[at + G] * s[at + G] / (h + ridge);
        }

        @Override
        public double leaf(double[] s, int at) {
            double h = s[at + H] > 0 ? s[at + H] : s[at + W];
            return -s[at + G] / (h + ridge);
        }
    }

    private static GradientBoosting fit(Loss loss, Dataset data) {
        return GradientBoosting.with(loss).rounds(20).fit(data);
    }
}
