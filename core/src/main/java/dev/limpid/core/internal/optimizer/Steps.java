package dev.limpid.core.internal.optimizer;

import dev.limpid.core.objective.Objective;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the step that is being made, and writes down what it did. */
public final class Steps {

    private final double[] count;
    private final long iteration;
    private final Objective objective;
    private final OracleCount earlier;

    public Steps(Memory memory, Objective objective) {
        this.count = memory.array("iteration", 1);
        this.iteration = (long) count[0] + 1;
        this.objective = objective;
        this.earlier = objective.count();
    }

    public long iteration() {
        return iteration;
    }

    /** A step that moved: from an objective before along a slope by a length to an objective after. */
    public Step moved(
            double before, double slope, double length, double after, double gradientNorm, StopReason reason) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put(Step.BEFORE, before);
        numbers.put(Step.SLOPE, slope);
        return made(after, gradientNorm, length, numbers, reason);
    }

    /** A step of any kind. Only now it counts: one that ended in an exception can be made again. */
    public Step made(double value, double gradientNorm, double length, Map<String, Double> numbers, StopReason reason) {
        count[0] = iteration;
        return new Step(
                iteration, value, gradientNorm, length, objective.count().since(earlier), numbers, reason);
    }

    /** A step that stayed where it was. */
    public Step still(double value, double gradientNorm, StopReason reason) {
        return moved(value, 0, 0, value, gradientNorm, reason);
    }
}
