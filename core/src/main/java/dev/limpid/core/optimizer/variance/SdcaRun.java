package dev.limpid.core.optimizer.variance;

import dev.limpid.core.internal.optimizer.DesignRows;
import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.objective.LinearDesign;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A run of {@link Sdca}; the numbers in comments are those of its formulas and steps. */
final class SdcaRun implements ParameterRun {

    /** μ·s, so large that 1/s beside μ is rounding. */
    private static final double LARGE = 0x1p53;

    /** Steps in a row without progress before the run gives up. */
    private static final int PATIENCE = 50;

    private final Sdca method;
    private final LinearProblem problem;
    private final LinearDesign design;
    private final ScalarLoss loss;
    private final SeparablePenalty penalty;
    private final DesignRows rows;
    private final long seed;
    private final Memory memory;
    private final Patience patience;
    private final double[] theta;
    private final double[] a;
    private final double[] conjugates; // ℓ*(yᵢ, aᵢ)
    private final double[] epochs;
    private final double[] u;
    private final double[] y;

    SdcaRun(
            Sdca method,
            LinearProblem problem,
            ScalarLoss loss,
            SeparablePenalty penalty,
            double[] theta0,
            long seed,
            Memory memory) {
        boolean resumes = memory.has("theta");
        this.method = method;
        this.problem = problem;
        this.design = problem.design();
        this.loss = loss;
        this.penalty = penalty;
        this.rows = new DesignRows(design);
        this.seed = seed;
        this.memory = memory;
        this.patience = new Patience(PATIENCE, "the duality gap", memory);
        this.theta = memory.array("theta", theta0.length);
        this.a = memory.array("dual", design.size());
        this.conjugates = memory.array("conjugates", design.size());
        this.epochs = memory.array("epoch", 1);
        this.u = new double[theta0.length];
        this.y = design.targets().get(0).toArray();
        if (epochs[0] > 0) {
            sumDual();
        } else if (!resumes) {
            Vectors.copy(theta0, theta);
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, problem.objective());
        if (steps.iteration() == 1) {
            for (int i = 0; i < a.length; i++) {
                touch(i, rows.score(i, 0, theta));
            }
            sumDual();
        }
        epoch(Seeds.of(seed, steps.iteration()));
        sumDual();
        double value = problem.objective().value(theta);
        double dual = dual();
        epochs[0] += 2;
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put(Step.EPOCH, epochs[0]);
        numbers.put("dual", dual);
        return steps.made(value, value - dual, 1, numbers, judge(value, dual));
    }

    private void epoch(RandomGenerator random) {
        for (int i : order(random)) {
            double f = rows.score(i, 0, theta);
            double q = quadratic(i); // (3)
            double before = a[i];
            if (q > 0) {
                double z = f + q * a[i];
                double x = loss.prox(y[i], z, q); // (4)
                touch(i, x);
                if (!loss.smooth()) {
                    a[i] = (z - x) / q; // (5), exact at a kink
                    conjugates[i] = a[i] * x - loss.value(y[i], x);
                }
            } else {
                touch(i, f);
            }
            move(i, -weight(i) * (a[i] - before)); // (6)
        }
    }

    private int[] order(RandomGenerator random) {
        int[] order = IntStream.range(0, a.length).toArray();
        for (int i = 0; i < order.length; i++) {
            int k = i + random.nextInt(order.length - i);
            int row = order[i];
            order[i] = order[k];
            order[k] = row;
        }
        return order;
    }

    /** c·vᵢ. */
    private double weight(int i) {
        return design.factor() * design.weights().at(i);
    }

    private double quadratic(int i) {
        double sum = 0;
        for (int c = 0; c < rows.count(i); c++) {
            sum += rows.cell(i, c) * rows.cell(i, c) / penalty.strongConvexity(rows.position(i, c));
        }
        return weight(i) * sum;
    }

    /** Line (5): aᵢ and its conjugate from the slope at x. */
    private void touch(int i, double x) {
        a[i] = loss.gradient(y[i], x);
        conjugates[i] = a[i] * x - loss.value(y[i], x);
    }

    private void move(int i, double change) {
        if (change != 0) {
            for (int c = 0; c < rows.count(i); c++) {
                int j = rows.position(i, c);
                u[j] += change * rows.cell(i, c);
                theta[j] = argmax(j);
            }
        }
    }

    /** Line (2). */
    private double argmax(int j) {
        double s = LARGE / penalty.strongConvexity(j);
        return penalty.prox(s * u[j], j, s);
    }

    /** u and θ from a, without what rounding has added up. */
    private void sumDual() {
        Arrays.fill(u, 0);
        for (int i = 0; i < a.length; i++) {
            rows.add(i, 0, -weight(i) * a[i], u); // (1)
        }
        Arrays.setAll(theta, this::argmax);
    }

    /** Line (1). */
    private double dual() {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double offset =
                    design.offsets().isEmpty() ? 0 : design.offsets().get(0).at(i);
            sum += weight(i) * (a[i] * offset - conjugates[i]);
        }
        for (int j = 0; j < u.length; j++) {
            sum -= u[j] * theta[j] - penalty.value(theta[j], j);
        }
        return sum;
    }

    private StopReason judge(double value, double dual) {
        double gap = value - dual;
        if (!Double.isFinite(gap)) {
            return Sentences.diverged(value, gap);
        }
        if (gap <= method.tolerance() * Math.max(Math.abs(value), Math.abs(dual))) {
            return StopReason.converged("The objective, " + value + ", is at most " + gap
                    + " above its minimum: this is its gap to the dual objective, and at most " + method.tolerance()
                    + " of it.");
        }
        patience.see(value, gap);
        return patience.isOver() ? patience.stalled(value, gap) : StopReason.RUNNING;
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
