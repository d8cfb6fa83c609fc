package dev.limpid.core.optimizer.exact;

import dev.limpid.core.internal.optimizer.Checks;
import dev.limpid.core.internal.optimizer.LinearProblem;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.objective.LinearDesign;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;

/**
 * Linear least squares by QR, refined until the coefficients are those of the data as they stand, to the last digit.
 *
 * <p>It minimises F(θ) = c·Σᵢ vᵢ·½(yᵢ − oᵢ − aᵢ·θ)² + Σⱼ ½μⱼ·θⱼ², a = (x, 1) with an intercept, as
 *
 * <pre>
 *   ‖b − A·θ‖²,  A = (√v∘a ; √(μ/c)),  b = (√v∘(y − o) ; 0)                  rows with μ &gt; 0 alone below the line
 *
 *   A = Q·U·(S·P)⁻¹                                                          (1)  once, see TallQr
 *   θ ← θ₀, r ← 0; then in each step
 *     f ← b − r − A·θ,  g ← −Aᵀ·r                                            (2)  in double-double, rounded once
 *     solve dr + A·dθ = f, Aᵀ·dr = g with (1)                                (3)
 *     r ← r + dr,  θ ← θ + dθ                                                (4)  in double-double
 * </pre>
 *
 * <p>The first step is plain Householder QR. Each further one makes the error smaller by a factor of about κ·10⁻¹⁵, κ the
 * condition number of the columns brought to one length, and so the digits of θ don't depend on κ as long as that is well below
 * 10¹⁵. It has converged when the next correction can't change any θⱼ by more than a quarter of its last digit; where
 * corrections don't shrink by half, it stalls and says so.
 *
 * <p>Columns are scaled by powers of two inside, which rounds nothing, and {@link #scalesColumns} asks models to hand them over
 * as they are: centred ones would be rounded. Columns that depend on others as far as δ can tell stay where they began.
 *
 * <p>Use it where digits matter or columns nearly depend on one another (powers of a number, economic series): the matrix of
 * {@code MajorizeMinimize} has the square of their condition number. For a large well-conditioned problem that one is two to
 * four times as fast.
 * Cost: 2·n·p² multiplications for (1), and about 40·n·p operations a step, of which there are two or three. State: a copy of A
 * (dense, if X is sparse too) and three vectors of length n.
 *
 * <p><b>References</b>
 * <ol><li>Å. Björck (1967): Iterative Refinement of Linear Least Squares Solutions I. BIT 7.
 * <li>N. J. Higham (2002): Accuracy and Stability of Numerical Algorithms, 2nd edition, section 20.5.
 * <li>J. Demmel, Y. Hida, X. S. Li, E. J. Riedy (2009): Extra-Precise Iterative Refinement for Overdetermined Least Squares
 *     Problems. ACM Transactions on Mathematical Software 35(4).
 * <li>T. Ogita, S. M. Rump, S. Oishi (2005): Accurate Sum and Dot Product. SIAM Journal on Scientific Computing 26, for the sums
 *     of (2).</ol>
 *
 * @param tolerance δ, part of the longest column that must be left of a column beside the others; in [0, 1)
 * @since 0.1.0
 */
public record QrLeastSquares(double tolerance) implements Optimizer<Objective> {

    /** Checks the range. */
    public QrLeastSquares {
        Checks.tolerance(tolerance);
    }

    /**
     * The usual settings.
     *
     * @return δ = 10⁻¹³: rounding of the cells alone leaves some 10⁻¹⁶ of a column that depends on others
     */
    public static QrLeastSquares defaults() {
        return new QrLeastSquares(1e-13);
    }

    /**
     * Returns a copy with another tolerance.
     *
     * @param newTolerance δ, part of the longest column that must be left of a column beside the others; in [0, 1)
     * @return the copy
     */
    public QrLeastSquares withTolerance(double newTolerance) {
        return new QrLeastSquares(newTolerance);
    }

    /**
     * Estimates how nearly columns depend on one another, at the cost of their Gram matrix: n·d²/2 multiplications.
     *
     * @param design a linear design; its columns centred if the scores have an intercept
     * @param mu μⱼ ≥ 0 of a penalty Σⱼ ½μⱼ·θⱼ², one for each feature; not changed
     * @return largest over smallest pivot of the weighted columns brought to one length, at most their condition number and
     *     seldom less than a third of it; +∞ beyond 10⁷, which is as much as a Gram matrix can tell; columns of 0 are left
     *     out
     * @throws IllegalArgumentException if there are more or fewer μⱼ than features
     */
    public static double condition(LinearDesign design, double[] mu) {
        if (mu.length != design.hypothesis().features()) {
            throw new IllegalArgumentException("mu must have length "
                    + design.hypothesis().features() + " (one number per feature), but has length " + mu.length);
        }
        return GramCondition.of(design, mu);
    }

    @Override
    public boolean scalesColumns() {
        return true;
    }

    @Override
    public Need<Objective> needs() {
        return new Need<>(
                Objective.class, true, "the squared loss of linear scores, with or without a penalty Σⱼ ½μⱼ·θⱼ²");
    }

    @Override
    public ParameterRun start(Objective objective, double[] theta0, long seed, Memory memory) {
        LinearProblem problem = LinearProblem.of(name(), needs(), objective);
        if (!(problem.design().loss() instanceof ScalarLoss loss && loss.leastSquares())) {
            throw needs().refusal(
                            name(), "the loss is " + problem.design().loss().name(), objective);
        }
        Checks.theta0(theta0, objective.blocks().size());
        SeparablePenalty penalty = LinearProblem.separable(name(), needs(), problem.objective());
        double[] mu = new double[theta0.length];
        for (int j = 0; j < mu.length; j++) {
            mu[j] = penalty.strongConvexity(j);
            if (!Quadratic.isHalfSquare(penalty, j)) {
                throw needs().refusal(name(), penalty.name() + " is no sum of squares", objective);
            }
        }
        return new QrLeastSquaresRun(this, problem, new Equations(problem.design(), mu), theta0, memory);
    }

    @Override
    public String formula() {
        return "r + A·θ = b, Aᵀ·r = 0, by QR with refinement";
    }

    @Override
    public String source() {
        return "Å. Björck (1967): Iterative Refinement of Linear Least Squares Solutions I";
    }
}
