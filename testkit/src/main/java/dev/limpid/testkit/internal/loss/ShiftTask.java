package dev.limpid.testkit.internal.loss;

import dev.limpid.core.data.Values;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.testkit.internal.Text;
import java.util.ArrayList;
import java.util.List;

/** Rows that share a shift c: G(c) = Σᵢ wᵢ·ℓ(yᵢ, fᵢ + c) / Σᵢ wᵢ and its gradient. */
final class ShiftTask {

    private static final double[] FAR = {1, 3, 10, 30, 100, 300};

    /** Scores of drawn rows are small, and minima lie nearer. */
    private static final double AWAY = 10;

    private static final int MOVES = 3000;
    private static final double REST = 1e-8;

    private final LossProbe probe;
    private final List<double[]> y = new ArrayList<>();
    private final List<double[]> f = new ArrayList<>();
    private final List<Double> w = new ArrayList<>();

    ShiftTask(LossProbe probe) {
        this.probe = probe;
    }

    void add(double[] targets, double[] scores, double weight) {
        y.add(targets);
        f.add(scores);
        w.add(weight);
    }

    /** Returns the same rows with the first one twice. */
    ShiftTask firstRowTwice() {
        ShiftTask twice = new ShiftTask(probe);
        twice.add(y.get(0), f.get(0), w.get(0));
        for (int i = 0; i < w.size(); i++) {
            twice.add(y.get(i), f.get(i), w.get(i));
        }
        return twice;
    }

    /** Returns the same rows with twice the weight on the first one. */
    ShiftTask firstRowDoubled() {
        ShiftTask doubled = new ShiftTask(probe);
        for (int i = 0; i < w.size(); i++) {
            doubled.add(y.get(i), f.get(i), (i == 0 ? 2 : 1) * w.get(i));
        }
        return doubled;
    }

    int scores() {
        return f.get(0).length;
    }

    double[] targets() {
        return y.stream().mapToDouble(row -> row[0]).toArray();
    }

    double[] weights() {
        return w.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Sample sample() {
        return new Sample(columns(y), columns(f), Values.of(weights()));
    }

    private static List<Values> columns(List<double[]> rows) {
        List<Values> columns = new ArrayList<>();
        for (int k = 0; k < rows.get(0).length; k++) {
            int column = k;
            columns.add(Values.of(rows.stream().mapToDouble(row -> row[column]).toArray()));
        }
        return columns;
    }

    /** Asks the loss for its best shift. */
    double[] bestShift() {
        if (probe.loss instanceof VectorLoss vector) {
            double[] c = new double[scores()];
            vector.bestShift(sample(), c);
            return c;
        }
        return new double[] {((ScalarLoss) probe.loss).bestShift(sample())};
    }

    double value(double[] c) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < w.size(); i++) {
            sum += w.get(i) * probe.value(row(i, c));
            weight += w.get(i);
        }
        return sum / weight;
    }

    double[] gradient(double[] c) {
        double[] sum = new double[c.length];
        double weight =
                weights().length == 0 ? 1 : java.util.Arrays.stream(weights()).sum();
        for (int i = 0; i < w.size(); i++) {
            double[] g = probe.gradient(row(i, c));
            for (int k = 0; k < c.length; k++) {
                sum[k] += w.get(i) * g[k] / weight;
            }
        }
        return sum;
    }

    private LossProbe.Point row(int i, double[] c) {
        double[] targets = y.get(i);
        double[][] columns = new double[targets.length][];
        for (int t = 0; t < targets.length; t++) {
            columns[t] = new double[] {targets[t]};
        }
        double[] scores = f.get(i).clone();
        for (int k = 0; k < c.length; k++) {
            scores[k] += c[k];
        }
        return new LossProbe.Point(new LossProbe.Case(columns, new double[] {1}), scores);
    }

    double[] moved(double[] c, int k, double by) {
        double[] moved = c.clone();
        moved[k] += by;
        return moved;
    }

    /**
     * Tells whether G falls along some axis as far as 300, or along a path that doesn't come to rest, so that a refusal is in
     * order.
     */
    boolean fallsFar() {
        return falls(false) || (scores() > 1 && wandersOff());
    }

    /**
     * Walks downhill by axes and diagonals, in steps that double after a move and halve after none. (A variance that goes to 0
     * does so along no axis from the start.)
     */
    private boolean wandersOff() {
        double[] c = new double[scores()];
        double step = 1;
        for (int move = 0; move < MOVES; move++) {
            double[] next = c;
            for (int k = -1; k < c.length; k++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double[] other = c.clone();
                    for (int j = 0; j < c.length; j++) {
                        other[j] += k == -1 || k == j ? sign * step : 0;
                    }
                    next = value(other) < value(next) ? other : next;
                }
            }
            step *= next == c ? 0.5 : 2;
            c = next;
            if (java.util.Arrays.stream(c).map(Math::abs).max().orElse(0) > AWAY) {
                return true;
            }
        }
        return step > REST;
    }

    /** Tells whether G falls along some axis without ever having a minimum: its slope dies out like an exponential, or not at all. */
    boolean fallsForEver() {
        return falls(true);
    }

    private boolean falls(boolean forEver) {
        double[] zero = new double[scores()];
        for (int k = 0; k < zero.length; k++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                if (falls(zero, k, sign, forEver)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean falls(double[] zero, int k, int sign, boolean forEver) {
        double near = Math.abs(gradient(moved(zero, k, sign))[k]);
        double far = near;
        for (double c : FAR) {
            double slope = sign * gradient(moved(zero, k, sign * c))[k];
            boolean underflow = slope == 0 && far > 0 && far < 1e-30 * near;
            if (!(slope < 0) && !underflow) {
                return false;
            }
            far = underflow ? far : -slope;
        }
        double veryFar = sign * gradient(moved(zero, k, sign * 1e8))[k];
        return !forEver || far < 1e-30 * near || veryFar < -0.1 * near;
    }

    String print() {
        return "targets " + print(y) + ", scores " + print(f) + ", weights " + Text.plain(weights());
    }

    private static String print(List<double[]> rows) {
        List<String> texts = rows.stream().map(Text::plain).toList();
        return texts.toString();
    }
}
