package dev.limpid.testkit.problem;

import dev.limpid.core.objective.LeastSquares;
import java.util.function.Supplier;

/** How the problems of Moré, Garbow and Hillstrom are put together. */
final class Mgh {

    static final String SOURCE =
            "J. J. Moré, B. S. Garbow, K. E. Hillstrom (1981): Testing Unconstrained Optimization Software";

    private final String name;
    private final String formula;
    private final double[] start;
    private final int residuals;
    private final Residuals.Rows rows;
    private boolean convex;

    private Mgh(String name, String formula, double[] start, int residuals, Residuals.Rows rows) {
        this.name = name;
        this.formula = formula;
        this.start = start;
        this.residuals = residuals;
        this.rows = rows;
    }

    static Mgh of(String name, String formula, int residuals, Residuals.Rows rows, double... start) {
        return new Mgh(name, formula, start, residuals, rows);
    }

    Mgh convex() {
        convex = true;
        return this;
    }

    /** Returns how to make the problem from its minimum, its minimiser and further minima. */
    Supplier<Problem<LeastSquares>> minimum(double minimum, double[] minimiser, double... others) {
        return () -> new Problem<>(
                name,
                formula,
                new Residuals(start.length, residuals, formula, rows),
                start,
                minimiser,
                minimum,
                convex,
                SOURCE,
                others);
    }

    static double[] at(double... x) {
        return x;
    }

    static double[] repeat(int times, double... x) {
        double[] out = new double[times * x.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = x[j % x.length];
        }
        return out;
    }

    static double sum(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v;
        }
        return sum;
    }

    static double square(double x) {
        return x * x;
    }
}
