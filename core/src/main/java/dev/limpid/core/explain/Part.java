package dev.limpid.core.explain;

/**
 * A piece that an algorithm is assembled from: a loss, a penalty, an optimizer, an update, a sampler, a schedule.
 *
 * <p>A part says what it computes in one line, so that a {@link Recipe} can print the algorithm as a formula. A part that
 * is a record gets its settings into the recipe without writing anything: they are its components.
 *
 * @since 0.1.0
 */
public interface Part {

    /**
     * Returns the part's name in the literature.
     *
     * @return the name; the simple name of the class unless overridden, never empty
     */
    default String name() {
        return Recipe.nameOf(getClass());
    }

    /**
     * Returns what the part computes, as one line of Unicode mathematics.
     *
     * @return the formula; empty when the part has none to show
     */
    default String formula() {
        return "";
    }

    /**
     * Returns where the part was published.
     *
     * @return authors, year and title; empty when the part is the user's own or common knowledge
     */
    default String source() {
        return "";
    }

    /**
     * Returns this part as a recipe: name, formula, settings, source, and the recipes of the parts it holds.
     *
     * @return the recipe of this part
     */
    default Recipe recipe() {
        return Recipe.of(this);
    }
}
