package dev.limpid.algorithms.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.training.StopReason.Kind;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Points of paths meet the conditions of optimality, computed anew from the raw coefficients. */
class PathOptimalityTest {

    private static final int ROWS = 60;

    private static final int COLUMNS = 150;

    /** The optimizer's tolerance 10⁻¹⁰ of the first gradient, about 3, and columns of spread up to 2. */
    private static final double KKT = 1e-8;

    private static LinearSpec squares() {
        return LinearModel.with(new SquaredLoss()).optimizer(new CoordinateDescent(1e-10));
    }

    private static LinearSpec logistic() {
        return LinearModel.with(new LogisticLoss()).optimizer(new CoordinateDescent(1e-10));
    }

    /** ∂S/∂w of the raw coefficients, the derivative of the loss by the score given the score. */
    private static double[] gradient(Dataset data, LinearModel model, DoubleUnaryOperator mean) {
        double[] f = model.scores(data)[0];
        double[] g = new double[data.features().columns()];
        for (int i = 0; i < f.length; i++) {
            double slope = (mean.applyAsDouble(f[i]) - data.targets().get(0).at(i))
                    * data.weights().at(i)
                    / data.weights().sum();
            for (int j = 0; j < g.length; j++) {
                g[j] += slope * data.features().get(i, j);
            }
        }
        return g;
    }

    /** |gⱼ| ≤ λ where wⱼ = 0, gⱼ = −λ·sign(wⱼ) − μ·wⱼ elsewhere. */
    private static void isOptimal(double[] w, double[] g, double lambda, double mu) {
        for (int j = 0; j < w.length; j++) {
            if (w[j] == 0) {
                assertThat(Math.abs(g[j])).isLessThanOrEqualTo(lambda + KKT);
            } else {
                assertThat(g[j]).isCloseTo(-lambda * Math.signum(w[j]) - mu * w[j], within(KKT));
            }
        }
    }

    private static void everyPointIsOptimal(
            LinearSpec spec, DoubleFunction<Penalty> family, Dataset data, DoubleUnaryOperator mean, double ratio) {
        RegularizationPath path = PathSpec.of(spec, family).points(25).fit(data);
        for (int k = 0; k < path.size(); k++) {
            assertThat(path.point(k).stop().kind()).isEqualTo(Kind.CONVERGED);
            double lambda = path.strengths()[k];
            LinearModel model = path.model(k);
            isOptimal(model.coefficients()[0], gradient(data, model, mean), lambda * ratio, lambda * (1 - ratio));
        }
        assertThat(path.point(24).nonZero()).isGreaterThan(20);
    }

    @Test
    void pointsOfALassoPathMeetTheOptimalityConditions() {
        everyPointIsOptimal(squares(), L1Penalty::of, PathSets.wide(ROWS, COLUMNS), f -> f, 1);
    }

    @Test
    void pointsOfAnElasticNetPathMeetTheOptimalityConditions() {
        everyPointIsOptimal(squares(), s -> ElasticNetPenalty.of(s, 0.7), PathSets.wide(ROWS, COLUMNS), f -> f, 0.7);
    }

    @Test
    void pointsOfALogisticLassoPathMeetTheOptimalityConditions() {
        everyPointIsOptimal(
                logistic(), L1Penalty::of, PathSets.wideClasses(ROWS, COLUMNS), f -> 1 / (1 + Math.exp(-f)), 1);
    }

    @Test
    void weightedPointsMeetTheOptimalityConditions() {
        Dataset data = PathSets.wide(ROWS, COLUMNS)
                .withWeights(
                        IntStream.range(0, ROWS).mapToDouble(i -> 0.5 + i % 3).toArray());

        everyPointIsOptimal(squares(), L1Penalty::of, data, f -> f, 1);
    }

    /** MCP: ω'(w) = sign(w)·(λ − |w|/γ) up to |w| = γ·λ, 0 beyond; so that g = −ω' says that the point is stationary. */
    @Test
    void pointsOfAnMcpPathAreStationary() {
        Dataset data = PathSets.wide(200, 30);
        RegularizationPath path = PathSpec.of(squares(), s -> McpPenalty.of(s, 5))
                .points(15)
                .ratio(0.05)
                .fit(data);

        for (int k = 0; k < path.size(); k++) {
            double lambda = path.strengths()[k];
            double[] w = path.model(k).coefficients()[0];
            double[] g = gradient(data, path.model(k), f -> f);
            for (int j = 0; j < w.length; j++) {
                double slope = Math.max(0, lambda - Math.abs(w[j]) / 5);
                if (w[j] == 0) {
                    assertThat(Math.abs(g[j])).isLessThanOrEqualTo(lambda + KKT);
                } else {
                    assertThat(g[j]).isCloseTo(-slope * Math.signum(w[j]), within(KKT));
                }
            }
        }
        assertThat(path.point(14).nonZero()).isGreaterThanOrEqualTo(5);
    }
}
