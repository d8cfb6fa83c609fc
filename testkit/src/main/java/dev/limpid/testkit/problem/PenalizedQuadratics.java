package dev.limpid.testkit.problem;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.objective.Split;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.constraint.L2Ball;
import dev.limpid.core.penalty.constraint.Simplex;
import dev.limpid.core.penalty.structured.TotalVariationPenalty;
import java.util.List;

/**
 * Quadratics ½(x − m)ᵀ·A·(x − m) over sets and with penalties, built backwards from their answers: with h a subgradient of the penalty
 * at x*, m = x* + A⁻¹·h makes ∇S(x*) = −h.
 *
 * @since 0.1.0
 */
public final class PenalizedQuadratics {

    private static final String QUADRATIC = "½(x − m)ᵀ·A·(x − m)";

    private PenalizedQuadratics() {}

    /**
     * Returns these problems.
     *
     * @return three over sets, and one whose two penalties are taken apart
     */
    public static List<Problem<?>> problems() {
        return List.of(onSimplex(), inBox(), inBall(), fused());
    }

    private static Problem<Composite<? extends Smooth>> over(
            String name, Quadratic quadratic, String set, Penalty penalty, double[] start, double[] answer) {
        Composite<? extends Smooth> f = quadratic.penalized("theta", penalty);
        return new Problem<>(name, QUADRATIC + set, f, start, answer, f.value(answer), true, "");
    }

    /**
     * The nearest point of the unit simplex to (0.8, −0.2, 0.5, 1.3, 0.1): 0.8 − τ, 1.3 − τ, and 0 for what is below τ = 0.55.
     *
     * @return a composite problem of five numbers
     */
    public static Problem<Composite<? extends Smooth>> onSimplex() {
        Quadratic distance = Quadratic.diagonal(new double[] {1, 1, 1, 1, 1}, new double[] {0.8, -0.2, 0.5, 1.3, 0.1});
        return over(
                "Simplex",
                distance,
                ", A = I, x ≥ 0, Σx = 1",
                Simplex.of(1),
                new double[] {0, 1, 0, 0, 0},
                new double[] {0.25, 0, 0, 0.75, 0});
    }

    /**
     * Numbers between 0 and 1, with x* = (1, 0.3, 0) and h = (2, 0, −1): upwards at the upper bound, downwards at the lower one, 0
     * between.
     *
     * @return a composite problem of three numbers
     */
    public static Problem<Composite<? extends Smooth>> inBox() {
        double[][] a = {{4, 1, 0}, {1, 3, 0}, {0, 0, 2}};
        double[] m = {1 + 6 / 11.0, 0.3 - 2 / 11.0, -0.5}; // A⁻¹·h = (6/11, −2/11, −½)
        return over("Box", new Quadratic(a, m, 0), ", 0 ≤ x ≤ 1", Box.of(0, 1), new double[] {0, 1, 1}, new double[] {
            1, 0.3, 0
        });
    }

    /**
     * The unit ball, with x* = (0.6, 0, 0.8) and h = 2·x*, outwards.
     *
     * @return a composite problem of three numbers
     */
    public static Problem<Composite<? extends Smooth>> inBall() {
        double[] m = {1.8, 0, 1.2}; // A⁻¹·h = (1.2, 0, 0.4)
        return over(
                "Ball",
                Quadratic.diagonal(new double[] {1, 2, 4}, m),
                ", ‖x‖ ≤ 1",
                L2Ball.of(1),
                new double[3],
                new double[] {0.6, 0, 0.8});
    }

    /**
     * Two penalties, each with a prox of its own: x* = (2, 2, 0, 0), where ½‖x‖₁ has the subgradient ½·(1, 1, 0.4, −0.2) and the total
     * variation (−0.5, 1.5, −1.3, 0.3), that of the jumps (0.5, −1, 0.3).
     *
     * @return a split problem of four numbers
     */
    public static Problem<Split<? extends Smooth>> fused() {
        double[][] a = {{4, 1, 0, 0}, {1, 3, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 5}};
        double[] m = {2 - 2 / 11.0, 2 + 8 / 11.0, -0.55, 0.04}; // h = (0, 2, −1.1, 0.2)
        double[] answer = {2, 2, 0, 0};
        Split<? extends Smooth> f = new Quadratic(a, m, 0)
                .penalized("theta", TotalVariationPenalty.of(1))
                .split("theta", L1Penalty.of(0.5));
        return new Problem<>(
                "Fused lasso, split",
                QUADRATIC + " + Σ|xⱼ₊₁ − xⱼ| + ½‖x‖₁",
                f,
                new double[] {-1, 2, 3, -2},
                answer,
                f.value(answer),
                true,
                "");
    }
}
