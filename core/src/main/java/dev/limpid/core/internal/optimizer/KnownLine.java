package dev.limpid.core.internal.optimizer;

import dev.limpid.core.objective.Line;

/** A line whose point at 0 is known already, so that a search needn't evaluate it again. */
public record KnownLine(Line phi, Point zero) implements Line {

    @Override
    public Point at(double alpha) {
        return alpha == 0 ? zero : phi.at(alpha);
    }

    @Override
    public boolean gradient(double alpha, double[] g) {
        return phi.gradient(alpha, g);
    }
}
