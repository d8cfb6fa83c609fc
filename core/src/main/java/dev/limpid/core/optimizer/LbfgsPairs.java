package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.training.Memory;

/** The last m pairs of a move s and the change y of the gradient, in a ring that lies in a memory. */
final class LbfgsPairs {

    /** ⟨s, y⟩ must exceed this part of ‖s‖·‖y‖: below, rounding decides its sign. */
    private static final double LEAST_COSINE = 1e-12;

    private final Memory memory;
    private final int m;
    private final int p;
    private final double[] ring; // count of pairs, place of the newest
    private final double[] a;

    LbfgsPairs(Memory memory, int m, int p) {
        this.memory = memory;
        this.m = m;
        this.p = p;
        this.ring = memory.array("ring", 2);
        this.a = new double[m];
    }

    int count() {
        return (int) ring[0];
    }

    void clear() {
        ring[0] = 0;
    }

    /** Keeps a pair unless the curvature along it isn't clearly positive. */
    boolean keep(double[] s, double[] y) {
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

    /** q ← H·q, the two loops of Nocedal (1980); line numbers of {@link Lbfgs}. */
    void multiply(double[] q) {
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
