package dev.limpid.testkit.internal.loss;

import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;

/**
 * Looks whether a value is exact to its last digits, by third differences over four close points: of a smooth function they
 * are rounding, of one computed in float or with noise they are not.
 */
final class NoiseTest {

    private static final double STEP = 1e-6;
    private static final double EXACT = 1e-11; // rounding is about 10⁻¹⁵, float about 10⁻⁷

    private NoiseTest() {}

    static Outcome value(LossProbe probe) {
        int looked = 0;
        int noisy = 0;
        String worst = "";
        for (LossProbe.Case given : probe.cases()) {
            double typical = probe.valueNoise(given) / (4 * Math.ulp(1.0));
            for (double[] f : probe.scores(given)) {
                LossProbe.Point point = new LossProbe.Point(given, f);
                double[] v = new double[4];
                double size = typical;
                for (int i = 0; i < v.length; i++) {
                    double[] moved = f.clone();
                    moved[0] += i * STEP * Math.max(1, Math.abs(f[0]));
                    v[i] = probe.value(given, moved);
                    size = Math.max(size, Math.abs(v[i]));
                }
                double third = Math.abs(v[3] - 3 * v[2] + 3 * v[1] - v[0]);
                if (!Double.isFinite(third)) {
                    continue;
                }
                looked++;
                if (third > EXACT * size) {
                    noisy++;
                    worst = worst.isEmpty() ? describe(probe, point, v) : worst;
                }
            }
        }
        return noisy > looked / 3 ? Outcome.failed(worst) : Outcome.passed();
    }

    private static String describe(LossProbe probe, LossProbe.Point point, double[] v) {
        return "at " + probe.print(point) + "\n  value at four points in steps of " + STEP + "  " + Text.plain(v)
                + "\nLikely cause: value is noisy, as if computed in float or at random; compute it in double, the same each"
                + " time.";
    }
}
