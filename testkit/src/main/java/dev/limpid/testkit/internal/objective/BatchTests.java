package dev.limpid.testkit.internal.objective;

import static dev.limpid.testkit.internal.objective.ObjectiveTests.points;

import dev.limpid.core.objective.FeedbackSink;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.sampler.Batch;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A finite sum on batches. With the fraction 1 a batch gives (1/W)·Σₖ weight(k)·wᵤ·φᵤ plus the terms without units, so over
 * disjoint batches that cover all units
 *
 * <pre>
 *   Σ_b F_b − (B − 1)·F_∅ = F
 * </pre>
 *
 * <p>with F_∅ that of the empty batch. A weight of 2 is the unit twice, and twice the fraction halves what the units say.
 */
final class BatchTests {

    private static final double ROUNDING = 1e-11;

    private BatchTests() {}

    /** Value and gradient in one array. */
    private static double[] at(FiniteSum sum, double[] t, Batch batch) {
        double[] g = new double[t.length];
        Arrays.fill(g, 5);
        double value = sum.gradient(t.clone(), batch, g, FeedbackSink.NONE);
        double[] both = Arrays.copyOf(g, t.length + 1);
        both[t.length] = value;
        return both;
    }

    static Outcome batches(FiniteSum sum) {
        int n = sum.units().size();
        for (double[] t : points(sum)) {
            double[] whole = new double[t.length];
            double value = sum.gradient(t.clone(), whole);
            whole = Arrays.copyOf(whole, t.length + 1);
            whole[t.length] = value;
            double[] none = at(sum, t, Batch.range(0, 0, 1));
            Outcome outcome = same(t, at(sum, t, Batch.range(0, n, 1)), whole, "all units as a batch of fraction 1");
            outcome = outcome.isFailure() ? outcome : union(sum, t, n, none, whole);
            outcome = outcome.isFailure() ? outcome : weight(sum, t, n);
            outcome = outcome.isFailure() ? outcome : fraction(sum, t, n, none);
            if (outcome.isFailure()) {
                return outcome;
            }
        }
        return Outcome.passed();
    }

    /** Batches of 1, 2, 4, … units, ranges and lists by turns. */
    private static Outcome union(FiniteSum sum, double[] t, int n, double[] none, double[] whole) {
        double[] total = none.clone();
        List<Integer> sizes = new ArrayList<>();
        for (int from = 0, size = 1; from < n; from += size, size *= 2) {
            int to = Math.min(n, from + size);
            int[] units = java.util.stream.IntStream.range(from, to).toArray();
            sizes.add(units.length);
            double[] part = at(sum, t, sizes.size() % 2 == 0 ? Batch.of(units, 1) : Batch.range(from, to, 1));
            for (int j = 0; j < total.length; j++) {
                total[j] += part[j] - none[j];
            }
        }
        return same(t, total, whole, "disjoint batches of " + sizes + " units, added up");
    }

    private static Outcome weight(FiniteSum sum, double[] t, int n) {
        int last = n - 1;
        double[] twice = at(sum, t, Batch.of(new int[] {0, last, last}, 0.5));
        double[] weighted = at(sum, t, Batch.of(new int[] {0, last}, new double[] {1, 2}, 0.5));
        return same(t, weighted, twice, "a unit with weight 2 beside the unit twice");
    }

    private static Outcome fraction(FiniteSum sum, double[] t, int n, double[] none) {
        double[] half = at(sum, t, Batch.range(0, n, 0.5));
        double[] full = at(sum, t, Batch.range(0, n, 1));
        double[] expected = new double[full.length];
        for (int j = 0; j < full.length; j++) {
            expected[j] = none[j] + 2 * (full[j] - none[j]);
        }
        return same(t, half, expected, "half the fraction beside twice the sum");
    }

    private static Outcome same(double[] t, double[] found, double[] expected, String what) {
        double size = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int j = 0; j < found.length; j++) {
            if (!(Math.abs(found[j] - expected[j]) <= ROUNDING * Math.max(size, 1e-300))) {
                String number = j == t.length ? "value" : "gradient[" + j + "]";
                return Outcome.failed("at θ = " + Text.plain(t) + ", " + what + "\n  " + number + "  " + found[j]
                        + ", must be " + expected[j] + "\n  ratio  " + Text.ratio(found[j] / expected[j])
                        + "\nLikely cause: a batch is divided by its own size or weight, or by nothing, instead of fraction·W,"
                        + " batch weights are left out, parts of a batch overwrite one another, or a term without units is"
                        + " scaled with the batch.");
            }
        }
        return Outcome.passed();
    }
}
