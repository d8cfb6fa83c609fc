package dev.limpid.testkit.broken;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.testkit.declaration.LossDeclaration;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.law.Functional;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import java.util.Arrays;
import java.util.stream.Stream;

/** Losses with the faults that are left: each makes a rule of the diagnosis speak that no other mutant does. */
final class RuleLosses {

    private RuleLosses() {}

    private static final ScalarLoss SQUARED = new SquaredLoss();
    private static final ScalarLoss LOGISTIC = new LogisticLoss();

    private static Mutant<LossSubject> fault(String name, Loss loss, Law<LossSubject> law, String cause) {
        return Mutant.of(name, LossSubject.of(loss), law, cause);
    }

    /** The squared loss with another frame. */
    private static class Framed extends SquaredLoss {
        @Override
        public String toString() {
            return "MyLoss";
        }
    }

    /** A loss of as many scores as nobody has. */
    private static final class NoScores implements VectorLoss {
        @Override
        public int scores() {
            return 0;
        }

        @Override
        public double value(double[] y, double[] f) {
            return 0;
        }

        @Override
        public void gradient(double[] y, double[] f, double[] out) {}

        @Override
        public void curvature(double[] y, double[] f, double[] out) {}
    }

    static Stream<Mutant<LossSubject>> mutants() {
        return Stream.of(frames(), derivatives(), shifts(), means(), proxes()).flatMap(mutants -> mutants);
    }

    private static Stream<Mutant<LossSubject>> frames() {
        return Stream.of(
                fault(
                        "no name",
                        new Framed() {
                            @Override
                            public String name() {
                                return " ";
                            }
                        },
                        LossLaws.SHAPE,
                        "name() is empty"),
                fault("no scores", new NoScores(), LossLaws.SHAPE, "both must be at least 1"),
                fault(
                        "three classes of one score",
                        new Framed() {
                            @Override
                            public int classes() {
                                return 3;
                            }
                        },
                        LossLaws.SHAPE,
                        "a loss of one score has 2 classes"),
                Mutant.of(
                        "two targets drawn for one",
                        new LossSubject(SQUARED, LossDeclaration.nothing().drawingTargets(random -> new double[2])),
                        LossLaws.SHAPE,
                        "drawTargets and targets() do not go together"),
                fault(
                        "a check that is narrower than the domain",
                        new Framed() {
                            @Override
                            public void check(double[] y) {
                                if (!(y[0] >= 0)) {
                                    throw new IllegalArgumentException("target must be >= 0, but was " + y[0]);
                                }
                            }
                        },
                        LossLaws.SHAPE,
                        "check and domain() do not go together"),
                fault(
                        "a check that names no value",
                        new Framed() {
                            @Override
                            public void check(double[] y) {
                                if (!Double.isFinite(y[0])) {
                                    throw new IllegalArgumentException("bad target");
                                }
                            }
                        },
                        LossLaws.CHECK,
                        "the message is no sentence with the value in it"),
                fault(
                        "one score, declared shift-invariant",
                        new Framed() {
                            @Override
                            public boolean shiftInvariant() {
                                return true;
                            }
                        },
                        LossLaws.SHIFT_INVARIANT,
                        "a loss of a single score that does not notice a shift is a constant"),
                Mutant.of(
                        "a domain without multiples, declared to scale",
                        new LossSubject(
                                new Framed() {
                                    @Override
                                    public Domain domain() {
                                        return new Domain(1, false, 2, false);
                                    }
                                },
                                LossDeclaration.nothing().withScaleDegree(2)),
                        LossLaws.SCALE,
                        "No target of the domain has a multiple inside of it."));
    }

    private static Stream<Mutant<LossSubject>> derivatives() {
        int[] calls = new int[1];
        return Stream.of(
                fault(
                        "half a gradient near the target",
                        Variant.of(SQUARED).gradient((y, f) -> (Math.abs(f - y) < 1 ? 0.5 : 1) * (f - y)),
                        LossLaws.GRADIENT,
                        "only near the middle, |f − y| ≤ "),
                fault(
                        "a constant",
                        Variant.of(SQUARED).value((y, f) -> 0).gradient((y, f) -> 0),
                        LossLaws.GRADIENT,
                        "numbers looked at are 0, as if value did not depend on the score"),
                fault(
                        "a second derivative below all rounding",
                        Variant.of(new AbsoluteLoss()).second((y, f) -> 1e-30),
                        LossLaws.SECOND_DERIVATIVE,
                        "All second derivatives are lost in rounding."),
                fault(
                        "a curvature of 0, declared exact",
                        Variant.of(SQUARED).curvature(Curvature.EXACT, (y, f) -> 0),
                        LossLaws.CURVATURE,
                        "curvature is 0 where the derivative of gradient is not; a term of the second derivative"),
                fault(
                        "a curvature of 1 on straight pieces, declared exact",
                        Variant.of(new AbsoluteLoss()).curvature(Curvature.EXACT, (y, f) -> 1),
                        LossLaws.CURVATURE,
                        "curvature is not 0 where the derivative of gradient is"),
                fault(
                        "gradients that fade from call to call",
                        Variant.of(SQUARED).gradient((y, f) -> (f - y) / (1 + 1e-3 * calls[0]++)),
                        LossLaws.KERNEL,
                        "the loss depends on who calls it"));
    }

    private static Stream<Mutant<LossSubject>> shifts() {
        return Stream.of(
                fault(
                        "a best shift that is nearly there",
                        Variant.of(SQUARED).bestShift(sample -> SQUARED.bestShift(sample) + 2e-5),
                        LossLaws.BEST_SHIFT,
                        "the iteration stops early, or weights are left out"),
                fault(
                        "falls for ever",
                        Variant.of(SQUARED)
                                .value((y, f) -> Math.exp(-f))
                                .gradient((y, f) -> -Math.exp(-f))
                                .bestShift(RuleLosses::refused),
                        LossLaws.BEST_SHIFT,
                        "bestShift refused every sample."));
    }

    private static double refused(Sample sample) {
        throw new IllegalArgumentException("the loss of " + sample + " has no minimum");
    }

    private static Mutant<LossSubject> prox(String name, String cause, Variant.Prox wrong) {
        return fault(name, Variant.of(SQUARED).prox(wrong), LossLaws.PROX, cause);
    }

    /** The right one: x = (f + step·y) / (1 + step). */
    private static Stream<Mutant<LossSubject>> proxes() {
        return Stream.of(
                prox("a prox without its step", "this is the prox of step 1.", (y, f, step) -> (f + y) / 2),
                prox(
                        "a prox for a square over the step",
                        "a factor 2: this is the prox of step 5.0E-4",
                        (y, f, step) -> (f + step / 2 * y) / (1 + step / 2)),
                prox("a prox uphill", "the sign: a prox moves downhill", (y, f, step) -> f + step * (f - y)),
                prox(
                        "a gradient step for a prox",
                        "another formula than value's, or a branch left out",
                        (y, f, step) -> f - step * (f - y)),
                prox(
                        "a prox of 0/0",
                        "an overflow or a 0/0",
                        (y, f, step) -> (f - y) / (1 + step) * (f - y) / (f - y) + y),
                prox("a prox that overflows", "an overflow or a 0/0", (y, f, step) -> Math.exp(800 + f)));
    }

    private static Stream<Mutant<LossSubject>> means() {
        return Stream.of(
                fault(
                        "the same mean everywhere",
                        Variant.of(LOGISTIC).mean(f -> 0.5),
                        LossLaws.MEAN,
                        "mean gives the same number for every score."),
                fault(
                        "shares that are not divided by their sum",
                        new SoftmaxLoss(3) {
                            @Override
                            public void mean(double[] f, double[] out) {
                                Arrays.setAll(out, k -> Math.exp(f[k]));
                            }
                        },
                        LossLaws.MEAN,
                        "the exponentials overflow or are not divided by their sum"),
                Mutant.of(
                        "the mean of three classes",
                        new LossSubject(
                                new SoftmaxLoss(3), LossDeclaration.nothing().predicting(Functional.mean())),
                        LossLaws.DISTRIBUTION,
                        "predicts() is stated for a loss that is no ScalarLoss"),
                Mutant.of(
                        "the 0.7-quantile for the 0.9-quantile",
                        new LossSubject(
                                new QuantileLoss(0.7), LossDeclaration.nothing().predicting(Functional.quantile(0.9))),
                        LossLaws.DISTRIBUTION,
                        "value weighs its two sides otherwise"));
    }
}
