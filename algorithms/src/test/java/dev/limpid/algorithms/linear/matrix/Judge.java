package dev.limpid.algorithms.linear.matrix;

import dev.limpid.algorithms.linear.matrix.Cells.Cell;
import dev.limpid.algorithms.linear.matrix.Outcome.Broken;
import dev.limpid.algorithms.linear.matrix.Outcome.Fitted;
import dev.limpid.algorithms.linear.matrix.Outcome.Refused;
import dev.limpid.core.training.StopReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges the fits of a problem.
 *
 * <p>The reference is the least F of all fits, F by its definition; it has to pass {@link Optimality} by itself. A convex cell
 * agrees if its F is within a part of that; one that isn't convex, if plain steps from its end lower F by no more than that part.
 */
final class Judge {

    /** What a cell comes to. */
    enum Verdict {
        /** The optimum, or a stationary point where the cell isn't convex. */
        AGREES,
        /** A sentence with a true reason and advice that helps. */
        REFUSED,
        /** Short of the optimum, and it says so. */
        STOPPED,
        /** Anything else. */
        WRONG
    }

    /**
     * A cell that was judged.
     *
     * @param cell the cell
     * @param verdict what it comes to
     * @param gap how far its F is above the least, as a part of that; NaN where there is no F
     * @param why what is wrong, or how it stopped; empty if it agrees
     */
    record Judged(Cell cell, Verdict verdict, double gap, String why) {}

    /** How far optimizers that converge may be apart, as a part of F: what the project promises. */
    static final double CLOSE = 1e-6;

    /** The same for stochastic steps, whose rate falls to a thousandth. */
    static final double STOCHASTIC = 1e-2;

    /** Gradient, as a part of that at 0, that the reference may have: tolerances are 10⁻¹⁰ in scaled columns, one of them 10⁻⁸. */
    private static final double RESIDUAL = 1e-5;

    /** An F that is next to 0 is no scale: then it is a part of what the fit took off. */
    private static final double SCALE = 1e-3;

    /** Sums in another order. */
    private static final double ROUNDING = 1e-9;

    private final Problem problem;
    private final Optimality optimality;
    private final Advice advice = new Advice();
    private final Map<Cell, Outcome> outcomes = new LinkedHashMap<>();
    private final double start;
    private Optional<Fitted> best = Optional.empty();

    Judge(List<Cell> cells) {
        problem = cells.get(0).problem();
        optimality = new Optimality(problem);
        double[] zero = new double[problem.objective().size()];
        problem.objective().prox(zero, 1); // inside a set
        start = problem.objective().value(zero);
        for (Cell cell : cells) {
            Outcome outcome = Outcome.of(problem, cell.spec());
            outcomes.put(cell, outcome);
            if (outcome instanceof Fitted fitted && best.stream().noneMatch(b -> b.value() <= fitted.value())) {
                best = Optional.of(fitted);
            }
        }
    }

    List<Judged> judge() {
        List<Judged> judged = new ArrayList<>();
        outcomes.forEach((cell, outcome) -> judged.add(judge(cell, outcome)));
        return judged;
    }

    private Judged judge(Cell cell, Outcome outcome) {
        if (outcome instanceof Fitted fitted) {
            return judge(cell, fitted);
        }
        if (outcome instanceof Refused refused) {
            Optional<String> fault = Reasons.fault(cell, refused.sentence());
            fault = fault.isPresent() ? fault : advice.fault(cell, refused.sentence());
            return new Judged(
                    cell,
                    fault.isEmpty() ? Verdict.REFUSED : Verdict.WRONG,
                    Double.NaN,
                    fault.map(each -> each + ": ").orElse("") + refused.sentence());
        }
        return new Judged(cell, Verdict.WRONG, Double.NaN, "thrown: " + ((Broken) outcome).cause());
    }

    private Judged judge(Cell cell, Fitted fitted) {
        boolean drawn = cell.stochastic().isPresent();
        double gap = problem.isConvex()
                ? (fitted.value() - reference()) / scale()
                : optimality.fall(fitted.theta()) / scale();
        if (gap <= (drawn ? STOCHASTIC : CLOSE)) {
            return agrees(cell, fitted, gap);
        }
        String why = fitted.stop() + (Double.isNaN(gap) ? "" : " The gap is " + gap + ".");
        Optional<String> lie = drawn ? drawnLie(fitted) : lie(cell, fitted);
        return lie.map(each -> new Judged(cell, Verdict.WRONG, gap, each + ": " + why))
                .orElseGet(() -> new Judged(cell, Verdict.STOPPED, gap, why));
    }

    private Judged agrees(Cell cell, Fitted fitted, double gap) {
        boolean drawn = cell.stochastic().isPresent();
        if (!drawn && Math.abs(fitted.reported() - fitted.value()) > ROUNDING * Math.max(1, Math.abs(fitted.value()))) {
            String why = "its last step says F = " + fitted.reported() + ", but F = " + fitted.value();
            return new Judged(cell, Verdict.WRONG, gap, why);
        }
        if (!drawn && problem.isConvex() && referenceFault().isPresent()) {
            Verdict verdict = isSimplexAtKinks(cell) ? Verdict.STOPPED : Verdict.WRONG;
            return new Judged(cell, verdict, gap, referenceFault().get());
        }
        return new Judged(cell, Verdict.AGREES, gap, "");
    }

    /** What all optimizers agree on may be no minimum. */
    private Optional<String> referenceFault() {
        double[] theta = best.orElseThrow().theta();
        if (problem.isSmooth()) {
            double residual = optimality.residual(theta);
            return residual <= RESIDUAL
                    ? Optional.empty()
                    : Optional.of("the best fit is no minimum, its prox-gradient mapping is " + residual);
        }
        double fall = optimality.fall(theta) / scale();
        return fall <= CLOSE ? Optional.empty() : Optional.of("the best fit is no minimum, F falls by " + fall);
    }

    /** A run that ends away from the optimum has to say that a limit was reached, or why it can't go on, and to have come down. */
    private Optional<String> lie(Cell cell, Fitted fitted) {
        boolean limit = fitted.stop().kind() == StopReason.Kind.LIMIT;
        boolean stuck = fitted.stop().kind() == StopReason.Kind.STALLED && (!problem.isConvex() || isBlind(cell));
        if (!limit && !stuck && !isSimplexAtKinks(cell)) {
            return Optional.of("it claims to be at the end of its way");
        }
        return fitted.value() <= start + ROUNDING * Math.abs(start)
                ? Optional.empty()
                : Optional.of("F is " + fitted.value() + " after " + start + " at the start");
    }

    /** At a kink values alone tell no minimum: a simplex that collapses there says that it did. */
    private boolean isSimplexAtKinks(Cell cell) {
        return cell.optimizer().equals("NelderMead") && !problem.hasGradient();
    }

    /** Steps of a fixed length may find no lower point anywhere. */
    private static boolean isBlind(Cell cell) {
        return cell.optimizer().endsWith("with ConstantSearch");
    }

    /** A stochastic run claims nothing; it may end in no more than a limit, or with steps that are too long and say so. */
    private Optional<String> drawnLie(Fitted fitted) {
        boolean finite = Arrays.stream(fitted.theta()).allMatch(Double::isFinite);
        StopReason.Kind kind = fitted.stop().kind();
        return finite && (kind == StopReason.Kind.LIMIT || kind == StopReason.Kind.DIVERGED)
                ? Optional.empty()
                : Optional.of("it claims to be at the end of its way");
    }

    private double reference() {
        return best.orElseThrow().value();
    }

    private double scale() {
        return Math.max(ROUNDING, Math.max(Math.abs(reference()), SCALE * Math.abs(start - reference())));
    }
}
