package dev.limpid.core.optimizer.direct;

import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.Arrays;
import java.util.Map;

/** A run of {@link NelderMead}; the numbers in comments are those of its steps. */
final class NelderMeadRun implements ParameterRun {

    private static final double PART = 0.05;

    private static final double SMALL = 0.00025;

    /** Restarts in a row that gain next to nothing before the run believes it. */
    private static final int IN_VAIN = 2;

    private final NelderMead method;
    private final Objective objective;
    private final Memory memory;
    private final int p;
    private final double expand;
    private final double contract;
    private final double shrink;
    private final double[] theta; // x₀
    private final double[] values; // F(x₀) ≤ … ≤ F(x_p)
    private final double[] state; // F₀, F(x₀) at the last restart, restarts in vain, largest edge of the first simplex

    NelderMeadRun(NelderMead method, Objective objective, double[] theta0, Memory memory) {
        boolean resumes = memory.has("theta");
        int n = Math.max(theta0.length, 2);
        this.method = method;
        this.objective = objective;
        this.memory = memory;
        this.p = theta0.length;
        this.expand = 1 + 2.0 / n;
        this.contract = 0.75 - 0.5 / n;
        this.shrink = 1 - 1.0 / n;
        this.theta = memory.array("theta", p);
        this.values = memory.array("values", p + 1);
        this.state = memory.array("state", 4);
        if (!resumes) {
            System.arraycopy(theta0, 0, theta, 0, p);
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, objective);
        if (steps.iteration() == 1) {
            state[0] = objective.value(theta);
            state[1] = Double.POSITIVE_INFINITY;
            if (!Double.isFinite(state[0])) {
                return steps.made(
                        state[0],
                        Double.NaN,
                        0,
                        Map.of(),
                        new StopReason(
                                StopReason.Kind.DIVERGED,
                                "The objective is " + state[0] + " where the run begins: start from another point."));
            }
            values[0] = state[0];
            spread(PART);
            state[3] = longestEdge();
        }
        double before = values[0];
        StopReason reason = collapsed() ? restart() : StopReason.RUNNING;
        if (!reason.isFinal()) {
            move();
            sort();
        }
        System.arraycopy(vertex(0), 0, theta, 0, p);
        return steps.made(
                values[0],
                Double.NaN,
                longestEdge(),
                Map.of(Step.BEFORE, before, "spread", values[p] - values[0]),
                reason);
    }

    private double[] vertex(int i) {
        return memory.array("vertex" + i, p);
    }

    private double value(double[] x) {
        double value = objective.value(x);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /** A simplex at x₀ that goes along each axis by a part of the coordinate. */
    private void spread(double part) {
        System.arraycopy(theta, 0, vertex(0), 0, p);
        for (int i = 1; i <= p; i++) {
            double[] x = vertex(i);
            System.arraycopy(theta, 0, x, 0, p);
            x[i - 1] = x[i - 1] == 0 ? SMALL / PART * part : (1 + part) * x[i - 1];
            values[i] = value(x);
        }
        sort();
    }

    private void move() {
        double[] mean = new double[p];
        for (int i = 0; i < p; i++) {
            double[] x = vertex(i);
            for (int j = 0; j < p; j++) {
                mean[j] += x[j] / p;
            }
        }
        double[] worst = vertex(p);
        double[] reflected = from(mean, -1, worst);
        double fr = value(reflected);
        if (fr < values[0]) {
            double[] expanded = from(mean, expand, reflected);
            double fe = value(expanded);
            take(fe < fr ? expanded : reflected, Math.min(fe, fr)); // (2)
        } else if (fr < values[p - 1]) {
            take(reflected, fr); // (1)
        } else {
            boolean outside = fr < values[p];
            double[] contracted = from(mean, outside ? contract : -contract, reflected);
            double fc = value(contracted);
            if (outside ? fc <= fr : fc < values[p]) {
                take(contracted, fc); // (3) (4)
            } else {
                shrink(); // (5)
            }
        }
    }

    /** x̄ + c·(x − x̄). */
    private double[] from(double[] mean, double c, double[] x) {
        double[] out = new double[p];
        for (int j = 0; j < p; j++) {
            out[j] = mean[j] + c * (x[j] - mean[j]);
        }
        return out;
    }

    private void take(double[] x, double value) {
        System.arraycopy(x, 0, vertex(p), 0, p);
        values[p] = value;
    }

    private void shrink() {
        double[] best = vertex(0);
        for (int i = 1; i <= p; i++) {
            double[] x = vertex(i);
            for (int j = 0; j < p; j++) {
                x[j] = best[j] + shrink * (x[j] - best[j]);
            }
            values[i] = value(x);
        }
    }

    /** By values; vertices of the same value keep their order. */
    private void sort() {
        for (int i = 1; i <= p; i++) {
            for (int k = i; k > 0 && values[k] < values[k - 1]; k--) {
                double value = values[k];
                values[k] = values[k - 1];
                values[k - 1] = value;
                double[] x = vertex(k).clone();
                System.arraycopy(vertex(k - 1), 0, vertex(k), 0, p);
                System.arraycopy(x, 0, vertex(k - 1), 0, p);
            }
        }
    }

    private double longestEdge() {
        double longest = 0;
        for (int i = 1; i <= p; i++) {
            double[] x = vertex(i);
            double[] best = vertex(0);
            for (int j = 0; j < p; j++) {
                longest = Math.max(longest, Math.abs(x[j] - best[j]));
            }
        }
        return longest;
    }

    private boolean collapsed() {
        boolean small = longestEdge() <= Math.sqrt(method.tolerance()) * state[3]
                || (values[p] == values[0] && longestEdge() <= Math.ulp(largest(theta)) * 4);
        double spread = values[p] - values[0];
        return small && (spread <= method.tolerance() * (state[0] - values[0]) || Double.isInfinite(spread));
    }

    private static double largest(double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElse(0);
    }

    /** Line (6), or the end. */
    private StopReason restart() {
        double fall = state[0] - values[0];
        double gained = state[1] - values[0];
        if (fall == 0) {
            return new StopReason(
                    StopReason.Kind.STALLED,
                    "The simplex collapsed where it began, as no value below that at the start, " + values[0]
                            + ", was found: the start is a minimum, or a place that can be left by ways between the axes alone, or the"
                            + " objective is not finite around it.");
        }
        state[2] = gained <= method.tolerance() * fall ? state[2] + 1 : 0;
        if (state[2] >= IN_VAIN) {
            return StopReason.converged("The simplex collapsed again after " + IN_VAIN
                    + " restarts that lowered the objective, " + values[0] + ", by at most " + method.tolerance()
                    + " each of the fall so far, " + fall + ".");
        }
        state[1] = values[0];
        System.arraycopy(vertex(0), 0, theta, 0, p);
        spread(state[2] == 0 ? PART : -10 * PART);
        return StopReason.RUNNING;
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public double[] theta() {
        return theta.clone();
    }
}
