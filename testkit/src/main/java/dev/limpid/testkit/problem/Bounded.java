package dev.limpid.testkit.problem;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.penalty.constraint.Box;
import java.util.List;

/** Problems with bounds, from the collection of Hock and Schittkowski; each start lies between the bounds. */
final class Bounded {

    private static final String SOURCE =
            "W. Hock, K. Schittkowski (1981): Test Examples for Nonlinear Programming Codes";

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private Bounded() {}

    static List<Problem<Composite<? extends Smooth>>> problems() {
        return List.of(hs1(), hs3(), hs4(), hs5(), hs38());
    }

    private static Problem<Composite<? extends Smooth>> of(
            String name,
            Smooth smooth,
            double[] lower,
            double[] upper,
            double[] start,
            double[] minimiser,
            double minimum,
            boolean convex) {
        return new Problem<>(
                name,
                smooth.formula() + " between bounds",
                smooth.penalized("theta", Box.of(lower, upper)),
                start,
                minimiser,
                minimum,
                convex,
                SOURCE);
    }

    /** Rosenbrock's function with a bound that the path may meet, but not the minimum. */
    private static Problem<Composite<? extends Smooth>> hs1() {
        return of(
                "Hock–Schittkowski 1",
                Problems.rosenbrock().objective(),
                Mgh.at(-INFINITY, -1.5),
                Mgh.at(INFINITY, INFINITY),
                Mgh.at(-2, 1),
                Mgh.at(1, 1),
                0,
                false);
    }

    /** A slope of 1 towards the bound, and almost none along it. */
    private static Problem<Composite<? extends Smooth>> hs3() {
        Formula f = new Formula(2, "x₂ + 10⁻⁵·(x₂ − x₁)²", (t, g) -> {
            double d = t[1] - t[0];
            g[0] = -2e-5 * d;
            g[1] = 1 + 2e-5 * d;
            return t[1] + 1e-5 * d * d;
        });
        return of(
                "Hock–Schittkowski 3",
                f,
                Mgh.at(-INFINITY, 0),
                Mgh.at(INFINITY, INFINITY),
                Mgh.at(10, 1),
                Mgh.at(0, 0),
                0,
                true);
    }

    /** A vertex. */
    private static Problem<Composite<? extends Smooth>> hs4() {
        Formula f = new Formula(2, "(x₁ + 1)³/3 + x₂", (t, g) -> {
            g[0] = (t[0] + 1) * (t[0] + 1);
            g[1] = 1;
            return g[0] * (t[0] + 1) / 3 + t[1];
        });
        return of(
                "Hock–Schittkowski 4",
                f,
                Mgh.at(1, 0),
                Mgh.at(INFINITY, INFINITY),
                Mgh.at(1.125, 0.125),
                Mgh.at(1, 0),
                8 / 3.0,
                true);
    }

    /** A wave. */
    private static Problem<Composite<? extends Smooth>> hs5() {
        Formula f = new Formula(2, "sin(x₁ + x₂) + (x₁ − x₂)² − 1.5·x₁ + 2.5·x₂ + 1", (t, g) -> {
            double d = t[0] - t[1];
            double cos = Math.cos(t[0] + t[1]);
            g[0] = cos + 2 * d - 1.5;
            g[1] = cos - 2 * d + 2.5;
            return Math.sin(t[0] + t[1]) + d * d - 1.5 * t[0] + 2.5 * t[1] + 1;
        });
        return of(
                "Hock–Schittkowski 5",
                f,
                Mgh.at(-1.5, -3),
                Mgh.at(4, 3),
                Mgh.at(0, 0),
                Mgh.at(0.5 - Math.PI / 3, -0.5 - Math.PI / 3),
                -Math.sqrt(3) / 2 - Math.PI / 3,
                false);
    }

    /** Wood's function in a box. */
    private static Problem<Composite<? extends Smooth>> hs38() {
        return of(
                "Hock–Schittkowski 38",
                MoreGarbowHillstrom.WOOD.problem().objective(),
                Mgh.repeat(4, -10),
                Mgh.repeat(4, 10),
                Mgh.at(-3, -1, -3, -1),
                Mgh.at(1, 1, 1, 1),
                0,
                false);
    }
}
