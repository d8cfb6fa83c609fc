package dev.limpid.testkit.broken;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.testkit.declaration.LossDeclaration;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.law.Functional;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import java.util.stream.Stream;

/** False declarations of losses that are right otherwise; and true ones. */
final class BrokenLossDeclarations {

    private static final LossDeclaration LOSS = LossDeclaration.nothing();

    private BrokenLossDeclarations() {}

    private static Mutant<?> loss(
            String name, Loss loss, LossDeclaration declares, Law<LossSubject> law, String cause) {
        return Mutant.of(name, new LossSubject(loss, declares), law, cause);
    }

    /** Huber's loss that forgets the absolute value: quadratic without end below. */
    private static Variant signedHuber() {
        return Variant.of(new HuberLoss(1))
                .value((y, f) -> f - y < 1 ? 0.5 * (f - y) * (f - y) : f - y - 0.5)
                .gradient((y, f) -> Math.min(1, f - y));
    }

    static Stream<Mutant<?>> mutants() {
        return Stream.of(
                loss(
                        "a gradient bound that is too small",
                        new QuantileLoss(0.9),
                        LOSS.withGradientBound(0.5),
                        LossLaws.GRADIENT_BOUND,
                        "a threshold or a factor is another than declared"),
                loss(
                        "a gradient that grows without end",
                        new SquaredLoss(),
                        LOSS.withGradientBound(1e6),
                        LossLaws.GRADIENT_BOUND,
                        "the gradient grows without end"),
                loss(
                        "a Huber loss of one side, bounded",
                        signedHuber(),
                        LOSS.withGradientBound(1),
                        LossLaws.GRADIENT_BOUND,
                        "a threshold or a factor is another than declared, or has a sign"),
                loss(
                        "a Huber loss of one side, symmetric",
                        signedHuber(),
                        LOSS.withSymmetry(),
                        LossLaws.SYMMETRIC,
                        "an absolute value or a square is missing"),
                loss(
                        "a branch for one class",
                        Variant.of(new LogisticLoss()).value((y, f) -> (1 + y) * new LogisticLoss().value(y, f)),
                        LOSS.withSymmetry(),
                        LossLaws.SYMMETRIC,
                        "one branch (f > y, or one class) is left out"),
                loss(
                        "a constant in the value",
                        Variant.of(new SquaredLoss()).value((y, f) -> 0.5 * (f - y) * (f - y) + 0.5),
                        LOSS.withInfimum(0),
                        LossLaws.VALUE_RANGE,
                        "a constant of the target (a log y!, an entropy) is in value"),
                loss(
                        "a value below the infimum",
                        Variant.of(new SquaredLoss()).value((y, f) -> 0.5 * (f - y) * (f - y) - 0.5 * y * y),
                        LOSS.withInfimum(0),
                        LossLaws.VALUE_RANGE,
                        "a constant that belongs elsewhere"),
                loss(
                        "a value above the bound",
                        new LogisticLoss(),
                        LOSS.withValueBound(10),
                        LossLaws.VALUE_RANGE,
                        "a clip that is missing"),
                loss(
                        "a threshold in units of the target",
                        new HuberLoss(1),
                        LOSS.withScaleDegree(2),
                        LossLaws.SCALE,
                        "a threshold or a constant that has the units of the target"),
                loss(
                        "a tail that pulls",
                        new HuberLoss(1),
                        LOSS.withRedescent(),
                        LossLaws.REDESCENDING,
                        "a tail that goes on pulling"),
                loss(
                        "a squared loss without its ½, declared least squares",
                        Variant.of(new SquaredLoss())
                                .value((y, f) -> (f - y) * (f - y))
                                .gradient((y, f) -> 2 * (f - y))
                                .leastSquares(true),
                        LOSS,
                        LossLaws.LEAST_SQUARES,
                        "the ½ is left out"),
                loss(
                        "Huber's loss, declared least squares",
                        Variant.of(new HuberLoss(1)).leastSquares(true),
                        LOSS,
                        LossLaws.LEAST_SQUARES,
                        "no square of the residual"));
    }

    private static Awkward<?> loss(Loss loss, LossDeclaration declares) {
        return Awkward.of(Awkward.nameOf(loss) + ", declared", new LossSubject(loss, declares), LossLaws.all());
    }

    static Stream<Awkward<?>> right() {
        return Stream.of(
                loss(
                        new AbsoluteLoss(),
                        LOSS.withGradientBound(1)
                                .withScaleDegree(1)
                                .withSymmetry()
                                .withInfimum(0)
                                .predicting(Functional.median())),
                loss(
                        new SquaredLoss(),
                        LOSS.withScaleDegree(2).withSymmetry().withInfimum(0).predicting(Functional.mean())),
                loss(
                        new QuantileLoss(0.9),
                        LOSS.withGradientBound(0.9)
                                .withScaleDegree(1)
                                .withInfimum(0)
                                .predicting(Functional.quantile(0.9))),
                loss(
                        new LogisticLoss(),
                        LOSS.withGradientBound(1).withSymmetry().predicting(Functional.mean())),
                loss(
                        new HuberLoss(1e-3),
                        LOSS.withGradientBound(1e-3).withSymmetry().withInfimum(0)),
                loss(
                        new AwkwardLossesTest.Cauchy(),
                        LOSS.withRedescent().withSymmetry().withInfimum(0)),
                loss(
                        Variant.of(new SquaredLoss())
                                .value((y, f) -> 0.5 * f * f - f * y + 0.5 * y * y)
                                .leastSquares(true),
                        LOSS),
                loss(
                        new AwkwardLossesTest.Tukey(),
                        LOSS.withRedescent().withSymmetry().withInfimum(0)));
    }
}
