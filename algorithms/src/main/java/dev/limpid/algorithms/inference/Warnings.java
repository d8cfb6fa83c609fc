package dev.limpid.algorithms.inference;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a reader of a summary should know before believing it, one sentence or two each. */
final class Warnings {

    /** Distance from the minimum, in standard errors, that doesn't matter. */
    private static final double FAR = 1e-3;

    /** From this condition number on, columns are said to depend on one another (statsmodels warns there too). */
    private static final double ILL = 1000;

    /** Pearson's statistic by its degrees of freedom, from which a family with φ = 1 doesn't describe the scatter. */
    private static final double SCATTER = 1.5;

    /** A score at which a probability is as good as 0 or 1: σ(−16) is 10⁻⁷. */
    private static final double SURE = 16;

    /** A score from which on it is looked for directions without end: a converged fit has such where there are any. */
    private static final double LARGE = 8;

    private final SummaryWork work;
    private final Derivatives information;
    private final List<String> sentences = new ArrayList<>();

    Warnings(SummaryWork work) {
        this.work = work;
        this.information = work.information();
    }

    List<String> all() {
        sentences.addAll(work.settings().remarks());
        degrees();
        minimum();
        separation();
        dependent();
        condition();
        scatter();
        if (!work.isLikelihood()) {
            sentences.add(work.loss().name() + " isn't the likelihood of a family known here: standard errors are "
                    + work.errors() + ", and there is no likelihood.");
        }
        return List.copyOf(sentences);
    }

    private static String number(double x) {
        return String.format(Locale.ROOT, "%.3g", x);
    }

    private void degrees() {
        FitMeasures m = work.measures();
        if (!(m.residualDegrees() > 0)) {
            sentences.add("There are no more " + (work.isOfUnits() ? "events or pairs" : "rows") + " (of weight "
                    + number(m.weight()) + ") than coefficients ("
                    + m.parameters() + "): nothing is left to tell errors from.");
        }
    }

    /** s should be 0; H⁻¹·s is how far it takes θ away. */
    private void minimum() {
        if (!information.isMinimum()) {
            sentences.add(
                    "The second derivatives aren't positive where the coefficients are: this is no minimum, and there"
                            + " are no standard errors. Let the fit converge, or hand over the rows that it was made of.");
            return;
        }
        if (work.settings().biased()) {
            return;
        }
        double[] s = information.gradient();
        double[][] inverse = information.factor().inverseGram();
        double phi = work.measures().dispersion();
        double farthest = 0;
        for (int a = 0; a < s.length; a++) {
            double step = 0;
            for (int b = 0; b < s.length; b++) {
                step += inverse[a][b] * s[b];
            }
            double error = Math.sqrt(inverse[a][a] * (phi > 0 ? phi : 1));
            farthest = error > 0 ? Math.max(farthest, Math.abs(step) / error) : farthest;
        }
        if (farthest > FAR) {
            sentences.add("The coefficients are up to " + number(farthest)
                    + " standard errors away from the minimum of the loss over these rows: let the fit converge, or hand"
                    + " over the rows that it was made of.");
        }
    }

    private void separation() {
        if (work.settings().biased() || !work.isLikelihood()) {
            return;
        }
        if (work.loss().classes() >= 2) {
            ofClasses();
        } else if (work.loss() instanceof CoxLoss && spread() > LARGE) {
            Separation.of(work.loss(), information).ifPresent(found -> without("hazards", found));
        }
    }

    private void ofClasses() {
        int sure = 0;
        boolean allRight = true;
        double largest = 0;
        for (int i = 0; i < work.data().size(); i++) {
            double y = information.targets(i)[0];
            double margin = margin(information.scores(i), y);
            allRight &= margin > 0;
            sure += margin > SURE ? 1 : 0;
            largest = Math.max(largest, margin);
        }
        if (allRight) {
            sentences.add(
                    "A hyperplane separates the classes: the likelihood grows without end as coefficients do, these are"
                            + " where the fit happened to stop, and their errors mean nothing. Add an L2Penalty, or leave out the"
                            + " columns that give the classes away.");
            return;
        }
        Optional<Recession> found = largest > LARGE ? Separation.of(work.loss(), information) : Optional.empty();
        if (found.isPresent() && found.get().verdict() != Recession.Verdict.UNDECIDED) {
            without("classes", found.get());
        } else if (sure > 0) {
            sentences.add(
                    sure + (sure == 1 ? " row has a probability" : " rows have probabilities")
                            + " within 1e-7 of the class that was seen: some classes may be separated in part, and large"
                            + " coefficients with large errors be without end. Look at cross tables of the classes and columns.");
        }
    }

    /** What a direction says in which the likelihood grows without end, if there is one. */
    private void without(String what, Recession found) {
        if (found.verdict() != Recession.Verdict.GROWS) {
            return;
        }
        String names = IntStream.range(0, work.names().size())
                .filter(found::moves)
                .mapToObj(work.names()::get)
                .collect(Collectors.joining("', '"));
        String along =
                "The " + what + " are separated in part: along a direction of the coefficients of '" + names + "' ";
        String better = what.equals("classes")
                ? found.better() + " comparisons of a row's class with another get better and none gets worse."
                : "no row at risk gets ahead of a row that has its event, and some fall behind.";
        sentences.add(along + better
                + " These coefficients have no finite estimate, their values are where the fit happened to"
                + " stop, and z and p mean nothing there. Add an L2Penalty, or leave out what separates.");
    }

    /** How far scores lie apart. */
    private double spread() {
        return IntStream.range(0, work.data().size())
                        .mapToDouble(i -> information.scores(i)[0])
                        .max()
                        .orElse(0)
                - IntStream.range(0, work.data().size())
                        .mapToDouble(i -> information.scores(i)[0])
                        .min()
                        .orElse(0);
    }

    /** How far the right class is ahead; 0 for a share of both. */
    private double margin(double[] f, double y) {
        if (work.loss() instanceof ScalarLoss scalar) {
            double side = y == 1 ? 1 : y == 0 ? -1 : 0;
            double logOdds = Math.log(scalar.mean(f[0]) / (1 - scalar.mean(f[0])));
            return side * logOdds;
        }
        double other = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < f.length; k++) {
            other = k == (int) y ? other : Math.max(other, f[k]);
        }
        return f[(int) y] - other;
    }

    private void dependent() {
        if (information.isMinimum() && !information.factor().dependent().isEmpty()) {
            String names = information.factor().dependent().stream()
                    .mapToObj(work.names()::get)
                    .collect(Collectors.joining("', '"));
            sentences.add("The columns of '" + names + "' depend on others in these rows: their coefficients aren't"
                    + " determined, and those of the others hold with theirs as they are.");
        }
    }

    private void condition() {
        double condition = work.measures().condition();
        if (condition >= ILL) {
            sentences.add("The columns nearly depend on one another (condition number " + number(condition)
                    + "): coefficients of columns that go together are uncertain one by one, if not their sum.");
        }
    }

    private void scatter() {
        FitMeasures m = work.measures();
        boolean fixed =
                work.settings().family().map(f -> !f.estimatesDispersion()).orElse(false)
                        && work.errors().kind() == StandardErrors.Kind.MODEL
                        && work.loss().classes() == 0;
        double ratio = m.pearson() / m.residualDegrees();
        if (fixed && m.residualDegrees() > 0 && ratio > SCATTER) {
            sentences.add("The targets scatter " + number(ratio) + " times as much as the "
                    + work.settings().family().orElseThrow().name()
                    + " family says, so that standard errors are too small by a factor of about "
                    + number(Math.sqrt(ratio))
                    + ": use StandardErrors.scaled() or hc1(), or a loss with more scatter.");
        }
    }
}
