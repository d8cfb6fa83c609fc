package dev.limpid.core.optimizer.trust;

import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.LeastSquares;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;

/** A run of {@link LevenbergMarquardt}; the numbers in comments are those of its steps. */
final class LevenbergMarquardtRun implements ParameterRun {

    private static final double ACCEPT = 1e-4;

    private static final double FIRST_RADIUS = 10;

    /** Part of its largest norm below which a column has all but vanished. */
    private static final double VANISHED = 1e-8;

    /** Steps in a row without progress before the run gives up; a region may have to shrink for some. */
    private static final int PATIENCE = 30;

    private final LevenbergMarquardt method;
    private final LeastSquares objective;
    private final Memory memory;
    private final Patience patience;
    private final double[] theta;
    private final double[] scale; // D
    private final double[] state; // F(θ), F(θ₀), Δ, λ
    private final double[] g;
    private int faintest; // the column that has shrunk most
    private double left; // what is left of its norm

    LevenbergMarquardtRun(LevenbergMarquardt method, LeastSquares objective, double[] theta0, Memory memory) {
        boolean resumes = memory.has("theta");
        this.method = method;
        this.objective = objective;
        this.memory = memory;
        this.patience = new Patience(PATIENCE, "the gradient's largest entry", memory);
        this.theta = memory.array("theta", theta0.length);
        this.scale = memory.array("scale", theta0.length);
        this.state = memory.array("state", 4);
        this.g = new double[theta0.length];
        if (!resumes) {
            Vectors.copy(theta0, theta);
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, objective);
        double[] r = new double[objective.residuals()];
        double[][] j = new double[r.length][theta.length];
        objective.jacobian(theta, r, j);
        double before = Vectors.dot(r, r);
        double cosine = look(r, j);
        double norm = Vectors.maxNorm(g);
        if (!Double.isFinite(before) || !Double.isFinite(norm)) {
            return steps.still(before, norm, Sentences.diverged(before, norm));
        }
        if (steps.iteration() == 1) {
            begin(before);
        }
        StopReason end = orthogonal(before, cosine, r.length);
        if (end.isFinal()) {
            return steps.still(before, norm, end);
        }
        DampedLeastSquares solver = new DampedLeastSquares(j, r, scale);
        double slope = 0;
        double promised = 0;
        double after = before;
        for (boolean accepted = false; !accepted; ) {
            solver.solve(state[2], state[3]); // (3)
            double[] s = solver.step();
            double size = solver.scaledNorm(s);
            slope = Vectors.dot(g, s);
            promised = solver.linearFall() + 2 * solver.lambda() * size * size;
            double[] next = theta.clone();
            Vectors.add(next, 1, s);
            double value = value(next);
            double rho = (before - value) / promised; // (4)
            state[3] = solver.lambda();
            resize(rho, before, value, slope, size);
            accepted = rho >= ACCEPT && promised > 0;
            if (accepted) {
                Vectors.copy(next, theta); // (6)
                after = value;
            } else if (!(size > Math.ulp(1.0) * solver.scaledNorm(theta)) || !(promised > Math.ulp(before) / 4)) {
                return steps.still(before, norm, noBetterPoint(before, cosine));
            }
        }
        state[0] = after;
        patience.see(after, norm);
        return steps.moved(before, slope, 1, after, norm, judge(before - after, promised, after, norm))
                .with("lambda", state[3])
                .with("radius", state[2]);
    }

    /** Computes ∇F and the scale; returns the largest cosine between r and a column. */
    private double look(double[] r, double[][] j) {
        double size = Vectors.norm(r);
        double cosine = 0;
        left = 1;
        for (int k = 0; k < theta.length; k++) {
            double column = 0;
            double product = 0;
            for (int i = 0; i < r.length; i++) {
                column = Math.hypot(column, j[i][k]);
                product += j[i][k] * r[i];
            }
            g[k] = 2 * product;
            scale[k] = Math.max(scale[k], column); // (1)
            if (column < left * scale[k]) {
                faintest = k;
                left = column / scale[k];
            }
            cosine = column > 0 && size > 0 ? Math.max(cosine, Math.abs(product) / column / size) : cosine;
        }
        return cosine;
    }

    private void begin(double value) {
        double size = 0;
        for (int k = 0; k < theta.length; k++) {
            scale[k] = scale[k] == 0 ? 1 : scale[k];
            size = Math.hypot(size, scale[k] * theta[k]);
        }
        state[1] = value;
        state[2] = FIRST_RADIUS * (size > 0 ? size : 1); // (2)
        patience.see(value, Vectors.maxNorm(g));
    }

    private double value(double[] t) {
        double[] r = new double[objective.residuals()];
        objective.residuals(t, r);
        double value = Vectors.dot(r, r);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /** Line (5); μ is the minimum of the parabola through F, its slope along s, and F(θ + s). */
    private void resize(double rho, double before, double value, double slope, double size) {
        if (!(rho > 0.25)) {
            double best = -slope / (2 * (value - before - slope));
            double mu = value < before ? 0.5 : Math.max(0.1, Math.min(0.5, Double.isNaN(best) ? 0.1 : best));
            state[2] = mu * Math.min(state[2], 10 * size);
            state[3] /= mu;
        } else if (rho >= 0.75 || state[3] == 0) {
            state[2] = 2 * size;
            state[3] /= 2;
        }
    }

    private StopReason orthogonal(double value, double cosine, int residuals) {
        if (value == 0) {
            return StopReason.converged("All " + residuals + " residuals are 0.");
        }
        if (cosine <= method.tolerance()) {
            if (left == 0) {
                return vanished(value); // orthogonal to a column of zeros: says nothing
            }
            return StopReason.converged(
                    "The cosine of the angle between the residuals and each column of their Jacobian" + " is at most "
                            + cosine + ", and the tolerance is " + method.tolerance() + ".");
        }
        return StopReason.RUNNING;
    }

    private StopReason judge(double fall, double promised, double value, double norm) {
        double limit = method.tolerance() * method.tolerance() * state[1];
        if (fall <= limit && promised <= limit && fall >= promised / 2) {
            return StopReason.converged("The last step lowered the sum of squares by " + fall + " of " + promised
                    + " promised, at most " + limit + ", the square of the tolerance times its start.");
        }
        return patience.isOver() ? patience.stalled(value, norm) : StopReason.RUNNING;
    }

    private StopReason noBetterPoint(double value, double cosine) {
        if (left < VANISHED) {
            return vanished(value);
        }
        return new StopReason(
                StopReason.Kind.STALLED,
                "No step that the digits of the parameters allow lowers the sum of squares, " + value
                        + "; the largest cosine between residuals and a column of their Jacobian is " + cosine
                        + ". If that is small, this is as exact as rounding allows; if not, check the Jacobian.");
    }

    private StopReason vanished(double value) {
        return new StopReason(
                StopReason.Kind.STALLED,
                "The sum of squares is " + value + ", but column " + faintest + " of the Jacobian has shrunk to " + left
                        + " of its largest size: the residuals hardly feel that parameter here, and the run may have left the"
                        + " region that matters. Start nearer to the minimum.");
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
