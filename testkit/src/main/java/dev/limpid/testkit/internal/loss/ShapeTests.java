package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a loss says of itself, and which targets it refuses. */
public final class ShapeTests {

    private ShapeTests() {}

    /**
     * Looks at name, number of scores, targets and classes.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome shape(LossSubject subject) {
        Loss loss = subject.loss();
        boolean scalar = loss instanceof ScalarLoss;
        if (loss.name().isBlank()) {
            return Outcome.failed("name() is empty.\nLikely cause: it is overridden; recipes and messages print it.");
        }
        if (scalar ? loss.scores() != 1 || loss.targets() != 1 : loss.scores() < 1 || loss.targets() < 1) {
            return Outcome.failed("scores() is " + loss.scores() + ", targets() is " + loss.targets()
                    + "\nLikely cause: "
                    + (scalar
                            ? "a ScalarLoss has one of each; K scores are a VectorLoss."
                            : "both must be at least 1."));
        }
        int classes = loss.classes();
        boolean fits = classes == 0 || (scalar ? classes == 2 : classes >= 2 && classes == loss.scores());
        if (!fits) {
            return Outcome.failed("classes() is " + classes + " for " + loss.scores() + " scores"
                    + "\nLikely cause: a loss of one score has 2 classes (or 0: none), a loss of K scores has K.");
        }
        for (double[] y : LossProbe.of(subject).targetRows(20)) {
            if (y.length != loss.targets()) {
                return Outcome.failed("targets() is " + loss.targets() + ", but a drawn row has " + y.length
                        + "\nLikely cause: drawTargets and targets() do not go together.");
            }
            try {
                loss.check(y.clone());
            } catch (IllegalArgumentException refused) {
                return Outcome.failed("at y = " + Text.plain(y) + "\n  check threw: " + refused.getMessage()
                        + "\nLikely cause: check and domain() do not go together; for targets of several columns override"
                        + " drawTargets in the contract.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Hands targets to {@code check} that it has to refuse.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome check(LossSubject subject) {
        Loss loss = subject.loss();
        List<Double> bad = new ArrayList<>(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        if (Double.isFinite(loss.domain().lower())) {
            bad.add(loss.domain().lower() - 1);
            if (loss.domain().lowerOpen()) {
                bad.add(loss.domain().lower());
            }
        }
        if (Double.isFinite(loss.domain().upper())) {
            bad.add(loss.domain().upper() + 1);
        }
        if (loss.domain().integer()) {
            bad.add(Math.max(loss.domain().lower(), -1e6) + 0.5);
        }
        for (double y : bad) {
            double[] row = new double[loss.targets()];
            Arrays.fill(row, y);
            try {
                loss.check(row);
                return Outcome.failed("at y = " + y + "\n  check accepted it, but domain() is " + loss.domain()
                        + "\nLikely cause: check is overridden with a comparison that NaN passes (y < 0 is false for NaN);"
                        + " write if (!(y >= 0)) throw.");
            } catch (IllegalArgumentException refused) {
                String message = String.valueOf(refused.getMessage());
                if (!message.contains(" ") || !message.contains(Double.toString(y))) {
                    return Outcome.failed("at y = " + y + "\n  check threw: " + message
                            + "\nLikely cause: the message is no sentence with the value in it; a user has to find the"
                            + " row.");
                }
            }
        }
        return Outcome.passed();
    }
}
