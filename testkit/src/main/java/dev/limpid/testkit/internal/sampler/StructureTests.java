package dev.limpid.testkit.internal.sampler;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.Structure;
import dev.limpid.core.training.Memory;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What can be said of labels, groups and times in batches, for samplers that declare to keep them. */
public final class StructureTests {

    private static final long SEED = 42;
    private static final int[] SIZES = {10, 60, 300};
    private static final int BATCHES = 60;
    private static final int DRAWS = 3000;
    private static final double DEVIATIONS = 5.0; // one in 10⁶ over three labels

    private StructureTests() {}

    private static @Nullable Outcome undeclared(Sampler sampler, Structure structure) {
        return sampler.keeps().contains(structure) ? null : Outcome.notApplicable("not declared to keep " + structure);
    }

    private static List<Batch> draw(Sampler sampler, Population population) {
        return new Stream(sampler, population, SEED).fed().batches(BATCHES);
    }

    private static Map<Integer, Integer> counts(Batch batch, IntUnaryOperator key) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int k = 0; k < batch.size(); k++) {
            counts.merge(key.applyAsInt(batch.unit(k)), 1, Integer::sum);
        }
        return counts;
    }

    private static Batch all(int n) {
        return Batch.range(0, n, 1);
    }

    /**
     * Compares the share of each label in each batch with its share in all units.
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler that doesn't declare it
     */
    public static Outcome proportions(Sampler sampler) {
        Outcome undeclared = undeclared(sampler, Structure.PROPORTIONS);
        if (undeclared != null) {
            return undeclared;
        }
        boolean couldFail = false;
        for (int n : SIZES) {
            Units units = Units.unequal(n);
            Map<Integer, Integer> whole = counts(all(n), units::label);
            List<Batch> batches = draw(sampler, units);
            for (int b = 0; b < batches.size(); b++) {
                int size = batches.get(b).size();
                couldFail |= size > 2 && size < n;
                Map<Integer, Integer> counts = counts(batches.get(b), units::label);
                for (int label : whole.keySet()) {
                    double share = (double) size * whole.getOrDefault(label, 0) / n;
                    int count = counts.getOrDefault(label, 0);
                    if (!(Math.abs(count - share) < 2)) {
                        return Outcome.failed(n + " units, batch " + (b + 1) + " of " + size + " units, label " + label
                                + "\n  units with this label  " + count + "\n  its share of the batch "
                                + Text.brief(share)
                                + "\nLikely cause: units and their labels are out of step (one was permuted, the other not),"
                                + " or the batch is cut without regard to labels.");
                    }
                }
            }
        }
        return couldFail ? Outcome.passed() : Outcome.notApplicable("batches of at most two units, or of all");
    }

    /**
     * Looks whether each label is drawn as often as each other.
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler that doesn't declare it
     */
    public static Outcome balance(Sampler sampler) {
        Outcome undeclared = undeclared(sampler, Structure.BALANCE);
        if (undeclared != null) {
            return undeclared;
        }
        Units units = Units.unequal(60);
        List<Batch> batches = new Stream(sampler, units, SEED).fed().batches(DRAWS);
        for (int label = 0; label < 3; label++) {
            double mean = 0;
            double square = 0;
            for (Batch batch : batches) {
                double excess = counts(batch, units::label).getOrDefault(label, 0) - batch.size() / 3.0;
                mean += excess / DRAWS;
                square += excess * excess / DRAWS;
            }
            double error = Math.sqrt(Math.max(0, square - mean * mean) / DRAWS);
            if (Math.abs(mean) > DEVIATIONS * error + 1e-9) {
                return Outcome.failed(
                        "60 units, " + DRAWS + " batches, seed " + SEED + ", label " + label
                                + "\n  units more than a third of the batch  " + Text.brief(mean) + " (± "
                                + Text.brief(error)
                                + ")\nLikely cause: units are drawn in proportion to the size of their class; draw the class first.");
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks whether groups are whole.
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler that doesn't declare it
     */
    public static Outcome groups(Sampler sampler) {
        Outcome undeclared = undeclared(sampler, Structure.GROUPS);
        if (undeclared != null) {
            return undeclared;
        }
        for (int n : SIZES) {
            Units units = Units.unequal(n);
            Map<Integer, Integer> whole = counts(all(n), units::group);
            for (Batch batch : draw(sampler, units)) {
                for (Map.Entry<Integer, Integer> entry :
                        counts(batch, units::group).entrySet()) {
                    int size = whole.getOrDefault(entry.getKey(), 0);
                    if (entry.getValue() % size != 0) {
                        return Outcome.failed(
                                n + " units, group " + entry.getKey() + " of " + size + " units\n  in a batch  "
                                        + entry.getValue() + " of them"
                                        + "\nLikely cause: batches are cut between units instead of between groups, or units and"
                                        + " their groups are out of step.");
                    }
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks whether two units of a batch have a group in common.
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler that doesn't declare it
     */
    public static Outcome onePerGroup(Sampler sampler) {
        Outcome undeclared = undeclared(sampler, Structure.ONE_PER_GROUP);
        if (undeclared != null) {
            return undeclared;
        }
        for (int n : SIZES) {
            Units units = Units.unequal(n);
            for (Batch batch : draw(sampler, units)) {
                for (Map.Entry<Integer, Integer> entry :
                        counts(batch, units::group).entrySet()) {
                    if (entry.getValue() > 1) {
                        return Outcome.failed(
                                n + " units, group " + entry.getKey() + "\n  in a batch  "
                                        + entry.getValue() + " of its units"
                                        + "\nLikely cause: units are drawn from all that are left instead of one from each group.");
                    }
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks whether a later unit comes before an earlier one.
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler that doesn't declare it
     */
    public static Outcome order(Sampler sampler) {
        Outcome undeclared = undeclared(sampler, Structure.ORDER);
        if (undeclared != null) {
            return undeclared;
        }
        for (int n : SIZES) {
            Units units = Units.unequal(n);
            List<Integer> pass = new ArrayList<>();
            boolean[] seen = new boolean[n];
            for (Batch batch : draw(sampler, units)) {
                if (pass.size() == n || goesBack(batch, units, pass)) {
                    pass.clear();
                    seen = new boolean[n];
                }
                for (int k = 0; k < batch.size(); k++) {
                    int unit = batch.unit(k);
                    if (k > 0 && units.time(unit) < units.time(batch.unit(k - 1))) {
                        return outOfOrder(n, units, unit, batch.unit(k - 1), "comes behind it in a batch");
                    }
                    if (!seen[unit]) {
                        seen[unit] = true;
                        pass.add(unit);
                    }
                }
                int last = pass.get(pass.size() - 1);
                for (int u = 0; u < n; u++) {
                    if (!seen[u] && units.time(u) < units.time(last)) {
                        return outOfOrder(n, units, u, last, "has not been there yet");
                    }
                }
            }
        }
        return Outcome.passed();
    }

    /** A new pass: the latest unit is earlier than one that has been there. */
    private static boolean goesBack(Batch batch, Units units, List<Integer> pass) {
        double latest = units.time(batch.unit(batch.size() - 1));
        return pass.stream().anyMatch(u -> units.time(u) > latest);
    }

    private static Outcome outOfOrder(int n, Units units, int earlier, int later, String how) {
        return Outcome.failed(n + " units\n  unit " + later + " of time " + units.time(later) + "\n  unit " + earlier
                + " of time " + units.time(earlier) + ", which is earlier, " + how
                + "\nLikely cause: units are in the order of the data or shuffled instead of sorted by time, or a window"
                + " moves on by more than its width.");
    }

    /**
     * Hands out units of which nothing is known but their number.
     *
     * @param sampler the sampler
     * @return the outcome
     */
    public static Outcome refusal(Sampler sampler) {
        for (int n : new int[] {1, 12}) {
            try {
                Memory memory = Memory.empty();
                for (int step = 0; step < 5; step++) {
                    Batch batch =
                            sampler.next(Population.of(n), Feedback.none(), memory, new SplittableRandom(SEED + step));
                    for (int k = 0; k < batch.size(); k++) {
                        if (batch.unit(k) < 0 || batch.unit(k) >= n) {
                            return refusalFailed(n, "unit " + batch.unit(k));
                        }
                    }
                }
            } catch (IllegalArgumentException refused) {
                if (refused.getMessage() == null || !refused.getMessage().contains(" ")) {
                    return refusalFailed(n, "an IllegalArgumentException that says " + refused.getMessage());
                }
            } catch (RuntimeException thrown) {
                return refusalFailed(n, thrown.toString());
            }
        }
        return Outcome.passed();
    }

    private static Outcome refusalFailed(int n, String what) {
        return Outcome.failed("a population of " + n + " without labels and groups\n  gave  " + what
                + "\nLikely cause: a sampler that needs labels, groups or several units must ask hasLabels(), hasGroups() or"
                + " size(), and refuse with an IllegalArgumentException whose sentence says what to use.");
    }
}
