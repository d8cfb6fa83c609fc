package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.KnownLine;
import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Line;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;

/** A run of {@link Lbfgs}; the numbers in comments are those of its steps. */
final class LbfgsRun implements ParameterRun {

    /** Steps in a row without progress before the run gives up. */
    private static final int PATIENCE = 10;

    private final Lbfgs lbfgs;
    private final Smooth objective;
    private final Memory memory;
    private final LbfgsPairs pairs;
    private final Patience patience;
    private final double[] theta;
    private final double[] g;
    private final double[] state; // F(θ), ‖g₀‖∞, F(θ₀)
    private final double[] d;

    LbfgsRun(Lbfgs lbfgs, Smooth objective, double[] theta0, Memory memory) {
        int p = theta0.length;
        boolean resumes = memory.has("theta");
        this.lbfgs = lbfgs;
        this.objective = objective;
        this.memory = memory;
        this.pairs = new LbfgsPairs(memory, lbfgs.memory(), p);
        this.patience = new Patience(PATIENCE, "the gradient's largest entry", memory);
        this.theta = memory.array("theta", p);
        this.g = memory.array("gradient", p);
        this.state = memory.array("state", 3);
        this.d = new double[p];
        if (!resumes) {
            Vectors.copy(theta0, theta);
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, objective);
        if (steps.iteration() == 1) {
            state[0] = objective.gradient(theta, g);
            state[1] = Vectors.maxNorm(g);
            state[2] = state[0];
            patience.see(state[0], state[1]);
        }
        StopReason end = judge();
        if (end.isFinal()) {
            return steps.still(state[0], Vectors.maxNorm(g), end);
        }
        double before = state[0];
        Line line = direct();
        Line.Point found = search(line);
        if (found.alpha() == 0 && pairs.count() > 0) {
            pairs.clear();
            line = direct();
            found = search(line);
        }
        double slope = Vectors.dot(g, d);
        if (found.alpha() == 0) {
            return steps.still(state[0], Vectors.maxNorm(g), noBetterPoint(slope));
        }
        StopReason reason = move(found, line);
        return steps.moved(before, slope, found.alpha(), state[0], Vectors.maxNorm(g), reason);
    }

    /** Lines (1) to (4); −g where there are no pairs, or H·g doesn't descend. */
    private Line direct() {
        Vectors.copy(g, d);
        if (pairs.count() > 0) {
            pairs.multiply(d); // (1) (2) (3)
            if (!(Vectors.dot(g, d) > 0 && Double.isFinite(Vectors.dot(d, d)))) {
                pairs.clear();
                Vectors.copy(g, d);
            }
        }
        for (int j = 0; j < d.length; j++) {
            d[j] = -d[j]; // (4)
        }
        return objective.along(theta, d);
    }

    private Line.Point search(Line line) {
        double guess = pairs.count() > 0 ? 1 : 1 / Vectors.norm(g);
        Line.Point zero = new Line.Point(0, state[0], Vectors.dot(g, d));
        if (!(zero.slope() < 0 && guess > 0 && Double.isFinite(guess))) {
            return zero;
        }
        return lbfgs.search().along(new KnownLine(line, zero), guess); // (5)
    }

    private StopReason move(Line.Point found, Line line) {
        double[] s = new double[theta.length];
        double[] y = new double[theta.length];
        double[] next = theta.clone();
        double[] gNext = new double[theta.length];
        Vectors.add(next, found.alpha(), d); // (6)
        double value = line.gradient(found.alpha(), gNext) ? found.value() : objective.gradient(next, gNext);
        for (int j = 0; j < theta.length; j++) {
            s[j] = next[j] - theta[j]; // (7)
            y[j] = gNext[j] - g[j];
        }
        pairs.keep(s, y);
        Vectors.copy(next, theta);
        Vectors.copy(gNext, g);
        state[0] = value;
        patience.see(value, Vectors.maxNorm(g));
        return judge();
    }

    private StopReason judge() {
        double norm = Vectors.maxNorm(g);
        if (!Double.isFinite(state[0]) || !Double.isFinite(norm)) {
            return Sentences.diverged(state[0], norm);
        }
        if (norm == 0) {
            return StopReason.converged("The gradient is 0.");
        }
        double promise = norm <= lbfgs.tolerance() * state[1] ? promise() : Double.NaN;
        double fall = state[2] - state[0];
        double tolerance = lbfgs.tolerance();
        if (promise <= tolerance * tolerance * fall) {
            return StopReason.converged("The largest entry of the gradient, " + norm + ", is at most " + tolerance
                    + " of its start, " + state[1] + ", and the next step promises a fall of " + promise
                    + " after one of "
                    + fall + ".");
        }
        if (patience.isOver()) {
            return patience.stalled(state[0], norm);
        }
        return StopReason.RUNNING;
    }

    /** ½·⟨g, H·g⟩, the decrease that the quadratic model promises; 0 without pairs. */
    private double promise() {
        if (pairs.count() == 0) {
            return 0;
        }
        double[] q = g.clone();
        pairs.multiply(q);
        return Vectors.dot(g, q) / 2;
    }

    private StopReason noBetterPoint(double slope) {
        return Sentences.noBetterPoint(lbfgs.search().name(), state[0], slope, Vectors.maxNorm(g), state[1]);
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
