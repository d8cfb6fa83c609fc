package dev.limpid.core.internal.optimizer;

import dev.limpid.core.training.Memory;

/** The last m pairs of a move s and the change y of the gradient, in a ring that lies in a memory. */
public final class LbfgsPairs {

    /** ⟨s, y⟩ must exceed this part of ‖s‖·‖y‖: below, rounding decides its sign. */
    private static final double LEAST_COSINE = 1e-12;

    private final Memory memory;
    private final int m;
    private final int p;
    private final double[] ring; // count of pairs, place of the newest
    private final double[] a;

    public LbfgsPairs(Memory memory, int m, int p) {
        this.memory = memory;
        this.m = m;
        this.p = p;
        this.ring = memory.array("ring", 2);
        this.a = new double[m];
    }

    public int count() {
        return (int) ring[0];
    }

    /** Drops all pairs; tells whether there was one. */
    public boolean forget() {
        boolean some = ring[0] > 0;
        ring[0] = 0;
        return some;
    }

    /** ⟨y, y⟩ / ⟨s, y⟩ of the newest pair, a typical curvature; 1 without pairs. */
    public double scale() {
        int newest = (int) ring[1];
        return count() == 0 ? 1 : Vectors.dot(y(newest), y(newest)) / Vectors.dot(s(newest), y(newest));
    }

    /** The move of a pair, k = 0 the oldest; the array itself. */
    public double[] move(int k) {
        return s(Math.floorMod((int) ring[1] - count() + 1 + k, m));
    }

    /** The change of gradient of a pair, k = 0 the oldest; the array itself. */
    public double[] change(int k) {
        return y(Math.floorMod((int) ring[1] - count() + 1 + k, m));
    }

    /** Keeps a pair unless the curvature along it isn't clearly positive. */
    public boolean keep(double[] s, double[] y) {
        double sy = Vectors.dot(s, y);
        if (!(sy > LEAST_COSINE * Vectors.norm(s) * Vectors.norm(y))) {
            return false;
        }
        ring[1] = count() == 0 ? 0 : (ring[1] + 1) % m;
        ring[0] = Math.min(count() + 1, m);
        int newest = (int) ring[1];
        Vectors.copy(s, s(newest));
        Vectors.copy(y, y(newest));
        return true;
    }

    /** q ← H·q, the two loops of Nocedal (1980); line numbers of {@code Lbfgs}. */
    public void multiply(double[] q) {
        int newest = (int) ring[1];
        for (int k = 0; k < count(); k++) {
            int i = Math.floorMod(newest - k, m);
            a[i] = Vectors.dot(s(i), q) / Vectors.dot(s(i), y(i)); // (1)
            Vectors.add(q, -a[i], y(i));
        }
        double scale = Vectors.dot(s(newest), y(newest)) / Vectors.dot(y(newest), y(newest));
        for (int j = 0; j < p; j++) {
            q[j] *= scale; // (2)
        }
        for (int k = count() - 1; k >= 0; k--) {
            int i = Math.floorMod(newest - k, m);
            double b = Vectors.dot(y(i), q) / Vectors.dot(s(i), y(i)); // (3)
            Vectors.add(q, a[i] - b, s(i));
        }
    }

    private double[] s(int i) {
        return memory.array("s" + i, p);
    }

    private double[] y(int i) {
        return memory.array("y" + i, p);
    }
}
