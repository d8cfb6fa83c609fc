package dev.limpid.core.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one step of a run did, as data.
 *
 * @param iteration number of the step, from 1
 * @param objective value of the objective after the step (an estimate from the batch for a stochastic optimizer); NaN if
 *     the optimizer doesn't know it
 * @param gradientNorm ‖g‖ that the optimizer's own tolerance looks at; NaN if there is none
 * @param length factor of the direction, or the learning rate
 * @param oracle what the step asked the objective
 * @param numbers further numbers by name, in their order; unmodifiable
 * @param stop why the run ends with this step, or {@link StopReason#RUNNING}
 * @since 0.1.0
 */
public record Step(
        long iteration,
        double objective,
        double gradientNorm,
        double length,
        OracleCount oracle,
        Map<String, Double> numbers,
        StopReason stop) {

    /** Name of the number that holds the objective before the step. */
    public static final String BEFORE = "before";

    /** Name of the number that holds the slope ⟨∇F, d⟩ of the objective along the step's direction, where the step began. */
    public static final String SLOPE = "slope";

    /** Name of the number that holds the passes over the data so far. */
    public static final String EPOCH = "epoch";

    /** Name of the number that holds the loss on validation rows after the step. */
    public static final String VALIDATION = "validation";

    /** Copies the numbers. */
    public Step {
        numbers = numbers.size() < 2 ? Map.copyOf(numbers) : Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /**
     * Returns one of the further numbers.
     *
     * @param name its name
     * @return the number; NaN if there is none of that name
     */
    public double number(String name) {
        return numbers.getOrDefault(name, Double.NaN);
    }

    /**
     * Returns a copy with one more number.
     *
     * @param name name of the number
     * @param value its value
     * @return the copy
     */
    public Step with(String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(numbers);
        more.put(name, value);
        return new Step(iteration, objective, gradientNorm, length, oracle, more, stop);
    }

    /**
     * Returns a copy with another stop reason.
     *
     * @param reason why the run ends with this step
     * @return the copy
     */
    public Step stopping(StopReason reason) {
        return new Step(iteration, objective, gradientNorm, length, oracle, numbers, reason);
    }
}
