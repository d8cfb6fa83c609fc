package dev.limpid.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LeastSquares;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.descent.Bfgs;
import dev.limpid.core.optimizer.descent.DaiYuan;
import dev.limpid.core.optimizer.descent.HagerZhang;
import dev.limpid.core.optimizer.descent.Newton;
import dev.limpid.core.optimizer.descent.PolakRibiere;
import dev.limpid.core.optimizer.descent.SteepestDescent;
import dev.limpid.core.optimizer.direct.NelderMead;
import dev.limpid.core.optimizer.limited.LbfgsB;
import dev.limpid.core.optimizer.limited.OwlQn;
import dev.limpid.core.optimizer.trust.LevenbergMarquardt;
import dev.limpid.core.optimizer.trust.Tron;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.constraint.L2Ball;
import dev.limpid.core.penalty.constraint.NonNegative;
import dev.limpid.core.penalty.constraint.Simplex;
import dev.limpid.core.penalty.structured.PenaltySum;
import dev.limpid.core.search.ConstantSearch;
import dev.limpid.core.search.ExactSearch;
import dev.limpid.core.search.WolfeSearch;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directions with searches, and the smooth methods beside them, where theory says how many steps they need. */
class DescentTest {

    /** Fista stops where values no longer differ: at about the root of their rounding. */
    private static final double VALUES_ALONE = 1e-6;

    private static Step finish(ParameterRun run, int most) {
        Step step = run.step();
        while (!step.stop().isFinal() && step.iteration() < most) {
            step = run.step();
        }
        return step;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void conjugateGradientsWithExactSearchEndAfterAsManyStepsAsParameters(int which) {
        Direction<Smooth> direction = which == 0 ? new PolakRibiere() : which == 1 ? new DaiYuan() : new HagerZhang();
        Descent<Smooth> descent = Descent.along(direction).with(new ExactSearch(1e-12, 60));
        int p = 6;

        Step last = finish(descent.start(QuadraticToy.ofCondition(100, p), new double[p], 1, Memory.empty()), 50);

        assertThat(last.stop().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(last.iteration()).isBetween((long) p, p + 2L); // rounding may cost a step or two
    }

    @Test
    void newtonNeedsOneStepOnAQuadratic() {
        ParameterRun run = Descent.along(new Newton())
                .with(new ConstantSearch(1))
                .start(QuadraticToy.ofCondition(1e4, 8), new double[8], 1, Memory.empty());

        run.step();

        assertThat(run.step().stop().kind()).isEqualTo(StopReason.Kind.CONVERGED);
    }

    @Test
    void bfgsWithExactSearchEndsAfterAsManyStepsAsParameters() {
        int p = 5;

        Step last = finish(
                Descent.along(new Bfgs())
                        .with(new ExactSearch(1e-12, 60))
                        .start(QuadraticToy.ofCondition(1e3, p), new double[p], 1, Memory.empty()),
                50);

        assertThat(last.stop().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(last.iteration()).isLessThanOrEqualTo(p + 2L);
    }

    @Test
    void aConstantStepOfTwoOverTheCurvatureIsTheBorder() {
        Smooth f = QuadraticToy.ofCondition(10, 3); // curvatures up to 10
        Descent<Smooth> shorter = Descent.along(new SteepestDescent()).with(new ConstantSearch(0.19));
        Descent<Smooth> longer = Descent.along(new SteepestDescent()).with(new ConstantSearch(0.21));

        assertThat(finish(shorter.start(f, new double[3], 1, Memory.empty()), 1000)
                        .stop()
                        .kind())
                .isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(finish(longer.start(f, new double[3], 1, Memory.empty()), 1000)
                        .stop()
                        .sentence())
                .startsWith("ConstantSearch found no point below the objective, ");
    }

    private static LinearSum logistic() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] x = new double[400][6];
        double[] y = new double[400];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < 6; j++) {
                x[i][j] = random.nextGaussian();
            }
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(-x[i][0] + 0.5 * x[i][1])) ? 1 : 0;
        }
        return EmpiricalRisk.linear(new LinearHypothesis(6, 1, true), new LogisticLoss(), Dataset.of(x, y));
    }

    @Test
    void tronAndNewtonAgreeWithMajorizeMinimize() {
        LinearSum f = logistic();
        ParameterRun reference = MajorizeMinimize.defaults().start(f, new double[7], 1, Memory.empty());
        finish(reference, 100);

        for (Optimizer<? super LinearSum> method :
                java.util.List.<Optimizer<? super LinearSum>>of(Tron.defaults(), Descent.along(new Newton()))) {
            ParameterRun run = method.start(f, new double[7], 1, Memory.empty());
            Step last = finish(run, 100);

            assertThat(last.stop().kind()).isEqualTo(StopReason.Kind.CONVERGED);
            assertThat(run.theta()).containsExactly(reference.theta(), within(1e-7));
        }
    }

    @Test
    void owlQnAndFistaAgreeAndTheirZerosAreExact() {
        Composite<? extends Smooth> f = logistic().penalized("weights", L1Penalty.of(0.05));
        ParameterRun fista = Fista.defaults().withTolerance(1e-10).start(f, new double[7], 1, Memory.empty());
        ParameterRun owlQn = OwlQn.defaults().withTolerance(1e-10).start(f, new double[7], 1, Memory.empty());
        finish(fista, 5000);
        finish(owlQn, 5000);

        double[] theta = owlQn.theta();
        double[] g = new double[7];
        f.smooth().gradient(theta, g);
        assertThat(theta).containsExactly(fista.theta(), within(VALUES_ALONE)).contains(0.0);
        for (int j = 0; j < 7; j++) {
            double lambda = j < 6 ? 0.05 : 0;
            assertThat(theta[j] == 0).isEqualTo(fista.theta()[j] == 0);
            double slope = theta[j] == 0 ? Math.max(0, Math.abs(g[j]) - lambda) : g[j] + lambda * Math.signum(theta[j]);
            assertThat(slope).isCloseTo(0, within(1e-9)); // tolerance 1e-10 of a first slope below 1
        }
    }

    @Test
    void lbfgsBAndFistaAgreeAndBoundsAreExact() {
        Composite<? extends Smooth> f =
                logistic().penalized("weights", Box.of(-0.2, 0.3)).penalized("intercept", NonNegative.of());
        ParameterRun fista = Fista.defaults().withTolerance(1e-12).start(f, new double[7], 1, Memory.empty());
        ParameterRun bounded = LbfgsB.defaults().withTolerance(1e-10).start(f, new double[7], 1, Memory.empty());
        finish(fista, 5000);
        finish(bounded, 5000);

        double[] theta = bounded.theta();
        double[] g = new double[7];
        f.smooth().gradient(theta, g);
        assertThat(theta).containsExactly(fista.theta(), within(VALUES_ALONE)).contains(0.3, -0.2);
        for (int j = 0; j < 6; j++) {
            double moved = Math.min(Math.max(theta[j] - g[j], -0.2), 0.3);
            assertThat(moved - theta[j]).isCloseTo(0, within(1e-9)); // tolerance 1e-10 of a first gradient below 1
        }
    }

    @Test
    void aStartOutsideTheBoundsIsClamped() {
        Composite<? extends Smooth> f = QuadraticToy.ofCondition(10, 2).penalized("theta", (Penalty) Box.of(-1, 0.5));

        ParameterRun run = LbfgsB.defaults().start(f, new double[] {7, -7}, 1, Memory.empty());

        assertThat(run.theta()).containsExactly(0.5, -1);
    }

    /** y = a·exp(−b·t), without noise. */
    private record Decay() implements LeastSquares {
        @Override
        public Blocks blocks() {
            return Blocks.single(2);
        }

        @Override
        public int residuals() {
            return 8;
        }

        @Override
        public void residuals(double[] t, double[] r) {
            for (int i = 0; i < 8; i++) {
                r[i] = t[0] * Math.exp(-t[1] * i) - 3 * Math.exp(-0.5 * i);
            }
        }

        @Override
        public void jacobian(double[] t, double[] r, double[][] j) {
            residuals(t, r);
            for (int i = 0; i < 8; i++) {
                j[i][0] = Math.exp(-t[1] * i);
                j[i][1] = -i * t[0] * Math.exp(-t[1] * i);
            }
        }
    }

    @Test
    void levenbergMarquardtDoublesItsDigitsWhereResidualsVanish() {
        ParameterRun run = LevenbergMarquardt.defaults().start(new Decay(), new double[] {1, 0.1}, 1, Memory.empty());

        Step last = finish(run, 20);

        assertThat(last.stop().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(run.theta()).containsExactly(new double[] {3, 0.5}, within(1e-12));
    }

    @Test
    void nelderMeadNeedsValuesOnlyAndWalksAroundWalls() {
        Objective walled = new Objective() {
            @Override
            public Blocks blocks() {
                return Blocks.single(2);
            }

            @Override
            public double value(double[] t) {
                return t[0] < 0.5 ? Double.NaN : t[0] * t[0] + Math.abs(t[1] - 2);
            }
        };

        ParameterRun run = NelderMead.defaults().start(walled, new double[] {3, 3}, 1, Memory.empty());
        Step last = finish(run, 5000);

        assertThat(last.stop().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(last.stop().sentence()).startsWith("The simplex collapsed again after 2 restarts that lowered");
        assertThat(run.theta()).containsExactly(new double[] {0.5, 2}, within(1e-6));
        assertThat(finish(NelderMead.defaults().start(walled, new double[2], 1, Memory.empty()), 5)
                        .stop()
                        .sentence())
                .isEqualTo("The objective is NaN where the run begins: start from another point.");
    }

    @Test
    void nelderMeadRefusesASet() {
        var boxed = QuadraticToy.ofCondition(10, 2).penalized("theta", Box.of(0, 1));

        assertThatThrownBy(() -> NelderMead.defaults().start(boxed, new double[2], 1, Memory.empty()))
                .hasMessage(
                        "NelderMead needs an objective that is finite all round a point, but Box is +Infinity outside"
                                + " of a set: use Fista");
    }

    /** Bounds to one side, a set beside a free block, a sum that has a set in it: all of them have a border to go flat at. */
    @Test
    void nelderMeadRefusesSetsOfAllKinds() {
        for (Penalty penalty : List.of(
                NonNegative.of(),
                Box.of(Double.NEGATIVE_INFINITY, 5),
                L2Ball.of(1),
                Simplex.of(1),
                PenaltySum.of(NonNegative.of(), L1Penalty.of(1)))) {
            var confined = QuadraticToy.ofCondition(10, 2).penalized("theta", penalty);

            assertThatThrownBy(() -> NelderMead.defaults().start(confined, new double[2], 1, Memory.empty()))
                    .hasMessage("NelderMead needs an objective that is finite all round a point, but " + penalty.name()
                            + " is +Infinity outside of a set: use Fista");
        }
    }

    @Test
    void nelderMeadTakesPenaltiesThatAreFinite() {
        var lasso = QuadraticToy.ofCondition(10, 2).penalized("theta", L1Penalty.of(1));

        assertThat(NelderMead.defaults().start(lasso, new double[2], 1, Memory.empty()))
                .isNotNull();
    }

    @Test
    void wrongPairingsAreRefusedWithWhatToUse() {
        Smooth f = QuadraticToy.ofCondition(10, 2);
        double[] start = new double[2];
        Composite<? extends Smooth> net = f.penalized("theta", (Penalty) ElasticNetPenalty.of(1, 0.5));

        assertThatThrownBy(() -> OwlQn.defaults().start(net, start, 1, Memory.empty()))
                .hasMessage(
                        "OwlQn needs a smooth objective plus absolute values (L1), but ElasticNetPenalty is not a sum"
                                + " of absolute values: use Fista, or add its smooth part to the objective first");
        assertThatThrownBy(
                        () -> LbfgsB.defaults().start(f.penalized("theta", L1Penalty.of(1)), start, 1, Memory.empty()))
                .hasMessage("LbfgsB needs a smooth objective with bounds on parameters, but L1Penalty is not a pair of"
                        + " bounds for each parameter: use Fista, or OwlQn for absolute values");
        assertThatThrownBy(() -> LevenbergMarquardt.defaults().needs().require("LevenbergMarquardt", f))
                .hasMessageStartingWith(
                        "LevenbergMarquardt needs a sum of squares that hands out its residuals, but the objective offers"
                                + " no LeastSquares view: use ");
        assertThatThrownBy(() -> Descent.along(new Bfgs()).needs().require("Bfgs", net))
                .hasMessage("Bfgs needs a smooth objective, but ElasticNetPenalty offers only a prox: use Fista");
        assertThatThrownBy(() -> Descent.along(new Bfgs()).start(f, new double[3], 1, Memory.empty()))
                .hasMessage("theta0 must have length 2 (one number per parameter), but has length 3");
    }

    @Test
    void settingsAreRefusedByName() {
        assertThatThrownBy(() -> Descent.along(new Bfgs()).withTolerance(1))
                .hasMessage("tolerance must be in [0, 1), but was 1.0");
        assertThatThrownBy(() -> new Tron(0, 5, 0.1)).hasMessage("residual must be in (0, 1), but was 0.0");
        assertThatThrownBy(() -> new Tron(0.1, 0, 0.1)).hasMessage("maxProducts must be >= 1, but was 0");
        assertThatThrownBy(() -> new OwlQn(0, 0.1)).hasMessage("memory must be >= 1, but was 0");
        assertThatThrownBy(() -> new LbfgsB(0, WolfeSearch.defaults(), 0.1))
                .hasMessage("memory must be >= 1, but was 0");
        assertThatThrownBy(() -> NelderMead.defaults().withTolerance(-1))
                .hasMessage("tolerance must be in [0, 1), but was -1.0");
        assertThatThrownBy(() -> LevenbergMarquardt.defaults().withTolerance(Double.NaN))
                .hasMessage("tolerance must be in [0, 1), but was NaN");
    }

    @Test
    void recipesNameDirectionAndSearch() {
        assertThat(Descent.along(new PolakRibiere()).recipe().toString())
                .contains("PolakRibiere")
                .contains("θ ← θ + α·d, d = −g + max(0, ⟨g, y⟩/⟨g⁻, g⁻⟩)·d⁻")
                .contains("WolfeSearch(c1 = 1.0E-4, c2 = 0.1, maxEvaluations = 40)");
    }
}
