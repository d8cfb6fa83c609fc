package dev.limpid.algorithms.path;

import dev.limpid.algorithms.internal.Curve;
import dev.limpid.algorithms.internal.Svg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Pictures of paths, over log₁₀ λ. */
final class PathPicture {

    private static final String BELOW = "log₁₀ of the strength";

    private PathPicture() {}

    /** A curve for each coefficient that isn't 0 everywhere, those that get largest first. */
    static String profiles(RegularizationPath path) {
        double[] x = logarithms(path.strengths());
        List<String> names = path.model(0).coefficientNames();
        int outputs = path.model(0).coefficients().length;
        List<Curve> curves = new ArrayList<>();
        for (int k = 0; k < outputs; k++) {
            double[][] profiles = path.profiles(k);
            for (int j = 0; j < profiles.length; j++) {
                if (Arrays.stream(profiles[j]).anyMatch(w -> w != 0)) {
                    String label = outputs == 1 ? names.get(j) : names.get(j) + " (" + k + ")";
                    curves.add(Curve.of(label, x, profiles[j]));
                }
            }
        }
        curves.sort(Comparator.comparingDouble((Curve c) -> -Math.max(c.maxY(), -c.minY())));
        return Svg.chart("coefficients over the strength of the penalty", BELOW, curves, List.of());
    }

    /** The mean with a bar of one standard error to each side. */
    static String validation(double[] strengths, double[] mean, double[] error) {
        double[] x = logarithms(strengths);
        List<Svg.Bar> bars = new ArrayList<>();
        for (int k = 0; k < x.length; k++) {
            if (Double.isFinite(x[k]) && Double.isFinite(mean[k]) && Double.isFinite(error[k])) {
                bars.add(new Svg.Bar(x[k], mean[k] - error[k], mean[k] + error[k]));
            }
        }
        Curve curve = Curve.of("mean loss on rows left out", x, mean);
        return Svg.chart("loss over the strength of the penalty", BELOW, List.of(curve), bars);
    }

    /** A strength of 0 has a place too: half a decade below the least. */
    private static double[] logarithms(double[] strengths) {
        double[] x = Arrays.stream(strengths).map(Math::log10).toArray();
        int last = x.length - 1;
        if (strengths[last] == 0) {
            x[last] = last == 0 ? 0 : x[last - 1] - 0.5;
        }
        return x;
    }
}
