package dev.limpid.core.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All steps of a run with the seconds they took.
 *
 * @since 0.1.0
 */
public final class Trace {

    private final List<Step> steps = new ArrayList<>();

    void add(Step step) {
        steps.add(step);
    }

    /**
     * Returns the steps.
     *
     * @return steps from first to last, unmodifiable
     */
    public List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }
}
