package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.Line;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A run of {@link ProxNewton}; the numbers in comments are those of its steps. */
final class ProxNewtonRun implements ParameterRun {

    /** Steps in a row without progress before the run gives up. */
    private static final int PATIENCE = 20;

    /** The inner problem is solved to this part of the largest violation. */
    private static final double INNER = 0.01;

    private static final int MOST_SWEEPS = 1000;

    private final ProxNewton method;
    private final Composite<?> objective;
    private final Curved smooth;
    private final SeparablePenalty penalty;
    private final Memory memory;
    private final Patience patience;
    private final double[] theta;
    private final double[] first; // scale of the tolerance
    private final double[] g;
    private final double[][] b;
    private final int[] all;

    ProxNewtonRun(
            ProxNewton method,
            Composite<?> objective,
            Curved smooth,
            SeparablePenalty penalty,
            double[] theta0,
            Memory memory) {
        int p = theta0.length;
        boolean resumes = memory.has("theta");
        this.method = method;
        this.objective = objective;
        this.smooth = smooth;
        this.penalty = penalty;
        this.memory = memory;
        this.patience = new Patience(PATIENCE, "the largest violation", memory);
        this.theta = memory.array("theta", p);
        this.first = memory.array("violation", 1);
        this.g = new double[p];
        this.b = new double[p][p];
        this.all = IntStream.range(0, p).toArray();
        if (!resumes) {
            Vectors.copy(theta0, theta);
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, objective);
        double s = smooth.quadratic(theta, Double.POSITIVE_INFINITY, g, b); // (1)
        double norm = Vectors.maxNorm(g);
        if (!Double.isFinite(s) || !Double.isFinite(norm)) {
            return steps.still(s, norm, Sentences.diverged(s, norm));
        }
        double value = s + objective.penalty(theta);
        double[] diagonal = new double[g.length];
        Arrays.setAll(diagonal, j -> b[j][j]);
        double v = new Violations(theta, g, diagonal, penalty).largest(); // (2)
        if (steps.iteration() == 1) {
            first[0] = Math.max(v, norm);
        }
        patience.see(value, v);
        StopReason reason = judge(value, v);
        if (reason.isFinal()) {
            return steps.still(value, v, reason);
        }
        Sweeps sweeps = new Sweeps(new MatrixQuadratic(g, b), penalty, all, theta);
        sweeps.minimize(INNER * v, MOST_SWEEPS); // (3)
        return descend(steps, value, sweeps.x(), v).with("sweeps", sweeps.made());
    }

    /** Lines (4) and (5). */
    private Step descend(Steps steps, double value, double[] x, double v) {
        double[] d = x.clone();
        Vectors.add(d, -1, theta);
        Line line = smooth.along(theta, d);
        Backtracking search = new Backtracking(
                alpha -> line.at(alpha).value(),
                objective::penalty,
                value,
                Vectors.dot(g, d) - objective.penalty(theta));
        Backtracking.Found found = search.along(theta, d, x); // (4)
        if (found.alpha() == 0) {
            return steps.still(value, v, search.stalled(found, v));
        }
        Vectors.copy(found.theta(), theta); // (5)
        return steps.moved(value, found.decrease(), found.alpha(), found.value(), v, StopReason.RUNNING);
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
