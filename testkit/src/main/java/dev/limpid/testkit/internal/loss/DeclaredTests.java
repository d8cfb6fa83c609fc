package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.testkit.declaration.LossDeclaration;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What the author of a loss states about it: bounds, units, symmetry. */
public final class DeclaredTests {

    private static final double ROUNDING = 1e-9; // identities of a few operations, with room for a log or an exp
    private static final double[] FAR = {1, 1e6, 1e12, 1e100}; // factors on scores: a bound holds everywhere
    private static final double[] FACTORS = {0.25, 3, 10};

    private DeclaredTests() {}

    /**
     * Looks for a gradient above its declared bound, up to scores of 8·10¹⁰².
     *
     * @param subject the loss
     * @return the outcome; not applicable without a bound
     */
    public static Outcome gradientBound(LossSubject subject) {
        double bound = subject.declares().gradientBound();
        if (bound == Double.POSITIVE_INFINITY) {
            return Outcome.notApplicable("not declared");
        }
        LossProbe probe = LossProbe.of(subject);
        List<LossProbe.Point> points = probe.points().stream()
                .filter(point -> Arrays.stream(point.given().w()).allMatch(w -> w == 1))
                .toList();
        for (double factor : FAR) {
            for (LossProbe.Point point : points) {
                LossProbe.Point far = times(point, factor);
                double[] g = probe.gradient(far.with(far.f().clone()));
                double size = Arrays.stream(g).map(Math::abs).max().orElse(0);
                if (size > bound * (1 + ROUNDING)) {
                    return Outcome.failed("at " + probe.print(far) + "\n  gradient        " + Text.plain(g)
                            + "\n  declared bound  " + bound + "\nLikely cause: "
                            + (factor > 1
                                    ? "the gradient grows without end, or a tail is not cut off."
                                    : "a threshold or a factor is another than declared, or has a sign."));
                }
            }
        }
        return Outcome.passed();
    }

    private static LossProbe.Point times(LossProbe.Point point, double factor) {
        return point.with(Arrays.stream(point.f()).map(f -> factor * f).toArray());
    }

    /**
     * Looks for values outside of what is declared, and whether each target's best value is the infimum.
     *
     * @param subject the loss
     * @return the outcome; not applicable if neither infimum nor bound is declared
     */
    public static Outcome valueRange(LossSubject subject) {
        LossDeclaration declares = subject.declares();
        boolean bounded = declares.valueBound() < Double.POSITIVE_INFINITY;
        if (Double.isNaN(declares.infimum()) && !bounded) {
            return Outcome.notApplicable("not declared");
        }
        LossProbe probe = LossProbe.of(subject);
        for (LossProbe.Case given : probe.cases()) {
            double slack = 2 * probe.valueNoise(given) + ROUNDING * Math.abs(bounded ? declares.valueBound() : 0);
            double best = Double.POSITIVE_INFINITY;
            double[] where = new double[0];
            for (double[] f : probe.scores(given)) {
                LossProbe.Point point = new LossProbe.Point(given, f);
                double value = probe.value(point.with(f.clone()));
                if (value < declares.infimum() - slack || value > declares.valueBound() + slack) {
                    return Outcome.failed("at " + probe.print(point) + "\n  value     " + value + "\n  declared  "
                            + range(declares) + "\nLikely cause: a constant that belongs elsewhere, a clip that is"
                            + " missing, or a declaration of another loss.");
                }
                if (value < best) {
                    best = value;
                    where = f;
                }
            }
            Outcome outcome = reached(probe, new LossProbe.Point(given, where), declares.infimum(), slack);
            if (outcome.isFailure()) {
                return outcome;
            }
        }
        return Outcome.passed();
    }

    private static String range(LossDeclaration declares) {
        return (Double.isNaN(declares.infimum()) ? "any" : "infimum " + declares.infimum())
                + (declares.valueBound() < Double.POSITIVE_INFINITY ? ", bound " + declares.valueBound() : "");
    }

    /** Walks from the best score of the grid to the minimum: it has to be the declared one. */
    private static Outcome reached(LossProbe probe, LossProbe.Point best, double infimum, double slack) {
        if (Double.isNaN(infimum) || !(probe instanceof ScalarProbe)) {
            return Outcome.passed();
        }
        DoubleUnaryOperator value = f -> probe.value(best.with(new double[] {f}));
        double f = best.f()[0];
        for (double step = Math.max(1, Math.abs(f)); step > 1e-9 * Math.max(1, Math.abs(f)); step /= 2) {
            f = value.applyAsDouble(f + step) < value.applyAsDouble(f) ? f + step : f;
            f = value.applyAsDouble(f - step) < value.applyAsDouble(f) ? f - step : f;
        }
        double lowest = value.applyAsDouble(f);
        return lowest <= infimum + slack + 1e-6 * Math.max(1, Math.abs(infimum))
                ? Outcome.passed()
                : Outcome.failed("y = " + Text.plain(best.given().row(0)) + "\n  smallest value    " + lowest
                        + ", at f = " + f + "\n  declared infimum  " + infimum
                        + "\nLikely cause: a constant of the target (a log y!, an entropy) is in value, or the link is"
                        + " in it twice, so that no score is large enough; take it out, or declare no infimum.");
    }

    /**
     * Compares the loss in other units.
     *
     * @param subject the loss
     * @return the outcome; not applicable without a declared degree
     */
    public static Outcome scale(LossSubject subject) {
        double degree = subject.declares().scaleDegree();
        if (Double.isNaN(degree)) {
            return Outcome.notApplicable("not declared");
        }
        LossProbe probe = LossProbe.of(subject);
        int looked = 0;
        for (LossProbe.Point point : probe.points()) {
            for (double c : FACTORS) {
                LossProbe.Case units = units(point.given(), c);
                if (Arrays.stream(units.y())
                        .flatMapToDouble(Arrays::stream)
                        .anyMatch(y -> !probe.loss.domain().contains(y))) {
                    continue;
                }
                looked++;
                double value = probe.value(point.with(point.f().clone()));
                double scaled = probe.value(times(new LossProbe.Point(units, point.f()), c));
                double expected = Math.pow(c, degree) * value;
                double noise = 4 * Math.pow(c, degree) * probe.valueNoise(point.given());
                if (!(Math.abs(scaled - expected) <= ROUNDING * Math.abs(expected) + noise)) {
                    return Outcome.failed("at " + probe.print(point) + "\n  value                      " + value
                            + "\n  value of " + c + "·y and " + c + "·f  " + scaled + "\n  ratio                      "
                            + Text.ratio(scaled / value) + ", declared is " + c + "^" + degree + " = "
                            + Text.brief(Math.pow(c, degree))
                            + "\nLikely cause: a threshold or a constant that has the units of the target, or a square"
                            + " that is missing.");
                }
            }
        }
        return looked == 0 ? Outcome.vacuous("No target of the domain has a multiple inside of it.") : Outcome.passed();
    }

    private static LossProbe.Case units(LossProbe.Case given, double c) {
        double[][] y = Arrays.stream(given.y())
                .map(column -> Arrays.stream(column).map(t -> c * t).toArray())
                .toArray(double[][]::new);
        return new LossProbe.Case(y, given.w());
    }

    /**
     * Compares errors of both signs, or the two classes.
     *
     * @param subject the loss
     * @return the outcome; not applicable unless declared symmetric, or to losses of several scores
     */
    public static Outcome symmetric(LossSubject subject) {
        if (!subject.declares().symmetric()) {
            return Outcome.notApplicable("not declared");
        }
        LossProbe probe = LossProbe.of(subject);
        if (!(subject.loss() instanceof ScalarLoss scalar) || !(probe instanceof ScalarProbe)) {
            return Outcome.notApplicable("only a ScalarLoss is symmetric or not");
        }
        for (LossProbe.Point point : probe.points()) {
            double y = point.given().y0();
            double f = point.f()[0];
            boolean classes = scalar.classes() == 2;
            double otherY = classes ? 1 - y : y;
            double otherF = classes ? -f : y - (f - y);
            double one = scalar.value(y, f);
            double other = scalar.value(otherY, otherF);
            double noise = ROUNDING * Math.max(Math.abs(one), Math.abs(other)) + 4 * probe.valueNoise(point.given());
            if (!(Math.abs(one - other) <= noise) && one != other) {
                return Outcome.failed("value(" + y + ", " + f + ")    " + one + "\nvalue(" + otherY + ", " + otherF
                        + ")  " + other
                        + "\nLikely cause: an absolute value or a square is missing, or one branch (f > y,"
                        + " or one class) is left out.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks whether the gradient fades far away from the target.
     *
     * @param subject the loss
     * @return the outcome; not applicable unless declared redescending, or to losses of several scores
     */
    public static Outcome redescending(LossSubject subject) {
        if (!subject.declares().redescending()) {
            return Outcome.notApplicable("not declared");
        }
        LossProbe probe = LossProbe.of(subject);
        if (!(subject.loss() instanceof ScalarLoss scalar)) {
            return Outcome.notApplicable("only a ScalarLoss is redescending or not");
        }
        for (LossProbe.Case given : probe.cases()) {
            double y = given.y0();
            double peak = probe.scores(given).stream()
                    .mapToDouble(f -> Math.abs(scalar.gradient(y, f[0])))
                    .max()
                    .orElse(0);
            for (double far : new double[] {1e8, -1e8}) {
                double g = scalar.gradient(y, y + far);
                if (!(Math.abs(g) <= 1e-3 * peak)) {
                    return Outcome.failed("at y = " + y + ", f = " + (y + far) + "\n  gradient          " + g
                            + "\n  largest gradient  " + peak
                            + "\nLikely cause: a tail that goes on pulling; a redescending loss lets go of targets that are"
                            + " far away.");
                }
            }
        }
        return Outcome.passed();
    }
}
