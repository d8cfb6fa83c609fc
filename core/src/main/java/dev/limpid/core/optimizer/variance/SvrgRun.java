package dev.limpid.core.optimizer.variance;

import dev.limpid.core.internal.optimizer.ProxMapping;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.FeedbackSink;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A run of {@link Svrg}; the numbers in comments are those of its steps. */
final class SvrgRun implements ParameterRun {

    private static final double CAUTION = 4;

    /** Part of a value that its rounding may change. */
    private static final double ROUNDING = 1e-14;

    /** Length of the way over which the first L is measured. */
    private static final double SHORT_WAY = 1e-4;

    private final Svrg method;
    private final Composite<?> objective;
    private final FiniteSum sum;
    private final long seed;
    private final Memory memory;
    private final ProxMapping mapping;
    private final double[] theta;
    private final double[] g;
    private final double[] state; // F(θ), L, c, passes over the data

    SvrgRun(Svrg method, Composite<?> objective, FiniteSum sum, double[] theta0, long seed, Memory memory) {
        boolean resumes = memory.has("theta");
        this.method = method;
        this.objective = objective;
        this.sum = sum;
        this.seed = seed;
        this.memory = memory;
        this.mapping = new ProxMapping(method.tolerance(), memory);
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
            StopReason reason = begin();
            if (reason.isFinal()) {
                return step(steps, reason);
            }
        }
        double[] x = epoch(Seeds.of(seed, steps.iteration()));
        double[] gx = new double[x.length];
        double value = sum.gradient(x, gx) + objective.penalty(x);
        boolean finite = Double.isFinite(value) && Double.isFinite(Vectors.maxNorm(gx));
        if (finite && value <= state[0] + ROUNDING * Math.abs(state[0])) {
            Vectors.copy(x, theta); // (5)
            Vectors.copy(gx, g);
            state[0] = value;
            state[1] /= 2;
        } else {
            state[2] *= 2; // (6)
        }
        return step(steps, mapping.judge(state[0], size()));
    }

    private StopReason begin() {
        double s = sum.gradient(theta, g);
        if (!Double.isFinite(s) || !Double.isFinite(Vectors.maxNorm(g))) {
            state[0] = s;
            return Sentences.diverged(s, Vectors.maxNorm(g));
        }
        state[0] = s + objective.penalty(theta);
        state[1] = lipschitz();
        state[2] = CAUTION;
        mapping.begin(size(), g);
        return size() == 0 ? mapping.judge(state[0], 0) : StopReason.RUNNING;
    }

    /** ‖∇S(θ − h·G/‖G‖) − ∇S(θ)‖ / h. */
    private double lipschitz() {
        double norm = Vectors.norm(g);
        double[] there = theta.clone();
        double[] gThere = g.clone();
        if (norm > 0) {
            Vectors.add(there, -SHORT_WAY / norm, g);
            sum.gradient(there, gThere);
        }
        Vectors.add(gThere, -1, g);
        double l = Vectors.norm(gThere) / SHORT_WAY;
        return norm > 0 && l > 0 && Double.isFinite(l) ? l : Math.max(norm, Double.MIN_NORMAL);
    }

    private double[] epoch(RandomGenerator random) {
        int n = sum.units().size();
        int b = Math.min(method.batchSize(), n);
        int inner = (2 * n + b - 1) / b;
        double[] x = theta.clone();
        double[] e = new double[x.length];
        double[] atSnapshot = new double[x.length];
        for (int t = 0; t < inner; t++) {
            Batch batch = draw(random, b, n); // (1)
            sum.gradient(x, batch, e, FeedbackSink.NONE);
            sum.gradient(theta, batch, atSnapshot, FeedbackSink.NONE);
            Vectors.add(e, -1, atSnapshot); // (2)
            double way = distance(x, theta);
            if (way > 0) {
                state[1] = Math.max(state[1], finite(Vectors.norm(e) / way)); // (3)
            }
            double alpha = 1 / (state[2] * state[1]);
            Vectors.add(x, -alpha, e);
            Vectors.add(x, -alpha, g);
            objective.prox(x, alpha); // (4)
        }
        state[3] += 1 + 2.0 * inner * b / n;
        return x;
    }

    private static Batch draw(RandomGenerator random, int b, int n) {
        int[] units = new int[b];
        for (int k = 0; k < b; k++) {
            units[k] = random.nextInt(n);
        }
        return Batch.of(units, (double) b / n);
    }

    private static double distance(double[] x, double[] y) {
        double[] way = x.clone();
        Vectors.add(way, -1, y);
        return Vectors.norm(way);
    }

    /** A batch that left the finite numbers tells nothing; (6) undoes its epoch. */
    private static double finite(double l) {
        return Double.isFinite(l) ? l : 0;
    }

    /** The prox-gradient mapping at the snapshot. */
    private double size() {
        return ProxMapping.largest(objective, theta, g, state[1]);
    }

    private Step step(Steps steps, StopReason reason) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put(Step.EPOCH, state[3]);
        numbers.put("smoothness", state[1]);
        double size = state[1] > 0 ? size() : Vectors.maxNorm(g);
        return steps.made(state[0], size, 1 / (state[2] * state[1]), numbers, reason);
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
