package dev.limpid.testkit.declaration;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the author of an optimizer states about it.
 *
 * <pre>{@code
 * OptimizerDeclaration.nothing()                                  // Newton's method with a line search
 *         .withDescent()
 *         .withStepsOnQuadratic(n -> 1)
 *         .invariantTo(OptimizerDeclaration.Change.AFFINE, OptimizerDeclaration.Change.FACTOR);
 * }</pre>
 *
 * @param descent whether no step leads uphill
 * @param stepsOnQuadratic number n of parameters → steps after which a convex quadratic is at its minimum (n for conjugate
 *     gradients, 1 for Newton's method); null if nothing is stated
 * @param invariances changes of the problem that change the path in the same way
 * @since 0.1.0
 */
public record OptimizerDeclaration(
        boolean descent, @Nullable IntUnaryOperator stepsOnQuadratic, Set<Change> invariances) {

    /** A change of the problem. */
    public enum Change {
        /** F(x + b) in place of F(x): the path is moved by −b. */
        TRANSLATION,
        /** F(Q·x), Q a rotation: gradient descent, conjugate gradients, quasi-Newton from a multiple of the identity. */
        ROTATION,
        /** F(A·x), A any invertible matrix: Newton's method. */
        AFFINE,
        /** c·F: the path stays. */
        FACTOR
    }

    private static final OptimizerDeclaration NOTHING = new OptimizerDeclaration(false, null, Set.of());

    /** Copies the set. */
    public OptimizerDeclaration {
        invariances = Set.copyOf(invariances);
    }

    /**
     * States nothing.
     *
     * @return the declaration to begin with
     */
    public static OptimizerDeclaration nothing() {
        return NOTHING;
    }

    /**
     * States that no step leads uphill.
     *
     * @return the declaration with it
     */
    public OptimizerDeclaration withDescent() {
        return new OptimizerDeclaration(true, stepsOnQuadratic, invariances);
    }

    /**
     * States after how many steps a convex quadratic is at its minimum.
     *
     * @param steps number of parameters → steps
     * @return the declaration with it
     */
    public OptimizerDeclaration withStepsOnQuadratic(IntUnaryOperator steps) {
        return new OptimizerDeclaration(descent, steps, invariances);
    }

    /**
     * States which changes of the problem change the path in the same way.
     *
     * @param changes the changes
     * @return the declaration with them
     */
    public OptimizerDeclaration invariantTo(Change... changes) {
        Set<Change> all = EnumSet.noneOf(Change.class);
        all.addAll(invariances);
        all.addAll(Arrays.asList(changes));
        return new OptimizerDeclaration(descent, stepsOnQuadratic, all);
    }
}
