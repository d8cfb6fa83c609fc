package dev.limpid.testkit.internal.loss;

import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a unit says of directions: second derivatives along them, and the parts that rows have in a slope.
 *
 * <pre>
 *   H·d = Σₖ dₖ·H·eₖ          (1)
 *   Σᵢ uᵢ(d) = Σⱼ gⱼ·dⱼ        (2)
 * </pre>
 */
public final class UnitDerivativeTests {

    /** Of sums of a few products. */
    private static final double ROUNDING = 1e-9;

    private static final Outcome NO_UNIT = Outcome.notApplicable("not a UnitLoss");

    private UnitDerivativeTests() {}

    /**
     * Adds products with unit vectors up to the product with their sum.
     *
     * @param subject the loss
     * @return the outcome; not applicable if the loss states none
     */
    public static Outcome products(LossSubject subject) {
        if (!(LossProbe.of(subject) instanceof UnitProbe probe)) {
            return NO_UNIT;
        }
        for (LossProbe.Point point : probe.points()) {
            double[] d = direction(point);
            double[] whole = new double[d.length];
            double[][] columns = new double[d.length][d.length];
            try {
                probe.secondTimes(point, d, whole);
                probe.second(point.given(), point.f().clone(), columns);
            } catch (UnsupportedOperationException none) {
                return Outcome.notApplicable("no second derivative declared");
            }
            double[] sum = new double[d.length];
            double size = probe.gradientNoise(point.given());
            for (int i = 0; i < d.length; i++) {
                for (int k = 0; k < d.length; k++) {
                    sum[i] += columns[i][k] * d[k];
                    size = Math.max(size, ROUNDING * Math.abs(columns[i][k] * d[k]));
                }
            }
            if (!near(whole, sum, d.length * size)) {
                return Outcome.failed("at " + probe.print(point) + ", d = " + Text.plain(d)
                        + "\n  secondDerivativeTimes  " + Text.plain(whole) + "\n  sum of its columns     "
                        + Text.plain(sum)
                        + "\nLikely cause: a term isn't multiplied by d, or d is brought to another length; the product is"
                        + " linear in d.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Adds the parts of the rows.
     *
     * @param subject the loss
     * @return the outcome; not applicable if the loss states none
     */
    public static Outcome residuals(LossSubject subject) {
        if (!(LossProbe.of(subject) instanceof UnitProbe probe)) {
            return NO_UNIT;
        }
        for (LossProbe.Point point : probe.points()) {
            double[] d = direction(point);
            double[] parts = new double[point.given().w().length];
            try {
                probe.scoreResiduals(point, d, parts);
            } catch (UnsupportedOperationException none) {
                return Outcome.notApplicable("no score residuals declared");
            }
            double[] g = probe.gradient(point);
            double slope = 0;
            double size = Arrays.stream(parts).map(Math::abs).sum();
            for (int j = 0; j < d.length; j++) {
                slope += g[j] * d[j];
                size += Math.abs(g[j] * d[j]);
            }
            double sum = Arrays.stream(parts).sum();
            double noise = d.length * probe.gradientNoise(point.given());
            if (!near(new double[] {sum}, new double[] {slope}, ROUNDING * size + noise)) {
                return Outcome.failed("at " + probe.print(point) + ", d = " + Text.plain(d) + "\n  scoreResiduals "
                        + Text.plain(parts) + ", their sum " + sum + "\n  slope along d  " + slope
                        + "\nLikely cause: a row's part, a weight or the sign is left out; together the parts are the sum of"
                        + " d times the gradient.");
            }
        }
        return Outcome.passed();
    }

    private static double[] direction(LossProbe.Point point) {
        SplittableRandom random = new SplittableRandom(LossProbe.SEED);
        return random.doubles(point.f().length, -2, 2).toArray();
    }

    private static boolean near(double[] a, double[] b, double slack) {
        for (int i = 0; i < a.length; i++) {
            if (!(Math.abs(a[i] - b[i]) <= slack)) {
                return false;
            }
        }
        return true;
    }
}
