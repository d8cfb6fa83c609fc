package dev.limpid.core.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.margin.ExponentialLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DualLoopsTest {

    /** A user's softplus. */
    private static final class Written implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            return f.softplus().minus(f.times(y));
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

    /** Newton from the right of its root would run to and fro without a bracket. */
    private static final class Root implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            return f.minus(y).square().plus(1).sqrt();
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

    static Stream<ScalarLoss> losses() {
        return Stream.of(
                new LogisticLoss(),
                new Written(),
                new Root(),
                new SquaredLoss(),
                new SquaredHingeLoss(),
                new ExponentialLoss(),
                new HingeLoss(),
                new HuberLoss(1),
                new AbsoluteLoss());
    }

    /** What (3) leaves of r, in units of the first r, with room for rounding. */
    private static final double ENOUGH = 1.1e-4;

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void aStepGoesToTheProxOfTheLoss(ScalarLoss loss) {
        DualKernel kernel = Kernels.dual(loss);
        SplittableRandom random = new SplittableRandom(1);
        double[] out = new double[3];
        for (int k = 0; k < 2000; k++) {
            double y = random.nextInt(2);
            double f = 4 * random.nextGaussian();
            double q = Math.exp(4 * random.nextGaussian());
            double a = loss.gradient(y, random.nextGaussian());
            double z = f + q * a;

            kernel.step(y, f, a, q, out);

            double x = loss.prox(y, z, q);
            double slope = (z - x) / q;
            double violation = Math.abs(f - z + q * loss.gradient(y, f)) / q;
            assertThat(out[0]).isCloseTo(slope, within(ENOUGH * violation + 1e-9 * (1 + Math.abs(z) / q)));
            assertThat(out[2]).isEqualTo(loss.value(y, f));
        }
    }

    /** At z = 2000 the slope of exp(f) is infinite; the prox, the root of x − z + q·eˣ, is not. */
    @Test
    void aSlopeThatOverflowsIsWalkedAwayFrom() {
        double[] out = new double[3];
        Kernels.dual(new ExponentialLoss()).step(0, -20, 2020, 1, out);

        double x = Math.log(out[0]);
        assertThat(x + Math.exp(x)).isCloseTo(2000, within(ENOUGH * 2020));
        double prox = new ExponentialLoss().prox(0, 2000, 1);
        assertThat(prox + Math.exp(prox)).isCloseTo(2000, within(1e-9));
    }

    /** ℓ*(a) = sup a·t − ℓ(t), whichever a the step ended at. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void theConjugateIsThatOfTheSlope(ScalarLoss loss) {
        DualKernel kernel = Kernels.dual(loss);
        SplittableRandom random = new SplittableRandom(2);
        double[] out = new double[3];
        for (int k = 0; k < 300; k++) {
            double y = random.nextInt(2);
            kernel.step(y, 3 * random.nextGaussian(), loss.gradient(y, 0), Math.exp(2 * random.nextGaussian()), out);
            double sup = Double.NEGATIVE_INFINITY;
            for (double t = -12; t <= 12; t += 1 / 64.0) {
                sup = Math.max(sup, out[0] * t - loss.value(y, t));
            }
            assertThat(out[1]).isGreaterThanOrEqualTo(sup - 1e-12 * (1 + Math.abs(sup)));
            assertThat(out[1]).isLessThanOrEqualTo(sup + Math.abs(out[0]) / 4 + 0.05);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void sharedCodeGivesTheSameBits(ScalarLoss loss) {
        SplittableRandom random = new SplittableRandom(3);
        double[] own = new double[3];
        double[] shared = new double[3];
        for (int k = 0; k < 200; k++) {
            double f = random.nextGaussian();
            double q = Math.exp(random.nextGaussian());
            Kernels.dual(loss).step(k % 2, f, 0, q, own);
            new DualLoops(loss).step(k % 2, f, 0, q, shared);
            assertThat(own).isEqualTo(shared);
        }
    }

    @Test
    void aRowWithoutCellsTakesTheSlopeAtItsScore() {
        double[] out = new double[3];
        for (ScalarLoss loss : List.of(new LogisticLoss(), new HingeLoss())) {
            Kernels.dual(loss).step(1, 0.25, 0.9, 0, out);

            double a = loss.gradient(1, 0.25);
            assertThat(out).containsExactly(a, a * 0.25 - loss.value(1, 0.25), loss.value(1, 0.25));
        }
    }
}
