package dev.limpid.testkit.problem;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LeastSquares;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import java.util.ArrayList;
import java.util.List;

/**
 * The catalogue: problems with known answers. Convex ones, smooth and composite, and finite sums are made here; the
 * least-squares problems that most methods are compared on, by {@link MoreGarbowHillstrom}.
 *
 * <pre>{@code
 * assertThat(Lbfgs.defaults()).minimizes(Problems.rosenbrock());
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Problems {

    private static final String BOYD = "S. Boyd, L. Vandenberghe (2004): Convex Optimization, section 9.3.2";

    private Problems() {}

    /**
     * Returns all problems.
     *
     * @return convex ones, those of {@link PenalizedQuadratics}, then those of {@link MoreGarbowHillstrom}
     */
    public static List<Problem<?>> all() {
        List<Problem<?>> all = new ArrayList<>(List.of(
                sphere(),
                illConditioned(),
                booth(),
                chain(),
                exponentials(),
                logSumExp(),
                lasso(),
                leastSquares(),
                logistic(),
                ridge(),
                elasticNet(),
                median()));
        all.addAll(PenalizedQuadratics.problems());
        all.addAll(MoreGarbowHillstrom.problems());
        return List.copyOf(all);
    }

    /**
     * Returns problems with bounds from the collection of Hock and Schittkowski: 1, 3, 4, 5 and 38. They are none of
     * {@link #all}, as some aren't convex and some aren't defined in a useful way outside of the bounds.
     *
     * @return composite problems
     */
    public static List<Problem<Composite<? extends Smooth>>> bounded() {
        return Bounded.problems();
    }

    /**
     * The easiest: F(x) = ½Σxⱼ².
     *
     * @return a curved problem of five numbers
     */
    public static Problem<Curved> sphere() {
        Quadratic f = Quadratic.diagonal(new double[] {1, 1, 1, 1, 1}, new double[5]);
        return new Problem<>("Sphere", "½Σxⱼ²", f, new double[] {1, 2, 3, -4, 5}, new double[5], 0, true, "");
    }

    /**
     * A long valley: F(x) = ½Σ10ʲ·(xⱼ − 1)², j = 0 … 4, of condition 10⁴.
     *
     * @return a curved problem of five numbers
     */
    public static Problem<Curved> illConditioned() {
        double[] ones = {1, 1, 1, 1, 1};
        Quadratic f = Quadratic.diagonal(new double[] {1, 10, 100, 1e3, 1e4}, ones);
        return new Problem<>("Ill-conditioned quadratic", "½Σ10ʲ·(xⱼ − 1)²", f, new double[5], ones, 0, true, "");
    }

    /**
     * Booth's function, a tilted bowl: (x + 2y − 7)² + (2x + y − 5)².
     *
     * @return a curved problem of two numbers
     */
    public static Problem<Curved> booth() {
        Quadratic f = new Quadratic(new double[][] {{10, 8}, {8, 10}}, new double[] {1, 3}, 0);
        return new Problem<>(
                "Booth", "(x + 2y − 7)² + (2x + y − 5)²", f, new double[2], new double[] {1, 3}, 0, true, "");
    }

    /**
     * A chain of springs, the hardest quadratic for methods of first order: ½x₁² + ½Σ(xⱼ − xⱼ₊₁)² + ½x₂₀² − x₁ + 10/21.
     *
     * @return a curved problem of twenty numbers
     */
    public static Problem<Curved> chain() {
        int n = 20;
        double[][] a = new double[n][n];
        double[] answer = new double[n];
        for (int j = 0; j < n; j++) {
            a[j][j] = 2;
            a[j][Math.max(0, j - 1)] += j > 0 ? -1 : 0;
            a[j][Math.min(n - 1, j + 1)] += j < n - 1 ? -1 : 0;
            answer[j] = 1 - (j + 1) / (n + 1.0);
        }
        return new Problem<>(
                "Chain",
                "½x₁² + ½Σ(xⱼ − xⱼ₊₁)² + ½x₂₀² − x₁ + 10/21",
                new Quadratic(a, answer, 0),
                new double[n],
                answer,
                0,
                true,
                "Y. Nesterov (2004): Introductory Lectures on Convex Optimization, section 2.1.2");
    }

    private static double sumOfExponentials(double[] t, double[] g) {
        double a = Math.exp(t[0] + 3 * t[1] - 0.1);
        double b = Math.exp(t[0] - 3 * t[1] - 0.1);
        double c = Math.exp(-t[0] - 0.1);
        g[0] = a + b - c;
        g[1] = 3 * a - 3 * b;
        return a + b + c;
    }

    /**
     * Three exponentials: e^(x + 3y − 0.1) + e^(x − 3y − 0.1) + e^(−x − 0.1), least at (−½·log 2, 0).
     *
     * @return a smooth problem of two numbers
     */
    public static Problem<Smooth> exponentials() {
        String formula = "e^(x + 3y − 0.1) + e^(x − 3y − 0.1) + e^(−x − 0.1)";
        return new Problem<>(
                "Exponentials",
                formula,
                new Formula(2, formula, Problems::sumOfExponentials),
                new double[] {-1, 1},
                new double[] {-0.5 * Math.log(2), 0},
                Math.sqrt(8) * Math.exp(-0.1),
                true,
                BOYD);
    }

    /**
     * The logarithm of {@link #exponentials}, which is flatter far out: log-sum-exp.
     *
     * @return a smooth problem of two numbers
     */
    public static Problem<Smooth> logSumExp() {
        String formula = "log(e^(x + 3y − 0.1) + e^(x − 3y − 0.1) + e^(−x − 0.1))";
        Formula f = new Formula(2, formula, (t, g) -> {
            double sum = sumOfExponentials(t, g);
            g[0] /= sum;
            g[1] /= sum;
            return Math.log(sum);
        });
        return new Problem<>(
                "Log-sum-exp",
                formula,
                f,
                new double[] {-1, 1},
                new double[] {-0.5 * Math.log(2), 0},
                Math.log(8) / 2 - 0.1,
                true,
                BOYD);
    }

    /**
     * Rosenbrock's banana: 100·(y − x²)² + (1 − x)².
     *
     * @return a problem of two numbers and two residuals
     */
    public static Problem<LeastSquares> rosenbrock() {
        return MoreGarbowHillstrom.ROSENBROCK.problem();
    }

    /**
     * A quadratic with a lasso penalty, built backwards from its answer x* = (2, −1, 0, 0): with the subgradient
     * s = (1, −1, 0.5, −0.2) of ‖·‖₁ there, F(x) = ½(x − m)ᵀ·A·(x − m) + ½‖x‖₁, m = x* + ½A⁻¹·s.
     *
     * @return a composite problem of four numbers
     */
    public static Problem<Composite<? extends Smooth>> lasso() {
        double[][] a = {{4, 1, 0, 0}, {1, 3, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 5}};
        double[] answer = {2, -1, 0, 0};
        // ½A⁻¹·s: the first block has the inverse (3, −1; −1, 4)/11, and s = (1, −1) there
        double[] m = {2 + 4 / 22.0, -1 - 5 / 22.0, 0.125, -0.02};
        Composite<? extends Smooth> f = new Quadratic(a, m, 0).penalized("theta", new L1Penalty(0.5));
        return new Problem<>(
                "Lasso",
                "½(x − m)ᵀ·A·(x − m) + ½‖x‖₁",
                f,
                new double[] {-1, 2, 3, -2},
                answer,
                f.value(answer),
                true,
                "");
    }

    private static LinearSum risk(dev.limpid.core.loss.Loss loss, boolean intercept, double[][] x, double... y) {
        return EmpiricalRisk.linear(new LinearHypothesis(x[0].length, 1, intercept), loss, Dataset.of(x, y));
    }

    /**
     * Least squares with an answer that fits exactly: y = 2 − x₁ + 3x₂.
     *
     * @return a finite sum of six rows and three numbers
     */
    public static Problem<LinearSum> leastSquares() {
        double[][] x = {{0, 0}, {1, 0}, {0, 1}, {1, 1}, {-1, 1}, {-1, -1}};
        double[] y = {2, 1, 5, 4, 6, 0};
        return new Problem<>(
                "Least squares",
                "(1/n) Σᵢ ½(b + ⟨xᵢ, w⟩ − yᵢ)²",
                risk(new SquaredLoss(), true, x, y),
                new double[3],
                new double[] {-1, 3, 2},
                0,
                true,
                "");
    }

    /**
     * Logistic regression on two groups, in which one of four and three of four rows are of class 1: the log-odds are ∓log 3.
     *
     * @return a finite sum of eight rows and two numbers
     */
    public static Problem<LinearSum> logistic() {
        double[][] x = {{1, 0}, {1, 0}, {1, 0}, {1, 0}, {0, 1}, {0, 1}, {0, 1}, {0, 1}};
        double logOdds = Math.log(3);
        return new Problem<>(
                "Logistic",
                "(1/n) Σᵢ log(1 + exp(−(2yᵢ − 1)·⟨xᵢ, w⟩))",
                risk(new LogisticLoss(), false, x, 1, 0, 0, 0, 1, 1, 1, 0),
                new double[] {2, 1},
                new double[] {-logOdds, logOdds},
                -0.25 * Math.log(0.25) - 0.75 * Math.log(0.75),
                true,
                "");
    }

    /**
     * Ridge regression, built backwards from its answer w* = (1, −1): the residuals r = (0, −2, 0, 0) have Xᵀ·r/n = −½·w*.
     *
     * @return a finite sum of four rows and two numbers, with a penalty that has a gradient and a prox
     */
    public static Problem<LinearSum> ridge() {
        double[][] x = {{2, 1}, {1, -1}, {0, 1}, {1, 0}};
        return new Problem<>(
                "Ridge",
                "(1/n) Σᵢ ½(⟨xᵢ, w⟩ − yᵢ)² + ½·½‖w‖²",
                risk(new SquaredLoss(), false, x, 1, 4, -1, 1).penalized("weights", L2Penalty.of(0.5)),
                new double[] {-2, 3},
                new double[] {1, -1},
                0.5 * 4 / 4 + 0.25 * 2,
                true,
                "");
    }

    /**
     * Logistic regression with an elastic net of strength 0.1 and ratio ½, built backwards from its answer w* = (log 3, 0): the
     * slopes ½(σ(wⱼ) − yⱼ) of the soft labels y are −0.05·(1 + log 3), and −0.025, which is less than 0.05.
     *
     * @return a composite problem of two rows and two numbers
     */
    public static Problem<Composite<? extends LinearSum>> elasticNet() {
        double logOdds = Math.log(3);
        double y = 0.75 + 0.1 * (1 + logOdds);
        Composite<? extends LinearSum> f = risk(new LogisticLoss(), false, new double[][] {{1, 0}, {0, 1}}, y, 0.55)
                .penalized("weights", (Penalty) ElasticNetPenalty.of(0.1, 0.5));
        return new Problem<>(
                "Elastic net",
                "(1/n) Σᵢ (log(1 + exp(⟨xᵢ, w⟩)) − yᵢ·⟨xᵢ, w⟩) + 0.05‖w‖₁ + 0.025‖w‖²",
                f,
                new double[] {-1, 2},
                new double[] {logOdds, 0},
                0.5 * (Math.log(4) - y * logOdds + Math.log(2)) + 0.05 * logOdds + 0.025 * logOdds * logOdds,
                true,
                "");
    }

    /**
     * The median of five numbers, where the objective has a kink.
     *
     * @return a finite sum of five rows and one number
     */
    public static Problem<LinearSum> median() {
        double[][] x = {{1}, {1}, {1}, {1}, {1}};
        return new Problem<>(
                "Median",
                "(1/n) Σᵢ ½|w − yᵢ|",
                risk(new QuantileLoss(0.5), false, x, 7, -1, 2, 3, 40),
                new double[] {20},
                new double[] {3},
                0.5 * (4 + 4 + 1 + 0 + 37) / 5,
                true,
                "");
    }

    /**
     * Returns the problems that offer a view.
     *
     * @param view class of the view
     * @param <V> the view
     * @return the problems
     */
    @SuppressWarnings("unchecked") // the objective is looked at
    public static <V extends Objective> List<Problem<V>> offering(Class<V> view) {
        return all().stream()
                .filter(problem -> view.isInstance(problem.objective()))
                .map(problem -> (Problem<V>) problem)
                .toList();
    }
}
