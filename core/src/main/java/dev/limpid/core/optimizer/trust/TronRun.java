package dev.limpid.core.optimizer.trust;

import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.HessianProduct;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;

/** A run of {@link Tron}; the numbers in comments are those of its steps. */
final class TronRun implements ParameterRun {

    private static final double ACCEPT = 1e-4;

    private static final double ROUNDING = 1e-11;

    /** A step of at least this part of the radius ends at the border: beyond it, rounding decides. */
    private static final double BORDER = 0.999;

    /** Steps in a row without progress before the run gives up; a region may have to shrink for some. */
    private static final int PATIENCE = 30;

    private final Tron tron;
    private final Smooth objective;
    private final Memory memory;
    private final Patience patience;
    private final double[] theta;
    private final double[] g;
    private final double[] state; // F(θ), ‖g₀‖∞, F(θ₀), Δ

    TronRun(Tron tron, Smooth objective, double[] theta0, Memory memory) {
        boolean resumes = memory.has("theta");
        this.tron = tron;
        this.objective = objective;
        this.memory = memory;
        this.patience = new Patience(PATIENCE, "the gradient's largest entry", memory);
        this.theta = memory.array("theta", theta0.length);
        this.g = memory.array("gradient", theta0.length);
        this.state = memory.array("state", 4);
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
        double before = state[0];
        double norm = Vectors.maxNorm(g);
        if (!Double.isFinite(before) || !Double.isFinite(norm)) {
            return steps.still(before, norm, Sentences.diverged(before, norm));
        }
        if (norm == 0) {
            return steps.still(before, norm, StopReason.converged("The gradient is 0."));
        }
        HessianProduct hessian = objective.hessian(theta);
        Metric metric = Metric.of(hessian, g.length); // (0)
        if (steps.iteration() == 1) {
            state[3] = Math.sqrt(metric.solve(g, new double[g.length]));
        }
        TruncatedNewton solved = new TruncatedNewton(hessian, metric, g, state[3], tron); // (1)
        double promise = -solved.model();
        StopReason end = judge(promise, norm);
        if (end.isFinal()) {
            return steps.still(before, norm, end);
        }
        double slope = Vectors.dot(g, solved.step());
        boolean accepted = tryStep(solved, metric.norm(solved.step()), steps.iteration() == 1);
        return steps.moved(before, slope, accepted ? 1 : 0, state[0], Vectors.maxNorm(g), after(metric))
                .with("radius", state[3])
                .with("products", solved.products());
    }

    private boolean tryStep(TruncatedNewton solved, double length, boolean first) {
        double[] s = solved.step();
        double[] next = theta.clone();
        double[] gNext = new double[theta.length];
        Vectors.add(next, 1, s);
        double value = objective.gradient(next, gNext);
        double slope = Vectors.dot(g, s);
        double fall = value - state[0];
        if (Math.abs(fall) <= ROUNDING * Math.abs(state[0])) {
            fall = 0.5 * (slope + Vectors.dot(gNext, s)); // the trapezium under φ′
        }
        double rho = fall / solved.model(); // (2)
        double a = fall - slope <= 0 ? 4 : -0.5 * slope / (fall - slope); // (3)
        boolean finite = Double.isFinite(value) && Double.isFinite(Vectors.maxNorm(gNext));
        boolean border = length >= BORDER * state[3];
        double delta = first ? Math.min(state[3], length) : state[3];
        state[3] = finite ? radius(delta, rho, a * length, border, length) : 0.25 * length; // (4)
        boolean accepted = finite && rho > ACCEPT;
        if (accepted) {
            Vectors.copy(next, theta); // (5)
            Vectors.copy(gNext, g);
            state[0] = value;
        }
        patience.see(state[0], Vectors.maxNorm(g));
        return accepted;
    }

    /** Line (4), with al = a·‖s‖. */
    private static double radius(double delta, double rho, double al, boolean border, double length) {
        if (!(rho >= ACCEPT)) {
            return Math.min(Math.max(al, 0.25 * length), 0.5 * delta);
        }
        if (rho < 0.25) {
            return Math.max(0.25 * delta, Math.min(al, 0.5 * delta));
        }
        if (rho < 0.75) {
            return Math.max(0.25 * delta, Math.min(al, 4 * delta));
        }
        return border ? 4 * delta : Math.max(delta, Math.min(al, 4 * delta));
    }

    private StopReason judge(double promise, double norm) {
        double tolerance = tron.tolerance();
        double fall = state[2] - state[0];
        if (norm <= tolerance * state[1] && promise <= tolerance * tolerance * fall) {
            return StopReason.converged("The largest entry of the gradient, " + norm + ", is at most " + tolerance
                    + " of its start, " + state[1] + ", and the next step promises a fall of " + promise
                    + " after one of "
                    + fall + ".");
        }
        return StopReason.RUNNING;
    }

    private StopReason after(Metric metric) {
        double norm = Vectors.maxNorm(g);
        if (patience.isOver()) {
            return patience.stalled(state[0], norm);
        }
        if (state[3] <= Math.ulp(1.0) * Math.ulp(1.0) * metric.norm(theta) || !(state[3] > 0)) {
            return new StopReason(
                    StopReason.Kind.STALLED,
                    "The trust region shrank to a radius of " + state[3] + " without a point below the objective, "
                            + state[0] + "; the gradient's largest entry is " + norm + " after " + state[1]
                            + " at the start. If that is small, this is as exact as rounding allows; if not, check the gradient.");
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
