package dev.limpid.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.optimizer.coordinate.ProxNewton;
import dev.limpid.core.optimizer.variance.Saga;
import dev.limpid.core.optimizer.variance.Sdca;
import dev.limpid.core.optimizer.variance.Svrg;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason.Kind;
import dev.limpid.core.training.Workers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where several optimizers take an objective, they reach the same minimum, and it is that of scikit-learn 1.2.1 (numpy 1.24.2,
 * tolerances 1e-13 and less). The data come from a linear congruential generator, so that both have the same.
 */
class AgreementTest {

    private static final int N = 60;

    private static final double[] W = {1.5, -2, 0, 0, 0.75, 0, 0, 3, 0, 0, -0.5, 0};

    private static final double[][] X = new double[N][W.length];

    private static final double[] Y = new double[N];

    private static final double[] CLASSES = new double[N];

    static {
        long[] state = {12345};
        for (double[] row : X) {
            for (int j = 0; j < row.length; j++) {
                row[j] = next(state);
            }
        }
        state[0] = 12345;
        for (int skip = 0; skip < N; skip++) {
            next(state);
        }
        for (int i = 0; i < N; i++) {
            double f = 0;
            for (int j = 0; j < W.length; j++) {
                f += X[i][j] * W[j];
            }
            double noise = next(state);
            Y[i] = f + noise;
            CLASSES[i] = f / 3 + noise > 0 ? 1 : 0;
        }
    }

    private static double next(long[] state) {
        state[0] = (state[0] * 1103515245L + 12345) % (1L << 31);
        return ((state[0] >> 16) % 2001 - 1000) / 500.0;
    }

    private static LinearSum risk(Loss loss, boolean intercept, double[] y) {
        return EmpiricalRisk.linear(new LinearHypothesis(W.length, loss.scores(), intercept), loss, Dataset.of(X, y));
    }

    private static final List<Optimizer<? extends Objective>> PROX = List.of(
            CoordinateDescent.defaults(), ProxNewton.defaults(), Fista.defaults(), Saga.defaults(), Svrg.defaults());

    private static final List<Optimizer<? extends Objective>> RIDGE = List.of(
            CoordinateDescent.defaults(),
            ProxNewton.defaults(),
            Fista.defaults(),
            Saga.defaults(),
            Svrg.defaults(),
            Sdca.defaults(),
            Lbfgs.defaults(),
            MajorizeMinimize.defaults());

    private static final List<Optimizer<? extends Objective>> STRONG = List.of(
            CoordinateDescent.defaults(),
            ProxNewton.defaults(),
            Fista.defaults(),
            Saga.defaults(),
            Svrg.defaults(),
            Sdca.defaults());

    static Stream<Arguments> fits() {
        Objective lasso = risk(new SquaredLoss(), false, Y).penalized("weights", (Penalty) L1Penalty.of(0.2));
        Objective intercept = risk(new SquaredLoss(), true, Y).penalized("weights", (Penalty) L1Penalty.of(0.2));
        Objective net =
                risk(new SquaredLoss(), false, Y).penalized("weights", (Penalty) ElasticNetPenalty.of(0.2, 0.5));
        Objective ridge = risk(new SquaredLoss(), false, Y).penalized("weights", L2Penalty.of(0.2));
        Objective logit = risk(new LogisticLoss(), false, CLASSES)
                .penalized("weights", (Penalty) ElasticNetPenalty.of(0.05, 0.5));
        Objective squaredHinge = risk(new SquaredHingeLoss(), false, CLASSES).penalized("weights", L2Penalty.of(0.1));
        Objective hinge = risk(new HingeLoss(), false, CLASSES).penalized("weights", L2Penalty.of(0.1));
        return Stream.of(
                        cases("Lasso", lasso, 2.236582893355855, PROX),
                        cases("Lasso with intercept", intercept, 2.201810906714539, PROX),
                        cases("ElasticNet", net, 2.1700882070200644, STRONG),
                        cases("Ridge", ridge, 2.045811391622674, RIDGE),
                        cases("LogisticRegression, elastic net", logit, 0.5046533079475282, STRONG),
                        cases("LinearSVC, squared hinge", squaredHinge, 0.4808368739631547, RIDGE),
                        cases("LinearSVC, hinge", hinge, 0.44852237756368973, List.of(Sdca.defaults())))
                .flatMap(s -> s);
    }

    private static Stream<Arguments> cases(
            String name, Objective objective, double minimum, List<Optimizer<? extends Objective>> optimizers) {
        return optimizers.stream().map(optimizer -> Arguments.of(name, optimizer, objective, minimum));
    }

    @SuppressWarnings("unchecked") // start refuses what doesn't fit
    private static Runs.End finish(Optimizer<?> optimizer, Objective objective) {
        double[] zeros = new double[objective.blocks().size()];
        return Runs.finish(((Optimizer<Objective>) optimizer).start(objective, zeros, 3, Memory.empty()));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("fits")
    void theMinimumIsThatOfScikitLearn(String name, Optimizer<?> optimizer, Objective objective, double minimum) {
        Runs.End end = finish(optimizer, objective);

        assertThat(end.step().stop().kind()).as(end.step().stop().sentence()).isIn(Kind.CONVERGED, Kind.STALLED);
        assertThat(objective.value(end.theta())).isCloseTo(minimum, within(1e-6 * minimum));
        // that of liblinear is above the minimum by a part of 1e-12, the others' are rounding
        assertThat(objective.value(end.theta())).isGreaterThan(minimum * (1 - 1e-11));
    }

    static Stream<Arguments> composites() {
        return fits().filter(a -> !a.get()[0].equals("LinearSVC, hinge"));
    }

    /** −∇S(θ) is a subgradient of Ω at θ: θ = prox(θ − s·∇S(θ)) for any s. */
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("composites")
    void theOptimalityConditionsHold(String name, Optimizer<?> optimizer, Objective objective, double minimum) {
        Composite<?> composite = (Composite<?>) objective;
        double[] theta = finish(optimizer, objective).theta();
        double[] g = new double[theta.length];
        composite.smooth().gradient(new double[theta.length], g);
        double first = maxNorm(g);

        composite.smooth().gradient(theta, g);
        double[] moved = theta.clone();
        for (int j = 0; j < g.length; j++) {
            moved[j] -= g[j];
        }
        composite.prox(moved, 1);

        // a gap of 1e-8·F in a problem of curvature ~ 1 leaves a gradient of about its root; the others look at the
        // gradient
        double tolerance = optimizer instanceof Sdca ? 1e-3 : 1e-7;
        assertThat(moved).containsExactly(theta, within(tolerance * first));
    }

    private static double maxNorm(double[] g) {
        double max = 0;
        for (double x : g) {
            max = Math.max(max, Math.abs(x));
        }
        return max;
    }

    @Test
    void theCoefficientsOfTheLassoAreThoseOfScikitLearn() {
        double[] quoted = {
            1.384715585, -1.884526165, 0.090257723, 0, 0.688753418, 0, 0, 2.76769486, 0, 0, -0.433611588, 0.010380251
        };
        Objective lasso = risk(new SquaredLoss(), false, Y).penalized("weights", (Penalty) L1Penalty.of(0.2));
        for (Optimizer<?> optimizer : List.of(CoordinateDescent.defaults(), ProxNewton.defaults())) {
            double[] theta = finish(optimizer, lasso).theta();

            assertThat(theta).containsExactly(quoted, within(1e-7));
            for (int j : new int[] {3, 5, 6, 8, 9}) {
                assertThat(theta[j]).isZero();
            }
        }
    }

    @Test
    void severalScoresReachOneMinimum() {
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            y[i] = Y[i] < -2 ? 0 : Y[i] < 2 ? 1 : 2;
        }
        Objective softmax = risk(new SoftmaxLoss(3), true, y).penalized("weights", (Penalty) L1Penalty.of(0.02));
        double minimum =
                softmax.value(finish(CoordinateDescent.defaults(), softmax).theta());
        for (Optimizer<?> optimizer : PROX) {
            assertThat(softmax.value(finish(optimizer, softmax).theta()))
                    .as(optimizer.name())
                    .isCloseTo(minimum, within(1e-6 * minimum));
        }
    }

    @Test
    void weightsAndOffsetsReachOneMinimum() {
        double[] weights = new double[N];
        double[] offsets = new double[N];
        for (int i = 0; i < N; i++) {
            weights[i] = i % 4;
            offsets[i] = 0.1 * (i % 7);
        }
        Dataset data = Dataset.of(X, Y).withWeights(weights).withOffsets(offsets);
        LinearSum risk = EmpiricalRisk.linear(new LinearHypothesis(W.length, 1, true), new HuberLoss(1), data);
        SeparablePenalty net = ElasticNetPenalty.of(0.1, 0.5);
        Objective objective =
                risk.penalized("weights", (Penalty) net).penalized("intercept", (Penalty) L2Penalty.of(0.01));
        double minimum =
                objective.value(finish(ProxNewton.defaults(), objective).theta());
        for (Optimizer<?> optimizer : STRONG) {
            assertThat(objective.value(finish(optimizer, objective).theta()))
                    .as(optimizer.name())
                    .isCloseTo(minimum, within(1e-6 * minimum));
        }
    }

    @Test
    void sparseRowsReachTheMinimumOfDenseOnes() {
        double[][] x = new double[N][W.length];
        int[] starts = new int[N + 1];
        int[] indices = new int[N * W.length];
        double[] values = new double[N * W.length];
        int cells = 0;
        for (int i = 0; i < N; i++) {
            for (int j = i % 3; j < W.length; j += 3) {
                x[i][j] = X[i][j];
                indices[cells] = j;
                values[cells++] = X[i][j];
            }
            starts[i + 1] = cells;
        }
        Rows sparse = Rows.sparse(
                W.length, starts, java.util.Arrays.copyOf(indices, cells), java.util.Arrays.copyOf(values, cells));
        LinearHypothesis line = new LinearHypothesis(W.length, 1, true);
        for (Optimizer<?> optimizer : STRONG) {
            double[] minima = new double[2];
            for (int k = 0; k < 2; k++) {
                Dataset data = Dataset.of(k == 0 ? Rows.dense(x) : sparse, Missing.REFUSE, CLASSES);
                Objective objective = EmpiricalRisk.linear(line, new LogisticLoss(), data)
                        .penalized("weights", (Penalty) ElasticNetPenalty.of(0.05, 0.5))
                        .penalized("intercept", (Penalty) L2Penalty.of(0.05));
                minima[k] = objective.value(finish(optimizer, objective).theta());
            }
            assertThat(minima[1]).as(optimizer.name()).isCloseTo(minima[0], within(1e-7 * minima[0]));
        }
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheBits() {
        int n = 9000; // more than one stripe
        double[][] x = new double[n][];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = X[(7 * i) % N].clone();
            x[i][i % W.length] += 0.001 * i;
            y[i] = CLASSES[(11 * i) % N];
        }
        Dataset data = Dataset.of(x, y);
        LinearHypothesis line = new LinearHypothesis(W.length, 1, false);
        try (Workers two = Workers.of(2)) {
            for (Optimizer<?> optimizer : STRONG) {
                double[][] theta = new double[2][];
                for (int k = 0; k < 2; k++) {
                    Objective objective = EmpiricalRisk.linear(
                                    line, new LogisticLoss(), data, k == 0 ? Workers.serial() : two)
                            .penalized("weights", (Penalty) ElasticNetPenalty.of(0.05, 0.5));
                    @SuppressWarnings("unchecked")
                    ParameterRun run = ((Optimizer<Objective>) optimizer)
                            .start(objective, new double[W.length], 5, Memory.empty());
                    Runs.steps(run, 2);
                    theta[k] = run.theta();
                }
                assertThat(theta[1]).as(optimizer.name()).isEqualTo(theta[0]);
            }
        }
    }

    @Test
    void theDualityGapBoundsWhatIsLeft() {
        Objective hinge = risk(new HingeLoss(), false, CLASSES).penalized("weights", L2Penalty.of(0.1));
        double minimum = 0.44852237756368973;
        ParameterRun run = Sdca.defaults().start(hinge, new double[W.length], 1, Memory.empty());
        for (int k = 0; k < 30; k++) {
            Step step = run.step();

            assertThat(step.number("dual")).isLessThanOrEqualTo(minimum * (1 + 1e-11));
            assertThat(step.gradientNorm()).isGreaterThanOrEqualTo(step.objective() - minimum - 1e-11);
        }
    }
}
