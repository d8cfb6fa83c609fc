package dev.limpid.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.penalty.L2Penalty;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HessianProductTest {

    /** Central differences of a gradient of size 1 with a step of about 6e-6 leave 4e-11 of rounding. */
    private static final double DIFFERENCES = 1e-9;

    private static LinearSum risk(Loss loss, int classes) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] x = new double[1500][3];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < 3; j++) {
                x[i][j] = random.nextGaussian();
            }
            y[i] = random.nextInt(classes);
        }
        return EmpiricalRisk.linear(new LinearHypothesis(3, loss.scores(), true), loss, Dataset.of(x, y));
    }

    private static double[] draw(int p, long seed) {
        return new SplittableRandom(seed).doubles(p, -1, 1).toArray();
    }

    private static void isThatOfDifferences(Smooth f) {
        int p = f.blocks().size();
        double[] t = draw(p, 1);
        double[] v = draw(p, 2);
        double[] exact = new double[p];
        double[] measured = new double[p];

        f.hessian(t).times(v, exact);
        HessianProducts.byDifferences(f, t).times(v, measured);

        assertThat(exact).containsExactly(measured, within(DIFFERENCES));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void linearRisksKnowTheirHessian(int outputs) {
        LinearSum f = outputs == 1 ? risk(new LogisticLoss(), 2) : risk(new SoftmaxLoss(3), 3);

        isThatOfDifferences(f);
        isThatOfDifferences(f.times(3));
        isThatOfDifferences(f.penalized("weights", L2Penalty.of(0.5)));
        isThatOfDifferences(f.plus(f.times(2)));
    }

    @Test
    void aProductCostsOnePassAndCountsAsAGradient() {
        LinearSum f = risk(new LogisticLoss(), 2);
        HessianProduct hessian = f.hessian(draw(4, 1));
        long rows = f.count().rows();

        hessian.times(draw(4, 2), new double[4]);

        assertThat(f.count().gradients()).isEqualTo(1);
        assertThat(f.count().rows() - rows).isEqualTo(1500);
    }

    @Test
    void aLossWithoutSecondDerivativeIsDifferenced() {
        ScalarLoss bare = new ScalarLoss() {
            @Override
            public double value(double y, double f) {
                return Math.cosh(f - y);
            }

            @Override
            public double gradient(double y, double f) {
                return Math.sinh(f - y);
            }
        };
        LinearSum f = risk(bare, 2);

        isThatOfDifferences(f);
        assertThat(f.count().gradients()).isEqualTo(4);
    }

    @Test
    void theHessianOfZeroIsZeroAndTheStartIsCopied() {
        Smooth f = risk(new LogisticLoss(), 2);
        double[] t = draw(4, 1);
        HessianProduct exact = f.hessian(t);
        HessianProduct differences = HessianProducts.byDifferences(f, t);
        double[] before = new double[4];
        double[] after = new double[4];
        exact.times(draw(4, 2), before);

        java.util.Arrays.fill(t, 9);
        exact.times(draw(4, 2), after);
        assertThat(after).isEqualTo(before);
        differences.times(new double[4], after);
        assertThat(after).containsOnly(0);
    }
}
