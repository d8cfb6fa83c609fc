package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.copies.CopiedAbsoluteLoss;
import com.example.copies.CopiedHuberLoss;
import com.example.copies.CopiedLogisticLoss;
import com.example.copies.CopiedPoissonLoss;
import com.example.copies.CopiedQuantileLoss;
import com.example.copies.CopiedSoftmaxLoss;
import com.example.copies.CopiedSquaredLoss;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** There is no private door: a user's own copy of a built-in loss gives the same model, bit for bit. */
class LinearTwinTest {

    private static final Dataset NUMBERS = Sets.random(1, 300, 6);

    static Stream<Arguments> twins() {
        return Stream.of(
                Arguments.of(new SquaredLoss(), new CopiedSquaredLoss(), NUMBERS),
                Arguments.of(new HuberLoss(0.7), new CopiedHuberLoss(0.7), NUMBERS),
                Arguments.of(new PoissonLoss(), new CopiedPoissonLoss(), NUMBERS),
                Arguments.of(new LogisticLoss(), new CopiedLogisticLoss(), Sets.irisPair()),
                Arguments.of(new SoftmaxLoss(3), new CopiedSoftmaxLoss(3), Sets.iris()));
    }

    static Stream<Arguments> kinkedTwins() {
        return Stream.of(
                Arguments.of(new QuantileLoss(0.3), new CopiedQuantileLoss(0.3), NUMBERS),
                Arguments.of(new AbsoluteLoss(), new CopiedAbsoluteLoss(), NUMBERS));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource({"twins", "kinkedTwins"})
    void copiesGiveTheSameBitsByTheChosenOptimizer(Loss builtIn, Loss copy, Dataset data) {
        assertTwins(LinearModel.with(builtIn), LinearModel.with(copy), data);
        assertTwins(
                LinearModel.with(builtIn).penalty(L2Penalty.of(0.1)),
                LinearModel.with(copy).penalty(L2Penalty.of(0.1)),
                data);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @MethodSource("twins")
    void copiesGiveTheSameBitsByOtherOptimizers(Loss builtIn, Loss copy, Dataset data) {
        assertTwins(
                LinearModel.with(builtIn).penalty(L2Penalty.of(0.01)).optimizer(Lbfgs.defaults()),
                LinearModel.with(copy).penalty(L2Penalty.of(0.01)).optimizer(Lbfgs.defaults()),
                data);
        assertTwins(
                LinearModel.with(builtIn).penalty(L1Penalty.of(0.05)).maxIterations(100),
                LinearModel.with(copy).penalty(L1Penalty.of(0.05)).maxIterations(100),
                data);
    }

    private static void assertTwins(LinearSpec builtIn, LinearSpec copy, Dataset data) {
        LinearModel first = builtIn.fit(data);
        LinearModel second = copy.fit(data);

        assertThat(Arrays.deepEquals(second.coefficients(), first.coefficients()))
                .as("coefficients of %s and its copy", builtIn.loss().name())
                .isTrue();
        assertThat(second.intercepts()).isEqualTo(first.intercepts());
        assertThat(second.trace().size()).isEqualTo(first.trace().size());
        assertThat(second.predictions(data)).isDeepEqualTo(first.predictions(data));
    }
}
