package dev.limpid.core.objective;

/** Restrictions of objectives to a line, and what becomes of them under composition. */
final class Lines {

    private Lines() {}

    static Line plain(Smooth objective, double[] t, double[] d) {
        return new Plain(objective, t, d);
    }

    static Line sum(Line first, Line second, int size) {
        return new Sum(first, second, size);
    }

    static Line multiple(Line inner, double factor) {
        return new Multiple(inner, factor);
    }

    /** A new point and a gradient for each α. */
    private static final class Plain implements Line {

        private final Smooth objective;
        private final double[] t;
        private final double[] d;
        private final double[] point;
        private final double[] g;
        private double last = Double.NaN;

        Plain(Smooth objective, double[] t, double[] d) {
            this.objective = objective;
            this.t = t;
            this.d = d;
            this.point = new double[t.length];
            this.g = new double[t.length];
        }

        @Override
        public Point at(double alpha) {
            for (int j = 0; j < t.length; j++) {
                point[j] = t[j] + alpha * d[j];
            }
            double value = objective.gradient(point, g);
            last = alpha;
            double slope = 0;
            for (int j = 0; j < t.length; j++) {
                slope += g[j] * d[j];
            }
            return new Point(alpha, value, slope);
        }

        @Override
        public boolean gradient(double alpha, double[] out) {
            if (alpha != last) {
                return false;
            }
            System.arraycopy(g, 0, out, 0, g.length);
            return true;
        }
    }

    private record Sum(Line first, Line second, int size) implements Line {

        @Override
        public Point at(double alpha) {
            Point a = first.at(alpha);
            Point b = second.at(alpha);
            return new Point(alpha, a.value() + b.value(), a.slope() + b.slope());
        }

        @Override
        public boolean gradient(double alpha, double[] g) {
            double[] more = new double[size];
            if (!second.gradient(alpha, more) || !first.gradient(alpha, g)) {
                return false;
            }
            for (int j = 0; j < size; j++) {
                g[j] += more[j];
            }
            return true;
        }
    }

    private record Multiple(Line inner, double factor) implements Line {

        @Override
        public Point at(double alpha) {
            Point p = inner.at(alpha);
            return new Point(alpha, factor * p.value(), factor * p.slope());
        }

        @Override
        public boolean gradient(double alpha, double[] g) {
            if (!inner.gradient(alpha, g)) {
                return false;
            }
            for (int j = 0; j < g.length; j++) {
                g[j] *= factor;
            }
            return true;
        }
    }
}
