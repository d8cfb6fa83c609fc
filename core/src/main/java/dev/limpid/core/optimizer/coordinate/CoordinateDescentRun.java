package dev.limpid.core.optimizer.coordinate;

import dev.limpid.core.internal.optimizer.DesignColumns;
import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.objective.LinearDesign;
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

    /** The inner problem is solved to this part of the largest violation if that is of a coordinate that is 0 … */
    private static final double COARSE = 0.1;

    /** … and to this part if the support seems to be found. */
    private static final double FINE = 0.01;

    private static final int MOST_SWEEPS = 1000;

    /** No Gram matrix has more columns than this. */
    private static final int MOST_GRAM = 3000;

    private final CoordinateDescent method;
    private final LinearProblem problem;
    private final LinearDesign design;
    private final SeparablePenalty penalty;
    private final Memory memory;
    private final Patience patience;
    private final DesignColumns columns;
    private final LossKernel kernel;
    private final double[] theta;
    private final double[] first; // scale of the tolerance
    private final double[] g;
    private final double[] squares;
    private final double[][] y;
    private final double[] weights;
    private final double[][] h;
    private Gram gram = new Gram(new int[0], new double[0], new double[0][]);

    /** The Gram matrix of a working set and weights. */
    @SuppressWarnings("ArrayRecordComponent") // a cache, never compared
    private record Gram(int[] set, double[] h, double[][] lower) {}

    CoordinateDescentRun(
            CoordinateDescent method, LinearProblem problem, SeparablePenalty penalty, double[] theta0, Memory memory) {
        int p = theta0.length;
        boolean resumes = memory.has("theta");
        this.method = method;
        this.problem = problem;
        this.design = problem.design();
        this.penalty = penalty;
        this.memory = memory;
        this.patience = new Patience(PATIENCE, "the largest violation", memory);
        this.columns = new DesignColumns(design);
        this.kernel = design.kernel();
        this.theta = memory.array("theta", p);
        this.first = memory.array("violation", 1);
        this.g = new double[p];
        this.squares = new double[p];
        this.y = design.y();
        this.weights = design.weights().toArray();
        this.h = new double[design.hypothesis().outputs()][design.size()];
        Arrays.setAll(squares, columns::square);
        if (!resumes) {
            Vectors.copy(theta0, theta);
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, problem.objective());
        double s = problem.sum().gradient(theta, g); // (1)
        double norm = Vectors.maxNorm(g);
        if (!Double.isFinite(s) || !Double.isFinite(norm)) {
            return steps.still(s, norm, Sentences.diverged(s, norm));
        }
        double value = s + penalty(theta);
        double[][] f = scores();
        curvatures(f);
        Violations violations = new Violations(theta, g, lipschitz(), penalty); // (2)
        double v = violations.largest();
        if (steps.iteration() == 1) {
            first[0] = Math.max(v, norm);
        }
        patience.see(value, v);
        StopReason reason = judge(value, v);
        if (reason.isFinal()) {
            return steps.still(value, v, reason);
        }
        int[] set = violations.workingSet(theta); // (3)
        Sweeps sweeps = sweep(set, v * (violations.onSupport(theta) ? FINE : COARSE)); // (4)
        double[] x = theta.clone();
        double[] inner = sweeps.x();
        for (int a = 0; a < set.length; a++) {
            x[set[a]] = inner[a];
        }
        return descend(steps, value, x, f, v).with("working set", set.length).with("sweeps", sweeps.made());
    }

    /**
     * Line (4). A Gram matrix costs as much as m/2 sweeps without it, and makes them cheap: it is made when as much has been
     * spent, so that the whole never costs more than twice the better way.
     */
    private Sweeps sweep(int[] set, double tolerance) {
        double[] slopes = new double[set.length];
        Arrays.setAll(slopes, a -> g[set[a]]);
        Sweeps plain = new Sweeps(new ScoreQuadratic(columns, set, slopes, h), penalty, set, theta);
        boolean small = h.length == 1 && set.length <= MOST_GRAM && !design.x().isSparse();
        int most = small ? set.length / 2 : MOST_SWEEPS;
        if (plain.minimize(tolerance, most) || !small) {
            return plain;
        }
        if (!Arrays.equals(gram.set, set) || !Arrays.equals(gram.h, h[0])) {
            double[][] lower = new double[set.length][set.length];
            columns.gram(set, h[0], lower);
            gram = new Gram(set, h[0].clone(), lower);
        }
        Sweeps fast = new Sweeps(new MatrixQuadratic(slopes, gram.lower), penalty, set, theta);
        fast.startAt(plain.x());
        fast.minimize(tolerance, MOST_SWEEPS);
        return fast;
    }

    /** Lines (5) and (6). */
    private Step descend(Steps steps, double value, double[] x, double[][] f, double v) {
        double[] d = x.clone();
        Vectors.add(d, -1, theta);
        double[][] u = new double[f.length][design.size()];
        for (int j = 0; j < d.length; j++) {
            if (d[j] != 0) {
                columns.add(j, d[j], u);
            }
        }
        Backtracking search = new Backtracking(
                alpha -> smoothAhead(f, alpha, u), this::penalty, value, Vectors.dot(g, d) - penalty(theta));
        Backtracking.Found found = search.along(theta, d, x); // (5)
        if (found.alpha() == 0) {
            return steps.still(value, v, search.stalled(found, v));
        }
        Vectors.copy(found.theta(), theta); // (6)
        return steps.moved(value, found.decrease(), found.alpha(), found.value(), v, StopReason.RUNNING);
    }

    private double smoothAhead(double[][] f, double alpha, double[][] u) {
        double[][] ahead = new double[f.length][];
        for (int k = 0; k < f.length; k++) {
            ahead[k] = f[k].clone();
            Vectors.add(ahead[k], alpha, u[k]);
        }
        return design.factor() * kernel.value(design.size(), y, ahead, weights);
    }

    private double penalty(double[] t) {
        double sum = 0;
        for (int j = 0; j < t.length; j++) {
            sum += penalty.value(t[j], j);
        }
        return sum;
    }

    /** f = A·θ + o, from the columns that aren't multiplied by 0. */
    private double[][] scores() {
        double[][] f = new double[h.length][design.size()];
        for (int k = 0; k < design.offsets().size(); k++) {
            design.offsets().get(k).copy(0, design.size(), f[k]);
        }
        for (int j = 0; j < theta.length; j++) {
            if (theta[j] != 0) {
                columns.add(j, theta[j], f);
            }
        }
        return f;
    }

    /** h, with the weights of the rows and c; all 1 times those where the loss is flat for every row. */
    private void curvatures(double[][] f) {
        kernel.quadratic(design.size(), y, f, weights, new double[f.length][design.size()], h);
        for (double[] hk : h) {
            boolean flat = Arrays.stream(hk).allMatch(x -> x == 0);
            for (int i = 0; i < hk.length; i++) {
                hk[i] = design.factor() * (flat ? weights[i] : hk[i]);
            }
        }
    }

    private double[] lipschitz() {
        double mean = 0;
        for (double[] hk : h) {
            mean += Arrays.stream(hk).sum() / ((double) hk.length * h.length);
        }
        double[] l = new double[squares.length];
        for (int j = 0; j < l.length; j++) {
            l[j] = mean * squares[j];
        }
        return l;
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
