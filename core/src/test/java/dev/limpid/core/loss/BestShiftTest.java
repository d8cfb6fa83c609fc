package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Values;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BestShiftTest {

    private static final long SEED = 7;

    /** The default search, which built-in losses replace where they know a closed form. */
    private static double searched(ScalarLoss loss, Sample sample) {
        return BestShift.of(loss, sample);
    }

    private static Sample sample(ScalarLoss loss, int n, boolean sameScores) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] y = new double[n];
        double[] f = new double[n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = loss.domain().draw(random);
            f[i] = sameScores ? 0.25 : random.nextGaussian();
            w[i] = 0.5 + random.nextDouble();
        }
        return Sample.of(y, f, w);
    }

    private static double total(ScalarLoss loss, Sample sample, double c) {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            sum += sample.w(i) * loss.value(sample.y(i), sample.f(i) + c);
        }
        return sum;
    }

    static Stream<ScalarLoss> losses() {
        return Stream.of(
                new SquaredLoss(),
                new AbsoluteLoss(),
                new HuberLoss(0.7),
                new QuantileLoss(0.8),
                new PoissonLoss(),
                new LogisticLoss(),
                Formulas.PSEUDO_HUBER,
                Formulas.CAUCHY,
                Formulas.TUKEY,
                Formulas.EXPONENTIAL,
                Formulas.SQUARED_HINGE,
                Formulas.STOCKOUT);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void beatsEveryShiftOfAGrid(ScalarLoss loss) {
        for (boolean sameScores : new boolean[] {true, false}) {
            Sample sample = sample(loss, 137, sameScores);

            for (double best : new double[] {loss.bestShift(sample), searched(loss, sample)}) {
                double least = total(loss, sample, best);
                double rounding = 4 * sample.size() * Math.ulp(least);
                for (double c = -6; c <= 6; c += 0.01) {
                    assertThat(total(loss, sample, c))
                            .as("shift %s against %s", c, best)
                            .isGreaterThanOrEqualTo(least - rounding);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void takesWeightTwoForTheRowTwice(ScalarLoss loss) {
        Sample single = sample(loss, 41, false);
        double[] y = twice(single.targets().get(0));
        double[] f = twice(single.scores().get(0));
        Sample repeated = Sample.of(y, f, Values.constant(1, 82).toArray());
        Sample weighted = new Sample(single.targets(), single.scores(), Values.constant(2, 41));

        assertThat(loss.bestShift(weighted)).isCloseTo(loss.bestShift(repeated), within(1e-12));
        assertThat(searched(loss, weighted)).isCloseTo(searched(loss, repeated), within(1e-12));
    }

    private static double[] twice(Values column) {
        return Arrays.stream(column.toArray())
                .flatMap(x -> Arrays.stream(new double[] {x, x}))
                .toArray();
    }

    @Test
    void agreesWithTheClosedForms() {
        for (ScalarLoss loss :
                List.of(new SquaredLoss(), new PoissonLoss(), new QuantileLoss(0.3), new AbsoluteLoss())) {
            Sample sample = sample(loss, 101, false);
            assertThat(searched(loss, sample)).as(loss.name()).isCloseTo(loss.bestShift(sample), within(1e-13));
        }
        Sample constant = sample(new LogisticLoss(), 101, true);
        assertThat(searched(new LogisticLoss(), constant))
                .isCloseTo(new LogisticLoss().bestShift(constant), within(1e-14));
    }

    @Test
    void landsOnTheOrderStatisticOfAKinkedLoss() {
        FormulaLoss pinball = Formulas.PINBALL;
        Sample sample = sample(pinball, 101, true);
        double[] residuals = new double[101];
        Arrays.setAll(residuals, i -> sample.y(i) - sample.f(i));

        double c = searched(pinball, sample);

        assertThat(residuals).contains(c);
        assertThat(c).isEqualTo(new QuantileLoss(0.8).bestShift(sample));
    }

    @Test
    void findsTheLowestOfSeveralMinima() {
        // Two clusters; Tukey's loss forgets one of them. The heavier, at 50, is the better place, far from the start.
        Sample sample =
                Sample.of(new double[] {0, 0.1, -0.1, 50, 50.1, 49.9}, new double[6], new double[] {1, 1, 1, 2, 2, 2});

        assertThat(Formulas.TUKEY.bestShift(sample)).isCloseTo(50, within(1e-12));
    }

    @Test
    void refusesOneClassOnly() {
        Sample ones = Sample.of(new double[] {1, 1, 1}, new double[3], new double[] {1, 2, 1});
        Sample zeros = Sample.of(new double[] {0, 0}, new double[2], new double[] {1, 2});

        assertThatThrownBy(() -> new LogisticLoss().bestShift(ones))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bestShift of LogisticLoss must have a finite minimiser, but the loss falls without end:"
                        + " the targets hold one class only, 1; give rows of both classes");
        assertThatThrownBy(() -> new LogisticLoss().bestShift(zeros))
                .hasMessage("bestShift of LogisticLoss must have a finite minimiser, but the loss falls without end:"
                        + " the targets hold one class only, 0; give rows of both classes");
        assertThatThrownBy(() -> BestShift.of(new LogisticLoss(), ones))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "bestShift of LogisticLoss must have a finite minimiser, but the loss still falls at"
                                + " shift [0-9.]+: the targets hold one class only; give rows of every class");
    }

    @Test
    void refusesCountsThatAreAllZero() {
        Sample zeros = Sample.of(new double[] {0, 0}, new double[2], new double[] {1, 2});

        assertThatThrownBy(() -> new PoissonLoss().bestShift(zeros))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "bestShift of PoissonLoss must have a finite minimiser, but the loss falls without end towards"
                                + " -Infinity: all targets are 0; give at least one row with a target > 0");
        assertThatThrownBy(() -> BestShift.of(new PoissonLoss(), zeros))
                .hasMessageMatching("bestShift of PoissonLoss must have a finite minimiser, but the loss still falls at"
                        + " shift -[0-9.]+: all targets are 0.0");
    }

    @Test
    void refusesALossThatFallsForever() {
        FormulaLoss falling = (y, f) -> f.negate();
        Sample sample = Sample.of(new double[] {1, 2}, new double[2], new double[] {1, 1});

        assertThatThrownBy(() -> falling.bestShift(sample))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "bestShift of user-defined FormulaLoss must have a finite minimiser, but the loss still"
                                + " falls at shift [0-9.E]+: it has no minimum over these targets");
    }

    @Test
    void refusesAnEmptySampleAndNaN() {
        Sample empty = Sample.of(new double[0], new double[0], new double[0]);
        FormulaLoss broken = (y, f) -> f.minus(y).sqrt();
        Sample sample = Sample.of(new double[] {3}, new double[1], new double[] {1});

        assertThatThrownBy(() -> new HuberLoss(1).bestShift(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample must have at least one row for bestShift of HuberLoss, but was empty");
        assertThatThrownBy(() -> broken.bestShift(sample))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "gradient of user-defined FormulaLoss must be a number, but was NaN at shift 0.0; check targets"
                                + " and scores, or write the loss so that it can't overflow");
    }

    @Test
    void findsTheBestShiftOfSoftmaxWithoutItsClosedForm() {
        SplittableRandom random = new SplittableRandom(SEED);
        int n = 200;
        double[][] f = new double[3][n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = random.nextInt(3);
            for (double[] column : f) {
                column[i] = random.nextGaussian();
            }
        }
        Sample sample = new Sample(
                List.of(Values.of(y)), Arrays.stream(f).map(Values::of).toList(), Values.constant(1.5, n));
        SoftmaxLoss loss = new SoftmaxLoss(3);
        double[] c = new double[3];

        loss.bestShift(sample, c);

        double[] slope = new double[3];
        ShiftedSum sum = new ShiftedSum(loss, sample);
        sum.gradient(c, slope);
        for (int k = 0; k < 3; k++) {
            // each of the 200 summands has a score that was rounded once more: a few units of its own size
            assertThat(Math.abs(slope[k])).isLessThan(4 * sum.floor(k));
        }
    }

    @Test
    void usesTheClosedFormOfSoftmaxForEqualScores() {
        Sample sample = new Sample(
                List.of(Values.of(0, 1, 2, 2)),
                List.of(Values.constant(0, 4), Values.constant(0, 4), Values.constant(1, 4)),
                Values.of(1, 1, 1, 1));
        double[] c = new double[3];

        new SoftmaxLoss(3).bestShift(sample, c);

        assertThat(c).containsExactly(Math.log(0.25), Math.log(0.25), Math.log(0.5) - 1);
    }

    @Test
    void refusesAClassWithoutRows() {
        Sample sample = new Sample(
                List.of(Values.of(0, 2)),
                List.of(Values.constant(0, 2), Values.constant(0, 2), Values.constant(0, 2)),
                Values.of(1, 1));

        assertThatThrownBy(() -> new SoftmaxLoss(3).bestShift(sample, new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "bestShift of SoftmaxLoss must have a finite minimiser, but the loss falls without end: no row"
                                + " is of class 1; give rows of all 3 classes or drop this one");
        assertThatThrownBy(() -> BestShifts.of(new SoftmaxLoss(3), sample, new double[3]))
                .hasMessageMatching("bestShift of SoftmaxLoss must have a finite minimiser, but the loss still falls at"
                        + " shift -[0-9.]+: it has no minimum over these targets");
    }

    @Test
    void minimisesALossWithOneKinkForEachScore() {
        Sample sample = new Sample(
                List.of(Values.of(1, 2, 3, 4, 5)),
                List.of(Values.constant(0, 5), Values.constant(0, 5)),
                Values.constant(1, 5));
        double[] c = new double[2];

        new TwoQuantiles().bestShift(sample, c);

        assertThat(c[0]).isCloseTo(1, within(1e-14));
        assertThat(c[1]).isCloseTo(5, within(1e-14));
    }

    /** The quantiles of level 0.1 and 0.9, one for each score. */
    private static final class TwoQuantiles implements VectorLoss {
        private static final QuantileLoss LOW = new QuantileLoss(0.1);
        private static final QuantileLoss HIGH = new QuantileLoss(0.9);

        @Override
        public int scores() {
            return 2;
        }

        @Override
        public boolean smooth() {
            return false;
        }

        @Override
        public double value(double[] y, double[] f) {
            return LOW.value(y[0], f[0]) + HIGH.value(y[0], f[1]);
        }

        @Override
        public void gradient(double[] y, double[] f, double[] out) {
            out[0] = LOW.gradient(y[0], f[0]);
            out[1] = HIGH.gradient(y[0], f[1]);
        }
    }

    /** Poisson without the closed form of its best shift. */
    private static final FormulaLoss COUNTS = (y, f) -> f.exp().minus(f.times(y));

    @Test
    void aSlopeThatOverflowsIsNotTakenForRounding() {
        Sample sample =
                Sample.of(new double[] {1e6}, new double[1], new double[] {1}); // first step: to 10⁶, where eᶠ is ∞

        assertThat(COUNTS.bestShift(sample)).isCloseTo(Math.log(1e6), within(1e-12));
    }
}
