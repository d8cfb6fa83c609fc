package dev.limpid.core.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.loss.MarginLoss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelsTest {

    /** A loss that holds another one. */
    private record Times(ScalarLoss inner, double factor) implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return factor * inner.value(y, f);
        }

        @Override
        public double gradient(double y, double f) {
            return factor * inner.gradient(y, f);
        }

        @Override
        public double curvature(double y, double f) {
            return factor * inner.curvature(y, f);
        }
    }

    /** A loss whose {@code equals}, inherited, doesn't see what it adds. */
    private static final class Sloppy extends HuberLoss {
        private final DoubleUnaryOperator change;

        Sloppy(DoubleUnaryOperator change) {
            super(1);
            this.change = change;
        }

        @Override
        public double value(double y, double f) {
            return change.applyAsDouble(super.value(y, f));
        }
    }

    private record TimesVector(VectorLoss inner, double factor) implements VectorLoss {
        @Override
        public int scores() {
            return inner.scores();
        }

        @Override
        public int classes() {
            return inner.classes();
        }

        @Override
        public double value(double[] y, double[] f) {
            return factor * inner.value(y, f);
        }

        @Override
        public void gradient(double[] y, double[] f, double[] out) {
            inner.gradient(y, f, out);
            for (int k = 0; k < out.length; k++) {
                out[k] *= factor;
            }
        }
    }

    static Stream<Loss> losses() {
        FormulaLoss lambda = (y, f) -> f.minus(y).square().times(0.5);
        MarginLoss margin = m -> m.negate().softplus();
        return Stream.of(
                new SquaredLoss(),
                new AbsoluteLoss(),
                new HuberLoss(0.5),
                new HuberLoss(2),
                new QuantileLoss(0.8),
                new PoissonLoss(),
                new LogisticLoss(),
                lambda,
                margin,
                capturing(new HuberLoss(1)),
                new Times(new HuberLoss(1), 3),
                new Times(new LogisticLoss(), 3),
                new Sloppy(x -> 2 * x),
                new SoftmaxLoss(3),
                new SoftmaxLoss(2),
                new TimesVector(new SoftmaxLoss(2), 0.5));
    }

    private static FormulaLoss capturing(ScalarLoss inner) {
        return (y, f) -> {
            Jet at = inner.at(y, f.value());
            return new Jet(at.value(), at.first(), at.second());
        };
    }

    /** A tile of n rows with its results. */
    private static final class Tile {
        final int n;
        final double[][] y;
        final double[][] f;
        final double[] w;

        Tile(Loss loss, int n, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            this.n = n;
            y = new double[1][n + 3];
            f = new double[loss.scores()][n + 3];
            w = new double[n + 3];
            for (int i = 0; i < n; i++) {
                y[0][i] = loss.domain().draw(random);
                w[i] = random.nextDouble();
                for (double[] column : f) {
                    column[i] = 3 * random.nextGaussian();
                }
            }
        }

        double[][] like() {
            double[][] out = new double[f.length][n + 3];
            for (double[] column : out) {
                java.util.Arrays.fill(column, -7);
            }
            return out;
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void copiesAndSharedLoopsGiveTheSameBits(Loss loss) {
        LossKernel cloned = Kernels.cloned(loss);
        LossKernel shared = Kernels.shared(loss);
        assertThat(cloned.getClass()).isNotEqualTo(shared.getClass());
        assertThat(cloned.getClass().isHidden()).isTrue();
        for (int n : new int[] {0, 1, 7, 512}) {
            Tile tile = new Tile(loss, n, n);
            double[][][] a = {tile.like(), tile.like(), tile.like(), tile.like()};
            double[][][] b = {tile.like(), tile.like(), tile.like(), tile.like()};

            assertThat(run(cloned, tile, a)).isEqualTo(run(shared, tile, b));
            assertThat(a).isDeepEqualTo(b);
        }
    }

    private static double[] run(LossKernel kernel, Tile t, double[][][] out) {
        kernel.gradient(t.n, t.y, t.f, t.w, out[0]);
        return new double[] {
            kernel.value(t.n, t.y, t.f, t.w),
            kernel.valueAndGradient(t.n, t.y, t.f, t.w, out[1]),
            kernel.quadratic(t.n, t.y, t.f, t.w, out[2], out[3])
        };
    }

    @ParameterizedTest
    @MethodSource("losses")
    void computesWhatTheLossSaysRowByRow(Loss loss) {
        Tile tile = new Tile(loss, 33, 5);
        double[][][] out = {tile.like(), tile.like(), tile.like(), tile.like()};

        double[] sums = run(LossKernel.of(loss), tile, out);

        double sum = 0;
        double[] g = new double[loss.scores()];
        double[] h = new double[loss.scores()];
        double[] f = new double[loss.scores()];
        for (int i = 0; i < tile.n; i++) {
            double y = tile.y[0][i];
            for (int k = 0; k < f.length; k++) {
                f[k] = tile.f[k][i];
            }
            if (loss instanceof ScalarLoss scalar) {
                sum += tile.w[i] * scalar.value(y, f[0]);
                g[0] = scalar.gradient(y, f[0]);
                h[0] = scalar.curvature(y, f[0]);
            } else if (loss instanceof VectorLoss vector) {
                sum += tile.w[i] * vector.value(new double[] {y}, f);
                vector.gradient(new double[] {y}, f, g);
                vector.curvature(new double[] {y}, f, h);
            }
            for (int k = 0; k < f.length; k++) {
                assertThat(out[0][k][i]).isEqualTo(tile.w[i] * g[k]);
                assertThat(out[1][k][i]).isEqualTo(tile.w[i] * g[k]);
                assertThat(out[2][k][i]).isEqualTo(tile.w[i] * g[k]);
                assertThat(out[3][k][i]).isEqualTo(tile.w[i] * h[k]);
                assertThat(out[0][k][tile.n]).isEqualTo(-7); // nothing is written behind the last row
            }
        }
        assertThat(sums[0]).isEqualTo(sum);
        if (!(loss instanceof Sloppy)) { // whose at(y, f) is inherited and does not know of the change
            assertThat(sums).containsOnly(sum);
        }
    }

    @Test
    void copiesOnceForAClass() {
        assertThat(Kernels.cloned(new HuberLoss(1)).getClass())
                .isSameAs(Kernels.cloned(new HuberLoss(2)).getClass());
        assertThat(Kernels.cloned(new HuberLoss(1)).getClass())
                .isNotSameAs(Kernels.cloned(new SquaredLoss()).getClass());
    }

    @Test
    void copiesOnceForEachRecordThatHoldsALoss() {
        LossKernel first = Kernels.cloned(new Times(new HuberLoss(1), 3));

        assertThat(Kernels.cloned(new Times(new HuberLoss(1), 3))).isSameAs(first);
        assertThat(Kernels.cloned(new Times(new HuberLoss(2), 3)).getClass()).isNotSameAs(first.getClass());
        assertThat(Kernels.cloned(new Times(new HuberLoss(1), 4)).getClass()).isNotSameAs(first.getClass());
    }

    @Test
    void doesNotBelieveAnInheritedEquals() {
        Times two = new Times(new Sloppy(x -> 2 * x), 1);
        Times three = new Times(new Sloppy(x -> 3 * x), 1);
        assertThat(two).isEqualTo(three); // and yet they are different losses
        Tile tile = new Tile(two, 5, 1);

        double ofTwo = Kernels.cloned(two).value(5, tile.y, tile.f, tile.w);
        double ofThree = Kernels.cloned(three).value(5, tile.y, tile.f, tile.w);

        assertThat(ofTwo).isEqualTo(Kernels.shared(two).value(5, tile.y, tile.f, tile.w));
        assertThat(ofThree).isEqualTo(Kernels.shared(three).value(5, tile.y, tile.f, tile.w));
        assertThat(ofThree).isNotEqualTo(ofTwo);
    }

    @Test
    void keepsALimitedNumberOfCopies() {
        LossKernel first = Kernels.cloned(new Times(new HuberLoss(1), -1));
        for (int i = 0; i < Clones.KEPT; i++) {
            assertThat(Kernels.cloned(new Times(new HuberLoss(1), 100 + i))).isNotSameAs(first);
        }

        assertThat(Kernels.cloned(new Times(new HuberLoss(1), 100)))
                .isSameAs(Kernels.cloned(new Times(new HuberLoss(1), 100)));
        assertThat(Kernels.cloned(new Times(new HuberLoss(1), -1))).isNotSameAs(first);
    }

    @Test
    void obeysTheSwitch() {
        Loss loss = new HuberLoss(1);

        assertThat(Kernels.of(loss, "shared")).isInstanceOf(ScalarLoops.class);
        assertThat(LossKernel.shared(loss)).isInstanceOf(ScalarLoops.class);
        assertThat(LossKernel.shared(new SoftmaxLoss(3))).isInstanceOf(VectorLoops.class);
        assertThat(Kernels.of(loss, "cloned").getClass().isHidden()).isTrue();
        assertThatThrownBy(() -> Kernels.of(loss, "fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("system property limpid.kernels must be cloned or shared, but was fast");
    }

    @Test
    void refusesALossOfUnits() {
        assertThatThrownBy(() -> LossKernel.of(new PairwiseLogisticLoss()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loss must be a ScalarLoss or a VectorLoss to be computed row by row, but was"
                        + " PairwiseLogisticLoss; a UnitLoss is computed unit by unit");
    }

    @Test
    void sharesTheLoopsWhereTheyCannotBeCopiedAndSaysSoOnce() {
        Clones<LossKernel> impossible =
                new Clones<>(LossKernel.class, ScalarLoops.class, "Absent.class", ScalarLoss.class);
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            assertThat(impossible.of(new HuberLoss(1))).isNull();
            assertThat(impossible.of(new SquaredLoss())).isNull();
            assertThat(impossible.of(new Times(new SquaredLoss(), 2))).isNull();
        } finally {
            System.setErr(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce(
                        "INFO dev.limpid.core.loss.LossKernel - Loss kernels share their loops, which is slower"
                                + " and gives the same numbers: class file Absent.class is not among the resources");
        assertThat(Kernels.orShared(null, new HuberLoss(1))).isInstanceOf(ScalarLoops.class);
    }
}
