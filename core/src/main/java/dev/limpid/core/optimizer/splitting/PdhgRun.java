package dev.limpid.core.optimizer.splitting;

import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.LinearDesign;
import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A run of {@link Pdhg}; the numbers in comments are those of its steps. */
final class PdhgRun implements ParameterRun {

    /** Iterations of a step. */
    static final int ITERATIONS = 40;

    /** Parts of r at a restart at which the next one is due: at once, and as soon as r rises. */
    private static final double SUFFICIENT = 0.2;

    private static final double NECESSARY = 0.8;

    /** Part of all iterations after which a restart is due anyway. */
    private static final double LONG = 0.36;

    /** Factor by which a restart changes ω at most. */
    private static final double MOST_CHANGE = 10;

    private static final int POWER_ITERATIONS = 40;

    /** Change of the norm, as a part of it, at which the power iteration ends. */
    private static final double SETTLED = 1e-3;

    /** By how much the norm is taken to be larger than what was seen of it. */
    private static final double MARGIN = 1.02;

    /** Steps in a row without progress before the run gives up. */
    private static final int PATIENCE = 200;

    private final Pdhg pdhg;
    private final LinearProblem problem;
    private final LinearMap map;
    private final RowProxes losses;
    private final double[] offsets;
    private final long seed;
    private final Memory memory;
    private final Patience patience;

    private final double[] theta; // θ⁺
    private final Point at; // (θ, s)
    private final Point anchor; // (θ, s) at k = 0
    private final Point next; // (θ⁺, s⁺)
    private final double[] x;
    private final double[] z;
    private final double[] difference;
    private final Numbers numbers;

    /** θ and s with what belongs to them: A·θ without offsets, and Aᵀ·(a∘s). */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Point(double[] theta, double[] s, double[] f, double[] g) {

        static Point of(Memory memory, String name, int p, int rows) {
            return new Point(
                    memory.array(name + "-theta", p),
                    memory.array(name + "-slopes", rows),
                    memory.array(name + "-scores", rows),
                    memory.array(name + "-gradient", p));
        }

        void set(Point from) {
            Vectors.copy(from.theta, theta);
            Vectors.copy(from.s, s);
            Vectors.copy(from.f, f);
            Vectors.copy(from.g, g);
        }
    }

    /** Single numbers of the state, by place. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Numbers(double[] at) {

        static final int NORM = 0; // ‖√a∘A‖
        static final int OMEGA = 1;
        static final int SINCE = 2; // k
        static final int ALL = 3; // iterations so far
        static final int FIRST = 4; // r at k = 0
        static final int LAST = 5; // r before
        static final int VALUE = 6; // F
        static final int START = 7; // F(θ₀)
        static final int LARGEST = 8; // ‖Aᵀ·(a∘s)‖ so far
        static final int SCORES = 9; // √(Σᵢ aᵢ·(fᵢ − fᵢ(θ₀))²), the largest so far
        static final int SIZE = 10;

        double get(int place) {
            return at[place];
        }

        void set(int place, double value) {
            at[place] = value;
        }

        double tau() {
            return 1 / (at[NORM] * at[OMEGA]);
        }

        double sigma() {
            return at[OMEGA] / at[NORM];
        }
    }

    PdhgRun(Pdhg pdhg, LinearProblem problem, double[] theta0, long seed, Memory memory) {
        LinearDesign design = problem.design();
        int p = theta0.length;
        int rows = design.size() * design.hypothesis().outputs();
        boolean resumes = memory.has("theta");
        this.pdhg = pdhg;
        this.problem = problem;
        this.map = new LinearMap(design);
        this.losses = RowProxes.of(design);
        this.offsets = offsets(design);
        this.seed = seed;
        this.memory = memory;
        this.patience = new Patience(PATIENCE, "the larger of the gap and of e as parts of their scales", memory);
        this.theta = memory.array("theta", p);
        this.at = Point.of(memory, "at", p, rows);
        this.anchor = Point.of(memory, "anchor", p, rows);
        this.next = new Point(new double[p], new double[rows], new double[rows], new double[p]);
        this.x = new double[rows];
        this.z = new double[rows];
        this.difference = new double[p];
        this.numbers = new Numbers(memory.array("numbers", Numbers.SIZE));
        if (!resumes) {
            Vectors.copy(theta0, theta);
        }
    }

    private static double[] offsets(LinearDesign design) {
        int n = design.size();
        double[] all = new double[n * design.hypothesis().outputs()];
        for (int k = 0; k < design.offsets().size(); k++) {
            System.arraycopy(design.offsets().get(k).toArray(), 0, all, k * n, n);
        }
        return all;
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, problem.objective());
        if (steps.iteration() == 1) {
            begin();
        }
        double before = numbers.get(Numbers.VALUE);
        double e = Double.NaN;
        for (int k = 0; k < ITERATIONS && Double.isFinite(before); k++) {
            iterate();
            e = Vectors.norm(difference);
            double r = residual();
            if (r == 0 || !Double.isFinite(r)) {
                break;
            }
            goOn(r);
        }
        Vectors.copy(next.theta(), theta);
        numbers.set(Numbers.VALUE, problem.objective().value(theta));
        double gap = Math.max(0, gap()); // below 0 by rounding only
        Map<String, Double> told = new LinkedHashMap<>();
        told.put(Step.BEFORE, before);
        told.put(Step.EPOCH, 2 * numbers.get(Numbers.ALL));
        told.put("gap", gap);
        told.put("omega", numbers.get(Numbers.OMEGA));
        return steps.made(numbers.get(Numbers.VALUE), e, numbers.tau(), told, judge(gap, e));
    }

    /** From θ₀ and the slopes there; σ and τ as if the loss were down to 0 along its slopes, and θ moved the scores so far. */
    private void begin() {
        if (problem.objective().penalty(theta) == Double.POSITIVE_INFINITY) {
            problem.objective().prox(theta, 1); // into the set
        }
        Vectors.copy(theta, at.theta());
        map.times(theta, at.f());
        double[] f = scores(at);
        for (int i = 0; i < map.weights().length; i++) {
            losses.slope(i, f, at.s());
        }
        map.transposedTimes(at.s(), at.g());
        double value = problem.objective().value(theta);
        numbers.set(Numbers.NORM, MARGIN * norm());
        numbers.set(Numbers.OMEGA, omega(f));
        numbers.set(Numbers.VALUE, value);
        numbers.set(Numbers.START, value);
        numbers.set(Numbers.LARGEST, Vectors.norm(at.g()));
        anchor.set(at);
        next.set(at); // if nothing follows
    }

    private double omega(double[] f) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < map.weights().length; i++) {
            sum += map.weights()[i] * Math.abs(losses.value(i, f));
            weight += map.weights()[i];
        }
        double slopes = map.norm(at.s()) / Math.sqrt(weight);
        double omega = numbers.get(Numbers.NORM) * slopes * slopes / (sum / weight);
        return omega > 0 && Double.isFinite(omega) ? omega : 1;
    }

    /** ‖√a∘A‖, from below; 1 if it is 0. */
    private double norm() {
        RandomGenerator random = Seeds.of(seed, 0);
        double[] v = new double[theta.length];
        for (int j = 0; j < v.length; j++) {
            v[j] = random.nextGaussian();
        }
        double norm = 0;
        for (int k = 0; k < POWER_ITERATIONS; k++) {
            double size = Vectors.norm(v);
            for (int j = 0; j < v.length; j++) {
                v[j] /= size;
            }
            map.times(v, z);
            double found = map.norm(z);
            if (!(found > 0) || found - norm <= SETTLED * norm) {
                return found > 0 ? found : 1;
            }
            norm = found;
            map.transposedTimes(z, v);
        }
        return norm;
    }

    private double[] scores(Point point) {
        double[] f = point.f().clone();
        Vectors.add(f, 1, offsets);
        return f;
    }

    /** Lines (2) to (4) and (7). */
    private void iterate() {
        double tau = numbers.tau();
        double sigma = numbers.sigma();
        for (int j = 0; j < theta.length; j++) {
            next.theta()[j] = at.theta()[j] - tau * at.g()[j];
        }
        problem.objective().prox(next.theta(), tau); // (2)
        map.times(next.theta(), next.f());
        for (int i = 0; i < z.length; i++) {
            z[i] = at.s()[i] / sigma + (2 * next.f()[i] - at.f()[i]) + offsets[i]; // (3)
        }
        for (int i = 0; i < map.weights().length; i++) {
            losses.prox(i, z, 1 / sigma, x);
        }
        for (int i = 0; i < z.length; i++) {
            next.s()[i] = sigma * (z[i] - x[i]); // (4)
        }
        map.transposedTimes(next.s(), next.g());
        for (int j = 0; j < theta.length; j++) {
            difference[j] = (at.theta()[j] - next.theta()[j]) / tau - at.g()[j] + next.g()[j]; // (7)
        }
        numbers.set(Numbers.ALL, numbers.get(Numbers.ALL) + 1);
        numbers.set(Numbers.LARGEST, Math.max(numbers.get(Numbers.LARGEST), Vectors.norm(next.g())));
        Vectors.copy(next.f(), z);
        numbers.set(Numbers.SCORES, Math.max(numbers.get(Numbers.SCORES), map.norm(z)));
    }

    /** Line (5); raises the norm if the iteration shows that it is larger. */
    private double residual() {
        double moved = 0;
        double scores = 0;
        double product = 0;
        double slopes = 0;
        int n = map.weights().length;
        for (int j = 0; j < theta.length; j++) {
            double change = next.theta()[j] - at.theta()[j];
            moved += change * change;
        }
        for (int i = 0; i < z.length; i++) {
            double df = next.f()[i] - at.f()[i];
            double ds = next.s()[i] - at.s()[i];
            double a = map.weights()[i % n];
            scores += a * df * df;
            product += a * df * ds;
            slopes += a * ds * ds;
        }
        double square = moved / numbers.tau() - 2 * product + slopes / numbers.sigma();
        double shown = Math.sqrt(scores / moved);
        if (shown > numbers.get(Numbers.NORM) && Math.sqrt(moved) > SETTLED * Vectors.norm(next.theta())) {
            numbers.set(Numbers.NORM, MARGIN * shown);
        }
        return Math.sqrt(Math.max(0, square));
    }

    /** Line (6), or a restart. */
    private void goOn(double r) {
        double k = numbers.get(Numbers.SINCE);
        if (k == 0) {
            numbers.set(Numbers.FIRST, r);
        }
        double part = r / numbers.get(Numbers.FIRST);
        boolean rises = k > 0 && r > numbers.get(Numbers.LAST);
        numbers.set(Numbers.LAST, r);
        if (part <= SUFFICIENT || (part <= NECESSARY && rises) || (k > 0 && k >= LONG * numbers.get(Numbers.ALL))) {
            restart();
            return;
        }
        double weight = (k + 1) / (k + 2);
        average(weight, at.theta(), next.theta(), anchor.theta());
        average(weight, at.s(), next.s(), anchor.s());
        average(weight, at.f(), next.f(), anchor.f());
        average(weight, at.g(), next.g(), anchor.g());
        numbers.set(Numbers.SINCE, k + 1);
    }

    private static void average(double weight, double[] at, double[] next, double[] anchor) {
        for (int i = 0; i < at.length; i++) {
            at[i] = weight * (2 * next[i] - at[i]) + (1 - weight) * anchor[i]; // (6)
        }
    }

    /** Lines (8) and (9). */
    private void restart() {
        double primal = distance() / numbers.get(Numbers.SCORES);
        double dual = Vectors.norm(difference) / numbers.get(Numbers.LARGEST);
        double change = Math.sqrt(primal / dual);
        if (change > 0) { // NaN: both are 0
            numbers.set(
                    Numbers.OMEGA,
                    numbers.get(Numbers.OMEGA) * Math.min(Math.max(change, 1 / MOST_CHANGE), MOST_CHANGE)); // (9)
        }
        at.set(next);
        anchor.set(next);
        numbers.set(Numbers.SINCE, 0);
    }

    /** √(Σᵢ aᵢ·(xᵢ − fᵢ⁺)²). */
    private double distance() {
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] - next.f()[i] - offsets[i];
        }
        return map.norm(z);
    }

    /** Line (10). */
    private double gap() {
        double[] f = scores(next);
        int n = map.weights().length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += map.weights()[i] * (losses.value(i, f) - losses.value(i, x));
        }
        for (int i = 0; i < x.length; i++) {
            sum -= map.weights()[i % n] * next.s()[i] * (f[i] - x[i]);
        }
        return sum;
    }

    private StopReason judge(double gap, double e) {
        double value = numbers.get(Numbers.VALUE);
        if (!Double.isFinite(value) || !Double.isFinite(gap) || !Double.isFinite(e)) {
            return Sentences.diverged(value, e);
        }
        double scale = Math.max(Math.abs(value), numbers.get(Numbers.START) - value);
        double largest = numbers.get(Numbers.LARGEST);
        if (gap <= pdhg.tolerance() * scale && e <= pdhg.tolerance() * largest) {
            return StopReason.converged("The objective, " + value + ", is at most " + gap
                    + " above its minimum, but for a slope of size " + e + ": these are at most " + pdhg.tolerance()
                    + " of " + scale + " and of the largest gradient, " + largest + ".");
        }
        double measure = Math.max(gap / scale, e / largest);
        patience.see(value, measure);
        return patience.isOver() ? patience.stalled(value, measure) : StopReason.RUNNING;
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
