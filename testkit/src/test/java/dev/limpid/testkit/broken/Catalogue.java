package dev.limpid.testkit.broken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The list of real bugs with their threads: id, part, pattern, mutant, … in columns with tabs between. */
final class Catalogue {

    private static final Set<String> PARTS = Set.of("loss", "penalty", "objective", "optimizer", "sampler");

    private Catalogue() {}

    /** Where it is if it is at hand: in the folder {@code testkit} beside the data of the system property limpid.data. */
    static Path file() {
        Path data = Path.of(System.getProperty("limpid.data", "../../shared/data"));
        return data.resolveSibling("testkit").resolve("bug-catalogue.tsv").normalize();
    }

    /** Returns the ids of bugs in losses, penalties, objectives, optimizers and samplers. */
    static Set<String> ids(Path file) throws IOException {
        return ids(file, PARTS);
    }

    /** Returns the ids of bugs in parts of these kinds. */
    static Set<String> ids(Path file, Set<String> parts) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (String line : Files.readAllLines(file)) {
            String[] columns = line.split("\t", -1);
            if (columns.length > 1 && parts.contains(columns[1])) {
                ids.add(columns[0]);
            }
        }
        return ids;
    }
}
