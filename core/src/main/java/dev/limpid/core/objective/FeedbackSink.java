package dev.limpid.core.objective;

/**
 * Is told what an objective saw of a unit on its way to a gradient.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FeedbackSink {

    /** Listens to nothing. */
    FeedbackSink NONE = (unit, gradient) -> {};

    /**
     * Is told of a unit.
     *
     * @param unit the unit
     * @param gradient size of its loss gradient in score space, without its weight
     */
    void accept(int unit, double gradient);

    /**
     * Is told of a unit by an objective that knows its curvature too.
     *
     * @param unit the unit
     * @param gradient size of its loss gradient in score space, without its weight
     * @param curvature its curvature h ≥ 0, the sum over its scores, without its weight; +∞ at some kinks
     */
    default void accept(int unit, double gradient, double curvature) {
        accept(unit, gradient);
    }
}
