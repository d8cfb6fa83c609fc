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

/** A run of {@link Descent}; the numbers in comments are those of its steps. */
final class DescentRun<V extends Smooth> implements ParameterRun {

    /** Steps in a row without progress before the run gives up. */
    private static final int PATIENCE = 10;

    /** The same with a search that lets the objective rise now and then. */
    private static final int LONG_PATIENCE = 200;

    private final Descent<V> descent;
    private final V objective;
    private final Memory memory;
    private final Memory known;
    private final Memory searched;
    private final Patience patience;
    private final double[] theta;
    private final double[] g;
    private final double[] state; // F(θ), ‖g₀‖∞, F(θ₀)
    private final double[] d;
    private double guess = Double.NaN; // the first try along d; NaN before d is computed for θ

    DescentRun(Descent<V> descent, V objective, double[] theta0, Memory memory) {
        int p = theta0.length;
        boolean resumes = memory.has("theta");
        this.descent = descent;
        this.objective = objective;
        this.memory = memory;
        this.known = memory.scope("direction");
        this.searched = memory.scope("search");
        this.patience = new Patience(
                descent.search().monotone() ? PATIENCE : LONG_PATIENCE, "the gradient's largest entry", memory);
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
        direct();
        Line line = objective.along(theta, d);
        Line.Point found = search(line);
        if (found.alpha() == 0 && descent.direction().forget(known)) {
            guess = Double.NaN;
            direct();
            line = objective.along(theta, d);
            found = search(line);
        }
        double slope = Vectors.dot(g, d);
        if (found.alpha() == 0) {
            return steps.still(state[0], Vectors.maxNorm(g), noBetterPoint(slope));
        }
        StopReason reason = move(found, line);
        return steps.moved(before, slope, found.alpha(), state[0], Vectors.maxNorm(g), reason);
    }

    /** Line (1); −g where the direction doesn't descend though it forgot what it had learned. */
    private void direct() {
        if (!Double.isNaN(guess)) {
            return;
        }
        guess = descent.direction().at(objective, theta, g, d, known); // (1)
        if (!descends() && descent.direction().forget(known)) {
            guess = descent.direction().at(objective, theta, g, d, known);
        }
        if (!descends()) {
            for (int j = 0; j < d.length; j++) {
                d[j] = -g[j];
            }
            guess = 1 / Vectors.norm(g);
        }
    }

    private boolean descends() {
        return Vectors.dot(g, d) < 0 && Double.isFinite(Vectors.dot(d, d));
    }

    private Line.Point search(Line line) {
        Line.Point zero = new Line.Point(0, state[0], Vectors.dot(g, d));
        if (!(zero.slope() < 0 && guess > 0 && Double.isFinite(guess))) {
            return zero;
        }
        return descent.search().along(new KnownLine(line, zero), guess, searched); // (2)
    }

    private StopReason move(Line.Point found, Line line) {
        double[] s = new double[theta.length];
        double[] y = new double[theta.length];
        double[] next = theta.clone();
        double[] gNext = new double[theta.length];
        Vectors.add(next, found.alpha(), d); // (3)
        double value = line.gradient(found.alpha(), gNext) ? found.value() : objective.gradient(next, gNext);
        for (int j = 0; j < theta.length; j++) {
            s[j] = next[j] - theta[j];
            y[j] = gNext[j] - g[j];
        }
        descent.direction().moved(new Direction.Move(d, found.alpha(), g, s, y), known); // (4)
        Vectors.copy(next, theta);
        Vectors.copy(gNext, g);
        guess = Double.NaN;
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
        double tolerance = descent.tolerance();
        double promise = norm <= tolerance * state[1] ? promise() : Double.NaN;
        double fall = state[2] - state[0];
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

    /** −½·α·⟨g, d⟩, the decrease that a parabola along d with its minimum at the first try promises. */
    private double promise() {
        direct();
        return -Vectors.dot(g, d) * guess / 2;
    }

    private StopReason noBetterPoint(double slope) {
        return Sentences.noBetterPoint(descent.search().name(), state[0], slope, Vectors.maxNorm(g), state[1]);
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
