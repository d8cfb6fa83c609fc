package dev.limpid.core.objective;

/** Sums and multiples of local quadratics. */
final class Quadratics {

    private Quadratics() {}

    static double sum(Curved first, Curved second, double[] t, double cap, double[] g, double[][] b) {
        double[] g2 = new double[g.length];
        double[][] b2 = new double[g.length][];
        for (int j = 0; j < b2.length; j++) {
            b2[j] = new double[j + 1];
        }
        double value = first.quadratic(t, cap, g, b) + second.quadratic(t, cap, g2, b2);
        for (int j = 0; j < b2.length; j++) {
            g[j] += g2[j];
            for (int k = 0; k <= j; k++) {
                b[j][k] += b2[j][k];
            }
        }
        return value;
    }

    /** A term that needs no cap has no say in where it lies. */
    static double typicalCurvature(Curved first, Curved second, double[] t) {
        if (first.needsCap() != second.needsCap()) {
            return (first.needsCap() ? first : second).typicalCurvature(t);
        }
        return Math.max(first.typicalCurvature(t), second.typicalCurvature(t));
    }

    /** The rows of c·F have curvatures c·h, which are capped before they are multiplied: min(c·h, cap) = c·min(h, cap/c). */
    static double multiple(Curved inner, double factor, double[] t, double cap, double[] g, double[][] b) {
        double value = inner.quadratic(t, cap / factor, g, b);
        for (int j = 0; j < g.length; j++) {
            g[j] *= factor;
            for (int k = 0; k <= j; k++) {
                b[j][k] *= factor;
            }
        }
        return factor * value;
    }
}
