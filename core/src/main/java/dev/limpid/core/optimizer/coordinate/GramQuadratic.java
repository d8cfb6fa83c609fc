package dev.limpid.core.optimizer.coordinate;

/**
 * A local quadratic of the columns of a working set, their products at hand: a move costs a multiplication for each column
 * whose products are known, a look at a slope none.
 *
 * <pre>
 *   s = G + B·d,  d = x − θ                (1)
 *   q = ⟨G, d⟩ + ½·dᵀ·B·d = ½·⟨G + s, d⟩    (2)
 * </pre>
 */
final class GramQuadratic implements LocalQuadratic {

    private final GramCache b;
    private final int[] place;
    private final double[] g;
    private final double[] d;
    private final double[] s; // of all columns with known products
    private double[] markedD = {};
    private double[] markedS = {};

    GramQuadratic(GramCache b, int[] set, double[] g) {
        this.b = b;
        this.g = g;
        this.place = new int[set.length];
        this.d = new double[set.length];
        this.s = new double[b.size()];
        for (int a = 0; a < set.length; a++) {
            place[a] = b.place(set[a]);
            s[place[a]] = g[a];
        }
    }

    @Override
    public int size() {
        return g.length;
    }

    @Override
    public double curvature(int a) {
        return b.row(place[a])[place[a]];
    }

    @Override
    public double slope(int a) {
        return s[place[a]];
    }

    @Override
    public void move(int a, double delta) {
        d[a] += delta;
        add(s, delta, b.row(place[a])); // (1)
    }

    private static void add(double[] s, double delta, double[] row) {
        for (int e = 0; e < s.length; e++) {
            s[e] += delta * row[e];
        }
    }

    @Override
    public double value() {
        double sum = 0;
        for (int a = 0; a < g.length; a++) {
            sum += (g[a] + s[place[a]]) * d[a];
        }
        return 0.5 * sum; // (2)
    }

    @Override
    public void mark() {
        markedD = d.clone();
        markedS = s.clone();
    }

    @Override
    public void back() {
        System.arraycopy(markedD, 0, d, 0, d.length);
        System.arraycopy(markedS, 0, s, 0, s.length);
    }
}
