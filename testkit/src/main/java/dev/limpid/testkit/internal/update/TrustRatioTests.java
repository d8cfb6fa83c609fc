package dev.limpid.testkit.internal.update;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;

/**
 * Steps that are as long as the block that they move.
 *
 * <pre>
 *   δ_b = −α·(‖θ_b‖/‖u_b‖)·u_b,  hence ‖δ_b‖ = α·‖θ_b‖ for each block b of weights
 * </pre>
 */
public final class TrustRatioTests {

    private static final double[] SIZES = {2, 9}; // of each weight; ratios too, as directions are of size 1
    private static final double ROUNDING = 1e-9;

    private TrustRatioTests() {}

    /**
     * Compares the length of first steps with that of the weights.
     *
     * @param subject the update
     * @return the outcome; not applicable unless a trust ratio is declared
     */
    public static Outcome trustRatio(UpdateSubject subject) {
        if (!subject.declares().size().trustRatio()) {
            return Outcome.notApplicable("not declared");
        }
        for (double size : SIZES) {
            double[] theta = new double[UpdateTests.BLOCKS.size()];
            Arrays.setAll(theta, j -> j % 2 == 0 ? size : -size);
            double[] delta = step(subject, theta);
            for (Block b : UpdateTests.BLOCKS.list()) {
                double length = norm(delta, b) / Track.RATE;
                double weights = norm(theta, b);
                if (b.role() == Role.WEIGHTS && !(Math.abs(length - weights) <= ROUNDING * weights)) {
                    return Outcome.failed("first step of a block of " + b.size() + " weights, gradients of ±1"
                            + "\n  ‖θ_b‖                " + weights + "\n  length of the step   " + length
                            + " learning rates\n  ratio                " + Text.ratio(length / weights)
                            + "\nLikely cause: " + cause(size));
                }
            }
        }
        return Outcome.passed();
    }

    private static double[] step(UpdateSubject subject, double[] theta) {
        double[] c = new double[theta.length];
        double[] m = new double[theta.length];
        Arrays.fill(c, 1);
        Arrays.setAll(m, j -> theta[j] - (j % 3 == 0 ? -1 : 1)); // so that gradients are ±1
        double[] delta = new double[theta.length];
        subject.update()
                .delta(
                        new QuadraticOracle(UpdateTests.BLOCKS, new Progress(1, 0), Track.RATE, theta, c, m),
                        Memory.empty(),
                        delta);
        return delta;
    }

    private static double norm(double[] x, Block b) {
        double squares = 0;
        for (int j = b.offset(); j < b.end(); j++) {
            squares += x[j] * x[j];
        }
        return Math.sqrt(squares);
    }

    /** Short blocks pass first; what only long ones get wrong is a bound. */
    private static String cause(double size) {
        return size > SIZES[0]
                ? "a clamp on ‖θ_b‖ in place of the ratio ‖θ_b‖/‖u_b‖, so that large blocks get steps that are too short."
                : "the ratio ‖θ_b‖/‖u_b‖ is missing, upside down, or of all blocks together.";
    }
}
