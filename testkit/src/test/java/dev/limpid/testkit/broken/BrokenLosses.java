package dev.limpid.testkit.broken;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
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

/** Losses with one fault each; those of the gradient are in {@link BrokenGradients}. */
final class BrokenLosses {

    private BrokenLosses() {}

    private static final ScalarLoss SQUARED = new SquaredLoss();
    private static final ScalarLoss LOGISTIC = new LogisticLoss();
    private static final double DELTA = 2;

    private static Mutant<LossSubject> fault(String name, Loss loss, Law<LossSubject> law, String cause) {
        return Mutant.of(name, LossSubject.of(loss), law, cause);
    }

    private static Mutant<LossSubject> fault(
            String name, Loss loss, Functional predicts, Law<LossSubject> law, String cause) {
        LossDeclaration declares = LossDeclaration.nothing().predicting(predicts);
        return Mutant.of(name, new LossSubject(loss, declares), law, cause);
    }

    static double sigmoid(double f) {
        return f >= 0 ? 1 / (1 + Math.exp(-f)) : Math.exp(f) / (1 + Math.exp(f));
    }

    /** ½c²·log(1 + (r/c)²): not convex. */
    private static ScalarLoss cauchy() {
        return Variant.of(SQUARED)
                .value((y, f) -> 0.5 * Math.log1p((f - y) * (f - y)))
                .gradient((y, f) -> (f - y) / (1 + (f - y) * (f - y)))
                .second((y, f) -> {
                    double square = (f - y) * (f - y);
                    return (1 - square) / ((1 + square) * (1 + square));
                })
                .curvature(Curvature.MAJORISER, (y, f) -> 1 / (1 + (f - y) * (f - y)))
                .convex(false);
    }

    static Stream<Mutant<LossSubject>> others() {
        return Stream.of(
                fault(
                        "kink with a gradient from nowhere",
                        Variant.of(new AbsoluteLoss()).gradient((y, f) -> f == y ? 7 : Math.signum(f - y)),
                        LossLaws.GRADIENT_AT_KINKS,
                        "the kink is a case of its own in gradient"),
                fault(
                        "kinks that are not declared",
                        Variant.of(new AbsoluteLoss()).smooth(true),
                        LossLaws.SMOOTH,
                        "smooth() is not overridden; let it return false"),
                fault(
                        "kinks that are declared and absent",
                        Variant.of(SQUARED).smooth(false),
                        LossLaws.SMOOTH,
                        "smooth() is overridden without need"),
                fault(
                                "branches that do not meet",
                                Variant.of(new HuberLoss(DELTA))
                                        .value((y, f) -> Math.abs(f - y) <= DELTA
                                                ? 0.5 * (f - y) * (f - y)
                                                : DELTA * Math.abs(f - y)),
                                LossLaws.CONTINUOUS,
                                "two branches that do not meet where they join")
                        .as("B-LOSS-051"),
                fault(
                        "negative curvature",
                        Variant.of(cauchy()).curvature(Curvature.EXACT, (y, f) -> cauchy().secondDerivative(y, f)),
                        LossLaws.CURVATURE,
                        "the second derivative is negative here, and curvature must be max(0, second) or a majoriser"),
                fault(
                        "curvature that is NaN",
                        Variant.of(LOGISTIC)
                                .curvature(Curvature.EXACT, (y, f) -> Math.exp(f) / Math.pow(1 + Math.exp(f), 2)),
                        LossLaws.CURVATURE,
                        "an overflow or a 0/0; curvature must be finite"),
                fault(
                        "majoriser below the loss",
                        Variant.of(new HuberLoss(DELTA)).curvature(Curvature.MAJORISER, (y, f) -> 0.5),
                        LossLaws.CURVATURE,
                        "kind() says MAJORISER, but the quadratic lies below the loss"),
                fault(
                        "bound declared exact",
                        Variant.of(LOGISTIC).curvature(Curvature.EXACT, (y, f) -> 0.25),
                        LossLaws.CURVATURE,
                        "times the derivative of gradient; if it is an upper bound, let kind() return MAJORISER"),
                fault(
                        "exact but not raised to 0",
                        Variant.of(cauchy())
                                .curvature(Curvature.EXACT, (y, f) -> Math.abs(cauchy().secondDerivative(y, f))),
                        LossLaws.CURVATURE,
                        "curvature is not 0 where the second derivative is negative"),
                fault(
                        "second derivative with a factor",
                        Variant.of(SQUARED).second((y, f) -> 2),
                        LossLaws.SECOND_DERIVATIVE,
                        "a factor 2 is doubled in secondDerivative, or missing in gradient"),
                fault(
                        "combined call with the second derivative in it",
                        new SecondForCurvature(),
                        LossLaws.COMBINED_CALL,
                        "returns the second derivative where curvature belongs"),
                fault(
                                "naive log(1 + exp(f))",
                                Variant.of(LOGISTIC).value((y, f) -> Math.log(1 + Math.exp(f)) - y * f),
                                LossLaws.EXTREMES,
                                "max(f, 0) + log1p(exp(−|f|)) for log(1 + exp(f))")
                        .as("B-LOSS-044"),
                fault(
                                "0·log 0",
                                Variant.of(LOGISTIC)
                                        .value((y, f) ->
                                                -y * Math.log(sigmoid(f)) - (1 - y) * Math.log(1 - sigmoid(f))),
                                LossLaws.EXTREMES,
                                "0·log 0")
                        .as("B-LOSS-045"),
                fault(
                        "not convex",
                        Variant.of(cauchy()).convex(true),
                        LossLaws.CONVEX,
                        "the loss is not convex (let convex() return false)"),
                fault(
                        "mean for a median",
                        Variant.of(new AbsoluteLoss()).bestShift(SQUARED::bestShift),
                        LossLaws.BEST_SHIFT,
                        "a mean where a median is due"),
                fault(
                        "best shift refused without need",
                        Variant.of(SQUARED).bestShift(s -> {
                            throw new IllegalArgumentException("no best shift today, come back later");
                        }),
                        LossLaws.BEST_SHIFT,
                        "the loss has a best shift here, and must give it"),
                fault(
                        "weights left out of the best shift",
                        Variant.of(SQUARED).bestShift(BrokenLosses::unweightedMean),
                        LossLaws.SHIFT_WEIGHTS,
                        "weights are left out, or counted as rows"),
                fault(
                        "best shift cut off for one class",
                        Variant.of(LOGISTIC).bestShift(s -> oneClass(s) ? 10 : LOGISTIC.bestShift(s)),
                        LossLaws.UNBOUNDED_SHIFT,
                        "bestShift gives where it stopped looking"),
                fault(
                        "refused without a sentence",
                        Variant.of(LOGISTIC).bestShift(s -> {
                            if (oneClass(s)) {
                                throw new IllegalArgumentException("infinite");
                            }
                            return LOGISTIC.bestShift(s);
                        }),
                        LossLaws.UNBOUNDED_SHIFT,
                        "the message is no sentence"),
                fault(
                        "probability above 1",
                        Variant.of(LOGISTIC).mean(f -> 2 * sigmoid(f)),
                        LossLaws.MEAN,
                        "mean must give the probability of class 1"),
                fault(
                        "∞/∞ in the link",
                        Variant.of(LOGISTIC).mean(f -> Math.exp(f) / (1 + Math.exp(f))),
                        LossLaws.MEAN,
                        "∞/∞ in the link"),
                fault(
                        "a mean that turns back",
                        Variant.of(SQUARED).mean(f -> f * f),
                        LossLaws.MEAN,
                        "mean is no inverse of a link"),
                fault(
                        "a mean that changes its input",
                        new BrokenVectorLosses.MeanInPlace(),
                        LossLaws.MEAN,
                        "the array is used as scratch space; write to out"),
                fault(
                                "quantile levels swapped",
                                new QuantileLoss(0.1),
                                Functional.quantile(0.9),
                                LossLaws.DISTRIBUTION,
                                "level and 1 − level are swapped, in value and gradient alike")
                        .as("B-LOSS-054"),
                fault(
                        "median for a mean",
                        new AbsoluteLoss(),
                        Functional.mean(),
                        LossLaws.DISTRIBUTION,
                        "it predicts the median instead"),
                fault(
                        "softmax twice",
                        new BrokenVectorLosses.SoftmaxTwice(),
                        LossLaws.DISTRIBUTION,
                        "mean is not the inverse of the loss's own link (softmax twice"),
                fault(
                        "temperature in the link",
                        Variant.of(LOGISTIC).mean(f -> sigmoid(f / 2)),
                        LossLaws.DISTRIBUTION,
                        "mean is not the inverse of the loss's own link"),
                fault(
                        "targets recoded",
                        Variant.of(SQUARED)
                                .value((y, f) -> SQUARED.value(y - 1, f))
                                .gradient((y, f) -> SQUARED.gradient(y - 1, f)),
                        LossLaws.PERFECT_PREDICTION,
                        "the target is recoded"),
                fault("check that NaN passes", new LenientCheck(), LossLaws.CHECK, "a comparison that NaN passes"),
                fault("running mean in a field", new Remembering(), LossLaws.STATELESS, "a field remembers something"),
                fault("numbers that depend on the thread", new PerThread(), LossLaws.THREADS, "used as scratch space"),
                fault(
                        "scores changed in place",
                        new BrokenVectorLosses.InPlace(),
                        LossLaws.INPUTS,
                        "used as scratch space or recoded in place"),
                fault(
                        "shift-invariance declared by mistake",
                        new BrokenUnitLosses.NotShiftInvariant(),
                        LossLaws.SHIFT_INVARIANT,
                        "shiftInvariant() is overridden by mistake"),
                fault(
                        "mass that moves with the scores",
                        new BrokenUnitLosses.MassOfScores(),
                        LossLaws.UNIT_MASS,
                        "the mass counts something that moves with the scores"),
                fault(
                                "row weights left out",
                                new BrokenUnitLosses.Unweighted(),
                                LossLaws.UNIT_WEIGHTS,
                                "row weights are left out")
                        .as("B-LOSS-030"),
                fault(
                        "ties broken by position",
                        new BrokenUnitLosses.OrderMatters(),
                        LossLaws.UNIT_ORDER,
                        "ties are broken by position"),
                fault("two targets for a scalar", new TwoTargets(), LossLaws.SHAPE, "a ScalarLoss has one of each"));
    }

    private static boolean oneClass(Sample sample) {
        for (int i = 1; i < sample.size(); i++) {
            if (sample.y(i) != sample.y(0)) {
                return false;
            }
        }
        return sample.y(0) == 0 || sample.y(0) == 1;
    }

    private static double unweightedMean(Sample sample) {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            sum += (sample.y(i) - sample.f(i)) / sample.size();
        }
        return sum;
    }

    private static final class SecondForCurvature extends HuberLoss {
        SecondForCurvature() {
            super(1);
        }

        @Override
        public dev.limpid.core.loss.Jet at(double y, double f) {
            return new dev.limpid.core.loss.Jet(value(y, f), gradient(y, f), secondDerivative(y, f));
        }
    }

    private static final class LenientCheck extends PoissonLoss {
        @Override
        public void check(double[] y) {
            if (y[0] < 0) {
                throw new IllegalArgumentException("target must be >= 0, but was " + y[0]);
            }
        }
    }

    private static final class Remembering extends SquaredLoss {
        private double last;

        @Override
        public double value(double y, double f) {
            double smoothed = 0.5 * (f + last);
            last = f;
            return 0.5 * (smoothed - y) * (smoothed - y);
        }
    }

    private static final class PerThread extends SquaredLoss {
        private final long home = Thread.currentThread().getId();

        @Override
        public double value(double y, double f) {
            return super.value(y, f) + (Thread.currentThread().getId() == home ? 0 : 1e-9);
        }
    }

    private static final class TwoTargets extends SquaredLoss {
        @Override
        public int targets() {
            return 2;
        }
    }

    /** All losses with a fault. */
    static Stream<Mutant<LossSubject>> mutants() {
        return Stream.of(
                        BrokenGradients.mutants(),
                        others(),
                        Stream.of(fault(
                                "a combined call of another formula",
                                new OtherInCombination(),
                                LossLaws.KERNEL,
                                "at does not agree with value, gradient and curvature")))
                .flatMap(mutants -> mutants);
    }

    /** Right as far as single calls go; its combined call, which kernels use, is not. */
    private static final class OtherInCombination extends SquaredLoss {
        @Override
        public dev.limpid.core.loss.Jet at(double y, double f) {
            return new dev.limpid.core.loss.Jet(value(y, f) * 2, gradient(y, f), 1);
        }
    }
}
