package dev.limpid.testkit;

import dev.limpid.core.sampler.stream.Reservoir;
import dev.limpid.testkit.law.ReservoirLaws;

/**
 * Assertions about a reservoir.
 *
 * @since 0.1.0
 */
public final class ReservoirAssert extends LawAssert<ReservoirAssert, Reservoir, Reservoir> {

    ReservoirAssert(Reservoir reservoir) {
        super(reservoir, ReservoirAssert.class, ReservoirLaws.all());
    }

    @Override
    Reservoir subject() {
        return actual;
    }
}
