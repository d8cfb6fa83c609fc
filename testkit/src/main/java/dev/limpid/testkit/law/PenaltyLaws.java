package dev.limpid.testkit.law;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.testkit.internal.penalty.LinearMinimumTests;
import dev.limpid.testkit.internal.penalty.PenaltyTests;
import dev.limpid.testkit.internal.penalty.ProxTests;
import java.util.List;

/**
 * What must hold of a penalty. It is tested on a block that lies between two others.
 *
 * @since 0.1.0
 */
public final class PenaltyLaws {

    private static final LawBook<Penalty> BOOK = new LawBook<>();

    /** Ω ≥ 0, +∞ outside a constraint, never NaN. */
    public static final Law<Penalty> VALUE = BOOK.add("P01", "the value is not negative", PenaltyTests::value);

    /** No competitor is better than the prox, for steps from 0.1 to 10. */
    public static final Law<Penalty> PROX =
            BOOK.add("P02", "the prox minimises its own definition", ProxTests::minimises);

    /** (z − x)/step is a subgradient of Ω at the prox x. */
    public static final Law<Penalty> SUBGRADIENT =
            BOOK.add("P03", "the way to the prox is a subgradient", ProxTests::subgradient);

    /** Value and prox keep to their block. */
    public static final Law<Penalty> BLOCK =
            BOOK.add("P04", "parameters outside of the block are left alone", PenaltyTests::block);

    /** The coordinates of a separable penalty add up to its block form. */
    public static final Law<Penalty> SEPARABLE =
            BOOK.add("P05", "the coordinates give what the block gives", PenaltyTests::separable);

    /** {@code addGradient} adds ∂value/∂t. */
    public static final Law<Penalty> GRADIENT =
            BOOK.add("P06", "the gradient is the derivative of the value", PenaltyTests::gradient);

    /** {@code addCurvature} adds the weights of a quadratic that lies nowhere below Ω. */
    public static final Law<Penalty> CURVATURE = BOOK.add("P07", "the curvature majorises", PenaltyTests::curvature);

    /** Declared convex: midpoints lie below their chord, and the prox drives no two points apart. */
    public static final Law<Penalty> CONVEX =
            BOOK.add("P08", "a penalty that is declared convex is convex", ProxTests::convex);

    /** As the step goes to 0, the prox goes to z. */
    public static final Law<Penalty> SMALL_STEP =
            BOOK.add("P09", "a vanishing step moves nothing", ProxTests::smallStep);

    /** A NaN stays a NaN, or is refused. */
    public static final Law<Penalty> NAN = BOOK.add("P10", "the prox does not hide a NaN", ProxTests::nan);

    /** The same question gets the same bits, from any thread, and inputs are not changed. */
    public static final Law<Penalty> STATELESS =
            BOOK.add("P11", "the same question gets the same bits", PenaltyTests::stateless);

    /** The linear minimum of a set lies in it, and no point of the set lies below. */
    public static final Law<Penalty> LINEAR_MINIMUM =
            BOOK.add("P12", "no point of the set lies below its linear minimum", LinearMinimumTests::isLowest);

    private PenaltyLaws() {}

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<Penalty>> all() {
        return BOOK.all();
    }
}
