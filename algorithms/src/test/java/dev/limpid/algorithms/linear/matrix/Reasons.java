package dev.limpid.algorithms.linear.matrix;

import dev.limpid.algorithms.linear.matrix.Cells.Cell;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.penalty.LinearMinimizationOracle;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.sampler.Population;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The table of refusals: each reason that a sentence may give, and when it is true. */
final class Reasons {

    /**
     * A reason.
     *
     * @param sentence the whole sentence; a group {@code loss} or {@code penalty} must be the name of the cell's
     * @param holds whether it is true of a cell
     */
    private record Reason(Pattern sentence, Predicate<Problem> holds) {}

    private static final String NEEDS = ".+ needs .+, but ";
    private static final String USE = ": use .+";

    /** Outside of each of the sets, and inside of each half line. */
    private static final double FAR = 1e6;

    private static final List<Reason> TABLE = List.of(
            of(
                    "MajorizeMinimize needs .+, but (?<loss>.+) has kinks and is no loss of one score with a majoriser"
                            + USE,
                    problem -> !problem.isSmooth() && !hasMajoriser(problem)),
            of(NEEDS + "(?<loss>.+) has kinks" + USE, problem -> !problem.isSmooth()),
            of(NEEDS + "(?<penalty>.+) offers only a prox" + USE, problem -> !hasGradient(problem)),
            of(NEEDS + "(?<penalty>.+) is no sum over coordinates" + USE, problem -> !isSeparable(problem)),
            of(NEEDS + "the objective offers no (LinearSum|Curved) view" + USE, Reasons::isOfUnits),
            of(NEEDS + "the objective offers no LeastSquares view" + USE, problem -> true),
            of(NEEDS + "(?<penalty>.+) is not a sum of absolute values" + USE, problem -> !isAbsolute(problem)),
            of(
                    NEEDS + "(?<penalty>.+) is not a pair of bounds for each parameter" + USE,
                    problem -> !isBounds(problem)),
            of(NEEDS + "(?<penalty>.+) is \\+Infinity outside of a set" + USE, Reasons::isSet),
            of(
                    NEEDS + "(?<penalty>.+) isn't convex" + USE,
                    problem -> !problem.penalty().convex()),
            of(
                    NEEDS + "blocks \\[weights(, intercept)?\\] have (?<penalty>.+)" + USE,
                    problem -> problem.hasIntercept() || !isBoundedSet(problem)),
            of(
                    "QrLeastSquares needs .+, but the loss is (?<loss>.+)" + USE,
                    problem -> !(problem.loss().loss() instanceof ScalarLoss scalar && scalar.leastSquares())),
            of("QrLeastSquares needs .+, but (?<penalty>.+) is no sum of squares" + USE, problem -> !isRidge(problem)),
            of(
                    "Sdca needs .+, but (?<loss>.+) is none" + USE,
                    problem -> !(problem.loss().loss() instanceof ScalarLoss)
                            || !problem.loss().loss().convex()),
            of(
                    "Pdhg needs .+, but (?<loss>.+) is none" + USE,
                    problem -> !problem.loss().loss().convex() || hasNoProx(problem)),
            of("Sdca needs .+, but block 'weights' has none" + USE, problem -> !isStronglyConvex(problem)),
            of("Sdca needs .+, but block 'intercept' has none" + USE, Problem::hasIntercept),
            of(
                    "(?<loss>.+) has kinks and (?<penalty>.+) offers only a prox, which no optimizer here takes together: .+",
                    problem -> !problem.isSmooth() && !hasGradient(problem) && isOfUnits(problem)),
            of(
                    "(?<loss>.+) has kinks and (?<penalty>.+) offers only a prox, which no optimizer here takes together"
                            + " unless the loss is declared convex: .+",
                    problem -> !problem.isSmooth()
                            && !hasGradient(problem)
                            && !problem.loss().loss().convex()),
            of(
                    "(?<loss>.+) has kinks and (?<penalty>.+) offers only a prox, which no optimizer here takes together"
                            + " unless both are convex: .+",
                    problem -> !problem.isSmooth() && !problem.penalty().convex()),
            of(
                    "(?<loss>.+) has kinks and states no majoriser, so that no optimizer here is sure to get to its minimum(:| unless"
                            + " the loss is declared convex:) .+",
                    problem -> !problem.isSmooth()
                            && (isOfUnits(problem) || !problem.loss().loss().convex())),
            of(".+ has no step length for the prox of (?<penalty>.+)" + USE, problem -> !hasGradient(problem)),
            of(
                    ".+ has a step length for each parameter, so it needs a penalty that is a sum over parameters, but"
                            + " (?<penalty>.+) is none" + USE,
                    problem -> !isSeparable(problem)),
            of(
                    ".+ needs units with labels, but these have none: use data with one class as target and a"
                            + " classification loss, or a sampler without labels such as ShuffledSampler",
                    problem -> isOfUnits(problem) || !population(problem).hasLabels()),
            of(
                    ".+ needs units with groups, but these have none: use data with groups \\(Dataset.withGroups\\), or a"
                            + " sampler without groups such as ShuffledSampler",
                    Reasons::isOfUnits),
            of(
                    "MvsSampler needs the curvature of units, but the objective told none of unit \\d+: use .+",
                    Reasons::isOfUnits));

    private Reasons() {}

    private static Reason of(String sentence, Predicate<Problem> holds) {
        return new Reason(Pattern.compile(sentence), holds);
    }

    /** Returns what is wrong with a sentence that refuses a cell; empty if its reason is in the table and true. */
    static Optional<String> fault(Cell cell, String sentence) {
        String fault = "the sentence has none of the forms that refusals have";
        for (Reason reason : TABLE) {
            Matcher matcher = reason.sentence().matcher(sentence);
            if (matcher.matches()) {
                if (names(cell.problem(), reason.sentence(), matcher)
                        && reason.holds().test(cell.problem())) {
                    return Optional.empty();
                }
                fault = "its reason isn't true of the cell";
            }
        }
        return Optional.of(fault);
    }

    private static boolean names(Problem problem, Pattern pattern, Matcher matcher) {
        return (!pattern.pattern().contains("?<loss>")
                        || matcher.group("loss").equals(problem.loss().loss().name()))
                && (!pattern.pattern().contains("?<penalty>")
                        || matcher.group("penalty").equals(problem.penalty().name()));
    }

    private static boolean hasGradient(Problem problem) {
        return problem.penalty() instanceof SmoothPenalty;
    }

    private static boolean isSeparable(Problem problem) {
        return problem.penalty() instanceof SeparablePenalty;
    }

    private static boolean hasNoProx(Problem problem) {
        return problem.loss().loss() instanceof VectorLoss vector && !vector.hasProx();
    }

    private static boolean hasMajoriser(Problem problem) {
        return problem.loss().loss() instanceof ScalarLoss scalar && scalar.kind() == Curvature.MAJORISER;
    }

    private static boolean isOfUnits(Problem problem) {
        return problem.loss().loss() instanceof UnitLoss;
    }

    private static Population population(Problem problem) {
        return Population.of(problem.data().data(), problem.loss().loss());
    }

    private static boolean isAbsolute(Problem problem) {
        return problem.penalty() instanceof SeparablePenalty penalty
                && coordinates(problem)
                        .allMatch(j -> penalty.absoluteStrength(j) >= 0
                                && penalty.lower(j) == Double.NEGATIVE_INFINITY
                                && penalty.upper(j) == Double.POSITIVE_INFINITY);
    }

    private static boolean isBounds(Problem problem) {
        return problem.penalty() instanceof SeparablePenalty penalty
                && coordinates(problem).allMatch(j -> penalty.absoluteStrength(j) == 0);
    }

    private static boolean isStronglyConvex(Problem problem) {
        return problem.penalty() instanceof SeparablePenalty penalty
                && penalty.convex()
                && coordinates(problem).allMatch(j -> penalty.strongConvexity(j) > 0);
    }

    /** Tells whether Ω(w) = ½μ·w² for each coefficient, looked at where w is 3 and where it is −3. */
    private static boolean isRidge(Problem problem) {
        return problem.penalty() instanceof SeparablePenalty penalty
                && coordinates(problem).allMatch(j -> {
                    double half = 4.5 * penalty.strongConvexity(j);
                    return Math.abs(penalty.value(3, j) - half) <= 1e-12
                            && Math.abs(penalty.value(-3, j) - half) <= 1e-12;
                });
    }

    private static boolean isBoundedSet(Problem problem) {
        return problem.penalty() instanceof LinearMinimizationOracle set && set.bounded();
    }

    /** Tells whether Ω is +∞ somewhere: then it is so far out along an axis, whatever convex set it keeps to. */
    private static boolean isSet(Problem problem) {
        return coordinates(problem)
                .anyMatch(j -> problem.objective().penaltyAt(j, FAR) == Double.POSITIVE_INFINITY
                        || problem.objective().penaltyAt(j, -FAR) == Double.POSITIVE_INFINITY);
    }

    private static IntStream coordinates(Problem problem) {
        return IntStream.range(0, problem.loss().loss().scores() * SmallData.FEATURES);
    }
}
