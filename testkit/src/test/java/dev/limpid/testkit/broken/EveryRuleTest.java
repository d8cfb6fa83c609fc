package dev.limpid.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every rule of the diagnosis speaks in a golden text: whatever words the laws can print (each string of two words or more in
 * the sources below {@code internal}, but for messages of exceptions) stand in {@code failure-texts.txt} or
 * {@code other-texts.txt}, so a new rule needs a mutant that makes it speak.
 */
class EveryRuleTest {

    private static final Pattern NO_RULE = Pattern.compile("/\\*.*?\\*/|//[^\\n]*|throw new [^;]*;", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}\\P{L}* \\P{L}*\\p{L}{2,}");

    private static Path sources() {
        Path here = Path.of("src/main/java");
        return (Files.exists(here) ? here : Path.of("testkit").resolve(here)).resolve("dev/limpid/testkit/internal");
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Stream<String> rules(Path source) {
        try {
            String code = NO_RULE.matcher(Files.readString(source)).replaceAll("");
            return STRING.matcher(code)
                    .results()
                    .map((MatchResult string) -> folded(string.group(1).translateEscapes()))
                    .filter(text -> WORDS.matcher(text).find())
                    .map(text -> source.getFileName() + ": " + text);
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }

    @Test
    void standsInAGoldenText() throws IOException {
        String golden = folded(String.join(" ", FailureTexts.FAILURES.read().values()) + " "
                + String.join(" ", FailureTexts.OTHERS.read().values()));
        List<String> rules = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources())) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .flatMap(EveryRuleTest::rules)
                    .forEach(rules::add);
        }

        assertThat(rules).hasSizeGreaterThan(500);
        rules.removeIf(rule -> golden.contains(rule.substring(rule.indexOf(": ") + 2)));
        assertThat(rules).as("words of laws that no golden text has").isEmpty();
    }
}
