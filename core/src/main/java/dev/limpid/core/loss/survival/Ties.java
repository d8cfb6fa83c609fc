package dev.limpid.core.loss.survival;

/**
 * What becomes of events at the same time, of which nobody knows which came first.
 *
 * @since 0.1.0
 */
public enum Ties {
    /** Each of them meets the whole risk set: plain, and too large a risk set where ties are many. */
    BRESLOW,
    /** The l-th of d meets the risk set less l/d of the d: close to the average over all orders. */
    EFRON
}
