package dev.limpid.testkit.internal.optimizer;

import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.StopReason;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs that start where an earlier one ended, on the same objective and on another. */
public final class SuccessionTests {

    /** Steps of the earlier run. */
    private static final int EARLIER = 3;

    private static final int LIMIT = 300;

    /** Part of the way down that may be left where a run says that it converged. */
    private static final double REACHED = 1e-6;

    private SuccessionTests() {}

    /**
     * Starts runs after others: each begins where the other ended, leaves that as it was, and ends at the minimum of its own
     * objective.
     *
     * @param optimizer the optimizer
     * @return the outcome; vacuous if it takes no problem
     */
    public static Outcome startAfter(Optimizer<?> optimizer) {
        List<Trial> trials = Trial.of(optimizer);
        for (Trial trial : trials) {
            for (Trial before : List.of(trial, other(trials, trial))) {
                Outcome outcome = startAfter(before, trial);
                if (outcome != null) {
                    return outcome;
                }
            }
        }
        return trials.isEmpty() ? OptimizerTests.none(optimizer) : Outcome.passed();
    }

    /** Another problem of as many parameters; the same if there is none. */
    private static Trial other(List<Trial> trials, Trial trial) {
        int p = trial.problem().start().length;
        return trials.stream()
                .filter(each -> !each.equals(trial) && each.problem().start().length == p)
                .findFirst()
                .orElse(trial);
    }

    private static @Nullable Outcome startAfter(Trial before, Trial trial) {
        ParameterRun earlier = before.start(Trial.SEED, Memory.empty());
        Trial.run(earlier, EARLIER);
        double[] ended = earlier.answer();
        ParameterRun run =
                trial.optimizer().startAfter(earlier, trial.problem().objective(), Trial.SEED, Memory.empty());
        String where = "on " + trial.problem() + ", after " + EARLIER + " steps on " + before.problem();
        if (Bits.firstDifference(run.theta(), ended) >= 0) {
            return Outcome.failed(where + "\n  the earlier run ended at  " + Text.plain(ended)
                    + "\n  this one begins at        " + Text.plain(run.theta())
                    + "\nLikely cause: it begins at another point than earlier.answer().");
        }
        Trial.End end = Trial.run(run, LIMIT);
        if (Bits.firstDifference(earlier.answer(), ended) >= 0) {
            return Outcome.failed(
                    where + "\n  the earlier run ended at  " + Text.plain(ended) + "\n  and has moved to          "
                            + Text.plain(earlier.answer())
                            + "\nLikely cause: both runs write to the same arrays; copy what is taken over.");
        }
        double gap = trial.problem().gap(end.run().answer());
        boolean claims = end.stop().kind() == StopReason.Kind.CONVERGED
                && trial.problem().convex();
        return !claims || gap <= REACHED
                ? null
                : Outcome.failed(
                        where + "\n  it says          " + end.stop() + "\n  left of the way  " + Text.brief(gap)
                                + " of 1\nLikely cause: what is true of the earlier objective alone is kept for this one.");
    }
}
