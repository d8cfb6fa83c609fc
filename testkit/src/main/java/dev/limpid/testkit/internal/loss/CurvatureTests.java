package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.Curvature;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Differences.Estimate;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Curvature by its declared kind, and convexity. */
public final class CurvatureTests {

    private static final double[] STEPS = {1e-3, 0.03, 0.3, 1, 2, 5, 12, 40, 150, 700};

    private CurvatureTests() {}

    /**
     * Looks at the curvature: never negative, finite, and of the kind it says.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome curvature(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        for (LossProbe.Point point : probe.points()) {
            if (!Double.isFinite(probe.value(point.with(point.f().clone())))) {
                continue;
            }
            double[] h = new double[point.f().length];
            probe.curvature(point.given(), point.f().clone(), h);
            for (int k = 0; k < h.length; k++) {
                Outcome outcome = curvature(probe, point, k, h);
                if (outcome != null) {
                    return outcome;
                }
            }
            if (probe.kind() == Curvature.MAJORISER) {
                Outcome outcome = majoriser(probe, point, h);
                if (outcome != null) {
                    return outcome;
                }
            }
        }
        return Outcome.passed();
    }

    private static @Nullable Outcome curvature(LossProbe probe, LossProbe.Point point, int k, double[] h) {
        boolean spike = probe.kind() == Curvature.MAJORISER && !probe.loss.smooth();
        if (!(h[k] >= 0) || (Double.isInfinite(h[k]) && !spike)) {
            return Outcome.failed("at " + probe.print(point) + component(h, k) + "\n  curvature  " + h[k]
                    + "\nLikely cause: "
                    + (h[k] < 0
                            ? "the second derivative is negative here, and curvature must be max(0, second) or a"
                                    + " majoriser; trees divide by its sum."
                            : "an overflow or a 0/0; curvature must be finite."));
        }
        return probe.kind() == Curvature.EXACT ? exact(probe, point, k, h) : null;
    }

    private static @Nullable Outcome exact(LossProbe probe, LossProbe.Point point, int k, double[] h) {
        Reading reading = Reading.of(
                point,
                k,
                h[k],
                x -> {
                    double[] f = point.f().clone();
                    f[k] = x;
                    return probe.gradient(point.with(f))[k];
                },
                probe.gradientNoise(point.given()),
                probe.gradientNoise(point.given()));
        if (!reading.isMeasured() || reading.right()) {
            return null;
        }
        Estimate second = reading.measured();
        if (h[k] == 0 && second.value() < second.error()) {
            return null; // a negative second derivative, raised to 0
        }
        String cause = exactCause(h[k], second);
        return Outcome.failed("at " + probe.print(point) + component(h, k) + "\n  curvature               " + h[k]
                + "\n  derivative of gradient  " + second.value() + "  (± " + Text.brief(second.error())
                + ")\nLikely cause: " + cause);
    }

    private static String exactCause(double curvature, Estimate second) {
        if (second.value() < -second.error()) {
            return "curvature is not 0 where the second derivative is negative; EXACT means max(0, second).";
        }
        String relation = curvature == 0
                ? "0 where the derivative of gradient is not"
                : Math.abs(second.value()) <= second.error()
                        ? "not 0 where the derivative of gradient is"
                        : Text.ratio(curvature / second.value()) + " times the derivative of gradient";
        return "kind() says EXACT, but curvature is " + relation
                + (curvature < second.value()
                        ? "; a term of the second derivative is left out."
                        : "; if it is an upper bound, let kind() return MAJORISER.");
    }

    /** ℓ(f + d) ≤ ℓ(f) + ⟨g, d⟩ + ½Σₖ hₖ·dₖ² for all d. */
    private static @Nullable Outcome majoriser(LossProbe probe, LossProbe.Point point, double[] h) {
        double value = probe.value(point.with(point.f().clone()));
        double[] g = probe.gradient(point.with(point.f().clone()));
        for (double[] d : steps(point.f().length)) {
            double linear = 0;
            double square = 0;
            double[] f = point.f().clone();
            for (int k = 0; k < f.length; k++) {
                linear += g[k] * d[k];
                square += 0.5 * h[k] * d[k] * d[k];
                f[k] += d[k];
            }
            double there = probe.value(point.with(f));
            double quadratic = value + linear + square;
            double slack = 1e-12 * (Math.abs(value) + Math.abs(linear) + square + Math.abs(there));
            if (there > quadratic + slack) {
                return Outcome.failed("at " + probe.print(point) + ", step d = " + Text.plain(d)
                        + "\n  value(f + d)         " + there
                        + "\n  value + g·d + ½h·d²  " + quadratic
                        + "\nLikely cause: kind() says MAJORISER, but the quadratic lies below the loss: curvature is"
                        + " too small (the second derivative is a majoriser only where it is largest).");
            }
        }
        return null;
    }

    private static List<double[]> steps(int size) {
        SplittableRandom random = new SplittableRandom(LossProbe.SEED);
        List<double[]> steps = new ArrayList<>();
        for (double length : STEPS) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] d = new double[size];
                for (int k = 0; k < size; k++) {
                    d[k] = size == 1 ? sign * length : length * random.nextGaussian();
                }
                steps.add(d);
            }
        }
        return steps;
    }

    /**
     * Looks for a point of the graph below a tangent.
     *
     * @param subject the loss
     * @return the outcome; not applicable to a loss that isn't declared convex
     */
    public static Outcome convex(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        if (!probe.loss.convex()) {
            return Outcome.notApplicable("not declared convex");
        }
        for (LossProbe.Point point : probe.points()) {
            double value = probe.value(point.with(point.f().clone()));
            double[] g = probe.gradient(point.with(point.f().clone()));
            for (double[] d : steps(point.f().length)) {
                Outcome outcome = tangent(probe, point, value, g, d);
                if (outcome != null) {
                    return outcome;
                }
            }
        }
        return Outcome.passed();
    }

    private static @Nullable Outcome tangent(
            LossProbe probe, LossProbe.Point point, double value, double[] g, double[] d) {
        double linear = 0;
        double[] f = point.f().clone();
        for (int k = 0; k < f.length; k++) {
            linear += g[k] * d[k];
            f[k] += d[k];
        }
        double there = probe.value(point.with(f));
        double slack = 1e-12 * (Math.abs(value) + Math.abs(linear) + Math.abs(there));
        if (Double.isFinite(linear) && there < value + linear - slack) {
            return Outcome.failed("at " + probe.print(point) + ", step d = " + Text.plain(d)
                    + "\n  value(f + d)  " + there
                    + "\n  value + g·d   " + (value + linear)
                    + "\nLikely cause: the loss is not convex (let convex() return false), or gradient is not that of"
                    + " value (see L02).");
        }
        return null;
    }

    private static String component(double[] h, int k) {
        return h.length > 1 ? ", component " + k : "";
    }
}
