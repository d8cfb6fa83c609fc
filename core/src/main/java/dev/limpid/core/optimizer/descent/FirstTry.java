package dev.limpid.core.optimizer.descent;

import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.optimizer.Direction;
import dev.limpid.core.training.Memory;

/**
 * The first length to try along a direction that has none of its own: the objective is taken to change along it to first order
 * as it did in the step before (Nocedal and Wright 2006, section 3.5).
 *
 * <pre>
 *   α·⟨g, d⟩ = α⁻·⟨g⁻, d⁻⟩,  and α = 1/‖d‖ in the first step
 * </pre>
 */
final class FirstTry {

    private FirstTry() {}

    static double along(double[] g, double[] d, Memory memory) {
        double change = memory.array("change", 1)[0];
        double first = change / Vectors.dot(g, d);
        return change < 0 && first > 0 && Double.isFinite(first) ? first : 1 / Vectors.norm(d);
    }

    static void remember(Direction.Move move, Memory memory) {
        memory.array("change", 1)[0] = move.alpha() * Vectors.dot(move.before(), move.direction());
    }

    static void forget(Memory memory) {
        memory.array("change", 1)[0] = 0;
    }
}
