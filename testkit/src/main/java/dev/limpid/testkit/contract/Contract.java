package dev.limpid.testkit.contract;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;

/**
 * What all contracts share. A test class may implement several, for a part of several kinds or for a few parts at once.
 *
 * @since 0.1.0
 */
@DisplayNameGeneration(LawNames.class)
public interface Contract {

    /**
     * Returns the laws that the part breaks on purpose, each with the reason.
     *
     * <p>An excluded law is still tested: if it holds after all, or the reason is blank, or no contract of the test class has
     * such a law, a test fails. To override the test of a law instead takes it out of sight; that fails too.
     *
     * @return id of a law, such as {@code L15} → why the part may break it; empty unless overridden
     */
    default Map<String, String> exclusions() {
        return Map.of();
    }
}
