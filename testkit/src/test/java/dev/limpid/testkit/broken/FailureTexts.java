package dev.limpid.testkit.broken;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Golden texts, in the test resources: what a user reads about each mutant, whole, and what else laws say. A heading
 * {@code ## mutant → law} stands above each text.
 *
 * <p>Words have to be the same to the letter. Numbers may differ by one part in 10⁶, or be rounding (below 10⁻⁶) in both texts:
 * an exponential has another last bit on another processor. {@code <number>} stands for any number, where a
 * fault is that it is never the same.
 *
 * <p>{@code -Dlimpid.failure-texts=FOLDER} lets the tests write the texts of today to FOLDER, to be read before they take the
 * place of the old ones.
 */
record FailureTexts(String file) {

    /** The text of each mutant. */
    static final FailureTexts FAILURES = new FailureTexts("failure-texts.txt");

    /** Summary lines, and failures that no law names. */
    static final FailureTexts OTHERS = new FailureTexts("other-texts.txt");

    private static final String HEADING = "## ";
    private static final String ANY = "<number>";
    private static final Pattern NUMBER =
            Pattern.compile("-?(0x[01]\\.[0-9a-f]+p-?\\d+|\\d+(\\.\\d+)?([eE][-+]?\\d+)?)(?![\\w])|" + ANY);
    private static final double RELATIVE = 1e-6;
    private static final double ROUNDING = 1e-6;

    /** Reads the texts: mutant → text. */
    Map<String, String> read() {
        try (InputStream stream = FailureTexts.class.getResourceAsStream("/" + file)) {
            Map<String, String> texts = new LinkedHashMap<>();
            String all = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (String entry : all.split("(?m)^" + HEADING, -1)) {
                int end = entry.indexOf('\n');
                if (end > 0) {
                    texts.put(entry.substring(0, end), entry.substring(end + 1).strip());
                }
            }
            return texts;
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }

    /** Writes texts as {@link #read} reads them, to the folder that the property limpid.failure-texts names, if any. */
    void writeWhereAsked(Map<String, String> texts) throws IOException {
        String folder = System.getProperty("limpid.failure-texts");
        if (folder == null) {
            return;
        }
        StringBuilder all = new StringBuilder();
        texts.forEach((mutant, text) -> all.append(HEADING)
                .append(mutant)
                .append('\n')
                .append(text.strip())
                .append("\n\n"));
        Files.writeString(Path.of(folder, file), all.toString().stripTrailing() + "\n");
    }

    /** Tells whether a text has the words of the golden one and nearly the same numbers. */
    static boolean same(String text, String golden) {
        Matcher a = NUMBER.matcher(text);
        Matcher b = NUMBER.matcher(golden);
        int from = 0;
        int to = 0;
        while (a.find()) {
            if (!b.find()
                    || !text.substring(from, a.start()).equals(golden.substring(to, b.start()))
                    || !close(a.group(), b.group())) {
                return false;
            }
            from = a.end();
            to = b.end();
        }
        return !b.find() && text.substring(from).equals(golden.substring(to));
    }

    private static boolean close(String number, String golden) {
        if (golden.equals(ANY)) {
            return true;
        }
        double a = Double.parseDouble(number);
        double b = Double.parseDouble(golden);
        double size = Math.max(Math.abs(a), Math.abs(b));
        return Math.abs(a - b) <= RELATIVE * size || size < ROUNDING;
    }
}
