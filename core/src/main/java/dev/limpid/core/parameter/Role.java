package dev.limpid.core.parameter;

/**
 * What a block of parameters does.
 *
 * @since 0.1.0
 */
public enum Role {
    /** Multiplies features: may be penalised. */
    WEIGHTS,
    /** Is added: never penalised unless a penalty is attached to it by name. */
    INTERCEPT
}
