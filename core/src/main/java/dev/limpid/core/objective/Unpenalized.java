package dev.limpid.core.objective;

import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.Optional;

/** A smooth objective plus Ω = 0. */
record Unpenalized<S extends Smooth>(S smooth) implements Composite<S> {

    @Override
    public double penalty(double[] t) {
        return 0;
    }

    @Override
    public Optional<SeparablePenalty> separable() {
        return Optional.of(NoPenalty.of());
    }

    @Override
    public String penaltyName() {
        return "NoPenalty";
    }

    @Override
    public void prox(double[] z, double step) {
        // argmin ‖x − z‖² = z
    }

    @Override
    public String formula() {
        return smooth.formula();
    }
}
