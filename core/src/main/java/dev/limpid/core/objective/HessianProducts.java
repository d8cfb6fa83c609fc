package dev.limpid.core.objective;

/** Hessian products where nothing better is known, and what becomes of them under composition. */
final class HessianProducts {

    private static final double EPSILON = Math.ulp(1.0);

    private HessianProducts() {}

    /**
     * (∇F(θ + h·v) − ∇F(θ − h·v)) / (2·h),  h = ∛ε·(1 + ‖θ‖) / ‖v‖: its error is about h²·‖v‖³·|F⁗|/6.
     */
    static HessianProduct byDifferences(Smooth objective, double[] t) {
        double[] theta = t.clone();
        double size = Math.cbrt(EPSILON) * (1 + norm(theta));
        return (v, out) -> {
            double length = norm(v);
            if (length == 0) {
                java.util.Arrays.fill(out, 0);
                return;
            }
            double h = size / length;
            double[] behind = new double[out.length];
            objective.gradient(moved(theta, h, v), out);
            objective.gradient(moved(theta, -h, v), behind);
            for (int j = 0; j < out.length; j++) {
                out[j] = (out[j] - behind[j]) / (2 * h);
            }
        };
    }

    static HessianProduct sum(HessianProduct first, HessianProduct second) {
        return (v, out) -> {
            double[] more = new double[out.length];
            first.times(v, out);
            second.times(v, more);
            for (int j = 0; j < out.length; j++) {
                out[j] += more[j];
            }
        };
    }

    private static double[] moved(double[] theta, double h, double[] v) {
        double[] out = theta.clone();
        for (int j = 0; j < out.length; j++) {
            out[j] += h * v[j];
        }
        return out;
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}
