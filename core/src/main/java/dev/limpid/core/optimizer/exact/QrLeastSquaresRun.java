package dev.limpid.core.optimizer.exact;

import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run of {@link QrLeastSquares}; the numbers in comments are those of its steps. */
final class QrLeastSquaresRun implements ParameterRun {

    private static final double EPSILON = Math.ulp(1.0);

    /** The part of a coefficient's last digit that the next correction may change. */
    private static final double LAST_DIGIT = 0.25;

    /** Corrections have to shrink by this factor at least. */
    private static final double SHRINK = 0.5;

    private final QrLeastSquares method;
    private final LinearProblem problem;
    private final Equations equations;
    private final Memory memory;
    private final double[][] theta; // hi, lo
    private final double[][] r; // hi, lo
    private final double[] size; // of the last correction
    private @Nullable TallQr factor;

    QrLeastSquaresRun(
            QrLeastSquares method, LinearProblem problem, Equations equations, double[] theta0, Memory memory) {
        boolean resumes = memory.has("theta");
        this.method = method;
        this.problem = problem;
        this.equations = equations;
        this.memory = memory;
        this.theta = pair("theta", theta0.length);
        this.r = pair("residual", equations.rows());
        this.size = memory.array("correction", 1);
        if (!resumes) {
            Vectors.copy(theta0, theta[0]);
        }
    }

    private double[][] pair(String name, int length) {
        return new double[][] {memory.array(name, length), memory.array(name + ".low", length)};
    }

    private TallQr factor() {
        TallQr known = factor;
        if (known == null) {
            known = TallQr.of(equations.rows(), equations.columns(), equations, method.tolerance()); // (1)
            factor = known;
        }
        return known;
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, problem.objective());
        double before = problem.objective().value(theta[0]);
        if (!Double.isFinite(before)) {
            return steps.still(before, Double.NaN, Sentences.diverged(before, Double.NaN));
        }
        double[] f = new double[equations.rows()];
        double[] d = new double[theta[0].length];
        equations.left(theta, r, f, d); // (2)
        factor().solve(f, d); // (3)
        double last = size[0];
        size[0] = largest(d);
        if (!Double.isFinite(size[0])) {
            return steps.still(before, Double.NaN, Sentences.diverged(before, Double.NaN));
        }
        boolean shrinks = steps.iteration() == 1 || size[0] <= SHRINK * last;
        if (shrinks) {
            move(theta, d); // (4)
            move(r, f);
        }
        double[] g = new double[d.length];
        double after = valueAndGradient(g);
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put(Step.BEFORE, before);
        numbers.put("correction", size[0]);
        numbers.put("rank", (double) factor().rank());
        StopReason reason = shrinks ? judge(steps.iteration(), last) : stalled(last);
        return steps.made(after, Vectors.maxNorm(g), shrinks ? 1 : 0, numbers, reason);
    }

    /** The largest change that a correction makes to a score of the size of its column. */
    private double largest(double[] d) {
        double largest = 0;
        for (int j = 0; j < d.length; j++) {
            largest = Math.max(largest, Math.abs(d[j]) * factor().scale(j));
        }
        return largest;
    }

    private static void move(double[][] pair, double[] d) {
        for (int j = 0; j < d.length; j++) {
            Equations.add(pair, j, d[j]);
            double sum = pair[0][j] + pair[1][j];
            pair[1][j] -= sum - pair[0][j];
            pair[0][j] = sum;
        }
    }

    private double valueAndGradient(double[] g) {
        if (problem.objective() instanceof Smooth smooth) {
            return smooth.gradient(theta[0], g);
        }
        problem.sum().gradient(theta[0], g); // no penalty, or one that hides its gradient: that of S alone
        return problem.objective().value(theta[0]);
    }

    private StopReason judge(long iteration, double last) {
        if (size[0] == 0) {
            return StopReason.converged("No coefficient needs a correction." + named());
        }
        if (iteration == 1) {
            return StopReason.RUNNING;
        }
        double next = size[0] / last * size[0];
        double whole = largest(theta[0]);
        for (int j = 0; j < theta[0].length; j++) {
            double digit = Math.max(
                    LAST_DIGIT * EPSILON * Math.abs(theta[0][j]) * factor().scale(j), EPSILON * EPSILON * whole);
            if (next > digit) {
                return StopReason.RUNNING;
            }
        }
        return StopReason.converged("Corrections shrink by " + size[0] / last + " a step, and the next, about " + next
                + " of the scores, would change no coefficient by more than a quarter of its last digit." + named());
    }

    private StopReason stalled(double last) {
        return new StopReason(
                StopReason.Kind.STALLED,
                "A correction of " + size[0] + " followed one of " + last + ": the columns, of condition number "
                        + (float) factor().condition()
                        + ", depend on one another as far as the digits of a double can tell. Leave some out, give the"
                        + " optimizer a larger tolerance, or add an L2Penalty." + named());
    }

    /** A sentence that names the parameters that were left alone; empty if there are none. */
    private String named() {
        BitSet dependent = factor().dependent();
        if (dependent.isEmpty()) {
            return "";
        }
        return " Parameters that depend on others stay where they began: "
                + dependent.stream().limit(10).mapToObj(this::name).collect(Collectors.joining(", "))
                + (dependent.cardinality() > 10 ? ", …." : ".");
    }

    private String name(int j) {
        return problem.objective().blocks().list().stream()
                .filter(block -> block.offset() <= j && j < block.end())
                .map(block -> block.name() + "[" + (j - block.offset()) + "]")
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public double[] theta() {
        return theta[0].clone();
    }
}
