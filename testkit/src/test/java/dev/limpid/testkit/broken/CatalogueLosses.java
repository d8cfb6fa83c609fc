package dev.limpid.testkit.broken;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.testkit.declaration.LossDeclaration;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import java.util.stream.Stream;

/** Bugs of the catalogue in losses, as far as no other file has them already. */
final class CatalogueLosses {

    private static final ScalarLoss SQUARED = new SquaredLoss();
    private static final ScalarLoss LOGISTIC = new LogisticLoss();
    private static final double DELTA = 2;
    private static final double EPSILON = 1e-3;

    private CatalogueLosses() {}

    private static Mutant<LossSubject> fault(String name, Loss loss, Law<LossSubject> law, String cause) {
        return Mutant.of(name, LossSubject.of(loss), law, cause);
    }

    private static double sigmoid(double f) {
        return f >= 0 ? 1 / (1 + Math.exp(-f)) : Math.exp(f) / (1 + Math.exp(f));
    }

    static Stream<Mutant<?>> mutants() {
        return Stream.of(formulas(), numerics(), branches(), calls(), rows()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant<LossSubject>> formulas() {
        return Stream.of(
                fault(
                                "squared error with its residual the other way round",
                                Variant.of(SQUARED).gradient((y, f) -> y - f),
                                LossLaws.GRADIENT,
                                "gradient has the opposite sign (ratio −1.000)")
                        .as("B-LOSS-003"),
                Mutant.of(
                                "softmax in the model and again in the loss",
                                new LossSubject(
                                        sigmoidTwice(),
                                        LossDeclaration.nothing().withInfimum(0)),
                                LossLaws.VALUE_RANGE,
                                "or the link is in it twice")
                        .as("B-LOSS-010"),
                fault(
                                "start at 0",
                                Variant.of(SQUARED).bestShift(s -> 0),
                                LossLaws.BEST_SHIFT,
                                "bestShift is the minimiser of another loss")
                        .as("B-LOSS-034"),
                fault("soft labels rounded", new RoundedShares(), LossLaws.PERFECT_PREDICTION, "the target is recoded")
                        .as("B-LOSS-059"),
                fault(
                                "log-odds of a single class",
                                Variant.of(LOGISTIC).bestShift(CatalogueLosses::logOdds),
                                LossLaws.UNBOUNDED_SHIFT,
                                "it must throw an IllegalArgumentException that says so")
                        .as("B-LOSS-068"));
    }

    private static Stream<Mutant<LossSubject>> numerics() {
        return Stream.of(
                fault(
                                "a clip that single precision does not see",
                                Variant.of(LOGISTIC).value(CatalogueLosses::clippedInFloat),
                                LossLaws.EXTREMES,
                                "log of 0, 0·log 0")
                        .as("B-LOSS-039"),
                Mutant.of(
                                "epsilon in the logarithm of one class",
                                new LossSubject(
                                        epsilonForOnes(),
                                        LossDeclaration.nothing().withSymmetry()),
                                LossLaws.SYMMETRIC,
                                "one branch (f > y, or one class) is left out")
                        .as("B-LOSS-041"),
                fault(
                                "the branch that was not chosen times 0",
                                Variant.of(LOGISTIC).gradient((y, f) -> {
                                    double large = f > 0 ? 1 : 0;
                                    double naive = Math.exp(f) / (1 + Math.exp(f));
                                    return large / (1 + Math.exp(-f)) + (1 - large) * naive - y;
                                }),
                                LossLaws.GRADIENT,
                                "gradient is not finite where value is: an exp that overflows")
                        .as("B-LOSS-047"),
                fault("a missing label times 0", new Masked(), LossLaws.CHECK, "a comparison that NaN passes")
                        .as("B-LOSS-048"),
                fault(
                                "total kept in an integer",
                                Variant.of(SQUARED).value((y, f) -> (double) (long) SQUARED.value(y, f)),
                                LossLaws.CONTINUOUS,
                                "or a number that is cut to an integer")
                        .as("B-LOSS-062"),
                fault(
                                "class kept in a byte",
                                new CatalogueVectorLosses.ClassInByte(),
                                LossLaws.EXTREMES,
                                "It threw java.lang.ArrayIndexOutOfBoundsException: Index -")
                        .as("B-LOSS-063"));
    }

    private static Stream<Mutant<LossSubject>> branches() {
        return Stream.of(
                fault(
                                "a unit vector of length 0",
                                Variant.of(new AbsoluteLoss()).gradient((y, f) -> (f - y) / Math.abs(f - y)),
                                LossLaws.EXTREMES,
                                "0·log 0, 0/0 or ∞ − ∞")
                        .as("B-LOSS-049"),
                fault(
                                "half of 1 where half of the threshold is due",
                                Variant.of(SQUARED)
                                        .value((y, f) -> smoothL1(f - y))
                                        .gradient((y, f) -> Math.max(-1, Math.min(1, (f - y) / DELTA))),
                                LossLaws.CONTINUOUS,
                                "such as |r| − ½ for |r| − ½δ")
                        .as("B-LOSS-050"),
                Mutant.of(
                                "Huber's threshold on the signed error",
                                new LossSubject(
                                        Variant.of(new HuberLoss(DELTA))
                                                .value((y, f) -> signedHuber(f - y))
                                                .gradient((y, f) -> Math.min(DELTA, f - y)),
                                        LossDeclaration.nothing().withGradientBound(DELTA)),
                                LossLaws.GRADIENT_BOUND,
                                "a threshold or a factor is another than declared, or has a sign")
                        .as("B-LOSS-052"));
    }

    private static Stream<Mutant<LossSubject>> calls() {
        return Stream.of(
                fault(
                                "labels recoded in place",
                                new CatalogueVectorLosses.RecodesLabels(),
                                LossLaws.INPUTS,
                                "used as scratch space or recoded in place (0/1 to ±1)")
                        .as("B-LOSS-070"),
                fault(
                                "the score moved between value and gradient",
                                new MovedBetween(),
                                LossLaws.COMBINED_CALL,
                                "at is written with other terms")
                        .as("B-LOSS-073"));
    }

    /** Bugs of several rows: they take a UnitLoss, for a ScalarLoss sees one row and no weight. */
    private static Stream<Mutant<LossSubject>> rows() {
        return Stream.of(
                fault(
                                "largest score of all rows",
                                new CatalogueUnitLosses.LargestOfAllRows(),
                                LossLaws.EXTREMES,
                                "exp overflows, log of 0")
                        .as("B-LOSS-017"),
                fault(
                                "weights squared",
                                new CatalogueUnitLosses.WeightsSquared(),
                                LossLaws.UNIT_WEIGHTS,
                                "or taken twice")
                        .as("B-LOSS-024"),
                fault(
                                "weights in the gradient, not in the Hessian",
                                new CatalogueUnitLosses.UnweightedHessian(),
                                LossLaws.CURVATURE,
                                "times the derivative of gradient")
                        .as("B-LOSS-026"),
                fault(
                                "mass is the number of rows",
                                new CatalogueUnitLosses.MassOfRows(),
                                LossLaws.UNIT_WEIGHTS,
                                "or rows are counted where weights are due")
                        .as("B-LOSS-027"),
                fault(
                                "gradient by classes, then rows",
                                new CatalogueUnitLosses.ClassMajor(),
                                LossLaws.GRADIENT,
                                "gradient and value are of different formulas")
                        .as("B-LOSS-036"),
                fault(
                                "mean over the rows for one over the outputs",
                                new CatalogueUnitLosses.MeanOverRows(),
                                LossLaws.UNIT_WEIGHTS,
                                "or rows are counted where weights are due")
                        .as("B-LOSS-038"));
    }

    /** ℓ(y, 1/(1 + e⁻ᶠ)), the softmax of two classes twice: it falls no lower than log(1 + 1/e). */
    private static ScalarLoss sigmoidTwice() {
        return Variant.of(LOGISTIC)
                .value((y, f) -> LOGISTIC.value(y, sigmoid(f)))
                .gradient((y, f) -> LOGISTIC.gradient(y, sigmoid(f)) * sigmoid(f) * sigmoid(-f))
                .convex(false);
    }

    /** Right for two classes and scores of 0; infinite for one class. */
    private static double logOdds(Sample sample) {
        double ones = 0;
        double all = 0;
        for (int i = 0; i < sample.size(); i++) {
            ones += sample.w(i) * sample.y(i);
            all += sample.w(i);
        }
        return Math.log(ones / (all - ones));
    }

    /** 1 − 10⁻⁹ is 1 in a float. */
    private static double clippedInFloat(double y, double f) {
        float p = Math.max(1e-9f, Math.min((float) (1 - 1e-9), (float) sigmoid(f)));
        return -y * Math.log(p) - (1 - y) * Math.log(1 - p);
    }

    private static ScalarLoss epsilonForOnes() {
        return Variant.of(LOGISTIC)
                .value((y, f) -> y == 1 ? -Math.log(sigmoid(f) + EPSILON) : LOGISTIC.value(y, f))
                .gradient((y, f) ->
                        y == 1 ? -sigmoid(f) * sigmoid(-f) / (sigmoid(f) + EPSILON) : LOGISTIC.gradient(y, f));
    }

    private static double smoothL1(double r) {
        return Math.abs(r) < DELTA ? 0.5 * r * r / DELTA : Math.abs(r) - 0.5;
    }

    private static double signedHuber(double r) {
        return r <= DELTA ? 0.5 * r * r : DELTA * (r - 0.5 * DELTA);
    }

    /** Cross-entropy of a share y in [0, 1] that takes y for the nearer of 0 and 1. */
    private static final class RoundedShares implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return LOGISTIC.value(y > 0.5 ? 1 : 0, f);
        }

        @Override
        public double gradient(double y, double f) {
            return LOGISTIC.gradient(y > 0.5 ? 1 : 0, f);
        }

        @Override
        public double mean(double f) {
            return sigmoid(f);
        }

        @Override
        public Domain domain() {
            return Domain.probability();
        }
    }

    /** Lets NaN through as the mark of a missing label, and multiplies it by 0. */
    private static final class Masked extends SquaredLoss {
        @Override
        public void check(double[] y) {
            if (!Double.isNaN(y[0])) {
                super.check(y);
            }
        }

        @Override
        public double value(double y, double f) {
            return (Double.isNaN(y) ? 0 : 1) * super.value(y, f);
        }

        @Override
        public double gradient(double y, double f) {
            return (Double.isNaN(y) ? 0 : 1) * super.gradient(y, f);
        }
    }

    /** Takes a step between value and gradient. */
    private static final class MovedBetween extends SquaredLoss {
        @Override
        public Jet at(double y, double f) {
            double value = value(y, f);
            double moved = f - 0.1 * gradient(y, f);
            return new Jet(value, gradient(y, moved), curvature(y, moved));
        }

        @Override
        public Curvature kind() {
            return Curvature.EXACT;
        }
    }
}
