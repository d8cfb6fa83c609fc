package dev.limpid.testkit.law;

import dev.limpid.core.penalty.Penalty;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.internal.penalty.DeclaredTests;
import dev.limpid.testkit.internal.penalty.LinearMinimumTests;
import dev.limpid.testkit.internal.penalty.PenaltyTests;
import dev.limpid.testkit.internal.penalty.ProxTests;
import java.util.List;
import java.util.function.Function;

/**
 * What must hold of a penalty. It is tested on a block that lies between two others.
 *
 * @since 0.1.0
 */
public final class PenaltyLaws {

    private static final LawBook<PenaltySubject> BOOK = new LawBook<>();

    /** Ω ≥ 0, +∞ outside a constraint, never NaN. */
    public static final Law<PenaltySubject> VALUE =
            BOOK.add("P01", "the value is not negative", on(PenaltyTests::value));

    /** No competitor is better than the prox, for steps from 0.1 to 10. */
    public static final Law<PenaltySubject> PROX =
            BOOK.add("P02", "the prox minimises its own definition", on(ProxTests::minimises));

    /** (z − x)/step is a subgradient of Ω at the prox x. */
    public static final Law<PenaltySubject> SUBGRADIENT =
            BOOK.add("P03", "the way to the prox is a subgradient", on(ProxTests::subgradient));

    /** Value and prox keep to their block. */
    public static final Law<PenaltySubject> BLOCK =
            BOOK.add("P04", "parameters outside of the block are left alone", on(PenaltyTests::block));

    /** The coordinates of a separable penalty add up to its block form. */
    public static final Law<PenaltySubject> SEPARABLE =
            BOOK.add("P05", "the coordinates give what the block gives", on(PenaltyTests::separable));

    /** {@code addGradient} adds ∂value/∂t. */
    public static final Law<PenaltySubject> GRADIENT =
            BOOK.add("P06", "the gradient is the derivative of the value", on(PenaltyTests::gradient));

    /** {@code addCurvature} adds the weights of a quadratic that lies nowhere below Ω. */
    public static final Law<PenaltySubject> CURVATURE =
            BOOK.add("P07", "the curvature majorises", on(PenaltyTests::curvature));

    /** Declared convex: midpoints lie below their chord, and the prox drives no two points apart. */
    public static final Law<PenaltySubject> CONVEX =
            BOOK.add("P08", "a penalty that is declared convex is convex", on(ProxTests::convex));

    /** As the step goes to 0, the prox goes to z. */
    public static final Law<PenaltySubject> SMALL_STEP =
            BOOK.add("P09", "a vanishing step moves nothing", on(ProxTests::smallStep));

    /** A NaN stays a NaN, or is refused. */
    public static final Law<PenaltySubject> NAN = BOOK.add("P10", "the prox does not hide a NaN", on(ProxTests::nan));

    /** The same question gets the same bits, from any thread, and inputs are not changed. */
    public static final Law<PenaltySubject> STATELESS =
            BOOK.add("P11", "the same question gets the same bits", on(PenaltyTests::stateless));

    /** The linear minimum of a set lies in it, and no point of the set lies below. */
    public static final Law<PenaltySubject> LINEAR_MINIMUM =
            BOOK.add("P12", "no point of the set lies below its linear minimum", on(LinearMinimumTests::isLowest));

    /** Declared degree: Ω(c·x) = cᵏ·Ω(x). */
    public static final Law<PenaltySubject> DEGREE =
            BOOK.add("P13", "the value grows with the declared degree", DeclaredTests::degree);

    /** Declared symmetric: value and prox of −x go with those of x. */
    public static final Law<PenaltySubject> SYMMETRIC =
            BOOK.add("P14", "a penalty that is declared symmetric ignores signs", DeclaredTests::symmetric);

    /** Declared sparse: the prox sets small numbers to exactly 0, and large ones not. */
    public static final Law<PenaltySubject> SPARSE =
            BOOK.add("P15", "a penalty that is declared sparse makes exact zeros", DeclaredTests::sparse);

    /** Declared constraint: values are 0 or +∞, and the prox is a projection, whatever the step. */
    public static final Law<PenaltySubject> CONSTRAINT =
            BOOK.add("P16", "the prox of a declared constraint is a projection", DeclaredTests::constraint);

    private PenaltyLaws() {}

    private static Function<PenaltySubject, Outcome> on(Function<Penalty, Outcome> test) {
        return subject -> test.apply(subject.penalty());
    }

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<PenaltySubject>> all() {
        return BOOK.all();
    }
}
