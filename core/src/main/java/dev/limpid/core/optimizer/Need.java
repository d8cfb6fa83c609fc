package dev.limpid.core.optimizer;

import dev.limpid.core.objective.Objective;

/**
 * What an optimizer needs of an objective.
 *
 * @param <V> the view of the objective
 * @param view class of the view
 * @param smooth whether the objective must be free of kinks
 * @param what the need in words, to follow "needs": {@code a smooth objective}
 * @param alternatives what to use where it isn't met, to follow "use": {@code Fista or MajorizeMinimize}
 * @since 0.1.0
 */
public record Need<V extends Objective>(Class<V> view, boolean smooth, String what, String alternatives) {

    /**
     * Hands the objective over as the view, or refuses it.
     *
     * @param optimizer name of the optimizer
     * @param objective the objective
     * @return the same objective
     * @throws IllegalArgumentException with a sentence that says what to use, if it doesn't offer the view
     */
    public V require(String optimizer, Objective objective) {
        if (smooth && !objective.kink().isEmpty()) {
            throw new IllegalArgumentException(
                    optimizer + " needs " + what + ", but " + objective.kink() + " has kinks: use " + alternatives);
        }
        if (!view.isInstance(objective)) {
            throw new IllegalArgumentException(optimizer + " needs " + what + ", but the objective offers no "
                    + view.getSimpleName() + " view: use " + alternatives);
        }
        return view.cast(objective);
    }
}
