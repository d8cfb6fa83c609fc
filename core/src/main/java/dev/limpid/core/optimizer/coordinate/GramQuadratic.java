package dev.limpid.core.optimizer.coordinate;

/**
 * A local quadratic of the columns of a working set, their products at hand: a move costs a multiplication for each column
 * whose products are known, a look at a slope none.
 *
 * <pre>
 *   s = G + B·d,  d = x − θ                (1)
 *   q = ⟨G, d⟩ + ½·dᵀ·B·d = ½·⟨G + s, d⟩    (2)
 * </pre>
 *
 * <p>Four moves are added to s at once, in the order in which they were made: the rows of B come from far away, and s is read once
 * for all of them. Until then a slope is asked with what waits.
 */
final class GramQuadratic implements LocalQuadratic {

    private static final int AT_ONCE = 4;

    private final GramCache b;
    private final int[] place;
    private final double[] g;
    private final double[] d;
    private final double[] s; // of all columns with known products
    private final double[][] waiting = new double[AT_ONCE][]; // rows of B
    private final double[] deltas = new double[AT_ONCE];
    private int waits;
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
        double slope = s[place[a]];
        for (int m = 0; m < waits; m++) {
            slope += deltas[m] * waiting[m][place[a]];
        }
        return slope;
    }

    @Override
    public void move(int a, double delta) {
        d[a] += delta;
        deltas[waits] = delta;
        waiting[waits++] = b.row(place[a]);
        if (waits == AT_ONCE) {
            addFour(s, deltas, waiting[0], waiting[1], waiting[2], waiting[3]); // (1)
            waits = 0;
        }
    }

    private static void addFour(double[] s, double[] c, double[] r0, double[] r1, double[] r2, double[] r3) {
        double c0 = c[0];
        double c1 = c[1];
        double c2 = c[2];
        double c3 = c[3];
        for (int e = 0; e < s.length; e++) {
            s[e] = s[e] + c0 * r0[e] + c1 * r1[e] + c2 * r2[e] + c3 * r3[e];
        }
    }

    private void settle() {
        for (int m = 0; m < waits; m++) {
            add(s, deltas[m], waiting[m]);
        }
        waits = 0;
    }

    private static void add(double[] s, double delta, double[] row) {
        for (int e = 0; e < s.length; e++) {
            s[e] += delta * row[e];
        }
    }

    @Override
    public double value() {
        settle();
        double sum = 0;
        for (int a = 0; a < g.length; a++) {
            sum += (g[a] + s[place[a]]) * d[a];
        }
        return 0.5 * sum; // (2)
    }

    @Override
    public void mark() {
        settle();
        markedD = d.clone();
        markedS = s.clone();
    }

    @Override
    public void back() {
        waits = 0;
        System.arraycopy(markedD, 0, d, 0, d.length);
        System.arraycopy(markedS, 0, s, 0, s.length);
    }
}
