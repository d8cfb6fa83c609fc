package dev.limpid.benchmarks.linear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Peers that ran elsewhere: named on the command line, or in lines such as
 * {@code RESULT workload=W1 peer=NAME version=1 threads=2 seconds=0.6 quality=obj:0.59;relgap:1e-9 notes=…} of a harness.
 */
final class HarnessResults {

    private static final Pattern LINE = Pattern.compile(
            "RESULT workload=(\\S+) peer=(\\S+) version=(\\S+) threads=\\S+ seconds=(\\S+) quality=(\\S+).*");
    private static final Pattern GAP = Pattern.compile("(?:max)?relgap:([-+.0-9eE]+)");

    private HarnessResults() {}

    static List<Options.Elsewhere> of(Options options, String workload, String name) {
        List<Options.Elsewhere> found = new ArrayList<>();
        for (Options.Elsewhere other : options.elsewhere()) {
            if (other.workload().equals(workload) || other.workload().equals(name)) {
                found.add(other);
            }
        }
        options.results().ifPresent(folder -> read(folder.resolve(workload + ".results"), workload, found));
        return found;
    }

    private static void read(Path file, String workload, List<Options.Elsewhere> out) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                Matcher fields = LINE.matcher(line);
                if (fields.matches() && fields.group(1).equals(workload)) {
                    out.add(new Options.Elsewhere(
                            workload,
                            fields.group(2) + "-" + fields.group(3),
                            Double.parseDouble(fields.group(4)),
                            fields.group(5)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The gap in a harness's words; NaN if there is none. */
    static double gap(String quality) {
        Matcher gap = GAP.matcher(quality);
        return gap.find() ? Double.parseDouble(gap.group(1)) : Double.NaN;
    }
}
