package dev.limpid.testkit.internal.update;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import dev.limpid.core.update.Update;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Steps of an update: where they go, and what they depend on. */
public final class UpdateTests {

    static final Blocks BLOCKS =
            Blocks.single(3).and("weights", 2, 2, Role.WEIGHTS).and("intercept", 1, 1, Role.INTERCEPT);
    static final int STEPS = 12;

    private UpdateTests() {}

    static Track track(UpdateSubject subject) {
        return new Track(subject.update(), BLOCKS);
    }

    static double[] step(Update update, Memory memory, int t, double[] theta, double... gradient) {
        double[] c = new double[theta.length];
        double[] m = new double[theta.length];
        for (int j = 0; j < theta.length; j++) {
            c[j] = gradient[j] == 0 ? 0 : 1;
            m[j] = theta[j] - gradient[j]; // so that c·(θ − m) is the gradient
        }
        QuadraticOracle oracle = new QuadraticOracle(
                Blocks.single(theta.length), new Progress(t, 0.1 * (t - 1)), Track.RATE, theta, c, m);
        double[] delta = new double[theta.length];
        update.delta(oracle, memory, delta);
        return delta;
    }

    /**
     * Looks whether first steps are finite and go downhill.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome downhill(UpdateSubject subject) {
        for (double size : new double[] {1e-3, 1, 1e3}) {
            double[] g = {size, -2 * size, 0.5 * size};
            double[] theta = {0.4, -0.2, 1};
            double[] delta = step(subject.update(), Memory.empty(), 1, theta, g);
            double slope = 0;
            for (int j = 0; j < g.length; j++) {
                slope += g[j] * delta[j];
            }
            if (!(slope < 0) || !Double.isFinite(slope)) {
                String cause = slope > 0
                        ? "the sign: δ is added to θ, so it goes against the gradient."
                        : slope == 0
                                ? "nothing moves: a rate of 0 in the first step, a state that is used before it is set, or a δ that is not"
                                        + " written to."
                                : "0/0 or an overflow in the first step; state begins at 0.";
                return Outcome.failed("first step, gradient " + Text.plain(g) + "\n  δ        " + Text.plain(delta)
                        + "\n  ⟨g, δ⟩  " + slope + ", must be < 0\nLikely cause: " + cause);
            }
        }
        return Outcome.passed();
    }

    /**
     * Hands over gradients of 0.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome zeroGradient(UpdateSubject subject) {
        Memory memory = Memory.empty();
        for (int t = 1; t <= 3; t++) {
            double[] delta = step(subject.update(), memory, t, new double[2], 0, 0);
            if (!Arrays.equals(delta, new double[2]) && !(Math.abs(delta[0]) == 0 && Math.abs(delta[1]) == 0)) {
                return Outcome.failed("step " + t + ", θ = 0, gradient 0\n  δ  " + Text.plain(delta)
                        + "\nLikely cause: "
                        + (Double.isNaN(delta[0])
                                ? "0/0; add ε to the divisor, or divide by max(ε, …)."
                                : "a step that does not come from the gradient."));
            }
        }
        double[] theta = {2, -3};
        double[] delta = step(subject.update(), Memory.empty(), 1, theta, 0, 0);
        for (int j = 0; j < theta.length; j++) {
            double ratio = delta[j] / theta[j];
            if (!(ratio <= 0 && ratio > -1)) {
                return Outcome.failed("first step, θ = " + Text.plain(theta) + ", gradient 0\n  δ  " + Text.plain(delta)
                        + "\nLikely cause: "
                        + (Double.isNaN(ratio)
                                ? "0/0; add ε to the divisor."
                                : "a decay of the parameters with the wrong sign or without the learning rate."));
            }
        }
        return Outcome.passed();
    }

    /**
     * Doubles the learning rate.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome learningRate(UpdateSubject subject) {
        double[] once = track(subject).standing().steps(STEPS);
        double[] doubled = track(subject).standing().withRate(2 * Track.RATE).steps(STEPS);
        for (int i = 0; i < once.length; i++) {
            if (Math.abs(doubled[i] - 2 * once[i]) > 1e-10 * Math.abs(once[i])) {
                double ratio = doubled[i] / once[i];
                String cause = Math.abs(ratio - 1) < 1e-9
                        ? "the rate does not come from oracle.learningRate(), so that schedules have no effect."
                        : Math.abs(ratio - 4) < 1e-6
                                ? "the rate is multiplied in twice."
                                : "the rate is in a state that carries over, or a decay shrinks the moved parameters; if"
                                        + " that is meant, exclude this law.";
                return Outcome.failed("step " + (1 + i / BLOCKS.size()) + ", coordinate " + i % BLOCKS.size()
                        + "\n  δ with learning rate " + Track.RATE + "  " + once[i] + "\n  δ with learning rate "
                        + 2 * Track.RATE + "  " + doubled[i] + "\n  ratio                     " + Text.ratio(ratio)
                        + ", must be 2\nLikely cause: " + cause);
            }
        }
        return Outcome.passed();
    }

    /**
     * Turns the order of the coordinates round within one block.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome order(UpdateSubject subject) {
        int p = 6;
        int[] reversed = {5, 4, 3, 2, 1, 0};
        double[] plain = new Track(subject.update(), Blocks.single(p)).steps(STEPS);
        double[] turned =
                new Track(subject.update(), Blocks.single(p)).permuted(reversed).steps(STEPS);
        for (int t = 0; t < STEPS; t++) {
            for (int j = 0; j < p; j++) {
                double there = turned[t * p + reversed[j]];
                if (Math.abs(there - plain[t * p + j]) > 1e-10 * Math.abs(there)) {
                    return Outcome.failed("step " + (t + 1) + ", coordinate " + j + " of " + p + "\n  δ               "
                            + plain[t * p + j] + "\n  δ, turned round  " + there
                            + "\nLikely cause: a loop misses the first or the last coordinate, or state is indexed"
                            + " otherwise than θ.");
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Compares a coordinate alone, in company, and in another block.
     *
     * @param subject the update
     * @return the outcome; not applicable unless declared element by element
     */
    public static Outcome elementwise(UpdateSubject subject) {
        if (!subject.declares().elementwise()) {
            return Outcome.notApplicable("not declared elementwise");
        }
        int p = BLOCKS.size();
        double[] blocks = track(subject).steps(STEPS);
        double[] single = new Track(subject.update(), Blocks.single(p)).steps(STEPS);
        int difference = Bits.firstDifference(blocks, single);
        if (difference >= 0) {
            return Outcome.failed(
                    "step " + (1 + difference / p) + ", coordinate " + difference % p + "\n  δ in blocks      "
                            + blocks[difference] + "\n  δ in one block   " + single[difference]
                            + "\nLikely cause: a block is skipped or has a state of another length.");
        }
        double[] theta = {1.5, -2, 0.5};
        double[] g = {0.5, 1e3, -1e-3};
        Memory company = Memory.empty();
        Memory alone = Memory.empty();
        for (int t = 1; t <= 5; t++) {
            double together = step(subject.update(), company, t, theta, g)[0];
            double lonely = step(subject.update(), alone, t, new double[] {theta[0]}, g[0])[0];
            if (!Bits.same(together, lonely)) {
                return Outcome.failed("step " + t + ", gradient " + g[0] + "\n  δ alone       " + lonely
                        + "\n  δ in company  " + together
                        + "\nLikely cause: a norm or a mean over all coordinates; then it is not elementwise.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks whether every coordinate with a gradient moves, from any point and from zeros.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome everyCoordinate(UpdateSubject subject) {
        for (Track track : new Track[] {track(subject), track(subject).fromZero()}) {
            double[] before = track.theta();
            track.steps(10);
            double[] after = track.theta();
            for (int j = 0; j < before.length; j++) {
                if (before[j] == after[j] || Double.isNaN(after[j])) {
                    return Outcome.failed("coordinate " + j + " of " + before.length + ", after ten steps from "
                            + Text.plain(before) + "\n  θ  " + after[j]
                            + "\nLikely cause: the loop ends too early, a block is skipped, or the step is scaled by a"
                            + " norm that is 0.");
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks at the learning rate over a long run.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome schedule(UpdateSubject subject) {
        Memory memory = Memory.empty();
        for (int t = 1; t <= 2000; t = t < 50 ? t + 1 : t + 97) {
            double rate = subject.update().learningRate().at(new Progress(t, 0.1 * (t - 1)), memory);
            if (!(rate > 0 && Double.isFinite(rate))) {
                return Outcome.failed("step " + t + "\n  learning rate  " + rate
                        + "\nLikely cause: a warm-up that begins at 0 or a decay that ends there; keep it > 0.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Hands over the same gradient in each step.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome constantGradient(UpdateSubject subject) {
        IntToDoubleFunction lengths = subject.declares().past().constantGradient();
        Memory memory = Memory.empty();
        for (int t = 1; t <= 30; t++) {
            double delta = step(subject.update(), memory, t, new double[] {0}, 1)[0];
            if (!(delta < 0 && Double.isFinite(delta))) {
                return Outcome.failed("step " + t + ", gradient 1 in each step\n  δ  " + delta
                        + ", must be < 0\nLikely cause: a moment with the wrong sign or factor.");
            }
            double stated = lengths == null ? Double.NaN : lengths.applyAsDouble(t);
            double length = -delta / Track.RATE;
            if (!Double.isNaN(stated) && !(Math.abs(length - stated) <= 1e-6 * Math.abs(stated))) {
                return Outcome.failed("step " + t + ", gradient 1 in each step\n  length of the step  " + length
                        + " learning rates\n  stated              " + stated + "\n  ratio               "
                        + Text.brief(length / stated) + "\nLikely cause: a moment that begins at 0 without its bias"
                        + " correction 1/(1 − βᵗ), a counter that starts elsewhere than 1, or a factor (1 − β) that is"
                        + " missing.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Hands over a NaN.
     *
     * @param subject the update
     * @return the outcome
     */
    public static Outcome nan(UpdateSubject subject) {
        double[] delta;
        try {
            delta = step(subject.update(), Memory.empty(), 1, new double[] {1, 1}, Double.NaN, 1);
        } catch (IllegalArgumentException refused) {
            return Outcome.passed();
        }
        return Double.isNaN(delta[0])
                ? Outcome.passed()
                : Outcome.failed("gradient NaN\n  δ  " + delta[0]
                        + "\nLikely cause: a comparison with NaN is false and takes the other branch; a run that"
                        + " diverges must be seen to.");
    }
}
