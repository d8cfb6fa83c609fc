package dev.limpid.algorithms.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.penalty.L1Penalty;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a path explains is 1 − D/D₀, with deviances as P. McCullagh, J. A. Nelder (1989): Generalized Linear Models, section 2.3, has them. */
class DevianceRatioTest {

    private static final int ROWS = 60;

    private static final double[] OFFSETS =
            IntStream.range(0, ROWS).mapToDouble(i -> 0.2 * (i % 4)).toArray();

    private static Dataset data(double... y) {
        return Dataset.of(PathSets.cells(ROWS, 20), y);
    }

    private static double[] shaped(DoubleUnaryOperator shape) {
        return Arrays.stream(PathSets.target(PathSets.cells(ROWS, 20)))
                .map(shape)
                .toArray();
    }

    /** Unit deviances of target and mean, written down here; the first strength leaves the intercept alone. */
    private static void assertRatios(Loss loss, Dataset data, DoubleBinaryOperator unit) {
        RegularizationPath path = PathSpec.of(
                        LinearModel.with(loss).optimizer(new CoordinateDescent(1e-12)), L1Penalty::of)
                .points(6)
                .ratio(0.05)
                .fit(data);
        double nothing = deviance(path.model(0), data, unit);
        for (int k = 0; k < path.size(); k++) {
            double ratio = 1 - deviance(path.model(k), data, unit) / nothing;
            assertThat(path.point(k).explained()).isCloseTo(ratio, within(1e-11));
        }
        assertThat(path.point(0).explained()).isCloseTo(0, within(1e-11));
        assertThat(path.point(5).explained()).isBetween(0.1, 1.0);
    }

    private static double deviance(LinearModel model, Dataset data, DoubleBinaryOperator unit) {
        double[] f = model.scores(data)[0];
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            sum += data.weights().at(i)
                    * unit.applyAsDouble(data.targets().get(0).at(i), f[i]);
        }
        return sum;
    }

    private static double poisson(double y, double f) {
        return 2 * ((y > 0 ? y * Math.log(y / Math.exp(f)) : 0) - y + Math.exp(f));
    }

    @Test
    void countsWithOffsetsAndWeights() {
        Dataset counts = data(shaped(v -> Math.max(0, Math.rint(2 * v))));
        assertRatios(new PoissonLoss(), counts, DevianceRatioTest::poisson);
        double[] weights = IntStream.range(0, ROWS).mapToDouble(i -> 1 + i % 2).toArray();
        assertRatios(new PoissonLoss(), counts.withOffsets(OFFSETS).withWeights(weights), DevianceRatioTest::poisson);
    }

    @Test
    void amounts() {
        assertRatios(
                new GammaLoss(),
                data(shaped(v -> Math.exp(0.3 * v))),
                (y, f) -> 2 * (y / Math.exp(f) - 1 - Math.log(y) + f));
    }

    @Test
    void squares() {
        assertRatios(new SquaredLoss(), data(shaped(v -> v + 1e3)), (y, f) -> (y - f) * (y - f));
    }

    /** Shares keep an entropy however good the scores are. */
    @Test
    void shares() {
        assertRatios(
                new LogisticLoss(),
                data(shaped(v -> 1 / (1 + Math.exp(-v)))),
                (y, f) -> 2 * (Math.log1p(Math.exp(f)) - y * f + y * Math.log(y) + (1 - y) * Math.log(1 - y)));
    }

    /** A count's loss of one's own: nothing is known of its best, and so its share of the loss is what is left. */
    @Test
    void aSubclassHasTheShareOfItsLoss() {
        Loss own = new PoissonLoss() {};
        RegularizationPath path = PathSpec.of(LinearModel.with(own), L1Penalty::of)
                .points(3)
                .fit(data(shaped(v -> Math.max(0, Math.rint(v + 2)))));

        assertThat(path.point(2).explained())
                .isCloseTo(1 - path.point(2).loss() / path.point(0).loss(), within(1e-12));
    }
}
