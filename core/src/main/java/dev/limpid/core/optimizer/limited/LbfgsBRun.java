package dev.limpid.core.optimizer.limited;

import dev.limpid.core.internal.optimizer.LbfgsPairs;
import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Line;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;

/** A run of {@link LbfgsB}; the numbers in comments are those of its steps. */
final class LbfgsBRun implements ParameterRun {

    /** Steps in a row without progress before the run gives up. */
    private static final int PATIENCE = 20;

    private final LbfgsB method;
    private final Composite<? extends Smooth> objective;
    private final Bounds bounds;
    private final Memory memory;
    private final LbfgsPairs pairs;
    private final Patience patience;
    private final double[] theta;
    private final double[] g;
    private final double[] state; // S(θ), the first projected gradient, S(θ₀)

    LbfgsBRun(LbfgsB method, Composite<? extends Smooth> objective, Bounds bounds, double[] theta0, Memory memory) {
        boolean resumes = memory.has("theta");
        this.method = method;
        this.objective = objective;
        this.bounds = bounds;
        this.memory = memory;
        this.pairs = new LbfgsPairs(memory, method.memory(), theta0.length);
        this.patience = new Patience(PATIENCE, "the projected gradient's largest entry", memory);
        this.theta = memory.array("theta", theta0.length);
        this.g = memory.array("gradient", theta0.length);
        this.state = memory.array("state", 3);
        if (!resumes) {
            for (int j = 0; j < theta.length; j++) {
                theta[j] = bounds.clamp(theta0[j], j);
            }
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, objective);
        if (steps.iteration() == 1) {
            state[0] = objective.smooth().gradient(theta, g);
            state[1] = bounds.projectedNorm(theta, g);
            state[2] = state[0];
            patience.see(state[0], state[1]);
        }
        double before = state[0];
        double norm = bounds.projectedNorm(theta, g);
        if (!Double.isFinite(before) || !Double.isFinite(Vectors.maxNorm(g))) {
            return steps.still(before, norm, Sentences.diverged(before, norm));
        }
        if (norm == 0) {
            return steps.still(before, norm, StopReason.converged("The projected gradient is 0."));
        }
        double[] d = direct();
        StopReason end = judge(norm, -Vectors.dot(g, d) / 2);
        if (end.isFinal()) {
            return steps.still(before, norm, end);
        }
        double slope = Vectors.dot(g, d);
        double alpha = search(d);
        if (alpha == 0 && pairs.forget()) {
            d = direct();
            slope = Vectors.dot(g, d);
            alpha = search(d);
        }
        if (alpha == 0) {
            return steps.still(
                    before, norm, Sentences.noBetterPoint(method.search().name(), before, slope, norm, state[1]));
        }
        double after = bounds.projectedNorm(theta, g);
        patience.see(state[0], after);
        StopReason reason = patience.isOver() ? patience.stalled(state[0], after) : StopReason.RUNNING;
        return steps.moved(before, slope, alpha, state[0], after, reason);
    }

    private double[] direct() {
        double[] d = new BoundedModel(new CompactHessian(pairs), bounds, theta, g).direction(); // (1) to (4)
        if (!(Vectors.dot(g, d) < 0 && Double.isFinite(Vectors.dot(d, d))) && pairs.forget()) {
            d = new BoundedModel(new CompactHessian(pairs), bounds, theta, g).direction();
        }
        return d;
    }

    /** Lines (5) and (6); 0 if no point is accepted. */
    private double search(double[] d) {
        Line.Point zero = new Line.Point(0, state[0], Vectors.dot(g, d));
        if (!(zero.slope() < 0)) {
            return 0;
        }
        BoundedLine line = new BoundedLine(objective.smooth(), bounds, theta, d, zero);
        double guess = pairs.count() > 0 ? 1 : Math.min(1, 1 / Vectors.norm(d));
        Line.Point found = method.search().along(line, guess, memory.scope("search")); // (5)
        if (found.alpha() > 0) {
            double[] next = new double[theta.length];
            double[] y = new double[theta.length];
            line.take(found, next, y);
            double[] s = next.clone();
            Vectors.add(s, -1, theta);
            Vectors.copy(next, theta);
            double[] gNext = y.clone();
            Vectors.add(y, -1, g);
            Vectors.copy(gNext, g);
            state[0] = found.value();
            pairs.keep(s, y); // (6)
        }
        return found.alpha();
    }

    private StopReason judge(double norm, double promise) {
        double tolerance = method.tolerance();
        double fall = state[2] - state[0];
        if (norm <= tolerance * state[1] && promise <= tolerance * tolerance * fall) {
            return StopReason.converged("The largest entry of the projected gradient, " + norm + ", is at most "
                    + tolerance + " of its start, " + state[1] + ", and the next step promises a fall of " + promise
                    + " after one of " + fall + ".");
        }
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
