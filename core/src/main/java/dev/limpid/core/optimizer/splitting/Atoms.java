package dev.limpid.core.optimizer.splitting;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.training.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The points a of a set whose mixture θ = Σₐ λₐ·a is, with their shares λₐ &gt; 0. */
final class Atoms {

    private final Memory memory;
    private final int p;
    private final List<double[]> points = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();

    Atoms(Memory memory, int p) {
        this.memory = memory;
        this.p = p;
        int count = (int) memory.number("atoms.count", 0);
        if (count > 0) {
            double[] flat = memory.array("atoms", count * p);
            for (int a = 0; a < count; a++) {
                points.add(Arrays.copyOfRange(flat, a * p, (a + 1) * p));
                shares.add(memory.array("shares", count)[a]);
            }
        }
    }

    void start(double[] theta) {
        points.add(theta.clone());
        shares.add(1.0);
        remember();
    }

    double[] get(int a) {
        return points.get(a);
    }

    double share(int a) {
        return shares.get(a);
    }

    /** The point that lies highest along g; the first of several. */
    int highest(double[] g) {
        int best = 0;
        for (int a = 1; a < points.size(); a++) {
            best = Vectors.dot(g, points.get(a)) > Vectors.dot(g, points.get(best)) ? a : best;
        }
        return best;
    }

    /** Follows θ by γ towards s, or away from a point; all the way means that the points left behind are dropped. */
    void move(int away, double[] s, double gamma, boolean allTheWay) {
        double others = away < 0 ? 1 - gamma : 1 + gamma;
        shares.replaceAll(share -> share * others);
        if (away >= 0) {
            shares.set(away, shares.get(away) - gamma);
            if (allTheWay) {
                points.remove(away);
                shares.remove(away);
            }
        } else if (allTheWay) {
            points.clear();
            shares.clear();
            points.add(s.clone());
            shares.add(1.0);
        } else if (gamma > 0) {
            int a = indexOf(s);
            if (a < 0) {
                points.add(s.clone());
                shares.add(gamma);
            } else {
                shares.set(a, shares.get(a) + gamma);
            }
        }
        remember();
    }

    private int indexOf(double[] s) {
        for (int a = 0; a < points.size(); a++) {
            if (Arrays.equals(points.get(a), s)) {
                return a;
            }
        }
        return -1;
    }

    private void remember() {
        double[] flat = new double[points.size() * p];
        double[] lambda = new double[points.size()];
        for (int a = 0; a < lambda.length; a++) {
            System.arraycopy(points.get(a), 0, flat, a * p, p);
            lambda[a] = shares.get(a);
        }
        memory.put("atoms.count", points.size());
        memory.put("atoms", flat);
        memory.put("shares", lambda);
    }
}
