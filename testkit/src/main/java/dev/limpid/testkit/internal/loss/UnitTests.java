package dev.limpid.testkit.internal.loss;

import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What holds of the rows of a unit: a weight counts as rows, the order does not matter, the mass is a mass. */
public final class UnitTests {

    private static final Outcome NO_UNIT = Outcome.notApplicable("not a UnitLoss");

    private static final String WEIGHTS =
            "row weights are left out of value, mass or gradient, or taken twice, or rows are"
                    + " counted where weights are due.";
    private static final String ORDER = "ties are broken by position, or a row is special because of its place.";

    private UnitTests() {}

    /**
     * Looks at the mass: finite and not negative, whatever the scores.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome mass(LossSubject subject) {
        if (!(LossProbe.of(subject) instanceof UnitProbe probe)) {
            return NO_UNIT;
        }
        for (LossProbe.Point point : probe.points()) {
            double mass = probe.mass(point.given(), point.f().clone());
            double elsewhere = probe.mass(point.given(), new double[point.f().length]);
            if (!(mass >= 0 && Double.isFinite(mass)) || mass != elsewhere) {
                return Outcome.failed("at " + probe.print(point) + "\n  mass  " + mass + ", with all scores 0 it is "
                        + elsewhere
                        + "\nLikely cause: the mass counts something that moves with the scores; the mean of"
                        + " the objective divides by it, so it must be fixed, finite and ≥ 0.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Compares a weight of 2 with the row twice.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome weights(LossSubject subject) {
        if (!(LossProbe.of(subject) instanceof UnitProbe probe)) {
            return NO_UNIT;
        }
        for (LossProbe.Point point : probe.points()) {
            int m = point.given().w().length;
            int k = point.f().length / m;
            LossProbe.Point twice = picked(point, m + 1, i -> i == 0 ? 0 : i - 1);
            double[] doubled = point.given().w().clone();
            doubled[0] *= 2;
            LossProbe.Point weighted =
                    new LossProbe.Point(new LossProbe.Case(point.given().y(), doubled), point.f());
            double[] g = probe.gradient(twice);
            double[] folded = Arrays.copyOfRange(g, k, (m + 1) * k);
            for (int j = 0; j < k; j++) {
                folded[j] += g[j];
            }
            Outcome outcome = same(
                    probe, point, weighted, twice, folded, "weight 2 on the first row", "first row twice", WEIGHTS);
            if (outcome != null) {
                return outcome;
            }
        }
        return Outcome.passed();
    }

    /**
     * Turns the order of the rows round.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome order(LossSubject subject) {
        if (!(LossProbe.of(subject) instanceof UnitProbe probe)) {
            return NO_UNIT;
        }
        for (LossProbe.Point point : probe.points()) {
            int m = point.given().w().length;
            int k = point.f().length / m;
            LossProbe.Point turned = picked(point, m, i -> m - 1 - i);
            double[] g = probe.gradient(turned);
            double[] back = new double[m * k];
            for (int i = 0; i < m; i++) {
                System.arraycopy(g, (m - 1 - i) * k, back, i * k, k);
            }
            Outcome outcome = same(probe, point, point, turned, back, "rows as given", "rows in reverse", ORDER);
            if (outcome != null) {
                return outcome;
            }
        }
        return Outcome.passed();
    }

    private static @Nullable Outcome same(
            UnitProbe probe,
            LossProbe.Point shown,
            LossProbe.Point one,
            LossProbe.Point other,
            double[] otherGradient,
            String oneName,
            String otherName,
            String cause) {
        double[] g = probe.gradient(one);
        double value = probe.value(one);
        double otherValue = probe.value(other);
        double mass = probe.mass(one.given(), one.f());
        double otherMass = probe.mass(other.given(), other.f());
        double size = Math.max(1e-300, Arrays.stream(g).map(Math::abs).max().orElse(0));
        boolean right = Math.abs(value - otherValue) <= 1e-12 * Math.max(size, Math.abs(value))
                && Math.abs(mass - otherMass) <= 1e-12 * Math.abs(mass);
        for (int i = 0; i < g.length; i++) {
            right &= Math.abs(g[i] - otherGradient[i]) <= 1e-12 * size;
        }
        return right
                ? null
                : Outcome.failed("at " + probe.print(shown) + "\n  " + oneName + ": value " + value + ", mass " + mass
                        + ", gradient " + Text.plain(g) + "\n  " + otherName + ": value " + otherValue + ", mass "
                        + otherMass + ", gradient " + Text.plain(otherGradient)
                        + "\nLikely cause: " + cause);
    }

    private static LossProbe.Point picked(LossProbe.Point point, int size, IntUnaryOperator from) {
        double[][] y = new double[point.given().y().length][size];
        double[] w = new double[size];
        int k = point.f().length / point.given().w().length;
        double[] f = new double[size * k];
        for (int i = 0; i < size; i++) {
            int source = from.applyAsInt(i);
            for (int t = 0; t < y.length; t++) {
                y[t][i] = point.given().y()[t][source];
            }
            w[i] = point.given().w()[source];
            System.arraycopy(point.f(), source * k, f, i * k, k);
        }
        return new LossProbe.Point(new LossProbe.Case(y, w), f);
    }
}
