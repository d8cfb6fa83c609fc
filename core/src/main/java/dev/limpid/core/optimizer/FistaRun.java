package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;

/** A run of {@link Fista}; the numbers in comments are those of its steps. */
final class FistaRun implements ParameterRun {

    /** Part of a value that its rounding may change. */
    private static final double ROUNDING = 1e-14;

    /** Length of the way over which the first L is measured. */
    private static final double SHORT_WAY = 1e-4;

    private static final int MOST_DOUBLINGS = 100;

    /** Steps in a row without progress before the run gives up; momentum may well lead uphill for some. */
    private static final int PATIENCE = 100;

    private final Fista fista;
    private final Composite<? extends Smooth> objective;
    private final Smooth smooth;
    private final Memory memory;
    private final Patience patience;
    private final double[] x;
    private final double[] z;
    private final double[] state; // t, L, F(x), scale of the tolerance
    private final double[] g;
    private final double[] next;

    FistaRun(Fista fista, Composite<? extends Smooth> objective, double[] theta0, Memory memory) {
        int p = theta0.length;
        boolean resumes = memory.has("theta");
        this.fista = fista;
        this.objective = objective;
        this.smooth = objective.smooth();
        this.memory = memory;
        this.patience = new Patience(PATIENCE, "the prox-gradient mapping's largest entry", memory);
        this.x = memory.array("theta", p);
        this.z = memory.array("ahead", p);
        this.state = memory.array("state", 4);
        this.g = new double[p];
        this.next = new double[p];
        if (!resumes) {
            Vectors.copy(theta0, x);
            Vectors.copy(theta0, z);
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, objective);
        double s = smooth.gradient(z, g);
        if (!Double.isFinite(s) || !Double.isFinite(Vectors.maxNorm(g))) {
            return steps.still(s, Vectors.maxNorm(g), Sentences.diverged(s, Vectors.maxNorm(g)));
        }
        if (steps.iteration() == 1) {
            begin(s);
        }
        double before = state[2];
        double sNext = descend(s);
        double[] move = minus(next, z);
        double mapping = state[1] * Vectors.maxNorm(move); // (3)
        if (!Double.isFinite(sNext)) {
            return steps.still(before, mapping, tooShort(sNext));
        }
        state[3] = Math.max(state[3], steps.iteration() == 1 ? mapping : 0);
        double length = 1 / state[1];
        double slope = -Vectors.dot(move, move) * state[1];
        accelerate();
        state[2] = sNext + objective.penalty(x);
        return steps.moved(before, slope, length, state[2], mapping, judge(mapping));
    }

    private void begin(double s) {
        state[0] = 1;
        state[1] = lipschitz();
        state[2] = s + objective.penalty(x);
        state[3] = Vectors.maxNorm(g);
    }

    /** ‖∇S(z − h·g/‖g‖) − ∇S(z)‖ / h. */
    private double lipschitz() {
        double norm = Vectors.norm(g);
        double[] there = z.clone();
        double[] gThere = new double[z.length];
        if (norm > 0) {
            Vectors.add(there, -SHORT_WAY / norm, g);
            smooth.gradient(there, gThere);
        }
        double l = Vectors.norm(minus(gThere, g)) / SHORT_WAY;
        return norm > 0 && l > 0 && Double.isFinite(l) ? l : Math.max(norm, Double.MIN_NORMAL);
    }

    /** Lines (1) and (2): the next point, and the smooth part there. */
    private double descend(double s) {
        for (int doubling = 0; ; doubling++) {
            double l = state[1];
            for (int j = 0; j < z.length; j++) {
                next[j] = z[j] - g[j] / l; // (1)
            }
            objective.prox(next, 1 / l);
            double[] move = minus(next, z);
            double sNext = smooth.value(next);
            double bound = s + Vectors.dot(g, move) + l / 2 * Vectors.dot(move, move);
            if (sNext <= bound + ROUNDING * Math.abs(s) || doubling == MOST_DOUBLINGS) {
                return sNext;
            }
            state[1] = 2 * l; // (2)
        }
    }

    private void accelerate() {
        double uphill = 0;
        for (int j = 0; j < x.length; j++) {
            uphill += (z[j] - next[j]) * (next[j] - x[j]);
        }
        if (uphill > 0) {
            state[0] = 1; // (4)
            state[1] /= 2;
        }
        double t = state[0];
        double tNext = (1 + Math.sqrt(1 + 4 * t * t)) / 2; // (5)
        for (int j = 0; j < x.length; j++) {
            z[j] = next[j] + (t - 1) / tNext * (next[j] - x[j]); // (6)
            x[j] = next[j];
        }
        state[0] = tNext;
    }

    private StopReason judge(double mapping) {
        if (mapping <= fista.tolerance() * state[3]) {
            return StopReason.converged(
                    mapping == 0
                            ? "The prox-gradient mapping is 0."
                            : "The largest entry of the prox-gradient mapping, " + mapping + ", is at most "
                                    + fista.tolerance() + " of the first gradient's, " + state[3] + ".");
        }
        patience.see(state[2], mapping);
        return patience.isOver() ? patience.stalled(state[2], mapping) : StopReason.RUNNING;
    }

    private StopReason tooShort(double value) {
        return new StopReason(
                StopReason.Kind.STALLED,
                "No step, however short, leads to a finite objective: it is " + value + " after " + MOST_DOUBLINGS
                        + " halvings. Start from another point.");
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        Vectors.add(difference, -1, b);
        return difference;
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public double[] theta() {
        return x.clone();
    }
}
