package dev.limpid.algorithms.boosting;

import dev.limpid.core.training.Observer;
import dev.limpid.core.training.Stopping;
import java.util.ArrayList;
import java.util.List;

/**
 * How a fit is run: what doesn't belong to its mathematics.
 *
 * @param seed seeds the sampler
 * @param threads number of threads ≥ 1; the model is the same for any
 * @param patience rounds without a better validation loss after which the fit ends; 0 for all rounds
 * @param stopping further rules that end the fit
 * @param observers are told of each round
 * @since 0.1.0
 */
public record RunSettings(long seed, int threads, int patience, List<Stopping> stopping, List<Observer> observers) {

    /** Copies the lists and checks the ranges. */
    public RunSettings {
        if (!(threads >= 1)) {
            throw new IllegalArgumentException("threads must be >= 1, but was " + threads);
        }
        if (!(patience >= 0)) {
            throw new IllegalArgumentException("patience must be >= 0, but was " + patience);
        }
        stopping = List.copyOf(stopping);
        observers = List.copyOf(observers);
    }

    /**
     * Returns seed 0, a thread per processor, all rounds, nobody watching.
     *
     * @return the settings that boosting begins with
     */
    public static RunSettings defaults() {
        return new RunSettings(0, Runtime.getRuntime().availableProcessors(), 0, List.of(), List.of());
    }

    RunSettings withSeed(long newSeed) {
        return new RunSettings(newSeed, threads, patience, stopping, observers);
    }

    RunSettings withThreads(int newThreads) {
        return new RunSettings(seed, newThreads, patience, stopping, observers);
    }

    RunSettings withPatience(int newPatience) {
        return new RunSettings(seed, threads, newPatience, stopping, observers);
    }

    RunSettings withStopping(Stopping... rules) {
        return new RunSettings(seed, threads, patience, append(stopping, rules), observers);
    }

    RunSettings withObservers(Observer... more) {
        return new RunSettings(seed, threads, patience, stopping, append(observers, more));
    }

    private static <T> List<T> append(List<T> list, T[] more) {
        List<T> longer = new ArrayList<>(list);
        longer.addAll(List.of(more));
        return longer;
    }
}
