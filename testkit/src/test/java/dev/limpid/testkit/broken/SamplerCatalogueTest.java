package dev.limpid.testkit.broken;

import static dev.limpid.testkit.LimpidAssertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fault of samplers in the bug catalogue is caught, or can't be written down because of a seam. */
class SamplerCatalogueTest {

    private static final Pattern ID = Pattern.compile("B-SAMP-\\d{3}");

    private static final Set<String> CATALOGUE = Set.of(
            "B-SAMP-001",
            "B-SAMP-002",
            "B-SAMP-003",
            "B-SAMP-004",
            "B-SAMP-009",
            "B-SAMP-011",
            "B-SAMP-012",
            "B-SAMP-013",
            "B-SAMP-014",
            "B-SAMP-016",
            "B-SAMP-017",
            "B-SAMP-018",
            "B-SAMP-019",
            "B-SAMP-021",
            "B-SAMP-024",
            "B-SAMP-029",
            "B-SAMP-031",
            "B-SAMP-032",
            "B-SAMP-033",
            "B-SAMP-035",
            "B-SAMP-037",
            "B-SAMP-039",
            "B-SAMP-040",
            "B-SAMP-042",
            "B-SAMP-048");

    /** What can't be got wrong, and why. */
    static final Map<String, String> INEXPRESSIBLE = Map.of(
            "B-SAMP-013", "one index array for all batches: Batch copies the arrays it is given and hands none out",
            "B-SAMP-014",
                    "workers with the same stream: a batch is drawn once a step, by one thread, from the generator of"
                            + " (seed, step); workers compute and draw nothing",
            "B-SAMP-037",
                    "train and test rows that overlap: a sampler hands out batches of the units it is given, not parts"
                            + " of a data set",
            "B-SAMP-039", "oversampling before the split: a sampler acts within a fit, on the training rows alone",
            "B-SAMP-042",
                    "reported indices that were not the ones used: the batch that a step uses is the only record of what"
                            + " was drawn, and nothing draws it again");

    @Test
    void everyRowIsCaughtOrInexpressible() {
        TreeSet<String> accounted = new TreeSet<>(INEXPRESSIBLE.keySet());
        Stream<String> faults = Stream.of(
                        BrokenSamplers.mutants(), MoreBrokenSamplers.mutants(), BrokenReservoirsTest.mutants())
                .flatMap(stream -> stream.map(Object::toString));
        faults.map(ID::matcher).filter(Matcher::find).forEach(id -> accounted.add(id.group()));

        assertThat(accounted).containsExactlyInAnyOrderElementsOf(CATALOGUE);
    }
}
