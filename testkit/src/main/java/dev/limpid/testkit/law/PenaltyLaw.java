package dev.limpid.testkit.law;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.testkit.internal.penalty.PenaltyTests;
import dev.limpid.testkit.internal.penalty.ProxTests;
import java.util.List;
import java.util.function.Function;

/**
 * What must hold of a penalty. It is tested on a block that lies between two others.
 *
 * @since 0.1.0
 */
public enum PenaltyLaw implements Law<Penalty> {
    /** Ω ≥ 0, +∞ outside a constraint, never NaN. */
    VALUE("P01", "the value is not negative", PenaltyTests::value),
    /** No competitor is better than the prox, for steps from 0.1 to 10. */
    PROX("P02", "the prox minimises its own definition", ProxTests::minimises),
    /** (z − x)/step is a subgradient of Ω at the prox x. */
    SUBGRADIENT("P03", "the way to the prox is a subgradient", ProxTests::subgradient),
    /** Value and prox keep to their block. */
    BLOCK("P04", "parameters outside of the block are left alone", PenaltyTests::block),
    /** The coordinates of a separable penalty add up to its block form. */
    SEPARABLE("P05", "the coordinates give what the block gives", PenaltyTests::separable),
    /** {@code addGradient} adds ∂value/∂t. */
    GRADIENT("P06", "the gradient is the derivative of the value", PenaltyTests::gradient),
    /** {@code addCurvature} adds the weights of a quadratic that lies nowhere below Ω. */
    CURVATURE("P07", "the curvature majorises", PenaltyTests::curvature),
    /** Declared convex: midpoints lie below their chord, and the prox drives no two points apart. */
    CONVEX("P08", "a penalty that is declared convex is convex", ProxTests::convex),
    /** As the step goes to 0, the prox goes to z. */
    SMALL_STEP("P09", "a vanishing step moves nothing", ProxTests::smallStep),
    /** A NaN stays a NaN, or is refused. */
    NAN("P10", "the prox does not hide a NaN", ProxTests::nan),
    /** The same question gets the same bits, from any thread, and inputs are not changed. */
    STATELESS("P11", "the same question gets the same bits", PenaltyTests::stateless);

    private final String id;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Function<Penalty, Outcome> test;

    PenaltyLaw(String id, String title, Function<Penalty, Outcome> test) {
        this.id = id;
        this.title = title;
        this.test = test;
    }

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<PenaltyLaw> all() {
        return List.of(values());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Outcome test(Penalty part) {
        return test.apply(part);
    }
}
