package dev.limpid.testkit.problem;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.penalty.L1Penalty;
import java.util.List;

/**
 * The catalogue: problems with known answers, smooth and composite ones and finite sums.
 *
 * <pre>{@code
 * assertThat(Lbfgs.defaults()).minimizes(Problems.rosenbrock());
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Problems {

    private static final String MORE =
            "J. J. Moré, B. S. Garbow, K. E. Hillstrom (1981): Testing Unconstrained" + " Optimization Software";

    private Problems() {}

    /**
     * Returns all problems.
     *
     * @return smooth, composite, finite sums
     */
    public static List<Problem<?>> all() {
        return List.of(
                sphere(),
                illConditioned(),
                booth(),
                rosenbrock(),
                beale(),
                extendedPowell(),
                wood(),
                lasso(),
                leastSquares(),
                logistic(),
                median());
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
     * Rosenbrock's banana: 100·(y − x²)² + (1 − x)².
     *
     * @return a smooth problem of two numbers
     */
    public static Problem<Smooth> rosenbrock() {
        String formula = "100·(y − x²)² + (1 − x)²";
        Formula f = new Formula(2, formula, (t, g) -> {
            double valley = t[1] - t[0] * t[0];
            double away = 1 - t[0];
            g[0] = -400 * t[0] * valley - 2 * away;
            g[1] = 200 * valley;
            return 100 * valley * valley + away * away;
        });
        return new Problem<>(
                "Rosenbrock",
                formula,
                f,
                new double[] {-1.2, 1},
                new double[] {1, 1},
                0,
                false,
                "H. H. Rosenbrock (1960): An Automatic Method for Finding the Greatest or Least Value of a Function");
    }

    /**
     * Beale's function: Σₖ (cₖ − x·(1 − yᵏ))², c = 1.5, 2.25, 2.625.
     *
     * @return a smooth problem of two numbers
     */
    public static Problem<Smooth> beale() {
        double[] c = {1.5, 2.25, 2.625};
        String formula = "Σₖ (cₖ − x·(1 − yᵏ))², c = 1.5, 2.25, 2.625";
        Formula f = new Formula(2, formula, (t, g) -> {
            double sum = 0;
            for (int k = 1; k <= c.length; k++) {
                double power = Math.pow(t[1], k);
                double r = c[k - 1] - t[0] * (1 - power);
                g[0] -= 2 * r * (1 - power);
                g[1] += 2 * r * t[0] * k * Math.pow(t[1], k - 1);
                sum += r * r;
            }
            return sum;
        });
        return new Problem<>("Beale", formula, f, new double[] {1, 1}, new double[] {3, 0.5}, 0, false, MORE);
    }

    /**
     * Powell's singular function, whose Hessian has two zero eigenvalues at the minimum, so that methods slow down:
     * (x₁ + 10x₂)² + 5(x₃ − x₄)² + (x₂ − 2x₃)⁴ + 10(x₁ − x₄)⁴.
     *
     * @return a smooth problem of four numbers
     */
    public static Problem<Smooth> extendedPowell() {
        String formula = "(x₁ + 10x₂)² + 5(x₃ − x₄)² + (x₂ − 2x₃)⁴ + 10(x₁ − x₄)⁴";
        Formula f = new Formula(4, formula, (t, g) -> {
            double a = t[0] + 10 * t[1];
            double b = t[2] - t[3];
            double c = t[1] - 2 * t[2];
            double d = t[0] - t[3];
            g[0] = 2 * a + 40 * d * d * d;
            g[1] = 20 * a + 4 * c * c * c;
            g[2] = 10 * b - 8 * c * c * c;
            g[3] = -10 * b - 40 * d * d * d;
            return a * a + 5 * b * b + c * c * c * c + 10 * d * d * d * d;
        });
        return new Problem<>("Powell singular", formula, f, new double[] {3, -1, 0, 1}, new double[4], 0, true, MORE);
    }

    /**
     * Wood's function, with a saddle on the way: 100(x₂ − x₁²)² + (1 − x₁)² + 90(x₄ − x₃²)² + (1 − x₃)²
     * + 10(x₂ + x₄ − 2)² + 0.1(x₂ − x₄)².
     *
     * @return a smooth problem of four numbers
     */
    public static Problem<Smooth> wood() {
        String formula = "100(x₂ − x₁²)² + (1 − x₁)² + 90(x₄ − x₃²)² + (1 − x₃)² + 10(x₂ + x₄ − 2)² + 0.1(x₂ − x₄)²";
        Formula f = new Formula(4, formula, (t, g) -> {
            double a = t[1] - t[0] * t[0];
            double b = t[3] - t[2] * t[2];
            double sum = t[1] + t[3] - 2;
            double difference = t[1] - t[3];
            g[0] = -400 * t[0] * a - 2 * (1 - t[0]);
            g[1] = 200 * a + 20 * sum + 0.2 * difference;
            g[2] = -360 * t[2] * b - 2 * (1 - t[2]);
            g[3] = 180 * b + 20 * sum - 0.2 * difference;
            return 100 * a * a
                    + (1 - t[0]) * (1 - t[0])
                    + 90 * b * b
                    + (1 - t[2]) * (1 - t[2])
                    + 10 * sum * sum
                    + 0.1 * difference * difference;
        });
        return new Problem<>(
                "Wood", formula, f, new double[] {-3, -1, -3, -1}, new double[] {1, 1, 1, 1}, 0, false, MORE);
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
