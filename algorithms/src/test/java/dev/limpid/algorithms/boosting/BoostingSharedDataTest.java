package dev.limpid.algorithms.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.example.copies.CopiedHuberLoss;
import com.example.copies.CopiedLogisticLoss;
import dev.limpid.algorithms.SharedData;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.sampler.SubsampleSampler;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws of boosting on real data, with missing and categorical cells; skipped where the data aren't there. */
class BoostingSharedDataTest {

    enum Real {
        ADULT,
        BREAST_CANCER,
        CALIFORNIA_HOUSING;

        private Loss loss() {
            return this == CALIFORNIA_HOUSING ? new HuberLoss(20_000) : new LogisticLoss();
        }

        private Loss copy() {
            return this == CALIFORNIA_HOUSING ? new CopiedHuberLoss(20_000) : new CopiedLogisticLoss();
        }

        Dataset data() {
            Dataset all = switch (this) {
                case ADULT -> SharedData.adult();
                case BREAST_CANCER -> SharedData.breastCancer();
                case CALIFORNIA_HOUSING -> SharedData.californiaHousing();
            };
            int every = Math.max(1, all.size() / 2000);
            return all.select(
                    IntStream.range(0, all.size() / every).map(i -> i * every).toArray());
        }

        BoostingSpec spec() {
            return GradientBoosting.with(loss()).rounds(15);
        }
    }

    @ParameterizedTest
    @EnumSource
    void copyOfTheLossGivesTheSameModel(Real real) {
        Dataset data = real.data();
        Toys.assertSame(
                GradientBoosting.with(real.copy()).rounds(15).fit(data),
                real.spec().fit(data));
    }

    @ParameterizedTest
    @EnumSource
    void numberOfThreadsDoesNotMatter(Real real) {
        Dataset data = real.data();
        BoostingSpec spec = real.spec().sampler(new SubsampleSampler(0.7));
        Toys.assertSame(spec.threads(2).fit(data), spec.threads(1).fit(data));
    }

    @ParameterizedTest
    @EnumSource
    void weightsEqualRepeatedRows(Real real) {
        Dataset weighted = Toys.weighted(real.data(), 5);
        Toys.assertSameSplits(real.spec().fit(weighted), real.spec().fit(Toys.repeated(weighted)));
    }

    @ParameterizedTest
    @EnumSource
    void contributionsAddUpToEachScore(Real real) {
        Dataset data = real.data();
        GradientBoosting model = real.spec().fit(data);
        double[] scores = model.scores(data)[0];
        for (int i = 0; i < data.size(); i++) {
            Explanation score = model.explain(data.row(i), 0);
            double size = score.parts().stream()
                    .mapToDouble(part -> Math.abs(part.value()))
                    .sum();
            double tolerance = 4 * score.parts().size() * Math.ulp(1.0) * size;
            assertThat(score.value()).isEqualTo(scores[i]);
            assertThat(score.recompute()).isCloseTo(scores[i], within(tolerance));
        }
    }

    /** The bounds leave 2 % of the log loss and five standard errors of the accuracy to what was measured when they were set. */
    @Test
    void incomesArePredictedAsWellAsByOthers() {
        Dataset test = SharedData.adultTest();
        GradientBoosting model = GradientBoosting.with(new LogisticLoss()).fit(SharedData.adult());
        double[] p = model.predict(test);
        double loss = 0;
        int right = 0;
        for (int i = 0; i < p.length; i++) {
            double y = test.targets().get(0).at(i);
            loss -= y == 1 ? Math.log(p[i]) : Math.log1p(-p[i]);
            right += (p[i] > 0.5) == (y == 1) ? 1 : 0;
        }
        assertThat(loss / p.length).isLessThan(0.285);
        assertThat((double) right / p.length).isGreaterThan(0.868);
    }

    /** A mean of the training targets would be off by 115,000. */
    @Test
    void houseValuesArePredicted() {
        Dataset all = SharedData.californiaHousing();
        int[] rows = IntStream.range(0, all.size()).toArray();
        Dataset train = all.select(IntStream.of(rows).filter(i -> i % 5 != 0).toArray());
        Dataset test = all.select(IntStream.of(rows).filter(i -> i % 5 == 0).toArray());
        GradientBoosting model = GradientBoosting.with(new SquaredLoss()).fit(train);
        double[] predicted = model.predict(test);
        double squares = 0;
        for (int i = 0; i < predicted.length; i++) {
            double r = predicted[i] - test.targets().get(0).at(i);
            squares += r * r;
        }
        assertThat(Math.sqrt(squares / predicted.length)).isLessThan(52_000);
    }
}
