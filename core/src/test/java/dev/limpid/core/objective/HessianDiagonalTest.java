package dev.limpid.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.training.Workers;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The diagonal of Hessians of linear risks, and of what is made of them. */
class HessianDiagonalTest {

    private static final int N = 5000; // more than one stripe of rows

    private static final int D = 6;

    /** Sums of 5000 numbers of size 1 in two orders, relative to their mean. */
    private static final double ROUNDING = 1e-12;

    private static Dataset data(boolean sparse, int classes) {
        SplittableRandom random = new SplittableRandom(8);
        double[][] x = new double[N][D];
        double[] y = new double[N];
        int[] starts = new int[N + 1];
        int[] indices = new int[N * D];
        double[] values = new double[N * D];
        for (int i = 0; i < N; i++) {
            starts[i + 1] = starts[i];
            for (int j = 0; j < D; j++) {
                if (random.nextInt(3) == 0) {
                    x[i][j] = random.nextGaussian() * (j + 1);
                    indices[starts[i + 1]] = j;
                    values[starts[i + 1]++] = x[i][j];
                }
            }
            y[i] = random.nextInt(classes);
        }
        Rows rows = sparse
                ? Rows.sparse(
                        D,
                        starts,
                        java.util.Arrays.copyOf(indices, starts[N]),
                        java.util.Arrays.copyOf(values, starts[N]))
                : Rows.dense(x);
        return Dataset.of(rows, Missing.REFUSE, y)
                .withWeights(random.doubles(N, 0.5, 2).toArray());
    }

    private static LinearSum risk(boolean sparse, int outputs, Workers workers) {
        Loss loss = outputs == 1 ? new LogisticLoss() : new SoftmaxLoss(outputs);
        return EmpiricalRisk.linear(
                new LinearHypothesis(D, outputs, true), loss, data(sparse, Math.max(2, outputs)), workers);
    }

    private static double[] point(Smooth f) {
        return new SplittableRandom(1).doubles(f.blocks().size(), -1, 1).toArray();
    }

    private static double[] diagonal(Smooth f) {
        double[] h = new double[f.blocks().size()];
        assertThat(f.hessian(point(f)).diagonal(h)).isTrue();
        return h;
    }

    private static void isThatOfProducts(Smooth f) {
        double[] h = diagonal(f);
        HessianProduct product = f.hessian(point(f));
        double[] axis = new double[h.length];
        double[] column = new double[h.length];
        for (int j = 0; j < h.length; j++) {
            axis[j] = 1;
            product.times(axis, column);
            axis[j] = 0;
            assertThat(h[j]).as("%s", j).isCloseTo(column[j], within(ROUNDING * column[j]));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsThatOfProducts(boolean sparse) {
        for (int outputs : new int[] {1, 3}) {
            LinearSum f = risk(sparse, outputs, Workers.serial());

            isThatOfProducts(f);
            isThatOfProducts(f.times(3));
            isThatOfProducts(f.penalized("weights", L2Penalty.of(0.5)));
            isThatOfProducts(f.plus(f.times(2)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneThreadGivesTheBitsOfTwo(boolean sparse) {
        try (Workers two = Workers.of(2)) {
            assertThat(diagonal(risk(sparse, 3, two))).isEqualTo(diagonal(risk(sparse, 3, Workers.serial())));
        }
    }

    @Test
    void itCostsOnePass() {
        LinearSum f = risk(true, 1, Workers.serial());
        HessianProduct hessian = f.hessian(point(f));
        long rows = f.count().rows();

        hessian.diagonal(new double[D + 1]);

        assertThat(f.count().rows() - rows).isEqualTo(N);
    }

    @Test
    void aRidgeIsExact() {
        LinearSum f = risk(true, 1, Workers.serial());
        double[] scales = {1, 2, 4, 8, 16, 32};
        SmoothPenalty ridge = (SmoothPenalty) L2Penalty.of(0.5).scaledBy(scales);
        double[] v = point(f);
        double[] out = new double[D + 1];

        new PenaltyTerm(f.blocks(), f.blocks().get("weights"), ridge).hessian(v).times(v, out);

        for (int j = 0; j < D; j++) {
            assertThat(out[j]).isEqualTo(0.5 / (scales[j] * scales[j]) * v[j]);
        }
        assertThat(out[D]).isZero();
    }

    @Test
    void itIsNotKnownWhereProductsAreDifferences() {
        LinearSum f = risk(true, 1, Workers.serial());
        double[] h = {1, 2, 3, 4, 5, 6, 7};

        assertThat(HessianProducts.byDifferences(f, point(f)).diagonal(h)).isFalse();
        assertThat(f.penalized("weights", new Quartic()).hessian(point(f)).diagonal(h))
                .isFalse();
        assertThat(f.penalized("weights", new Quartic())
                        .times(2)
                        .hessian(point(f))
                        .diagonal(h))
                .isFalse();
        assertThat(h).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    /** Ω(x) = Σⱼ xⱼ⁴, with no more than has to be written. */
    private static final class Quartic implements SmoothPenalty {
        @Override
        public double value(double[] t, Block b) {
            double sum = 0;
            for (int j = b.offset(); j < b.end(); j++) {
                sum += Math.pow(t[j], 4);
            }
            return sum;
        }

        @Override
        public void prox(double[] z, Block b, double step) {
            throw new UnsupportedOperationException("no prox here");
        }

        @Override
        public void addGradient(double[] t, Block b, double[] g) {
            for (int j = b.offset(); j < b.end(); j++) {
                g[j] += 4 * Math.pow(t[j], 3);
            }
        }

        @Override
        public void addCurvature(double[] t, Block b, double[] c) {
            for (int j = b.offset(); j < b.end(); j++) {
                c[j] += 12 * t[j] * t[j];
            }
        }

        @Override
        public String source() {
            return "";
        }
    }
}
