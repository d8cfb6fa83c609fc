package dev.limpid.testkit.contract;

import java.util.Map;

/**
 * What all contracts share.
 *
 * @since 0.1.0
 */
public interface Contract {

    /**
     * Returns the laws that the part breaks on purpose, each with the reason.
     *
     * <p>An excluded law is still tested: if it holds after all, or the reason is blank, or there is no such law, the test
     * fails.
     *
     * @return id of a law, such as {@code L15} → why the part may break it; empty unless overridden
     */
    default Map<String, String> exclusions() {
        return Map.of();
    }
}
