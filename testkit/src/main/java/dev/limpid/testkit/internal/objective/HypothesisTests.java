package dev.limpid.testkit.internal.objective;

import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.Pass;
import dev.limpid.core.sampler.Batch;
import dev.limpid.testkit.declaration.HypothesisSubject;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Differences;
import dev.limpid.testkit.internal.Differences.Estimate;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.SplittableRandom;

/** A hypothesis held to J = ∂f/∂θ. */
public final class HypothesisTests {

    private static final long SEED = 42;

    private HypothesisTests() {}

    private static double[] theta(Hypothesis hypothesis) {
        double[] t = new double[hypothesis.blocks().size()];
        hypothesis.start(new SplittableRandom(SEED), t);
        SplittableRandom random = new SplittableRandom(SEED + 1);
        for (int j = 0; j < t.length; j++) {
            t[j] += 0.3 * random.nextGaussian(); // so that zeros at the start hide nothing
        }
        return t;
    }

    private static double[][] scores(HypothesisSubject subject, double[] t, Batch batch) {
        double[][] f = new double[subject.hypothesis().outputs()][batch.size()];
        subject.hypothesis().forward(t, subject.rows(), batch, f);
        return f;
    }

    private static double[][] draw(int k, int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] g = new double[k][n];
        for (double[] row : g) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        return g;
    }

    private static double dot(double[][] a, double[][] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += ObjectiveTests.dot(a[k], b[k]);
        }
        return sum;
    }

    /**
     * Compares Jᵀ·g with differences of ⟨g, f(θ)⟩, coordinate by coordinate.
     *
     * @param subject the hypothesis
     * @return the outcome
     */
    public static Outcome pullback(HypothesisSubject subject) {
        Hypothesis hypothesis = subject.hypothesis();
        double[] t = theta(hypothesis);
        Batch batch = Batch.range(0, subject.rows().size(), 1);
        double[][] g = draw(hypothesis.outputs(), batch.size(), SEED);
        double[] grad = new double[t.length];
        Arrays.fill(grad, 2);
        hypothesis
                .forward(t.clone(), subject.rows(), batch, new double[hypothesis.outputs()][batch.size()])
                .pullback(g, grad);
        boolean says = false;
        for (int j = 0; j < t.length; j++) {
            int coordinate = j;
            Estimate measured = Differences.central(
                    x -> {
                        double[] moved = t.clone();
                        moved[coordinate] = x;
                        return dot(g, scores(subject, moved, batch));
                    },
                    t[j]);
            double stated = grad[j] - 2;
            says |= Math.abs(measured.value()) > measured.error();
            if (!(Math.abs(stated - measured.value()) <= measured.tolerance(stated) + 1e-13 * Math.abs(grad[j]))) {
                return Outcome.failed("parameter " + j + "\n  pullback adds           " + stated
                        + "\n  derivative of ⟨g, f⟩    " + measured.value() + "  (± " + Text.brief(measured.error())
                        + ")\n  ratio                   " + Text.ratio(stated / measured.value()) + "\nLikely cause: "
                        + (measured.agrees(grad[j])
                                ? "pullback overwrites grad; it has to add to it."
                                : "pullback is of another map than forward: a factor, a transposed matrix, an offset of a"
                                        + " block."));
            }
        }
        return says ? Outcome.passed() : Outcome.vacuous("No parameter has an effect on a score.");
    }

    /**
     * Compares ⟨J·v, g⟩ with ⟨v, Jᵀ·g⟩.
     *
     * @param subject the hypothesis
     * @return the outcome
     */
    public static Outcome adjoint(HypothesisSubject subject) {
        Hypothesis hypothesis = subject.hypothesis();
        double[] t = theta(hypothesis);
        Batch batch = Batch.range(0, subject.rows().size(), 1);
        Pass pass = hypothesis.forward(t, subject.rows(), batch, new double[hypothesis.outputs()][batch.size()]);
        for (int i = 0; i < 5; i++) {
            double[] v = ObjectiveTests.direction(t.length, SEED + i);
            double[][] g = draw(hypothesis.outputs(), batch.size(), SEED + i);
            double[][] df = draw(hypothesis.outputs(), batch.size(), SEED - 1); // must be overwritten
            double[] grad = new double[t.length];
            pass.pushforward(v, df);
            pass.pullback(g, grad);
            double forward = dot(df, g);
            double back = ObjectiveTests.dot(v, grad);
            double size = 0;
            for (int j = 0; j < v.length; j++) {
                size += Math.abs(v[j] * grad[j]);
            }
            if (!(Math.abs(forward - back) <= 1e-11 * Math.max(size, Math.abs(forward)))) {
                return Outcome.failed("direction " + i + "\n  ⟨J·v, g⟩   " + forward + "\n  ⟨v, Jᵀ·g⟩  " + back
                        + "\nLikely cause: pushforward adds to df instead of overwriting it, or is of another map than"
                        + " pullback.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Compares rows alone with rows in a batch, and looks at inputs and repeated calls.
     *
     * @param subject the hypothesis
     * @return the outcome
     */
    public static Outcome rows(HypothesisSubject subject) {
        Hypothesis hypothesis = subject.hypothesis();
        double[] t = theta(hypothesis);
        double[] kept = t.clone();
        int n = subject.rows().size();
        double[][] whole = scores(subject, t, Batch.range(0, n, 1));
        if (Bits.firstDifference(t, kept) >= 0) {
            return Outcome.failed("θ was changed by forward\nLikely cause: θ is used as scratch space; copy it first.");
        }
        int[] reversed = new int[n];
        Arrays.setAll(reversed, i -> n - 1 - i);
        double[][] turned = scores(subject, t, Batch.of(reversed, 1));
        for (int k = 0; k < whole.length; k++) {
            for (int i = 0; i < n; i++) {
                double alone = scores(subject, t, Batch.range(i, i + 1, 1))[k][0];
                double slack = 1e-12 * Math.max(1, Math.abs(alone));
                if (!(Math.abs(alone - whole[k][i]) <= slack) || !(Math.abs(alone - turned[k][n - 1 - i]) <= slack)) {
                    return Outcome.failed("score " + k + " of row " + i + "\n  alone            " + alone
                            + "\n  in the batch     " + whole[k][i] + "\n  in reverse order " + turned[k][n - 1 - i]
                            + "\nLikely cause: rows are taken by their place in the batch instead of batch.unit(i), or a"
                            + " row looks at its neighbours.");
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Starts twice from the same seed.
     *
     * @param subject the hypothesis
     * @return the outcome
     */
    public static Outcome start(HypothesisSubject subject) {
        int p = subject.hypothesis().blocks().size();
        double[] one = new double[p];
        double[] two = new double[p];
        Arrays.fill(two, Double.NaN);
        subject.hypothesis().start(new SplittableRandom(SEED), one);
        subject.hypothesis().start(new SplittableRandom(SEED), two);
        int difference = Bits.firstDifference(one, two);
        boolean finite = Arrays.stream(one).allMatch(Double::isFinite);
        return difference < 0 && finite
                ? Outcome.passed()
                : Outcome.failed(
                        "parameter " + Math.max(0, difference) + ", the same seed twice\n  first  "
                                + one[Math.max(0, difference)] + "\n  again  " + two[Math.max(0, difference)]
                                + "\nLikely cause: start leaves parameters as they were, or draws from a generator of its own.");
    }
}
