package dev.limpid.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every bug of objectives and optimizers in the catalogue is caught, or can't be written down because of a seam. */
class OptimizerCatalogueTest {

    /** What can't be got wrong, and why. */
    static final Map<String, String> INEXPRESSIBLE = Map.of(
            "B-OBJE-013",
                    "an Objective knows its own units alone: what is watched on validation rows is made by the model that"
                            + " fits, not by the part",
            "B-OPTI-029",
                    "an Update has neither groups nor setters: its settings stay as they were made, and the rate of a step"
                            + " comes from the oracle",
            "B-OPTI-056",
                    "an Update is handed a gradient with the weights in it and never sees a weight by which to multiply"
                            + " its moments");

    @Test
    void everyRowIsAccountedFor() throws IOException {
        Path catalogue = Catalogue.file();
        assumeTrue(Files.exists(catalogue), "no bug catalogue at hand");
        Set<String> rows = Catalogue.ids(catalogue, Set.of("objective", "optimizer"));

        Set<String> accounted = new TreeSet<>(INEXPRESSIBLE.keySet());
        Mutants.all().forEach(mutant -> accounted.addAll(mutant.catalogue()));

        assertThat(rows).isNotEmpty();
        assertThat(accounted).containsAll(rows);
    }
}
