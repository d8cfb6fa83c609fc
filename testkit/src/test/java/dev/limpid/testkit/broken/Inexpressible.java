package dev.limpid.testkit.broken;

import java.util.stream.Stream;

/**
 * A bug of the catalogue that can't be written against the seams of core.
 *
 * @param id its id in the catalogue
 * @param seam what prevents it: {@code a ScalarLoss never sees a weight; ObjectiveLaws O06 holds the risk to it}
 */
record Inexpressible(String id, String seam) {

    /** All of them. */
    static Stream<Inexpressible> all() {
        return Stream.concat(
                samplers(),
                Stream.of(
                        new Inexpressible(
                                "B-LOSS-011",
                                "a ScalarLoss is handed one row, neither n nor a batch: it can't divide by either"),
                        new Inexpressible(
                                "B-LOSS-017",
                                "a VectorLoss is handed the scores of one row: there is no matrix to take a maximum of")));
    }

    private static Stream<Inexpressible> samplers() {
        return SamplerCatalogueTest.INEXPRESSIBLE.entrySet().stream()
                .map(entry -> new Inexpressible(entry.getKey(), entry.getValue()));
    }
}
