package dev.limpid.core.optimizer.variance;

import dev.limpid.core.internal.optimizer.DesignRows;
import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.internal.optimizer.ProxMapping;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.LinearDesign;
import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A run of {@link Saga}; the numbers in comments are those of its steps. */
final class SagaRun implements ParameterRun {

    /** Part of a value that its rounding may change. */
    private static final double ROUNDING = 1e-14;

    /** A promised decrease below this part of the loss is not compared with it: digits would decide. */
    private static final double TELLING = 1e-10;

    /** Change of scores, as a part of 1 + |f|, over which the first H is measured. */
    private static final double SHORT_WAY = 1e-4;

    private final Composite<?> objective;
    private final LinearProblem problem;
    private final LinearDesign design;
    private final DesignRows rows;
    private final RowLoss loss;
    private final long seed;
    private final Memory memory;
    private final ProxMapping mapping;
    private final double[] theta;
    private final double[] slopes; // aᵢₖ at i·K + k
    private final double[] m;
    private final double[] state; // F(θ), H, passes over the data
    private final int outputs;
    private final double largestRow; // max n·c·vᵢ·‖∂fᵢ/∂θ‖²

    SagaRun(Saga method, LinearProblem problem, double[] theta0, long seed, Memory memory) {
        boolean resumes = memory.has("theta");
        this.problem = problem;
        this.objective = problem.objective();
        this.design = problem.design();
        this.rows = new DesignRows(design);
        this.loss = new RowLoss(design);
        this.seed = seed;
        this.memory = memory;
        this.mapping = new ProxMapping(method.tolerance(), memory);
        this.outputs = design.hypothesis().outputs();
        this.theta = memory.array("theta", theta0.length);
        this.slopes = memory.array("slopes", design.size() * outputs);
        this.m = memory.array("mean", theta0.length);
        this.state = memory.array("state", 3);
        this.largestRow = largestRow();
        if (!resumes) {
            Vectors.copy(theta0, theta);
        }
    }

    private double largestRow() {
        double largest = 0;
        for (int i = 0; i < design.size(); i++) {
            largest = Math.max(largest, weight(i) * rows.square(i));
        }
        return largest > 0 ? design.size() * largest : 1;
    }

    /** c·vᵢ. */
    private double weight(int i) {
        return design.factor() * design.weights().at(i);
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, objective);
        if (steps.iteration() == 1) {
            StopReason reason = begin();
            if (reason.isFinal()) {
                return step(steps, Vectors.maxNorm(m), reason);
            }
        }
        double[] before = theta.clone();
        epoch(Seeds.of(seed, steps.iteration()));
        double[] g = new double[theta.length];
        double value = problem.sum().gradient(theta, g) + objective.penalty(theta);
        double norm = Vectors.maxNorm(g);
        if (!Double.isFinite(value) || !Double.isFinite(norm) || !Double.isFinite(Vectors.maxNorm(theta))) {
            Vectors.copy(before, theta);
            return step(steps, norm, Sentences.diverged(value, norm));
        }
        if (value > state[0] + ROUNDING * Math.abs(state[0])) {
            state[1] *= 2;
        }
        state[0] = value;
        double size = ProxMapping.largest(objective, theta, g, 1 / alpha());
        return step(steps, size, mapping.judge(value, size));
    }

    private StopReason begin() {
        double s = problem.sum().gradient(theta, m);
        state[0] = s + objective.penalty(theta);
        if (!Double.isFinite(s) || !Double.isFinite(Vectors.maxNorm(m))) {
            return Sentences.diverged(s, Vectors.maxNorm(m));
        }
        double[] f = new double[outputs];
        double[] g = new double[outputs];
        for (int i = 0; i < design.size(); i++) {
            scores(i, f);
            loss.gradient(i, f, g);
            System.arraycopy(g, 0, slopes, i * outputs, outputs);
            state[1] = Math.max(state[1], curvature(i, f, g));
        }
        state[1] = state[1] > 0 ? state[1] : 1;
        double size = ProxMapping.largest(objective, theta, m, 1 / alpha());
        mapping.begin(size, m);
        return size == 0 ? mapping.judge(state[0], 0) : StopReason.RUNNING;
    }

    /** The change of the slopes of a row over a short way, per unit; 0 if it isn't finite. */
    private double curvature(int i, double[] f, double[] g) {
        double largest = 0;
        double[] there = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            double[] ahead = f.clone();
            double way = SHORT_WAY * (1 + Math.abs(f[k]));
            ahead[k] += way;
            loss.gradient(i, ahead, there);
            double h = Math.abs(there[k] - g[k]) / way;
            largest = Double.isFinite(h) ? Math.max(largest, h) : largest;
        }
        return largest;
    }

    private void scores(int i, double[] f) {
        for (int k = 0; k < outputs; k++) {
            f[k] = rows.score(i, k, theta);
        }
    }

    private double alpha() {
        return 1 / (3 * state[1] * largestRow);
    }

    private void epoch(RandomGenerator random) {
        int n = design.size();
        double[] f = new double[outputs];
        double[] g = new double[outputs];
        double[] e = new double[outputs];
        for (int t = 0; t < n; t++) {
            int i = random.nextInt(n);
            scores(i, f);
            loss.gradient(i, f, g); // (1)
            bound(i, f, g); // (2)
            double alpha = alpha();
            for (int k = 0; k < outputs; k++) {
                e[k] = weight(i) * (g[k] - slopes[i * outputs + k]);
                slopes[i * outputs + k] = g[k]; // (3)
                rows.add(i, k, -alpha * n * e[k], theta);
            }
            Vectors.add(theta, -alpha, m);
            objective.prox(theta, alpha); // (4)
            for (int k = 0; k < outputs; k++) {
                rows.add(i, k, e[k], m); // (5)
            }
        }
        state[2] += 2;
    }

    /** Line (2), where the decrease can be told from rounding. */
    private void bound(int i, double[] f, double[] g) {
        double square = Vectors.dot(g, g);
        double value = loss.value(i, f);
        double[] ahead = new double[outputs];
        while (square / (2 * state[1]) > TELLING * Math.abs(value)) {
            for (int k = 0; k < outputs; k++) {
                ahead[k] = f[k] - g[k] / state[1];
            }
            if (loss.value(i, ahead) <= value - square / (2 * state[1]) + ROUNDING * Math.abs(value)
                    || !Double.isFinite(value)) {
                return;
            }
            state[1] *= 2;
        }
    }

    private Step step(Steps steps, double size, StopReason reason) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put(Step.EPOCH, state[2]);
        numbers.put("curvature", state[1]);
        return steps.made(state[0], size, alpha(), numbers, reason);
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
