package dev.limpid.core.optimizer.splitting;

import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.objective.Split;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run of {@link Admm}; the numbers in comments are those of its steps. */
final class AdmmRun implements ParameterRun {

    /** Steps of an inner run at most; one that is cut short goes on in the next step, from where it ended. */
    private static final int INNER_STEPS = 200;

    private static final int BALANCE_EVERY = 5;

    private static final int BALANCED_STEPS = 1000;

    private static final double IMBALANCE = 2;

    private static final double MOST_CHANGE = 10;

    /** Part of R and D below which the present norms count as 0. */
    private static final double LEAST_SIZE = 1e-8;

    /** Length of the way over which the first ρ is measured. */
    private static final double SHORT_WAY = 1e-4;

    /** Steps in a row without progress before the run gives up; residuals may well swing for some. */
    private static final int PATIENCE = 200;

    private final Admm admm;
    private final Split<? extends Smooth> objective;
    private final long seed;
    private final Memory memory;
    private final Patience patience;
    private final double[] theta;
    private final double[] x;
    private final double[][] z;
    private final double[][] u;
    private final double[] state; // ρ, R, D, F(θ)

    AdmmRun(Admm admm, Split<? extends Smooth> objective, double[] theta0, long seed, Memory memory) {
        int p = theta0.length;
        boolean resumes = memory.has("theta");
        this.admm = admm;
        this.objective = objective;
        this.seed = seed;
        this.memory = memory;
        this.patience = new Patience(PATIENCE, "the larger relative residual", memory);
        this.theta = memory.array("theta", p);
        this.x = memory.array("x", p);
        this.z = new double[objective.terms()][];
        this.u = new double[objective.terms()][];
        this.state = memory.array("state", 4);
        for (int i = 0; i < z.length; i++) {
            z[i] = memory.array("z" + i, p);
            u[i] = memory.array("u" + i, p);
        }
        if (!resumes) {
            Vectors.copy(theta0, theta);
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, objective);
        if (steps.iteration() == 1) {
            StopReason failure = begin();
            if (failure.isFinal()) {
                return steps.still(state[3], Double.NaN, failure);
            }
        }
        StopReason inner = minimise(); // (1)
        if (inner.kind() == StopReason.Kind.DIVERGED) {
            return steps.still(state[3], Double.NaN, inner);
        }
        double before = state[3];
        double rho = state[0];
        update();
        double r = distance();
        double s = imbalance();
        double[] sizes = sizes();
        double primal = r == 0 ? 0 : r / state[1]; // (7)
        double dual = s == 0 ? 0 : s / state[2];
        choose();
        StopReason reason = judge(primal, dual);
        if (steps.iteration() % BALANCE_EVERY == 0 && steps.iteration() <= BALANCED_STEPS) {
            balance((r / sizes[0]) / (s / sizes[1]));
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put(Step.BEFORE, before);
        numbers.put("primal", primal);
        numbers.put("dual", dual);
        numbers.put("rho", rho);
        return steps.made(state[3], Math.max(primal, dual), 1 / rho, numbers, reason);
    }

    /** z ← θ₀, u ← −∇S(θ₀)/(m·ρ), ρ ← ‖∇S(θ₀ − h·g/‖g‖) − ∇S(θ₀)‖ / h. */
    private StopReason begin() {
        double[] g = new double[x.length];
        double value = objective.smooth().gradient(theta, g);
        double norm = Vectors.norm(g);
        state[3] = value + penalty(theta);
        if (!Double.isFinite(value) || !Double.isFinite(norm)) {
            state[3] = value;
            return Sentences.diverged(value, norm);
        }
        double[] there = theta.clone();
        double[] change = new double[x.length];
        if (norm > 0) {
            Vectors.add(there, -SHORT_WAY / norm, g);
            objective.smooth().gradient(there, change);
            Vectors.add(change, -1, g);
        }
        double l = Vectors.norm(change) / SHORT_WAY;
        state[0] = l > 0 && Double.isFinite(l) ? l : norm > 0 ? norm : 1;
        state[2] = norm;
        Vectors.copy(theta, x);
        for (int i = 0; i < z.length; i++) {
            Vectors.copy(theta, z[i]);
            Vectors.add(u[i], -1 / (z.length * state[0]), g);
        }
        return StopReason.RUNNING;
    }

    /** Line (1): the sum of squares is m·ρ/2·‖x − a‖² plus a constant, a the mean of zᵢ − uᵢ. */
    private StopReason minimise() {
        double[] a = new double[x.length];
        for (int i = 0; i < z.length; i++) {
            Vectors.add(a, 1.0 / z.length, z[i]);
            Vectors.add(a, -1.0 / z.length, u[i]);
        }
        Smooth near = objective.smooth().plus(new SquaredDistance(objective.blocks(), a, z.length * state[0]));
        ParameterRun run = admm.inner().start(near, x, seed, Memory.empty());
        Step step = run.step();
        for (int k = 1; k < INNER_STEPS && !step.stop().isFinal(); k++) {
            step = run.step();
        }
        if (step.stop().kind() != StopReason.Kind.DIVERGED) {
            Vectors.copy(run.answer(), x);
        }
        return step.stop();
    }

    /** Lines (2) to (4). */
    private void update() {
        double alpha = admm.relaxation();
        for (int i = 0; i < z.length; i++) {
            double[] next = new double[x.length];
            for (int j = 0; j < x.length; j++) {
                double relaxed = alpha * x[j] + (1 - alpha) * z[i][j]; // (2)
                u[i][j] += relaxed;
                next[j] = u[i][j];
            }
            objective.prox(i, next, 1 / state[0]); // (3)
            for (int j = 0; j < x.length; j++) {
                u[i][j] -= next[j]; // (4)
            }
            Vectors.copy(next, z[i]);
        }
    }

    /** s of line (5). */
    private double imbalance() {
        double[] g = new double[x.length];
        objective.smooth().gradient(x, g);
        Vectors.add(g, state[0], sum(u));
        return Vectors.norm(g);
    }

    /** r of line (5). */
    private double distance() {
        double square = 0;
        for (double[] copy : z) {
            for (int j = 0; j < x.length; j++) {
                square += (x[j] - copy[j]) * (x[j] - copy[j]);
            }
        }
        return Math.sqrt(square);
    }

    /** Lines (6): the norms that r and s are compared with for (8); raises R and D. */
    private double[] sizes() {
        double xSize = Math.max(Math.sqrt(z.length) * Vectors.norm(x), norm(z));
        double gSize = state[0] * Vectors.norm(sum(u));
        state[1] = Math.max(state[1], xSize);
        state[2] = Math.max(state[2], gSize);
        return new double[] {Math.max(xSize, LEAST_SIZE * state[1]), Math.max(gSize, LEAST_SIZE * state[2])};
    }

    /** Line (8). */
    private void balance(double ratio) {
        if (!(ratio > IMBALANCE || ratio < 1 / IMBALANCE)) { // NaN: both residuals are 0
            return;
        }
        double factor = Math.min(Math.max(Math.sqrt(ratio), 1 / MOST_CHANGE), MOST_CHANGE);
        state[0] *= factor;
        for (double[] multipliers : u) {
            for (int j = 0; j < multipliers.length; j++) {
                multipliers[j] /= factor;
            }
        }
    }

    /** θ ← the copy with the least F, and F there; z₁ and NaN if it is +∞ at all. */
    private void choose() {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < z.length; i++) {
            double penalty = penalty(z[i]);
            double value =
                    penalty < Double.POSITIVE_INFINITY ? objective.smooth().value(z[i]) + penalty : penalty;
            best = value < least ? i : best;
            least = Math.min(least, value);
        }
        Vectors.copy(z[best], theta);
        state[3] = least < Double.POSITIVE_INFINITY ? least : Double.NaN;
    }

    private double penalty(double[] t) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            sum += objective.term(i, t);
        }
        return sum;
    }

    private StopReason judge(double primal, double dual) {
        if (!Double.isFinite(primal) || !Double.isFinite(dual)) {
            return new StopReason(
                    StopReason.Kind.DIVERGED,
                    "The residuals are " + primal + " and " + dual
                            + " of the size of θ and ∇S: a prox isn't finite there.");
        }
        if (primal <= admm.tolerance() && dual <= admm.tolerance()) {
            return StopReason.converged(
                    "The relative residuals, " + primal + " and " + dual + ", are at most " + admm.tolerance() + ".");
        }
        double measure = Math.max(primal, dual);
        patience.see(Double.isNaN(state[3]) ? Double.MAX_VALUE : state[3], measure);
        return patience.isOver() ? patience.stalled(state[3], measure) : StopReason.RUNNING;
    }

    private static double norm(double[][] copies) {
        double square = 0;
        for (double[] copy : copies) {
            square += Vectors.dot(copy, copy);
        }
        return Math.sqrt(square);
    }

    private double[] sum(double[][] copies) {
        double[] sum = new double[x.length];
        for (double[] copy : copies) {
            Vectors.add(sum, 1, copy);
        }
        return sum;
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
