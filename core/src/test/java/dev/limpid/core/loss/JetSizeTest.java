package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Methods that hand jets on are so short that the compiler puts them in where they are called even if it saw few calls: a longer
 * one that it leaves out makes an object of each jet, and a formula a fifth slower.
 */
class JetSizeTest {

    /** The compiler's {@code MaxInlineSize}: bytes of bytecode. */
    private static final int SHORT = 35;

    private static final Pattern METHOD = Pattern.compile("^  (\\S.*\\));$");

    private static final Pattern INSTRUCTION = Pattern.compile("^ +(\\d+): [a-z].*");

    private static Map<String, Integer> lengths(Class<?> type) throws URISyntaxException {
        Optional<ToolProvider> javap = ToolProvider.findFirst("javap");
        assumeTrue(javap.isPresent(), "this Java has no javap");
        Path classes =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        StringWriter said = new StringWriter();
        int exit = javap.get()
                .run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "-c",
                        "-p",
                        "-cp",
                        classes.toString(),
                        type.getName());
        assertThat(exit).as(said.toString()).isZero();
        Map<String, Integer> lengths = new LinkedHashMap<>();
        String method = "";
        for (String line : said.toString().lines().toList()) {
            Matcher header = METHOD.matcher(line);
            if (header.matches()) {
                method = header.group(1);
            }
            Matcher instruction = INSTRUCTION.matcher(line);
            if (instruction.matches()) {
                lengths.put(method, Integer.parseInt(instruction.group(1)) + 1); // the last one returns, in a byte
            }
        }
        return lengths;
    }

    @ParameterizedTest
    @ValueSource(classes = {Jet.class, FormulaLoss.class, MarginLoss.class, ResidualLoss.class})
    void whatHandsJetsOnIsShort(Class<?> type) throws URISyntaxException {
        Map<String, Integer> ofJets = new LinkedHashMap<>(lengths(type));
        ofJets.keySet().removeIf(method -> !method.matches(".*\\bdev\\.limpid\\.core\\.loss\\.Jet [a-zA-Z]+\\(.*"));

        assertThat(ofJets).isNotEmpty();
        assertThat(ofJets).allSatisfy((method, length) -> assertThat(length).isLessThanOrEqualTo(SHORT));
    }

    @Test
    void lengthsAreRead() throws URISyntaxException {
        assertThat(lengths(Jet.class))
                .containsEntry("public static dev.limpid.core.loss.Jet variable(double)", 11)
                .anySatisfy((method, length) -> assertThat(length).isGreaterThan(SHORT));
    }
}
