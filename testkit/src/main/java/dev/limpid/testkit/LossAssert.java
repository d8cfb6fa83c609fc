package dev.limpid.testkit;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.Unit;
import dev.limpid.testkit.declaration.LossDeclaration;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.loss.GradientTests;
import dev.limpid.testkit.law.Functional;
import dev.limpid.testkit.law.LossLaws;
import dev.limpid.testkit.law.Outcome;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Assertions about a loss.
 *
 * @since 0.1.0
 */
public final class LossAssert extends LawAssert<LossAssert, Loss, LossSubject> {

    private LossDeclaration declares = LossDeclaration.nothing();

    LossAssert(Loss loss) {
        super(loss, LossAssert.class, LossLaws.all());
    }

    @Override
    LossSubject subject() {
        return new LossSubject(actual, declares);
    }

    /**
     * States what the loss is meant to do, for the assertions that follow; a false statement breaks a law.
     *
     * <pre>{@code
     * assertThat(new AbsoluteLoss()).declaring(LossDeclaration.nothing().withGradientBound(1)).obeysItsLaws();  // passes
     * }</pre>
     *
     * @param declaration what is stated
     * @return this assertion
     */
    public LossAssert declaring(LossDeclaration declaration) {
        declares = declaration;
        return this;
    }

    /**
     * Draws targets otherwise than from the loss's domain, in the assertions that follow.
     *
     * <pre>{@code
     * assertThat(coxLoss).withTargets(r -> new double[] {r.nextExponential(), r.nextInt(2)}).obeysItsLaws();
     * }</pre>
     *
     * @param draw draws the targets of a row
     * @return this assertion
     */
    public LossAssert withTargets(Function<RandomGenerator, double[]> draw) {
        declares = declares.drawingTargets(draw);
        return this;
    }

    /**
     * Checks that {@code gradient} is ∂value/∂f, by extrapolated central differences with an error of their own:
     *
     * <ul>
     *   <li>targets from the domain, its borders included; scores from −800 to 800;
     *   <li>at a kink any number between the one-sided slopes is right;
     *   <li>a loss whose gradients are all 0 fails.
     * </ul>
     *
     * <pre>{@code
     * assertThat(new SquaredLoss()).hasGradientEqualToDifferences();  // passes
     * assertThat(new MyLoss()).hasGradientEqualToDifferences();       // fails: a factor 2 is missing in gradient, or ...
     * }</pre>
     *
     * @return this assertion
     */
    public LossAssert hasGradientEqualToDifferences() {
        return obeys(LossLaws.GRADIENT);
    }

    /**
     * Checks the gradient of a loss of one target and one score at one point; a failure of the whole check prints this
     * call for its point.
     *
     * <pre>{@code
     * assertThat(new SquaredLoss()).hasGradientEqualToDifferencesAt(1.0, -0x1.8p0);  // passes
     * }</pre>
     *
     * @param y target
     * @param f score
     * @return this assertion
     */
    public LossAssert hasGradientEqualToDifferencesAt(double y, double f) {
        return hasGradientEqualToDifferencesAt(new double[] {y}, new double[] {f});
    }

    /**
     * Checks the gradient of a loss of K scores at one point.
     *
     * <pre>{@code
     * assertThat(new SoftmaxLoss(3)).hasGradientEqualToDifferencesAt(new double[] {2}, new double[] {0, 1, -1}); // passes
     * }</pre>
     *
     * @param y targets of the row
     * @param f scores of the row
     * @return this assertion
     */
    public LossAssert hasGradientEqualToDifferencesAt(double[] y, double[] f) {
        isNotNull();
        return at(GradientTests.gradientAt(subject(), y, f));
    }

    /**
     * Checks the gradient of a loss of units at one unit.
     *
     * <pre>{@code
     * assertThat(new PairwiseLogisticLoss())
     *         .hasGradientEqualToDifferencesAt(new Unit(new double[][] {{0, 1}}, new double[] {1, 1}, new double[] {2, 3}));
     * }</pre>
     *
     * @param unit targets, weights and scores of the unit
     * @return this assertion
     */
    public LossAssert hasGradientEqualToDifferencesAt(Unit unit) {
        isNotNull();
        return at(GradientTests.gradientAt(subject(), unit));
    }

    private LossAssert at(Outcome outcome) {
        return require(
                outcome.isFailure()
                        ? new Outcome(
                                outcome.status(),
                                nameOfPart() + " breaks law " + LossLaws.GRADIENT.id() + ": "
                                        + LossLaws.GRADIENT.title() + ".\n  "
                                        + outcome.text().replace("\n", "\n  "))
                        : outcome);
    }

    /**
     * Checks that {@code curvature} is finite, not negative, and of the kind that {@code kind()} says.
     *
     * <pre>{@code
     * assertThat(new SquaredLoss()).hasCurvatureOfItsKind();  // passes
     * }</pre>
     *
     * <p>Fails for {@code MAJORISER} where the quadratic lies below the loss somewhere.
     *
     * @return this assertion
     */
    public LossAssert hasCurvatureOfItsKind() {
        return obeys(LossLaws.CURVATURE);
    }

    /**
     * Checks that the loss lies above its tangents; fails too if it does not declare itself convex.
     *
     * <pre>{@code
     * assertThat(new HuberLoss(1)).isConvex();  // passes; fails for a Cauchy loss
     * }</pre>
     *
     * @return this assertion
     */
    public LossAssert isConvex() {
        return obeys(LossLaws.CONVEX);
    }

    /**
     * Checks what number the loss's best constant is, on random weighted samples.
     *
     * <pre>{@code
     * assertThat(new QuantileLoss(0.9)).predicts(Functional.quantile(0.9));  // passes
     * assertThat(new QuantileLoss(0.1)).predicts(Functional.quantile(0.9));  // fails: level and 1 − level are swapped ...
     * }</pre>
     *
     * @param functional what it has to predict
     * @return this assertion
     */
    public LossAssert predicts(Functional functional) {
        declares = declares.predicting(functional);
        return obeys(LossLaws.DISTRIBUTION);
    }
}
