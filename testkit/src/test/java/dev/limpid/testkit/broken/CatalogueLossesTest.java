package dev.limpid.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every bug of a loss or a penalty in the catalogue is caught, or can't be written down because of a seam. */
class CatalogueLossesTest {

    @Test
    void everyRowOfALossOrPenaltyIsCaughtOrInexpressible() throws IOException {
        Path catalogue = Catalogue.file();
        assumeTrue(Files.exists(catalogue), "no bug catalogue at hand");
        List<String> rows = Catalogue.ids(catalogue).stream()
                .filter(id -> id.startsWith("B-LOSS") || id.startsWith("B-PENA"))
                .toList();
        Set<String> accounted = new HashSet<>();
        Mutants.all().forEach(mutant -> accounted.addAll(mutant.catalogue()));
        Inexpressible.all().map(Inexpressible::id).forEach(accounted::add);

        assertThat(rows).isNotEmpty();
        assertThat(accounted).containsAll(rows);
    }
}
