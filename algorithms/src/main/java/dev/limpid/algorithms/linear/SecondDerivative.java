package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.ScalarLoss;

/**
 * What the second derivative of a loss is like: stated, and without jumps. Newton's steps trust it to stay what it is for a while; where
 * it jumps (squared hinge, Huber), rows that cross over the jump aren't in the model of the step, and of rows that are nearly
 * separable most do.
 *
 * <p>Jumps are looked for at a few targets, where ℓ″ changes most between neighbours of a grid of scores: the interval is halved, the
 * half with the larger change kept, until the change is small or the interval is.
 */
final class SecondDerivative {

    /** Scores looked at: −8, −8 + ¼, …, 8. */
    private static final double FAR = 8;

    private static final double STEP = 0.25;

    /** Halvings of a step: down to 2⁻²² of a score. */
    private static final int HALVINGS = 20;

    /** A change over 2⁻²² by more than this part of the largest |ℓ″| is a jump: a slope of 4·10⁴ isn't. */
    private static final double JUMP = 0.01;

    private static final double[] TARGETS = {0, 1, 2.5, -1.5, 3};

    private SecondDerivative() {}

    /** Tells whether ℓ″ is stated, finite and, as far as it was looked at, continuous. */
    static boolean isContinuous(ScalarLoss loss) {
        try {
            Domain domain = loss.domain();
            for (double y : TARGETS) {
                if (domain.contains(y) && jumps(loss, y)) {
                    return false;
                }
            }
            return true;
        } catch (UnsupportedOperationException notStated) {
            return false;
        }
    }

    private static boolean jumps(ScalarLoss loss, double y) {
        double from = -FAR;
        double most = 0;
        double size = 0;
        for (double f = -FAR; f < FAR; f += STEP) {
            double change = change(loss, y, f, STEP);
            size = Math.max(size, Math.abs(loss.secondDerivative(y, f)));
            if (!(change <= most)) {
                most = change;
                from = f;
            }
        }
        double width = STEP;
        for (int i = 0; i < HALVINGS; i++) {
            width /= 2;
            double left = change(loss, y, from, width);
            double right = change(loss, y, from + width, width);
            from += left < right ? width : 0;
            most = Math.max(left, right);
        }
        return !(most <= JUMP * size);
    }

    private static double change(ScalarLoss loss, double y, double f, double width) {
        return Math.abs(loss.secondDerivative(y, f + width) - loss.secondDerivative(y, f));
    }
}
