package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.UnitLoss;
import java.util.Arrays;

/** Which standard errors a loss can have. */
final class ErrorRules {

    private ErrorRules() {}

    static void check(StandardErrors errors, Settings settings, Loss loss, Dataset data) {
        if (settings.information() == Information.EXPECTED) {
            expected(loss);
        }
        if (loss instanceof UnitLoss) {
            ofUnits(errors, settings, loss);
            return;
        }
        if (errors.kind().needsLeverage() && !(loss instanceof ScalarLoss)) {
            throw new IllegalArgumentException("HC2 and HC3 need the leverage of rows with one score each, but "
                    + loss.name() + " has " + loss.scores() + ": use hc0 or hc1");
        }
        if (settings.family().isEmpty() && !errors.kind().isRobust()) {
            throw new IllegalArgumentException("standard errors " + errors + " need a family, but that of "
                    + loss.name() + " isn't known: use hc0 or hc1, or name the family");
        }
        if (errors.kind() == StandardErrors.Kind.SCALED && settings.family().isPresent()) {
            double[] y = new double[loss.targets()];
            Arrays.setAll(y, t -> data.targets().get(t).at(0));
            if (Double.isNaN(settings.family().get().pearson(y, new double[loss.scores()]))) {
                throw new IllegalArgumentException("the dispersion needs a target with residuals, but the family is "
                        + settings.family().get().name() + ": use model, hc0 or hc1");
            }
        }
    }

    private static void expected(Loss loss) {
        if (!(loss instanceof ScalarLoss scalar)) {
            throw new IllegalArgumentException("expected information needs a loss of rows with one score each, but "
                    + loss.name() + " is none: use Information.OBSERVED");
        }
        try {
            scalar.expectedSecondDerivative(0);
        } catch (UnsupportedOperationException notStated) {
            throw new IllegalArgumentException(
                    "expected information needs the loss's model: " + notStated.getMessage()
                            + ". Or use Information.OBSERVED",
                    notStated);
        }
    }

    private static void ofUnits(StandardErrors errors, Settings settings, Loss loss) {
        switch (errors.kind()) {
            case SCALED, HC1, HC2, HC3 ->
                throw new IllegalArgumentException("standard errors must be model, hc0 or clustered for " + loss.name()
                        + ", a loss of groups, but were " + errors + ": its rows have no residuals of their own");
            case MODEL -> {
                if (!settings.likelihood()) {
                    throw new IllegalArgumentException(
                            "standard errors from the model need a likelihood, but " + loss.name()
                                    + " isn't known to be one: use clustered, or say that it is one by likelihood()");
                }
            }
            default -> {}
        }
    }

    /** What clusters must be if only groups are independent. */
    static void check(StandardErrors errors, UnitDerivatives at, Loss loss, Dataset data) {
        if (at.rowsAreIndependent() || !errors.kind().isRobust()) {
            return;
        }
        if (errors.kind() == StandardErrors.Kind.HC0) {
            throw new IllegalArgumentException("hc0 takes rows for independent, but of " + loss.name()
                    + " groups alone can be, for it has no score residuals: use clustered");
        }
        for (int[] rows : UnitDerivatives.members(data)) {
            int[] clusters = Arrays.stream(rows)
                    .map(i -> errors.clusters()[i])
                    .distinct()
                    .toArray();
            if (clusters.length > 1) {
                throw new IllegalArgumentException("clusters must hold groups whole for " + loss.name() + ", but group "
                        + data.groups()[rows[0]] + " has rows in clusters " + clusters[0] + " and " + clusters[1]);
            }
        }
    }
}
