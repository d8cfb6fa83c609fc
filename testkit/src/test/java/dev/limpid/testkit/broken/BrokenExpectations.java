package dev.limpid.testkit.broken;

import dev.limpid.core.loss.Normal;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.ranking.ListNetLoss;
import dev.limpid.core.loss.robust.CauchyLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import dev.limpid.testkit.declaration.LossDeclaration;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Expected second derivatives and those of units, with one fault each; and right ones of other shapes. */
final class BrokenExpectations {

    private BrokenExpectations() {}

    static Stream<Mutant<?>> mutants() {
        return Stream.of(scalars(), units()).flatMap(mutants -> mutants);
    }

    private static Mutant<LossSubject> scalar(String name, ScalarLoss loss, String cause) {
        return Mutant.of(name, LossSubject.of(loss), LossLaws.EXPECTED_SECOND_DERIVATIVE, cause);
    }

    private static Stream<Mutant<LossSubject>> scalars() {
        return Stream.of(
                scalar(
                        "twice the information of a probit",
                        Variant.of(new ProbitLoss()).expected(f -> 2 * Normal.hazard(f) * Normal.hazard(-f)),
                        "a factor is doubled or missing"),
                scalar(
                        "the second derivative of a yes for the information",
                        Variant.of(new ProbitLoss()).expected(f -> Normal.hazardSlope(-f)),
                        "another formula than the mean of secondDerivative"),
                scalar(
                        "the Poisson information for the negative binomial one",
                        Variant.of(new NegativeBinomialLoss(0.5)).expected(Math::exp),
                        "another formula than the mean of secondDerivative"),
                scalar(
                        "the logit's mean with the probit's gradient",
                        Variant.of(new ProbitLoss())
                                .mean(f -> 1 / (1 + Math.exp(-f)))
                                .expected(f -> Normal.hazard(f) * Normal.hazard(-f)),
                        "not of one distribution"),
                scalar(
                        "an information of Cauchy's distribution, which isn't declared",
                        Variant.of(new CauchyLoss(1)).expected(f -> 0.25),
                        "declare the targets of the model"));
    }

    /** H·d scaled as if d had length 1. */
    private static final class OfLengthOne extends ListNetLoss {
        @Override
        public void secondDerivativeTimes(Unit unit, double[] d, double[] out) {
            double length = Math.sqrt(Arrays.stream(d).map(x -> x * x).sum());
            super.secondDerivativeTimes(unit, d, out);
            for (int i = 0; i < unit.size(); i++) {
                out[i] /= length;
            }
        }
    }

    /** The diagonal alone. */
    private static final class Diagonal extends ListNetLoss {
        @Override
        public void secondDerivativeTimes(Unit unit, double[] d, double[] out) {
            curvature(unit, out);
            for (int i = 0; i < unit.size(); i++) {
                out[i] *= d[i];
            }
        }
    }

    /** Residuals of rows of weight 1. */
    private static final class Unweighted extends CoxLoss {
        @Override
        public void scoreResiduals(Unit unit, double[] d, double[] out) {
            super.scoreResiduals(unit, d, out);
            for (int i = 0; i < unit.size(); i++) {
                out[i] /= unit.w()[i];
            }
        }
    }

    private static Mutant<LossSubject> unit(String name, LossSubject loss, Law<LossSubject> law, String cause) {
        return Mutant.of(name, loss, law, cause);
    }

    private static Stream<Mutant<LossSubject>> units() {
        LossDeclaration times = LossDeclaration.nothing().drawingTargets(random ->
                new double[] {1 + random.nextInt(4), random.nextInt(4) > 0 ? 1 : 0});
        return Stream.of(
                unit(
                        "a product with a direction of length 1",
                        LossSubject.of(new OfLengthOne()),
                        LossLaws.UNIT_PRODUCTS,
                        "d is brought to another length"),
                unit(
                        "the diagonal of a unit's second derivatives for all",
                        LossSubject.of(new Diagonal()),
                        LossLaws.SECOND_DERIVATIVE,
                        "secondDerivative"),
                unit(
                        "score residuals without weights",
                        new LossSubject(new Unweighted(), times),
                        LossLaws.SCORE_RESIDUALS,
                        "a row's part, a weight or the sign is left out"));
    }

    /** Cauchy's distribution at its quantiles, as many to each side. */
    private static double[][] cauchy(double f) {
        int n = 20_000;
        double[] y = IntStream.range(0, n)
                .mapToDouble(k -> f + Math.tan(Math.PI * ((k + 0.5) / n - 0.5)))
                .toArray();
        double[] p = new double[n];
        Arrays.fill(p, 1.0 / n);
        return new double[][] {y, p};
    }

    /** The gamma distribution of shape 1 by its quantiles' sums, whose mean is put right. */
    private static double[][] exponential(double f) {
        int n = 20_000;
        double[] y = IntStream.range(0, n)
                .mapToDouble(k -> -Math.log1p(-(k + 0.5) / n))
                .toArray();
        double mean = Arrays.stream(y).average().orElseThrow();
        double[] p = new double[n];
        Arrays.fill(p, 1.0 / n);
        return new double[][] {Arrays.stream(y).map(x -> x * Math.exp(f) / mean).toArray(), p};
    }

    static Stream<Awkward<?>> right() {
        LossDeclaration nothing = LossDeclaration.nothing();
        return Stream.of(
                Awkward.of(
                        "Cauchy's information ¼, its model declared",
                        new LossSubject(
                                Variant.of(new CauchyLoss(1)).expected(f -> 0.25),
                                nothing.withModel(BrokenExpectations::cauchy)),
                        LossLaws.all()),
                Awkward.of(
                        "the gamma loss, its model declared",
                        new LossSubject(new GammaLoss(), nothing.withModel(BrokenExpectations::exponential)),
                        LossLaws.all()));
    }
}
