package dev.limpid.testkit.internal.update;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import dev.limpid.testkit.declaration.UpdateDeclaration.Decay;
import dev.limpid.testkit.declaration.UpdateDeclaration.Momentum;
import dev.limpid.testkit.declaration.UpdateDeclaration.Response;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** What the author of an update states about it: long gradients, bounds, decay, momentum. */
public final class DeclaredTests {

    private static final long SEED = 42;
    private static final int STEPS = 8;
    private static final double ROUNDING = 1e-9;
    private static final double EPSILON = 1e-3; // what an ε in the divisor may add: gradients are 10 or longer
    private static final double[] ZEROS = new double[3];
    private static final double[] AWAY = {2, -3, 0.5};

    private DeclaredTests() {}

    /** Gradients of size 10 in three coordinates, one set for each step. */
    private static double[][] gradients(int steps) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] g = new double[steps][ZEROS.length];
        for (double[] one : g) {
            Arrays.setAll(one, j -> (random.nextBoolean() ? 1 : -1) * (10 + 5 * random.nextDouble()));
        }
        return g;
    }

    private static double[][] times(double[][] g, double c) {
        return Arrays.stream(g)
                .map(one -> Arrays.stream(one).map(x -> c * x).toArray())
                .toArray(double[][]::new);
    }

    /** The steps of a fresh run that stands at θ, whatever it does. */
    private static double[][] steps(UpdateSubject subject, double[] theta, double[][] g) {
        Memory memory = Memory.empty();
        double[][] delta = new double[g.length][];
        for (int t = 0; t < g.length; t++) {
            delta[t] = UpdateTests.step(subject.update(), memory, t + 1, theta, g[t]);
        }
        return delta;
    }

    /**
     * Multiplies all gradients, of size 10, by 10, by 1000 and by 10⁻⁴.
     *
     * @param subject the update
     * @return the outcome; not applicable unless a response is declared
     */
    public static Outcome response(UpdateSubject subject) {
        Response response = subject.declares().size().response();
        if (response == Response.UNSTATED) {
            return Outcome.notApplicable("not declared");
        }
        double[][] g = gradients(STEPS);
        if (response == Response.PARALLEL) {
            return parallel(subject, g[0]);
        }
        double[][] plain = steps(subject, ZEROS, g);
        for (double c : new double[] {10, 1000, 1e-4}) {
            double[][] longer = steps(subject, ZEROS, times(g, c));
            double expected = response == Response.LINEAR ? c : 1;
            double tolerance = response == Response.LINEAR ? ROUNDING : EPSILON;
            for (int t = 0; t < STEPS; t++) {
                for (int j = 0; j < ZEROS.length; j++) {
                    double ratio = longer[t][j] / plain[t][j];
                    if (!(Math.abs(ratio - expected) <= tolerance * expected)) {
                        return Outcome.failed("step " + (t + 1) + ", coordinate " + j
                                + "\n  δ                               "
                                + plain[t][j] + "\n  δ under " + c + " times the gradients  " + longer[t][j]
                                + "\n  ratio                           " + Text.ratio(ratio) + ", declared " + response
                                + ": " + expected + "\nLikely cause: " + cause(response, ratio, c));
                    }
                }
            }
        }
        return Outcome.passed();
    }

    private static String cause(Response response, double ratio, double c) {
        if (response == Response.LINEAR) {
            return "the gradient is clipped, normalised or squared somewhere.";
        }
        double power = Math.log(ratio) / Math.log(c); // of the gradient's units that are left in the step
        double halves = Math.rint(2 * power);
        if (halves == 0 || !(Math.abs(2 * power - halves) < 0.02)) {
            return "an ε in the divisor that is too large or in the wrong place, or a moment that is not rescaled.";
        }
        return halves % 2 == 0
                ? "a root is missing, or the divisor is multiplied: √v has the units of the gradient, v has not."
                : "a square is missing, or there is a root too many: √v has the units of the gradient if v is of g².";
    }

    /** Compares the direction of the first step with that of the gradient. */
    private static Outcome parallel(UpdateSubject subject, double[] gradient) {
        for (double c : new double[] {1e-4, 1, 1000}) {
            double[][] g = times(new double[][] {gradient}, c);
            double[] delta = steps(subject, ZEROS, g)[0];
            for (int j = 1; j < delta.length; j++) {
                double ratio = delta[j] / delta[0];
                double declared = gradient[j] / gradient[0];
                if (!(Math.abs(ratio - declared) <= ROUNDING * Math.abs(declared))) {
                    return Outcome.failed("first step, gradient " + Text.plain(g[0]) + "\n  δ            "
                            + Text.plain(delta) + "\n  δ[" + j + "]/δ[0]    " + ratio + "\n  declared     " + declared
                            + " (PARALLEL)\nLikely cause: each coordinate is clipped or divided by itself, where the whole"
                            + " gradient is to become shorter.");
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks for steps above the declared bound, under gradients of all sizes.
     *
     * @param subject the update
     * @return the outcome; not applicable without a bound
     */
    public static Outcome stepBound(UpdateSubject subject) {
        double bound = subject.declares().size().bound();
        if (bound == Double.POSITIVE_INFINITY) {
            return Outcome.notApplicable("not declared");
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] g = new double[300][ZEROS.length];
        for (double[] one : g) {
            Arrays.setAll(one, j -> random.nextGaussian() * Math.exp(4 * random.nextGaussian()));
        }
        double[][] delta = steps(subject, ZEROS, g);
        for (int t = 0; t < g.length; t++) {
            for (int j = 0; j < ZEROS.length; j++) {
                double length = Math.abs(delta[t][j]) / Track.RATE;
                if (!(length <= bound * (1 + ROUNDING))) {
                    return Outcome.failed("step " + (t + 1) + ", coordinate " + j + ", gradient " + g[t][j]
                            + "\n  length of the step  " + length + " learning rates\n  declared bound      " + bound
                            + "\nLikely cause: a clip or a sign is missing, is made before something else grows, or"
                            + " bounds the step in place of the gradient.");
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Compares steps at θ = 0 and away from it.
     *
     * @param subject the update
     * @return the outcome; not applicable unless a decay is declared
     */
    public static Outcome decay(UpdateSubject subject) {
        Decay declared = subject.declares().decay();
        double lambda = declared.rate();
        if (declared.sparesIntercepts()) {
            Outcome outcome = intercepts(subject);
            if (outcome.isFailure()) {
                return outcome;
            }
        }
        for (double size : new double[] {1, 0, 1000}) {
            double[][] g = times(gradients(STEPS), size);
            double[][] away = steps(subject, AWAY, g);
            double[][] expected;
            switch (declared.kind()) {
                case UNSTATED -> {
                    return Outcome.notApplicable("not declared");
                }
                case COUPLED -> expected = steps(subject, ZEROS, plus(g, lambda));
                default -> expected = minus(steps(subject, ZEROS, g), Track.RATE * lambda);
            }
            for (int t = 0; t < STEPS; t++) {
                for (int j = 0; j < AWAY.length; j++) {
                    double slack =
                            ROUNDING * Math.max(Math.abs(expected[t][j]), Track.RATE * lambda * Math.abs(AWAY[j]));
                    if (!(Math.abs(away[t][j] - expected[t][j]) <= slack)) {
                        return Outcome.failed("step " + (t + 1) + ", coordinate " + j + ", θ = " + AWAY[j]
                                + ", gradient "
                                + g[t][j] + "\n  δ          " + away[t][j] + "\n  declared   " + expected[t][j] + " ("
                                + declared.kind() + (lambda > 0 ? ", λ = " + lambda : "") + ")\nLikely cause: "
                                + cause(declared.kind()));
                    }
                }
            }
        }
        return Outcome.passed();
    }

    /** Compares first steps of an intercept that is 0 and one that is 2, under the same gradient. */
    private static Outcome intercepts(UpdateSubject subject) {
        for (Block block : UpdateTests.BLOCKS.list()) {
            if (block.role() == Role.INTERCEPT) {
                double zero = interceptStep(subject, block.offset(), 0);
                double away = interceptStep(subject, block.offset(), 2);
                if (!(Math.abs(away - zero) <= ROUNDING * Math.abs(zero))) {
                    return Outcome.failed(
                            "first step of an intercept, gradient 1\n  δ at 0  " + zero + "\n  δ at 2  " + away
                                    + ", declared not to decay\nLikely cause: the decay takes all blocks; look at their roles.");
                }
            }
        }
        return Outcome.passed();
    }

    private static double interceptStep(UpdateSubject subject, int place, double intercept) {
        int p = UpdateTests.BLOCKS.size();
        double[] theta = new double[p];
        theta[place] = intercept;
        double[] c = new double[p];
        Arrays.fill(c, 1);
        double[] m = Arrays.stream(theta).map(x -> x - 1).toArray(); // so that the gradient is 1
        QuadraticOracle oracle = new QuadraticOracle(UpdateTests.BLOCKS, new Progress(1, 0), Track.RATE, theta, c, m);
        double[] delta = new double[p];
        subject.update().delta(oracle, Memory.empty(), delta);
        return delta[place];
    }

    /** g + λ·θ, θ away from 0. */
    private static double[][] plus(double[][] g, double lambda) {
        double[][] sum = new double[g.length][AWAY.length];
        for (int t = 0; t < g.length; t++) {
            for (int j = 0; j < AWAY.length; j++) {
                sum[t][j] = g[t][j] + lambda * AWAY[j];
            }
        }
        return sum;
    }

    /** δ − r·θ, θ away from 0. */
    private static double[][] minus(double[][] delta, double r) {
        double[][] less = new double[delta.length][AWAY.length];
        for (int t = 0; t < delta.length; t++) {
            for (int j = 0; j < AWAY.length; j++) {
                less[t][j] = delta[t][j] - r * AWAY[j];
            }
        }
        return less;
    }

    private static String cause(Decay.Kind decay) {
        return switch (decay) {
            case COUPLED ->
                "the decay is taken off beside the step (decoupled), is left out on some path, or λ has a factor 2 or ½.";
            case DECOUPLED ->
                "the decay goes through the moments (coupled), lacks the learning rate, has it twice, or the wrong sign.";
            default -> "a decay, or a trust ratio ‖θ‖/‖δ‖; declare it.";
        };
    }

    /**
     * Gives a gradient once and then none.
     *
     * @param subject the update
     * @return the outcome; not applicable unless declared with or without momentum, or with an impulse
     */
    public static Outcome momentum(UpdateSubject subject) {
        Momentum momentum = subject.declares().past().momentum();
        IntToDoubleFunction impulse = subject.declares().past().impulse();
        if (impulse != null) {
            Outcome outcome = impulse(subject, impulse);
            if (outcome.isFailure() || momentum == Momentum.UNSTATED) {
                return outcome;
            }
        }
        if (momentum == Momentum.UNSTATED) {
            return Outcome.notApplicable("not declared");
        }
        double[][] delta = steps(subject, ZEROS, new double[][] {{1, -1, 2}, {0, 0, 0}});
        for (int j = 0; j < ZEROS.length; j++) {
            boolean goesOn = delta[1][j] * delta[0][j] > 0;
            if (momentum == Momentum.SOME ? !goesOn : delta[1][j] != 0) {
                return Outcome.failed("coordinate " + j + ", a gradient in step 1, none in step 2\n  δ of step 1  "
                        + delta[0][j] + "\n  δ of step 2  " + delta[1][j] + ", declared "
                        + (momentum == Momentum.SOME ? "to go on" : "0") + "\nLikely cause: "
                        + (momentum == Momentum.SOME
                                ? "the moment is not kept, is overwritten with the gradient (β = 0), or stands still where"
                                        + " the gradient is 0."
                                : "a moment is kept; declare the momentum."));
            }
        }
        return Outcome.passed();
    }

    private static Outcome impulse(UpdateSubject subject, IntToDoubleFunction lengths) {
        Memory memory = Memory.empty();
        for (int t = 1; t <= 10; t++) {
            double length =
                    -UpdateTests.step(subject.update(), memory, t, new double[1], t == 1 ? 1 : 0)[0] / Track.RATE;
            double stated = lengths.applyAsDouble(t);
            if (!(Math.abs(length - stated) <= 1e-6 * Math.abs(stated) + ROUNDING)) {
                return Outcome.failed("step " + t + ", a gradient of 1 in step 1, of 0 after it\n  length of the step  "
                        + length + " learning rates\n  stated              " + stated + "\n  ratio               "
                        + Text.brief(length / stated)
                        + "\nLikely cause: decay rates of the moments that are not those stated"
                        + " (swapped?), or a moment that begins otherwise.");
            }
        }
        return Outcome.passed();
    }
}
