package dev.limpid.core.optimizer.variance;

import dev.limpid.core.internal.kernel.DualKernel;
import dev.limpid.core.internal.kernel.Kernels;
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

/** A run of {@link Sdca}; the numbers in comments are those of its formulas and steps. */
final class SdcaRun implements ParameterRun {

    /** Steps in a row without progress before the run gives up. */
    private static final int PATIENCE = 20;

    /** Sweeps of a step at most. */
    private static final int SWEEPS = 20;

    /** A row rests if what it adds to the gap is at most this part of the mean. */
    private static final double LITTLE = 1e-3;

    private final Sdca method;
    private final LinearProblem problem;
    private final LinearDesign design;
    private final DualKernel kernel;
    private final DualPoint point;
    private final long seed;
    private final Memory memory;
    private final Patience patience;
    private final double[] theta0;
    private final double[] theta;
    private final double[] a;
    private final double[] conjugates; // ℓ*(yᵢ, aᵢ); NaN as long as it isn't known
    private final double[] epochs;
    private final double[] y;
    private final double[] q;

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
        this.kernel = Kernels.dual(loss);
        this.seed = seed;
        this.memory = memory;
        this.patience = new Patience(PATIENCE, "the duality gap", memory);
        this.theta0 = theta0.clone();
        this.theta = memory.array("theta", theta0.length);
        this.a = memory.array("dual", design.size());
        this.conjugates = memory.array("conjugates", design.size());
        this.epochs = memory.array("epoch", 1);
        this.y = design.targets().get(0).toArray();
        if (!resumes) {
            Vectors.copy(theta0, theta);
        }
        this.point = RidgePoint.of(design, penalty, theta)
                .orElseGet(() -> new SeparablePoint(design, penalty, memory.array("sums", theta0.length), theta));
        this.q = new double[design.size()];
        Arrays.setAll(q, i -> weight(i) * point.square(i)); // (3)
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, problem.objective());
        if (steps.iteration() == 1) {
            begin();
        }
        epochs[0] += sweeps(Seeds.of(seed, steps.iteration()));
        point.restore(changes()); // so that what is claimed doesn't rest on sums of many sweeps
        double value = problem.objective().value(theta);
        double dual = dual();
        epochs[0] += 2;
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put(Step.EPOCH, epochs[0]);
        numbers.put("dual", dual);
        return steps.made(value, value - dual, 1, numbers, judge(value, dual));
    }

    /** From the θ of u = 0 the first sweep adds row by row to u; from any other, all aᵢ are slopes at θ₀. */
    private void begin() {
        point.restore(new double[a.length]);
        if (Arrays.equals(theta, theta0)) {
            Arrays.fill(conjugates, Double.NaN);
            return;
        }
        Vectors.copy(theta0, theta);
        double[][] f = design.scores(theta);
        double[] out = new double[3];
        for (int i = 0; i < a.length; i++) {
            kernel.slope(y[i], f[0][i], out);
            a[i] = out[0];
            conjugates[i] = out[1];
        }
        point.restore(changes());
    }

    private double[] changes() {
        double[] changes = new double[a.length];
        Arrays.setAll(changes, i -> -weight(i) * a[i]); // (1)
        return changes;
    }

    /** Sweeps over the rows until (9), and returns how many times n rows that were. */
    private double sweeps(RandomGenerator random) {
        Rest rest = new Rest(a.length); // all rows are awake again, whatever (8) made of the last step
        double before = 0;
        double dual = dual();
        for (int s = 0; s < SWEEPS; s++) {
            double little = LITTLE * Math.max(before, method.tolerance() * Math.abs(dual)) / a.length;
            double gathered = sweep(random, rest, little);
            double expected = gathered < before ? gathered * (gathered / before) : gathered; // (9)
            before = gathered > 0 ? gathered : 0; // NaN after the first sweep of all, as conjugates weren't known
            dual = dual();
            if (isEnough(dual + expected, dual)) {
                break;
            }
        }
        point.finish();
        return (double) rest.visits() / a.length;
    }

    /** Moves the numbers of all rows that don't rest, and returns what these rows added to the gap: little, if not above a bound. */
    private double sweep(RandomGenerator random, Rest rest, double little) {
        RowOrder order = new RowOrder(a.length, random);
        double[] out = new double[3];
        double gathered = 0;
        for (int k = 0; k < order.blocks(); k++) {
            int size = order.size(k);
            for (int r = 0; r < size; r++) {
                int i = order.row(r);
                if (rest.isOver(i)) {
                    double share = visit(i, out);
                    gathered += share;
                    rest.visited(i, share <= little); // (8)
                }
            }
        }
        return gathered;
    }

    /** Moves the number of a row, and returns what the row added to the gap before. */
    private double visit(int i, double[] out) {
        double f = point.score(i);
        kernel.step(y[i], f, a[i], q[i], out); // (4), (5)
        double share = weight(i) * (out[2] + conjugates[i] - a[i] * f); // (7)
        double change = out[0] - a[i];
        a[i] = out[0];
        conjugates[i] = out[1];
        if (change != 0) {
            point.move(i, -weight(i) * change); // (6)
        }
        return share;
    }

    /** c·vᵢ. */
    private double weight(int i) {
        return design.factor() * design.weights().at(i);
    }

    /** Line (1). */
    private double dual() {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double offset =
                    design.offsets().isEmpty() ? 0 : design.offsets().get(0).at(i);
            sum += weight(i) * (a[i] * offset - conjugates[i]);
        }
        return sum - point.conjugate();
    }

    private boolean isEnough(double value, double dual) {
        return value - dual <= method.tolerance() * Math.max(Math.abs(value), Math.abs(dual));
    }

    private StopReason judge(double value, double dual) {
        double gap = value - dual;
        if (!Double.isFinite(gap)) {
            return Sentences.diverged(value, gap);
        }
        if (isEnough(value, dual)) {
            return StopReason.converged("The objective, " + value + ", is at most " + gap
                    + " above its minimum: this is its gap to the dual objective, and at most " + method.tolerance()
                    + " of it.");
        }
        patience.see(-dual, gap); // D only rises, while F may swing
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
