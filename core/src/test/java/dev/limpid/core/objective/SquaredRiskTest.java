package dev.limpid.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.Dual;
import dev.limpid.core.hypothesis.FormulaHypothesis;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.trust.LevenbergMarquardt;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Workers;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SquaredRiskTest {

    /** Sums of some thousand numbers of size 1. */
    private static final double ROUNDING = 1e-12;

    private static final double[] T = {2.5, 0.7};

    /** f = a·exp(−b·x). */
    record Decay() implements FormulaHypothesis {
        @Override
        public List<String> parameters() {
            return List.of("a", "b");
        }

        @Override
        public double[] start() {
            return new double[] {1, 0.1};
        }

        @Override
        public Dual formula(Dual[] t, double[] x) {
            return t[0].times(t[1].times(-x[0]).exp());
        }
    }

    /** Another value than the squared loss, by a subclass. */
    static final class Doubled extends SquaredLoss {
        @Override
        public double value(double y, double f) {
            return 2 * super.value(y, f);
        }

        @Override
        public double gradient(double y, double f) {
            return 2 * super.gradient(y, f);
        }
    }

    private static Dataset data(int n) {
        SplittableRandom random = new SplittableRandom(1);
        double[] x = new double[n];
        double[] y = new double[n];
        double[] w = new double[n];
        double[] offsets = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextDouble(0, 3);
            offsets[i] = random.nextDouble(-1, 1);
            y[i] = 3 * Math.exp(-0.5 * x[i]) + offsets[i] + 0.1 * random.nextGaussian();
            w[i] = i % 5; // some are 0
        }
        return Dataset.of(Rows.ofColumns(x), Missing.REFUSE, y).withWeights(w).withOffsets(offsets);
    }

    private static LeastSquares risk(int n, Workers workers) {
        return (LeastSquares) EmpiricalRisk.of(new Decay(), new SquaredLoss(), data(n), workers);
    }

    @Test
    void theSumOfSquaredResidualsIsTheMeanLoss() {
        LeastSquares risk = risk(2000, Workers.serial());
        double[] r = new double[risk.residuals()];

        risk.residuals(T, r);

        assertThat(r).hasSize(1600); // rows of weight 0 are left out
        assertThat(SumOfSquares.of(r)).isCloseTo(risk.value(T), within(ROUNDING));
    }

    @Test
    void residualsAndJacobianGiveTheGradient() {
        LeastSquares risk = risk(2000, Workers.serial());
        double[] r = new double[risk.residuals()];
        double[][] j = new double[r.length][2];
        double[] fromJacobian = new double[2];
        double[] gradient = new double[2];

        risk.jacobian(T, r, j);
        SumOfSquares.gradient(r, j, fromJacobian);
        double value = risk.gradient(T, gradient);

        assertThat(fromJacobian).containsExactly(gradient, within(ROUNDING));
        assertThat(value).isCloseTo(SumOfSquares.of(r), within(ROUNDING));
    }

    @Test
    void threadsChangeNoBit() {
        LeastSquares one = risk(20_000, Workers.serial());
        LeastSquares two = risk(20_000, Workers.of(2));
        double[][] r = new double[2][one.residuals()];
        double[][][] j = new double[2][one.residuals()][2];

        one.jacobian(T, r[0], j[0]);
        two.jacobian(T, r[1], j[1]);

        assertThat(r[1]).isEqualTo(r[0]);
        assertThat(j[1]).isDeepEqualTo(j[0]);
    }

    @Test
    void evaluationsAreCounted() {
        LeastSquares risk = risk(10, Workers.serial());
        double[] r = new double[risk.residuals()];

        risk.residuals(T, r);
        risk.jacobian(T, r, new double[r.length][2]);

        assertThat(risk.count().values()).isEqualTo(1);
        assertThat(risk.count().gradients()).isEqualTo(1);
        assertThat(risk.count().rows()).isEqualTo(16);
    }

    @Test
    void onlyALossThatIsHalfTheSquareHasResiduals() {
        assertThat(EmpiricalRisk.of(new Decay(), new HuberLoss(1), data(10))).isNotInstanceOf(LeastSquares.class);
        assertThat(EmpiricalRisk.of(new Decay(), new Doubled(), data(10))).isNotInstanceOf(LeastSquares.class);
        assertThat(EmpiricalRisk.of(new LinearHypothesis(1, 1, true), new SquaredLoss(), data(10)))
                .isInstanceOf(LeastSquares.class);
    }

    /** Says what isn't so. */
    static final class Liar extends SquaredLoss {
        @Override
        public double value(double y, double f) {
            return 2 * super.value(y, f);
        }

        @Override
        public boolean leastSquares() {
            return true;
        }
    }

    @Test
    void aLossThatIsNotHalfTheSquareThoughItSaysSoIsRefused() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}}, 5, 6);

        assertThatThrownBy(() -> EmpiricalRisk.of(new Decay(), new Liar(), data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "value of Liar must be ½(f − y)², as its leastSquares() is true, but was 4.0 instead of 2.0 at"
                                + " y = 5.0, f = 3.0: override leastSquares() too");
    }

    private static Step run(ParameterRun run) {
        Step step = run.step();
        while (!step.stop().isFinal() && step.iteration() < 1000) {
            step = run.step();
        }
        return step;
    }

    /** f = b1·(1 − exp(−b2·x)), the curve of the set BoxBOD. */
    record Rise(double b2) implements FormulaHypothesis {
        @Override
        public double[] start() {
            return new double[] {1, b2};
        }

        @Override
        public List<String> parameters() {
            return List.of("b1", "b2");
        }

        @Override
        public Dual formula(Dual[] t, double[] x) {
            return t[0].times(t[1].times(-x[0]).expm1().negate());
        }
    }

    /** BoxBOD of NIST StRD, from its own far start (1, 1) and from where exp(−b2·x) is already next to nothing. */
    @Test
    void levenbergMarquardtTellsWhenAParameterIsNoLongerFelt() {
        Dataset oxygen = Dataset.of(Rows.ofColumns(new double[] {1, 2, 3, 5, 7, 10}), Missing.REFUSE, new double[] {
            109, 149, 149, 191, 213, 224
        });
        for (double b2 : new double[] {20, 60}) {
            Rise rise = new Rise(b2);
            LeastSquares risk = (LeastSquares) EmpiricalRisk.of(rise, new SquaredLoss(), oxygen);

            Step last = run(LevenbergMarquardt.defaults().start(risk, rise.start(), 0, Memory.empty()));

            assertThat(last.stop().kind()).isEqualTo(StopReason.Kind.STALLED);
            assertThat(last.stop().sentence())
                    .matches(
                            "The sum of squares is 814\\.29\\d*, but column 1 of the Jacobian has shrunk to \\S+ of its"
                                    + " largest size: the residuals hardly feel that parameter here, and the run may have left the"
                                    + " region that matters\\. Start nearer to the minimum\\.");
        }
        Rise near = new Rise(1);
        LeastSquares risk = (LeastSquares) EmpiricalRisk.of(near, new SquaredLoss(), oxygen);
        ParameterRun run = LevenbergMarquardt.defaults().start(risk, near.start(), 0, Memory.empty());
        assertThat(run(run).stop().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(run.theta()).containsExactly(new double[] {213.80940889, 0.54723748542}, within(1e-4)); // certified
    }
}
