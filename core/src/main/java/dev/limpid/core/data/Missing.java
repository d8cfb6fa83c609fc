package dev.limpid.core.data;

/**
 * What to do with missing cells (NaN) where rows come in. To fill them, keep them first and then apply an {@link Imputer}, which
 * learns its values from the training rows alone and can be applied to new rows.
 *
 * @since 0.1.0
 */
public enum Missing {

    /** A missing cell is an error, with its position. */
    REFUSE,

    /** Missing cells stay NaN, for models that take them and for {@link Imputer}. */
    KEEP
}
