package dev.limpid.core.objective;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.Optional;

/**
 * Sums of penalties on different blocks, seen as one penalty on θ: coordinate j of it is position j of θ, and belongs to
 * the penalty of the block it lies in, or to none.
 */
record Coordinates(SeparablePenalty rest, Block block, SeparablePenalty penalty) implements SeparablePenalty {

    /** The sum of what other blocks have and of a block's penalty; empty if one of them isn't a sum over coordinates. */
    static Optional<SeparablePenalty> of(Optional<SeparablePenalty> rest, Block block, Object penalty) {
        return penalty instanceof SeparablePenalty separable
                ? rest.map(others -> new Coordinates(others, block, separable))
                : Optional.empty();
    }

    private boolean holds(int j) {
        return block.offset() <= j && j < block.end();
    }

    @Override
    public double value(double x, int j) {
        return holds(j) ? penalty.value(x, j - block.offset()) : rest.value(x, j);
    }

    @Override
    public double prox(double z, int j, double step) {
        return holds(j) ? penalty.prox(z, j - block.offset(), step) : rest.prox(z, j, step);
    }

    @Override
    public double strongConvexity(int j) {
        return holds(j) ? penalty.strongConvexity(j - block.offset()) : rest.strongConvexity(j);
    }

    @Override
    public double lower(int j) {
        return holds(j) ? penalty.lower(j - block.offset()) : rest.lower(j);
    }

    @Override
    public double upper(int j) {
        return holds(j) ? penalty.upper(j - block.offset()) : rest.upper(j);
    }

    @Override
    public double absoluteStrength(int j) {
        return holds(j) ? penalty.absoluteStrength(j - block.offset()) : rest.absoluteStrength(j);
    }

    @Override
    public double squareStrength(int j) {
        return holds(j) ? penalty.squareStrength(j - block.offset()) : rest.squareStrength(j);
    }

    @Override
    public boolean convex() {
        return penalty.convex() && rest.convex();
    }

    @Override
    public String name() {
        return penalty.name();
    }
}
