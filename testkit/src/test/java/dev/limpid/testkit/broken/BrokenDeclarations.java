package dev.limpid.testkit.broken;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.sampler.BootstrapSampler;
import dev.limpid.core.sampler.FullSampler;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.sampler.WeightedSampler;
import dev.limpid.testkit.broken.BrokenOptimizers.Descent;
import dev.limpid.testkit.broken.BrokenOptimizers.Flaw;
import dev.limpid.testkit.declaration.LossDeclaration;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.declaration.OptimizerDeclaration;
import dev.limpid.testkit.declaration.OptimizerDeclaration.Change;
import dev.limpid.testkit.declaration.OptimizerSubject;
import dev.limpid.testkit.declaration.PenaltyDeclaration;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.declaration.SamplerDeclaration;
import dev.limpid.testkit.declaration.SamplerDeclaration.Chances;
import dev.limpid.testkit.declaration.SamplerSubject;
import dev.limpid.testkit.law.Functional;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import dev.limpid.testkit.law.OptimizerLaws;
import dev.limpid.testkit.law.PenaltyLaws;
import dev.limpid.testkit.law.SamplerLaws;
import java.util.stream.Stream;

/** Declarations that are false, of parts that are right otherwise; and true ones. */
final class BrokenDeclarations {

    private static final LossDeclaration LOSS = LossDeclaration.nothing();
    private static final PenaltyDeclaration PENALTY = PenaltyDeclaration.nothing();
    private static final SamplerDeclaration SAMPLER = SamplerDeclaration.nothing();
    private static final OptimizerDeclaration OPTIMIZER = OptimizerDeclaration.nothing();

    private BrokenDeclarations() {}

    static Stream<Mutant<?>> mutants() {
        return Stream.of(losses(), penalties(), samplers(), optimizers(), BrokenUpdateDeclarations.mutants())
                .flatMap(mutants -> mutants);
    }

    static Stream<Awkward<?>> right() {
        return Stream.of(
                        rightLosses(),
                        rightPenalties(),
                        rightSamplers(),
                        rightOptimizers(),
                        BrokenUpdateDeclarations.right())
                .flatMap(parts -> parts);
    }

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

    private static Stream<Mutant<?>> losses() {
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

    private static Stream<Awkward<?>> rightLosses() {
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

    private static Mutant<?> penalty(
            String name, Penalty penalty, PenaltyDeclaration declares, Law<PenaltySubject> law, String cause) {
        return Mutant.of(name, new PenaltySubject(penalty, declares), law, cause);
    }

    /** λ·max(x, 0): numbers below 0 cost nothing. */
    private record OneSided() implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return 0.3 * Math.max(x, 0);
        }

        @Override
        public double prox(double z, int j, double step) {
            return z < 0 ? z : Math.max(z - 0.3 * step, 0);
        }
    }

    /** Stops on the way to the box. */
    private record HalfWay() implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return Math.abs(x) <= 1 ? 0 : Double.POSITIVE_INFINITY;
        }

        @Override
        public double prox(double z, int j, double step) {
            return z + Math.min(1, step) * (Math.max(-1, Math.min(1, z)) - z);
        }
    }

    /** Keeps what is below the threshold and drops the rest. */
    private record Reversed() implements Penalty {
        @Override
        public double value(double[] t, Block b) {
            return 0;
        }

        @Override
        public void prox(double[] z, Block b, double step) {
            for (int j = b.offset(); j < b.end(); j++) {
                z[j] = 0;
            }
        }
    }

    private static Stream<Mutant<?>> penalties() {
        return Stream.of(
                penalty(
                        "a norm that is declared a square",
                        new L1Penalty(0.3),
                        PENALTY.withDegree(2),
                        PenaltyLaws.DEGREE,
                        "a root or a square is missing"),
                penalty(
                        "a square that is declared a norm",
                        new L2Penalty(0.3),
                        PENALTY.withDegree(1),
                        PenaltyLaws.DEGREE,
                        "a root or a square is missing or too many"),
                penalty(
                        "numbers below 0 left out",
                        new OneSided(),
                        PENALTY.withSymmetry(),
                        PenaltyLaws.SYMMETRIC,
                        "an absolute value or signum is missing"),
                penalty(
                        "shrinking declared as thresholding",
                        new L2Penalty(0.3),
                        PENALTY.withSparsity(),
                        PenaltyLaws.SPARSE,
                        "numbers are shrunk, not thresholded"),
                penalty(
                        "everything set to 0",
                        new Reversed(),
                        PENALTY.withSparsity(),
                        PenaltyLaws.SPARSE,
                        "the comparison with the threshold is the wrong way round"),
                penalty(
                        "a cost declared a constraint",
                        new L1Penalty(0.3),
                        PENALTY.asConstraint(),
                        PenaltyLaws.CONSTRAINT,
                        "a cost in place of a constraint"),
                penalty(
                        "a projection that stops on the way",
                        new HalfWay(),
                        PENALTY.asConstraint(),
                        PenaltyLaws.CONSTRAINT,
                        "the projection depends on the step"));
    }

    private static Awkward<?> penalty(Penalty penalty, PenaltyDeclaration declares) {
        return Awkward.of(
                Awkward.nameOf(penalty) + ", declared", new PenaltySubject(penalty, declares), PenaltyLaws.all());
    }

    private static Stream<Awkward<?>> rightPenalties() {
        return Stream.of(
                penalty(new L1Penalty(0.3), PENALTY.withDegree(1).withSymmetry().withSparsity()),
                penalty(new L2Penalty(0.3), PENALTY.withDegree(2).withSymmetry()),
                penalty(
                        new BrokenPenalties.GroupLasso(),
                        PENALTY.withDegree(1).withSymmetry().withSparsity()),
                penalty(new OneSided(), PENALTY.withDegree(1)),
                penalty(new BrokenPenalties.Box(), PENALTY.withSymmetry().asConstraint()));
    }

    private static Mutant<?> sampler(
            String name, Sampler sampler, SamplerDeclaration declares, Law<SamplerSubject> law, String cause) {
        return Mutant.of(name, new SamplerSubject(sampler, declares), law, cause);
    }

    private static Stream<Mutant<?>> samplers() {
        return Stream.of(
                sampler(
                        "chances by weight, declared equal",
                        WeightedSampler.byUnitWeight(3),
                        SAMPLER.drawing(Chances.EQUAL),
                        SamplerLaws.CHANCES,
                        "units are drawn by weight"),
                sampler(
                        "equal chances, declared by weight",
                        new BootstrapSampler(),
                        SAMPLER.drawing(Chances.BY_WEIGHT),
                        SamplerLaws.CHANCES,
                        "weights are ignored"),
                sampler(
                        "another batch size",
                        ShuffledSampler.of(3),
                        SAMPLER.withBatchSize(4),
                        SamplerLaws.BATCH_SIZE,
                        "a bound that is off by one"),
                sampler(
                        "another batch size, with replacement",
                        WeightedSampler.byUnitWeight(3),
                        SAMPLER.withBatchSize(2),
                        SamplerLaws.BATCH_SIZE,
                        "a bound that is off by one"));
    }

    private static Awkward<?> sampler(Sampler sampler, SamplerDeclaration declares) {
        return Awkward.of(
                Awkward.nameOf(sampler) + ", declared", new SamplerSubject(sampler, declares), SamplerLaws.all());
    }

    private static Stream<Awkward<?>> rightSamplers() {
        return Stream.of(
                sampler(ShuffledSampler.of(3), SAMPLER.drawing(Chances.EQUAL).withBatchSize(3)),
                sampler(
                        new ShuffledSampler(5, true),
                        SAMPLER.drawing(Chances.EQUAL).withBatchSize(5)),
                sampler(ShuffledSampler.of(100), SAMPLER.drawing(Chances.EQUAL).withBatchSize(100)),
                sampler(new FullSampler(), SAMPLER.drawing(Chances.EQUAL)),
                sampler(new BootstrapSampler(), SAMPLER.drawing(Chances.EQUAL)),
                sampler(
                        WeightedSampler.byUnitWeight(3),
                        SAMPLER.drawing(Chances.BY_WEIGHT).withBatchSize(3)));
    }

    private static Mutant<?> optimizer(
            String name,
            Optimizer<?> optimizer,
            OptimizerDeclaration declares,
            Law<OptimizerSubject> law,
            String cause) {
        return Mutant.of(name, new OptimizerSubject(optimizer, declares), law, cause);
    }

    private static Stream<Mutant<?>> optimizers() {
        return Stream.of(
                optimizer(
                        "climbs, declared to descend",
                        new Descent(Flaw.ASCENDS),
                        OPTIMIZER.withDescent(),
                        OptimizerLaws.DESCENT,
                        "a step is accepted without a look at the value"),
                optimizer(
                        "one step on a quadratic",
                        Lbfgs.defaults(),
                        OPTIMIZER.withStepsOnQuadratic(n -> 1),
                        OptimizerLaws.QUADRATICS,
                        "a matrix that is not the Hessian"),
                optimizer(
                        "steepest descent, declared affine",
                        Lbfgs.defaults(),
                        OPTIMIZER.invariantTo(Change.AFFINE),
                        OptimizerLaws.INVARIANCES,
                        "a coordinate that is treated otherwise"),
                optimizer(
                        "a start step with units in it",
                        new Descent(),
                        OPTIMIZER.invariantTo(Change.FACTOR),
                        OptimizerLaws.INVARIANCES,
                        "a constant with units in it"));
    }

    private static Awkward<?> optimizer(Optimizer<?> optimizer, OptimizerDeclaration declares) {
        return Awkward.of(
                optimizer.name() + ", declared", new OptimizerSubject(optimizer, declares), OptimizerLaws.all());
    }

    private static Stream<Awkward<?>> rightOptimizers() {
        return Stream.of(
                optimizer(
                        Lbfgs.defaults(),
                        OPTIMIZER.withDescent().invariantTo(Change.TRANSLATION, Change.ROTATION, Change.FACTOR)),
                optimizer(
                        MajorizeMinimize.defaults(),
                        OPTIMIZER
                                .withDescent()
                                .withStepsOnQuadratic(n -> 1)
                                .invariantTo(Change.AFFINE, Change.TRANSLATION, Change.FACTOR)),
                optimizer(new Descent(), OPTIMIZER.withDescent().invariantTo(Change.TRANSLATION, Change.ROTATION)));
    }
}
