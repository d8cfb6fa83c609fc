package dev.limpid.algorithms.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to compute.
 *
 * @param family the distribution of the targets
 * @param likelihood whether a loss of groups is the negative logarithm of a likelihood
 * @param errors how standard errors are estimated
 * @param information which second derivatives they are made of
 * @param confidence of intervals
 * @param title the headline
 * @param listed the coefficients, in order
 * @param remarks warnings that others found
 * @param biased whether θ isn't where the loss alone is least
 */
record Settings(
        Optional<Family> family,
        boolean likelihood,
        Optional<StandardErrors> errors,
        Information information,
        double confidence,
        String title,
        List<Listed> listed,
        List<String> remarks,
        boolean biased) {

    /** A coefficient to be listed: where it stands among the columns of the data, or why it isn't there. */
    record Listed(String name, int column, String note) {}

    static Settings of(Optional<Family> family, boolean likelihood, String title, List<Listed> listed) {
        return new Settings(
                family, likelihood, Optional.empty(), Information.OBSERVED, 0.95, title, listed, List.of(), false);
    }

    Settings withFamily(Family of) {
        return new Settings(
                Optional.of(of), likelihood, errors, information, confidence, title, listed, remarks, biased);
    }

    Settings withLikelihood() {
        return new Settings(family, true, errors, information, confidence, title, listed, remarks, biased);
    }

    Settings withErrors(StandardErrors of) {
        return new Settings(
                family, likelihood, Optional.of(of), information, confidence, title, listed, remarks, biased);
    }

    Settings withInformation(Information of) {
        return new Settings(
                family,
                likelihood,
                errors,
                Objects.requireNonNull(of, "information"),
                confidence,
                title,
                listed,
                remarks,
                biased);
    }

    Settings withConfidence(double of) {
        return new Settings(family, likelihood, errors, information, of, title, listed, remarks, biased);
    }

    Settings withTitle(String of) {
        return new Settings(family, likelihood, errors, information, confidence, of, listed, remarks, biased);
    }

    Settings withListed(List<Listed> of) {
        return new Settings(
                family, likelihood, errors, information, confidence, title, List.copyOf(of), remarks, biased);
    }

    Settings withRemark(String sentence) {
        List<String> more = new ArrayList<>(remarks);
        more.add(Objects.requireNonNull(sentence, "sentence"));
        return new Settings(
                family, likelihood, errors, information, confidence, title, listed, List.copyOf(more), biased);
    }

    Settings withBias() {
        return new Settings(family, likelihood, errors, information, confidence, title, listed, remarks, true);
    }
}
