package dev.limpid.core.optimizer.limited;

import dev.limpid.core.internal.optimizer.LbfgsPairs;
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

/** A run of {@link OwlQn}; the numbers in comments are those of its steps. */
final class OwlQnRun implements ParameterRun {

    private static final double C1 = 1e-4;

    private static final double ROUNDING = 1e-11;

    private static final int MOST_HALVINGS = 60;

    private static final int PATIENCE = 20;

    private final OwlQn method;
    private final Composite<? extends Smooth> objective;
    private final double[] strengths;
    private final Memory memory;
    private final LbfgsPairs pairs;
    private final Patience patience;
    private final double[] theta;
    private final double[] g; // ∇S
    private final double[] state; // F(θ), ‖v₀‖∞, F(θ₀)
    private final double[] v;
    private final double[] d;

    OwlQnRun(OwlQn method, Composite<? extends Smooth> objective, double[] strengths, double[] theta0, Memory memory) {
        int p = theta0.length;
        boolean resumes = memory.has("theta");
        this.method = method;
        this.objective = objective;
        this.strengths = strengths;
        this.memory = memory;
        this.pairs = new LbfgsPairs(memory, method.memory(), p);
        this.patience = new Patience(PATIENCE, "the largest slope", memory);
        this.theta = memory.array("theta", p);
        this.g = memory.array("gradient", p);
        this.state = memory.array("state", 3);
        this.v = new double[p];
        this.d = new double[p];
        if (!resumes) {
            Vectors.copy(theta0, theta);
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, objective);
        if (steps.iteration() == 1) {
            state[0] = objective.smooth().gradient(theta, g) + objective.penalty(theta);
            wayDown();
            state[1] = Vectors.maxNorm(v);
            state[2] = state[0];
            patience.see(state[0], state[1]);
        }
        double before = state[0];
        wayDown();
        StopReason end = judge();
        if (end.isFinal()) {
            return steps.still(before, Vectors.maxNorm(v), end);
        }
        direct();
        double slope = -Vectors.dot(v, d);
        double alpha = search();
        if (alpha == 0 && pairs.forget()) {
            direct();
            slope = -Vectors.dot(v, d);
            alpha = search();
        }
        if (alpha == 0) {
            return steps.still(
                    before,
                    Vectors.maxNorm(v),
                    Sentences.noBetterPoint("Halving", before, slope, Vectors.maxNorm(v), state[1]));
        }
        wayDown();
        double norm = Vectors.maxNorm(v);
        patience.see(state[0], norm);
        return steps.moved(before, slope, alpha, state[0], norm, judge());
    }

    /** Line (1). */
    private void wayDown() {
        for (int j = 0; j < v.length; j++) {
            double lambda = strengths[j];
            if (theta[j] != 0) {
                v[j] = -(g[j] + lambda * Math.signum(theta[j]));
            } else {
                v[j] = Math.max(-g[j] - lambda, 0) + Math.min(-g[j] + lambda, 0);
            }
        }
    }

    /** Line (2); v itself where H·v doesn't descend. */
    private void direct() {
        Vectors.copy(v, d);
        if (pairs.count() > 0) {
            pairs.multiply(d);
        }
        for (int j = 0; j < d.length; j++) {
            d[j] = strengths[j] > 0 && !(d[j] * v[j] > 0) ? 0 : d[j]; // (2)
        }
        if (!(Vectors.dot(v, d) > 0 && Double.isFinite(Vectors.dot(d, d)))) {
            pairs.forget();
            Vectors.copy(v, d);
        }
    }

    /** Lines (3) to (6); 0 if no point is accepted. */
    private double search() {
        double alpha = pairs.count() > 0 ? 1 : 1 / Vectors.norm(v);
        double[] next = new double[theta.length];
        double[] gNext = new double[theta.length];
        double[] s = new double[theta.length];
        double[] y = new double[theta.length];
        for (int k = 0; k < MOST_HALVINGS; k++, alpha /= 2) {
            for (int j = 0; j < theta.length; j++) {
                double xi = theta[j] != 0 ? theta[j] : v[j]; // (3)
                double moved = theta[j] + alpha * d[j];
                next[j] = strengths[j] > 0 && !(moved * xi > 0) ? 0 : moved; // (4)
                s[j] = next[j] - theta[j];
            }
            double value = objective.smooth().gradient(next, gNext) + objective.penalty(next);
            for (int j = 0; j < theta.length; j++) {
                y[j] = gNext[j] - g[j];
            }
            if (isEnough(value, s, y)) {
                pairs.keep(s, y); // (6)
                Vectors.copy(next, theta);
                Vectors.copy(gNext, g);
                state[0] = value;
                return alpha;
            }
        }
        return 0;
    }

    /** Line (5). */
    private boolean isEnough(double value, double[] s, double[] y) {
        double promised = Vectors.dot(v, s);
        if (!(promised > 0) || !Double.isFinite(value) || !Double.isFinite(Vectors.maxNorm(y))) {
            return false;
        }
        boolean rounding = Math.abs(value - state[0]) <= ROUNDING * Math.abs(state[0]);
        return (value < state[0] && value <= state[0] - C1 * promised)
                || (rounding && Vectors.dot(y, s) > 0 && Vectors.dot(y, s) <= 2 * (1 - C1) * promised);
    }

    private StopReason judge() {
        double norm = Vectors.maxNorm(v);
        if (!Double.isFinite(state[0]) || !Double.isFinite(norm)) {
            return Sentences.diverged(state[0], norm);
        }
        if (norm == 0) {
            return StopReason.converged("No coordinate has a way down.");
        }
        double tolerance = method.tolerance();
        double fall = state[2] - state[0];
        if (norm <= tolerance * state[1]) {
            direct();
            double promise = pairs.count() > 0 ? Vectors.dot(v, d) / 2 : 0;
            if (promise <= tolerance * tolerance * fall) {
                return StopReason.converged("The largest slope, " + norm + ", is at most " + tolerance
                        + " of its start, " + state[1] + ", and the next step promises a fall of " + promise
                        + " after one of " + fall + ".");
            }
        }
        return patience.isOver() ? patience.stalled(state[0], norm) : StopReason.RUNNING;
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
