package dev.limpid.testkit.internal.update;

import dev.limpid.core.training.Memory;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import dev.limpid.testkit.declaration.UpdateDeclaration.Decay;
import dev.limpid.testkit.declaration.UpdateDeclaration.Momentum;
import dev.limpid.testkit.declaration.UpdateDeclaration.Response;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.SplittableRandom;

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
     * Multiplies all gradients by 10 and by 1000.
     *
     * @param subject the update
     * @return the outcome; not applicable unless a response is declared
     */
    public static Outcome response(UpdateSubject subject) {
        Response response = subject.declares().response();
        if (response == Response.UNSTATED) {
            return Outcome.notApplicable("not declared");
        }
        double[][] g = gradients(STEPS);
        double[][] plain = steps(subject, ZEROS, g);
        for (double c : new double[] {10, 1000}) {
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
                                + "\n  ratio                           " + Text.brief(ratio) + ", declared " + response
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
        return Math.abs(ratio * c - 1) < 1e-2 || Math.abs(ratio / c - 1) < 1e-2
                ? "a root is missing, or the divisor is multiplied: √v has the units of the gradient, v has not."
                : "an ε in the divisor that is too large or in the wrong place, or a moment that is not rescaled.";
    }

    /**
     * Looks for steps above the declared bound, under gradients of all sizes.
     *
     * @param subject the update
     * @return the outcome; not applicable without a bound
     */
    public static Outcome stepBound(UpdateSubject subject) {
        double bound = subject.declares().stepBound();
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
                            + "\nLikely cause: a clip or a sign is missing, or is made before something else grows.");
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
        UpdateDeclaration declares = subject.declares();
        double lambda = declares.decayRate();
        for (double size : new double[] {1, 0, 1000}) {
            double[][] g = times(gradients(STEPS), size);
            double[][] away = steps(subject, AWAY, g);
            double[][] expected;
            switch (declares.decay()) {
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
                                + declares.decay() + (lambda > 0 ? ", λ = " + lambda : "") + ")\nLikely cause: "
                                + cause(declares.decay()));
                    }
                }
            }
        }
        return Outcome.passed();
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

    private static String cause(Decay decay) {
        return switch (decay) {
            case COUPLED -> "the decay is taken off beside the step (decoupled), or λ has a factor 2 or ½.";
            case DECOUPLED ->
                "the decay goes through the moments (coupled), lacks the learning rate, has it twice, or the wrong sign.";
            default -> "a decay, or a trust ratio ‖θ‖/‖δ‖; declare it.";
        };
    }

    /**
     * Gives a gradient once and then none.
     *
     * @param subject the update
     * @return the outcome; not applicable unless declared with or without momentum
     */
    public static Outcome momentum(UpdateSubject subject) {
        Momentum momentum = subject.declares().momentum();
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
                                ? "the moment is not kept, or is overwritten with the gradient (β = 0)."
                                : "a moment is kept; declare the momentum."));
            }
        }
        return Outcome.passed();
    }
}
