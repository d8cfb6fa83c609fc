package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.Arrays;

/** A run of {@link CoordinateDescent}; the numbers in comments are those of its steps. */
final class CoordinateDescentRun implements ParameterRun {

    /** Steps in a row without progress before the run gives up. */
    private static final int PATIENCE = 20;

    /** The inner problem is solved to this part of the largest violation if the working set was cut … */
    private static final double COARSE = 0.1;

    /** … and to this part if it holds all that may matter. */
    private static final double FINE = 0.005;

    /** The part of the tolerance that the inner problem is solved to, so that the whole is within it. */
    private static final double HALF = 0.5;

    private static final int MOST_SWEEPS = 1000;

    /** Products that cost no more than this number of sweeps are computed at once. */
    private static final int USUAL_SWEEPS = 32;

    private final CoordinateDescent method;
    private final LinearProblem problem;
    private final SeparablePenalty penalty;
    private final Landscape landscape;
    private final Memory memory;
    private final Patience patience;
    private final double[] theta;
    private final double[] first; // scale of the tolerance
    private final double[][] f;
    private final double[] origin;
    private final double[] direction; // from where the run before began to where it ended; 0 if there was none
    private boolean mayHaveProducts; // of columns, from before it was resumed

    CoordinateDescentRun(
            CoordinateDescent method,
            LinearProblem problem,
            SeparablePenalty penalty,
            Landscape landscape,
            Beginning beginning,
            Memory memory) {
        boolean resumes = memory.has("theta");
        this.method = method;
        this.problem = problem;
        this.penalty = penalty;
        this.landscape = landscape;
        this.memory = memory;
        this.patience = new Patience(PATIENCE, "the largest violation", memory);
        this.theta = memory.array("theta", beginning.theta().length);
        this.first = memory.array("violation", 1);
        this.f = new double[problem.design().hypothesis().outputs()][];
        Arrays.setAll(f, k -> memory.array("scores." + k, landscape.rows()));
        this.mayHaveProducts = resumes && landscape.columns.hasGram();
        this.direction = memory.array("direction", theta.length);
        this.origin = beginning.theta().clone();
        if (!resumes) {
            begin(beginning);
        }
    }

    private void begin(Beginning beginning) {
        Vectors.copy(beginning.theta(), theta);
        if (beginning.direction().length > 0) {
            Vectors.copy(beginning.direction(), direction);
        }
        if (beginning.scores().length == 0) {
            landscape.scores(theta, f);
        }
        for (int k = 0; k < beginning.scores().length; k++) {
            Vectors.copy(beginning.scores()[k], f[k]);
        }
    }

    boolean isOn(LinearSum sum) {
        return problem.sum() == sum;
    }

    /** Where a run after this one begins. */
    Beginning end() {
        double[] gone = theta.clone();
        Vectors.add(gone, -1, origin);
        return new Beginning(theta.clone(), f, gone);
    }

    Landscape landscape() {
        return landscape;
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, problem.objective());
        double s = landscape.look(f);
        if (mayHaveProducts) {
            landscape.gram.restore(memory, landscape.h()[0]);
            mayHaveProducts = false;
        }
        double[] l = landscape.lipschitz();
        KnownGradients.Rest rest = (j, slope) -> rests(j, slope, l);
        landscape.gradients.settle(0, rest); // (1)
        double[] g = landscape.gradients.g();
        double norm = Vectors.maxNorm(g);
        if (!Double.isFinite(s) || !Double.isFinite(norm)) {
            return steps.still(s, norm, Sentences.diverged(s, norm));
        }
        double value = s + penalty(theta);
        Violations violations = new Violations(theta, g, l, penalty); // (2)
        double v = violations.largest();
        if (steps.iteration() == 1) {
            first[0] = Math.max(v, norm);
        }
        patience.see(value, v);
        StopReason reason = judge(value, v);
        if (reason.isFinal()) {
            return steps.still(value, v, reason);
        }
        landscape.gradients.settle(violations.slack(), rest);
        int[] set = violations.workingSet(theta, g); // (3)
        double part = violations.isCut() && !violations.onSupport(theta) ? COARSE : FINE;
        double[] ahead = steps.iteration() == 1 ? ahead(set) : new double[0];
        Sweeps sweeps = sweep(set, g, ahead, Math.max(part * v, HALF * method.tolerance() * first[0])); // (4)
        double[] x = theta.clone();
        double[] inner = sweeps.x();
        for (int a = 0; a < set.length; a++) {
            x[set[a]] = inner[a];
        }
        return descend(steps, value, x, v).with("working set", set.length).with("sweeps", sweeps.made());
    }

    private boolean rests(int j, double slope, double[] l) {
        double lj = l[j] > 0 ? l[j] : 1;
        return theta[j] == 0 && penalty.prox(-slope / lj, j, 1 / lj) == 0;
    }

    /** θ + direction on the working set, 0 where the sign would change; empty if there is no direction. */
    private double[] ahead(int[] set) {
        if (Vectors.maxNorm(direction) == 0) {
            return new double[0];
        }
        double[] ahead = new double[set.length];
        for (int a = 0; a < set.length; a++) {
            double here = theta[set[a]];
            double there = here + direction[set[a]];
            ahead[a] = here * there > 0 ? there : 0;
        }
        return ahead;
    }

    private static void attempt(Sweeps sweeps, double[] ahead) {
        if (ahead.length > 0) {
            sweeps.attempt(ahead);
        }
    }

    /**
     * Line (4). Products of columns make sweeps cheap: they are computed if they cost no more than a usual number of sweeps
     * without them, or when as much has been spent, so that the whole never costs more than twice the better way.
     */
    private Sweeps sweep(int[] set, double[] g, double[] ahead, double tolerance) {
        double[] slopes = new double[set.length];
        Arrays.setAll(slopes, a -> g[set[a]]);
        boolean small = landscape.columns.hasGram() && set.length <= GramCache.MOST;
        int missing = small ? landscape.gram.missingSweeps(set, landscape.h()[0]) : MOST_SWEEPS;
        double[] there = {};
        if (missing > USUAL_SWEEPS) {
            ScoreQuadratic q = new ScoreQuadratic(landscape.columns, set, slopes, landscape.h());
            Sweeps plain = new Sweeps(q, penalty, set, theta);
            attempt(plain, ahead);
            if (plain.minimize(tolerance, Math.min(missing, MOST_SWEEPS)) || !small) {
                return plain;
            }
            there = plain.x();
        }
        landscape.gram.take(set, landscape.h()[0]);
        landscape.gram.save(memory);
        Sweeps fast = new Sweeps(new GramQuadratic(landscape.gram, set, slopes), penalty, set, theta);
        if (there.length > 0) {
            fast.startAt(there);
        } else {
            attempt(fast, ahead);
        }
        fast.minimize(tolerance, MOST_SWEEPS);
        return fast;
    }

    /** Lines (5) and (6). */
    private Step descend(Steps steps, double value, double[] x, double v) {
        double[] d = x.clone();
        Vectors.add(d, -1, theta);
        double[][] u = new double[f.length][landscape.rows()];
        landscape.addTimes(d, u);
        Backtracking search = new Backtracking(
                alpha -> landscape.ahead(f, alpha, u),
                this::penalty,
                value,
                Vectors.dot(landscape.gradients.g(), d) - penalty(theta));
        Backtracking.Found found = search.along(theta, d, x); // (5)
        if (found.alpha() == 0) {
            return steps.still(value, v, search.stalled(found, v));
        }
        Vectors.copy(found.theta(), theta); // (6)
        for (int k = 0; k < f.length; k++) {
            Vectors.add(f[k], found.alpha(), u[k]);
        }
        return steps.moved(value, found.decrease(), found.alpha(), found.value(), v, StopReason.RUNNING);
    }

    private double penalty(double[] t) {
        double sum = 0;
        for (int j = 0; j < t.length; j++) {
            sum += penalty.value(t[j], j);
        }
        return sum;
    }

    private StopReason judge(double value, double v) {
        if (v <= method.tolerance() * first[0]) {
            return StopReason.converged(
                    v == 0
                            ? "No coordinate can be improved: the largest violation is 0."
                            : "The largest violation of a coordinate, " + v + ", is at most " + method.tolerance()
                                    + " of the first gradient's, " + first[0] + ".");
        }
        return patience.isOver() ? patience.stalled(value, v) : StopReason.RUNNING;
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
