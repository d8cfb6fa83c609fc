package dev.limpid.testkit.problem;

import dev.limpid.core.objective.LeastSquares;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The 35 least-squares problems that methods of minimisation have been compared on since 1981, in the order and with the
 * numbers of parameters of the paper.
 *
 * <pre>{@code
 * Problem<LeastSquares> meyer = MoreGarbowHillstrom.MEYER.problem();
 * assertThat(meyer.minimum()).isCloseTo(MoreGarbowHillstrom.MEYER.quoted(), withinPercentage(1e-4));
 * }</pre>
 *
 * <p>Minima and minimisers are given to 17 digits, computed by Newton's method in 60-digit arithmetic; they agree with the
 * digits that the paper quotes.
 *
 * <p><b>References</b>
 * <ol><li>J. J. Moré, B. S. Garbow, K. E. Hillstrom (1981): Testing Unconstrained Optimization Software. ACM Transactions on
 *     Mathematical Software 7, section 3.</ol>
 *
 * @since 0.1.0
 */
public enum MoreGarbowHillstrom {
    /** A curved valley; two parameters. */
    ROSENBROCK(0, TwoNumbers.rosenbrock()),
    /** A second minimum of 48.98 on the way; two parameters. */
    FREUDENSTEIN_ROTH(0, TwoNumbers.freudensteinRoth()),
    /** Parameters of size 10⁻⁵ and 9. */
    POWELL_BADLY_SCALED(0, TwoNumbers.powellBadlyScaled()),
    /** Parameters of size 10⁶ and 10⁻⁶. */
    BROWN_BADLY_SCALED(0, TwoNumbers.brownBadlyScaled()),
    /** Flat at the sides; two parameters. */
    BEALE(0, TwoNumbers.beale()),
    /** Large residuals; two parameters. */
    JENNRICH_SAMPSON(124.362, TwoNumbers.jennrichSampson()),
    /** A valley that winds around an axis; three parameters. */
    HELICAL_VALLEY(0, ThreeNumbers.helicalValley()),
    /** A rational fit with another minimum at infinity; three parameters. */
    BARD(8.21487e-3, ThreeNumbers.bard()),
    /** A bell curve, nearly fitted at the start; three parameters. */
    GAUSSIAN(1.12793e-8, ThreeNumbers.gaussian()),
    /** A thermistor; conditioned so badly that most methods give up. */
    MEYER(87.9458, ThreeNumbers.meyer()),
    /** The cost of a drilling rig; three parameters. */
    GULF(0, ThreeNumbers.gulf()),
    /** Two decays; three parameters. */
    BOX(0, ThreeNumbers.box()),
    /** The Hessian at the minimum has two zero eigenvalues; four parameters. */
    POWELL_SINGULAR(0, FewNumbers.powellSingular()),
    /** A saddle on the way; four parameters. */
    WOOD(0, FewNumbers.wood()),
    /** A rational fit with another minimum at infinity; four parameters. */
    KOWALIK_OSBORNE(3.07505e-4, FewNumbers.kowalikOsborne()),
    /** Large residuals; four parameters. */
    BROWN_DENNIS(85822.2, FewNumbers.brownDennis()),
    /** Two decays; five parameters. */
    OSBORNE_1(5.46489e-5, FewNumbers.osborne1()),
    /** Three decays, with a minimum where two are equal; six parameters. */
    BIGGS_EXP6(0, FewNumbers.biggs()),
    /** A decay and three bumps; eleven parameters. */
    OSBORNE_2(4.01377e-2, FewNumbers.osborne2()),
    /** A polynomial that solves a differential equation; six parameters. */
    WATSON(2.28767e-3, FewNumbers.watson()),
    /** Five valleys; ten parameters. */
    EXTENDED_ROSENBROCK(0, ManyNumbers.extendedRosenbrock()),
    /** A singular Hessian; twelve parameters. */
    EXTENDED_POWELL(0, ManyNumbers.extendedPowell()),
    /** A sphere held by a weak pull; four parameters. */
    PENALTY_I(2.24997e-5, ManyNumbers.penalty1()),
    /** An ellipsoid held by a weak pull; four parameters. */
    PENALTY_II(9.37629e-6, ManyNumbers.penalty2()),
    /** A convex quartic; ten parameters. */
    VARIABLY_DIMENSIONED(0, ManyNumbers.variablyDimensioned()),
    /** Another minimum nearer to the start; ten parameters. */
    TRIGONOMETRIC(0, ManyNumbers.trigonometric()),
    /** Nine linear equations and a product; ten parameters. */
    BROWN_ALMOST_LINEAR(0, ManyNumbers.brownAlmostLinear()),
    /** A differential equation; ten parameters. */
    BOUNDARY_VALUE(0, Systems.boundaryValue()),
    /** An integral equation; ten parameters. */
    INTEGRAL_EQUATION(0, Systems.integralEquation()),
    /** Each equation knows its two neighbours; ten parameters. */
    BROYDEN_TRIDIAGONAL(0, Systems.broydenTridiagonal()),
    /** Each equation knows six neighbours; ten parameters. */
    BROYDEN_BANDED(0, Systems.broydenBanded()),
    /** Linear; five parameters. */
    LINEAR_FULL_RANK(5, Systems.linearFullRank()),
    /** Linear with a plane of minima; five parameters. */
    LINEAR_RANK_1(90 / 42.0, Systems.linearRank1()),
    /** Linear, and two parameters have no effect. */
    LINEAR_RANK_1_WITH_ZEROS(124 / 34.0, Systems.linearRank1WithZeros()),
    /** Nodes of a quadrature rule; eight parameters. */
    CHEBYQUAD(3.51687e-3, Systems.chebyquad());

    private final double quoted;

    @SuppressWarnings("ImmutableEnumChecker") // makes a new problem each time, from constants
    private final Supplier<Problem<LeastSquares>> maker;

    MoreGarbowHillstrom(double quoted, Supplier<Problem<LeastSquares>> maker) {
        this.quoted = quoted;
        this.maker = maker;
    }

    /**
     * Makes the problem, with a count of its own.
     *
     * @return the problem
     */
    public Problem<LeastSquares> problem() {
        return maker.get();
    }

    /**
     * Returns the least value as the paper quotes it.
     *
     * @return six digits, or exact
     */
    public double quoted() {
        return quoted;
    }

    /**
     * Makes all problems.
     *
     * @return in the order of the paper
     */
    public static List<Problem<LeastSquares>> problems() {
        return Arrays.stream(values()).map(MoreGarbowHillstrom::problem).toList();
    }
}
