package dev.limpid.algorithms.internal;

import dev.limpid.core.training.EarlyStopping;
import dev.limpid.core.training.Observer;
import dev.limpid.core.training.Stopping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Until when a fit goes on, and who watches it. Immutable: each method returns a changed copy.
 *
 * @param stopping rules besides the optimizer's own tolerance
 * @param early what ends a fit with validation rows; the default patience if empty
 * @param observers are told of each step
 */
public record Watch(List<Stopping> stopping, Optional<EarlyStopping> early, List<Observer> observers) {

    /** Steps after which a run ends that has no rule of its own. */
    public static final long DEFAULT_MAX_ITERATIONS = 10_000;

    /** Steps without improvement on validation rows after which a run ends unless told otherwise. */
    public static final int DEFAULT_PATIENCE = 10;

    /** Copies the lists. */
    public Watch {
        stopping = List.copyOf(stopping);
        observers = List.copyOf(observers);
    }

    /** Returns the defaults: no rules, no observers. */
    public static Watch defaults() {
        return new Watch(List.of(), Optional.empty(), List.of());
    }

    /** Adds rules. */
    public Watch withStopping(Stopping... rules) {
        return new Watch(joined(stopping, rules), early, observers);
    }

    /** Sets the patience with validation rows. */
    public Watch withEarlyStopping(int patience) {
        return new Watch(stopping, Optional.of(EarlyStopping.patience(patience)), observers);
    }

    /** Adds observers. */
    public Watch withObservers(Observer... more) {
        return new Watch(stopping, early, joined(observers, more));
    }

    private static <T> List<T> joined(List<T> first, T[] more) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(List.of(more));
        return joined;
    }

    /**
     * Returns the rules of a run.
     *
     * @param validated whether there are validation rows
     * @throws IllegalArgumentException if early stopping was asked for and there are none
     */
    public List<Stopping> rules(boolean validated) {
        if (early.isPresent() && !validated) {
            throw new IllegalArgumentException("earlyStopping needs validation rows: call fit(data, validation)");
        }
        List<Stopping> rules = new ArrayList<>(stopping);
        if (validated) {
            rules.add(early.orElseGet(() -> EarlyStopping.patience(DEFAULT_PATIENCE)));
        }
        if (stopping.isEmpty()) {
            rules.add(Stopping.maxIterations(DEFAULT_MAX_ITERATIONS));
        }
        return rules;
    }
}
