package dev.limpid.algorithms.internal;

import java.util.Arrays;

/** Points of a curve from left to right, at most about a thousand; only finite ones. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Curve(String label, double[] x, double[] y) {

    private static final int MOST_POINTS = 1000;

    /** Leaves out points that aren't finite, then thins: first and last point stay. */
    public static Curve of(String label, double[] x, double[] y) {
        int[] finite = java.util.stream.IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(y[i]))
                .toArray();
        int kept = Math.min(finite.length, MOST_POINTS);
        double[] keptX = new double[kept];
        double[] keptY = new double[kept];
        for (int k = 0; k < kept; k++) {
            int i = kept == finite.length ? finite[k] : finite[(int) ((long) k * (finite.length - 1) / (kept - 1))];
            keptX[k] = x[i];
            keptY[k] = y[i];
        }
        return new Curve(label, keptX, keptY);
    }

    public int size() {
        return x.length;
    }

    public double minX() {
        return Arrays.stream(x).min().orElse(0);
    }

    public double maxX() {
        return Arrays.stream(x).max().orElse(0);
    }

    public double minY() {
        return Arrays.stream(y).min().orElse(0);
    }

    public double maxY() {
        return Arrays.stream(y).max().orElse(0);
    }
}
