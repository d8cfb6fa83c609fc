package dev.limpid.benchmarks.linear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the command line of the group says.
 *
 * @param cases names of the cases; empty for all
 * @param peerData folder of the binary files; else data are made here
 * @param results folder with files {@code WORKLOAD.results} of peers that ran elsewhere
 * @param elsewhere further peers that ran elsewhere
 * @param rows most rows of a data set
 * @param rounds warm fits of each contestant
 * @param details whether to print a line for each contestant too
 * @param alone whether the peers stay at home
 * @param samples of a duel between the built-in loss and the same as a formula
 * @param seconds of processor time that each of the two takes in a sample, at least
 * @param forks whether cold fits are made, each in a JVM of its own
 * @param cold the contestant that makes one fit in this JVM, and nothing else happens
 * @param settings what was found by fitting, for cold fits
 */
public record Options(
        List<String> cases,
        Optional<Path> peerData,
        Optional<Path> results,
        List<Elsewhere> elsewhere,
        int rows,
        int rounds,
        boolean details,
        boolean alone,
        int samples,
        double seconds,
        boolean forks,
        Optional<String> cold,
        Settings settings) {

    private static final int QUICK_ROWS = 20_000;
    private static final int ROUNDS = 3;
    private static final int SAMPLES = 5;
    private static final double SECONDS = 2;
    private static final double QUICK_SECONDS = 0.1;

    /**
     * A peer that isn't written in Java, or isn't free to depend on: its seconds were taken by its own harness.
     *
     * @param workload name of the workload there, or of the case here
     * @param name name and version of the peer
     * @param seconds median of its warm fits
     * @param quality what its harness says of the objective that it reached; empty if nothing
     */
    public record Elsewhere(String workload, String name, double seconds, String quality) {}

    /**
     * Reads the command line.
     *
     * @param words names of cases; {@code -peerdata DIR}, {@code -results DIR}, {@code -peer CASE/NAME=SECONDS}, {@code -rows N},
     *     {@code -rounds N}, {@code -samples N}, {@code -seconds S}, {@code -quick}, {@code -details}, {@code -alone}, {@code -warm};
     *     for JVMs of single fits {@code -cold NAME}, {@code -setting NAME=NUMBER}
     * @return the options
     */
    public static Options parse(String... words) {
        List<String> cases = new ArrayList<>();
        List<Elsewhere> elsewhere = new ArrayList<>();
        String peerData = System.getProperty("limpid.peerdata", "");
        String results = "";
        int rows = Integer.MAX_VALUE;
        int rounds = ROUNDS;
        boolean details = false;
        boolean alone = false;
        int samples = SAMPLES;
        double seconds = SECONDS;
        boolean forks = true;
        String cold = "";
        Settings settings = new Settings();
        for (int i = 0; i < words.length; i++) {
            switch (words[i].toLowerCase(Locale.ROOT)) {
                case "-peerdata" -> peerData = after(words, i++);
                case "-results" -> results = after(words, i++);
                case "-peer" -> elsewhere.add(elsewhere(after(words, i++)));
                case "-rows" -> rows = Integer.parseInt(after(words, i++));
                case "-rounds" -> rounds = Integer.parseInt(after(words, i++));
                case "-samples" -> samples = Integer.parseInt(after(words, i++));
                case "-seconds" -> seconds = Double.parseDouble(after(words, i++));
                case "-warm" -> forks = false;
                case "-cold" -> cold = after(words, i++);
                case "-setting" -> settings.put(after(words, i++));
                case "-details" -> details = true;
                case "-alone" -> alone = true;
                case "-quick" -> {
                    rows = QUICK_ROWS;
                    rounds = 1;
                    samples = 1;
                    seconds = QUICK_SECONDS;
                    forks = false;
                }
                default -> cases.add(words[i]);
            }
        }
        return new Options(
                cases,
                path(peerData),
                path(results),
                elsewhere,
                rows,
                rounds,
                details,
                alone,
                samples,
                seconds,
                forks,
                Optional.of(cold).filter(name -> !name.isEmpty()),
                settings);
    }

    private static String after(String[] words, int i) {
        if (i + 1 == words.length) {
            throw new IllegalArgumentException(words[i] + " must be followed by a word, but is the last one");
        }
        return words[i + 1];
    }

    /** Returns a command line that makes the same data, in another JVM; first the words given. */
    List<String> data(String... before) {
        List<String> words = new ArrayList<>(List.of(before));
        words.addAll(List.of("-rows", Integer.toString(rows)));
        peerData.ifPresent(folder -> words.addAll(List.of("-peerdata", folder.toString())));
        return words;
    }

    /** Returns the least objective that the harness knows of a problem. */
    OptionalDouble reference(String key) {
        if (peerData.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            return new PeerData(peerData.get()).reference(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> path(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
    }

    private static Elsewhere elsewhere(String word) {
        int slash = word.indexOf('/');
        int equals = word.lastIndexOf('=');
        if (!(0 < slash && slash < equals)) {
            throw new IllegalArgumentException("peer must be CASE/NAME=SECONDS, but was " + word);
        }
        double seconds = Double.parseDouble(word.substring(equals + 1));
        return new Elsewhere(word.substring(0, slash), word.substring(slash + 1, equals), seconds, "");
    }
}
