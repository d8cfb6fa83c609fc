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
                Stream.concat(samplers(), optimizers()),
                Stream.of(
                        new Inexpressible(
                                "B-LOSS-021",
                                "a loss of small curvature is right, in the units it has; core splits no nodes: the least weight"
                                        + " of a child is a setting of trees"),
                        new Inexpressible(
                                "B-LOSS-035",
                                "a loss gives bestShift and keeps no score: the model adds it, in training and in prediction"),
                        new Inexpressible(
                                "B-LOSS-072",
                                "a loss returns numbers, or writes to the array of its caller: no array of its own leaves it"),
                        new Inexpressible(
                                "B-PENA-004",
                                "a penalty is told neither n nor the weights; its strength is that of (1/Σw)·Σ wᵢ·ℓᵢ + Ω, whatever n")));
    }

    private static Stream<Inexpressible> optimizers() {
        return OptimizerCatalogueTest.INEXPRESSIBLE.entrySet().stream()
                .map(entry -> new Inexpressible(entry.getKey(), entry.getValue()));
    }

    private static Stream<Inexpressible> samplers() {
        return SamplerCatalogueTest.INEXPRESSIBLE.entrySet().stream()
                .map(entry -> new Inexpressible(entry.getKey(), entry.getValue()));
    }
}
