package dev.limpid.core.objective;

import java.util.Arrays;

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
                Arrays.fill(out, 0);
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
        return new Sum(first, second);
    }

    static HessianProduct multiple(HessianProduct inner, double factor) {
        return new Multiple(inner, factor);
    }

    /** The Hessian with nothing beside its diagonal h. */
    static HessianProduct ofDiagonal(double[] h) {
        return new Diagonal(h);
    }

    /** H₁ + H₂; its diagonal is known if both are. */
    private record Sum(HessianProduct first, HessianProduct second) implements HessianProduct {

        @Override
        public void times(double[] v, double[] out) {
            first.times(v, out);
            double[] more = new double[out.length];
            second.times(v, more);
            add(out, more);
        }

        @Override
        public boolean diagonal(double[] out) {
            double[] more = new double[out.length];
            if (!second.diagonal(more) || !first.diagonal(out)) {
                return false;
            }
            add(out, more);
            return true;
        }

        private static void add(double[] out, double[] more) {
            for (int j = 0; j < out.length; j++) {
                out[j] += more[j];
            }
        }
    }

    /** c·H. */
    private record Multiple(HessianProduct inner, double factor) implements HessianProduct {

        @Override
        public void times(double[] v, double[] out) {
            inner.times(v, out);
            scale(out);
        }

        @Override
        public boolean diagonal(double[] out) {
            boolean known = inner.diagonal(out);
            if (known) {
                scale(out);
            }
            return known;
        }

        private void scale(double[] out) {
            for (int j = 0; j < out.length; j++) {
                out[j] *= factor;
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Diagonal(double[] h) implements HessianProduct {

        @Override
        public void times(double[] v, double[] out) {
            for (int j = 0; j < out.length; j++) {
                out[j] = h[j] * v[j];
            }
        }

        @Override
        public boolean diagonal(double[] out) {
            System.arraycopy(h, 0, out, 0, h.length);
            return true;
        }
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
