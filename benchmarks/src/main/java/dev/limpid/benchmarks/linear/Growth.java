package dev.limpid.benchmarks.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How time grows with a size: points (xₖ, tₖ).
 *
 * <pre>
 *   t ≈ C·xᵉ          e by least squares of log t on log x                                (1)
 *   t ≈ a + b·x       a, b by least squares of the relative errors, Σₖ (1 − (a + b·xₖ)/tₖ)²   (2)
 * </pre>
 *
 * <p>Where (2) fits, time is linear and an e below 1 in (1) is the fixed a; the exponents of the single decades then rise to 1.
 */
final class Growth {

    private final List<double[]> points = new ArrayList<>();

    Growth add(double x, double seconds) {
        points.add(new double[] {x, seconds});
        points.sort(Comparator.comparingDouble(point -> point[0]));
        return this;
    }

    /** Returns e of (1) over all points. */
    double exponent() {
        return exponent(points);
    }

    /** Returns e of (1) over the points of each tenfold of x, the first one first. */
    List<Double> decades() {
        List<Double> exponents = new ArrayList<>();
        double start = points.get(0)[0];
        double end = points.get(points.size() - 1)[0];
        int decades = (int) Math.round(Math.log10(end / start));
        for (int k = 0; k < decades; k++) {
            double from = start * Math.pow(10, k) * 0.99;
            double to = start * Math.pow(10, k + 1.0) * 1.01;
            exponents.add(exponent(
                    points.stream().filter(p -> from <= p[0] && p[0] <= to).toList()));
        }
        return exponents;
    }

    private static double exponent(List<double[]> points) {
        double x = points.stream().mapToDouble(p -> Math.log(p[0])).average().orElseThrow();
        double t = points.stream().mapToDouble(p -> Math.log(p[1])).average().orElseThrow();
        double xt = 0;
        double xx = 0;
        for (double[] p : points) {
            xt += (Math.log(p[0]) - x) * (Math.log(p[1]) - t);
            xx += (Math.log(p[0]) - x) * (Math.log(p[0]) - x);
        }
        return xt / xx;
    }

    /** Returns a and b of (2), from their normal equations with weights 1/t². */
    double[] line() {
        double w = 0;
        double x = 0;
        double t = 0;
        for (double[] p : points) {
            w += 1 / (p[1] * p[1]);
            x += p[0] / (p[1] * p[1]);
            t += 1 / p[1];
        }
        double xx = 0;
        double xt = 0;
        for (double[] p : points) {
            double centred = (p[0] - x / w) / p[1];
            xx += centred * centred;
            xt += centred * (p[1] - t / w) / p[1];
        }
        double b = xt / xx;
        return new double[] {(t - b * x) / w, b};
    }

    /** Returns the largest relative error of (2). */
    double worst() {
        double[] line = line();
        return points.stream()
                .mapToDouble(p -> Math.abs(1 - (line[0] + line[1] * p[0]) / p[1]))
                .max()
                .orElseThrow();
    }

    /** Returns {@code exponent=0.98 decades=0.94,0.99,1.00 fixed=1.2e-05s slope=3.1ns worst=4% seconds=…}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Contest.format("exponent=%.3f decades=", exponent()));
        decades().forEach(exponent -> text.append(Contest.format("%.2f,", exponent)));
        text.setLength(text.length() - 1);
        text.append(Contest.format(
                " fixed=%.3gs slope=%.3gns worst=%.0f%% seconds=", line()[0], line()[1] * 1e9, 100 * worst()));
        points.forEach(p -> text.append(Contest.format("%.0f:%.3g,", p[0], p[1])));
        text.setLength(text.length() - 1);
        return text.toString();
    }
}
