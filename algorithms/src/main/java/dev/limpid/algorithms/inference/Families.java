package dev.limpid.algorithms.inference;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.classification.CloglogLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.InverseGaussianLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.glm.TweedieLoss;
import dev.limpid.core.loss.multiclass.CumulativeLogitLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.survival.AftLoss;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;

/** The families of the built-in losses; a subclass of a loss may be another one's. */
final class Families {

    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    private Families() {}

    static Optional<Family> of(Loss loss) {
        Class<?> type = loss.getClass();
        if (type == SquaredLoss.class) {
            return Optional.of(gaussian());
        }
        if (type == LogisticLoss.class || type == ProbitLoss.class || type == CloglogLoss.class) {
            return Optional.of(binomial((ScalarLoss) loss));
        }
        if (type == SoftmaxLoss.class) {
            return Optional.of(new Classes("multinomial", (VectorLoss) loss));
        }
        if (type == CumulativeLogitLoss.class) {
            return Optional.of(new Classes("ordered classes", (VectorLoss) loss));
        }
        if (loss instanceof AftLoss times && type == AftLoss.class) {
            return Optional.of(new Times(times));
        }
        if (type == PoissonLoss.class) {
            return Optional.of(poisson());
        }
        if (loss instanceof NegativeBinomialLoss negative && type == NegativeBinomialLoss.class) {
            return Optional.of(negativeBinomial(negative));
        }
        if (type == GammaLoss.class) {
            return Optional.of(gamma());
        }
        if (type == InverseGaussianLoss.class) {
            return Optional.of(inverseGaussian());
        }
        if (loss instanceof TweedieLoss tweedie && type == TweedieLoss.class) {
            return Optional.of(tweedie(tweedie));
        }
        return Optional.empty();
    }

    /** log p of a target, a mean µ and φ. */
    private interface LogDensity {
        double of(double y, double mean, double dispersion);
    }

    /** A family of one target and one score, written in terms of the mean. */
    private record OfMean(
            String name,
            boolean estimatesDispersion,
            ScalarLoss loss,
            LogDensity density,
            DoubleBinaryOperator unitDeviance,
            DoubleUnaryOperator variance)
            implements Family {

        @Override
        public double logLikelihood(double[] y, double[] f, double dispersion) {
            return density.of(y[0], loss.mean(f[0]), dispersion);
        }

        @Override
        public double deviance(double[] y, double[] f) {
            return Math.max(0, unitDeviance.applyAsDouble(y[0], loss.mean(f[0])));
        }

        @Override
        public double pearson(double[] y, double[] f) {
            double mean = loss.mean(f[0]);
            return (y[0] - mean) * (y[0] - mean) / variance.applyAsDouble(mean);
        }
    }

    private static Family gaussian() {
        return new OfMean(
                "Gaussian",
                true,
                new SquaredLoss(),
                (y, m, s2) -> -0.5 * (LOG_2_PI + Math.log(s2) + (y - m) * (y - m) / s2),
                (y, m) -> (y - m) * (y - m),
                m -> 1);
    }

    /** The loss itself is the negative log likelihood of a 0 or 1; shares have an entropy that the best score leaves. */
    private static Family binomial(ScalarLoss loss) {
        return new Family() {
            @Override
            public String name() {
                return "binomial";
            }

            @Override
            public double logLikelihood(double[] y, double[] f, double dispersion) {
                return -loss.value(y[0], f[0]);
            }

            @Override
            public double deviance(double[] y, double[] f) {
                double entropy = -timesLog(y[0], y[0]) - timesLog(1 - y[0], 1 - y[0]);
                return Math.max(0, 2 * (loss.value(y[0], f[0]) - entropy));
            }

            @Override
            public double pearson(double[] y, double[] f) {
                double p = loss.mean(f[0]);
                return (y[0] - p) * (y[0] - p) / (p * (1 - p));
            }
        };
    }

    /** One of several classes: the loss is the negative log likelihood, 0 at best. */
    private record Classes(String name, VectorLoss loss) implements Family {

        @Override
        public double logLikelihood(double[] y, double[] f, double dispersion) {
            return -loss.value(y, f);
        }

        @Override
        public double deviance(double[] y, double[] f) {
            return 2 * loss.value(y, f);
        }
    }

    /** Times with censored ones: the loss is that of log t, whose density has a factor t more. */
    private record Times(AftLoss loss) implements Family {

        @Override
        public String name() {
            return "failure times";
        }

        @Override
        public double logLikelihood(double[] y, double[] f, double dispersion) {
            return -loss.value(y, f) - y[1] * Math.log(y[0]);
        }

        /** The scale shrinks to a time that is fitted exactly: there is no best score. */
        @Override
        public double deviance(double[] y, double[] f) {
            return Double.NaN;
        }
    }

    private static Family poisson() {
        return new OfMean(
                "Poisson",
                false,
                new PoissonLoss(),
                (y, m, phi) -> timesLog(y, m) - m - LogGamma.value(y + 1),
                (y, m) -> 2 * (timesLog(y, y / m) - (y - m)),
                m -> m);
    }

    private static Family negativeBinomial(NegativeBinomialLoss loss) {
        double a = loss.dispersion();
        return new OfMean(
                "negative binomial",
                false,
                loss,
                (y, m, phi) -> LogGamma.value(y + 1 / a)
                        - LogGamma.value(1 / a)
                        - LogGamma.value(y + 1)
                        + timesLog(y, a * m / (1 + a * m))
                        - Math.log1p(a * m) / a,
                (y, m) -> 2 * (timesLog(y, y / m) - (y + 1 / a) * Math.log1p(a * (y - m) / (1 + a * m))),
                m -> m + a * m * m);
    }

    private static Family gamma() {
        return new OfMean(
                "gamma",
                true,
                new GammaLoss(),
                (y, m, phi) -> (Math.log(y / m / phi) - y / m) / phi - Math.log(y) - LogGamma.value(1 / phi),
                (y, m) -> 2 * ((y - m) / m - Math.log(y / m)),
                m -> m * m);
    }

    private static Family inverseGaussian() {
        return new OfMean(
                "inverse Gaussian",
                true,
                new InverseGaussianLoss(),
                (y, m, phi) ->
                        -0.5 * (LOG_2_PI + Math.log(phi) + 3 * Math.log(y) + (y - m) * (y - m) / (phi * y * m * m)),
                (y, m) -> (y - m) * (y - m) / (y * m * m),
                m -> m * m * m);
    }

    /** Its density is a series; it isn't computed. */
    private static Family tweedie(TweedieLoss loss) {
        double p = loss.power();
        return new OfMean(
                "Tweedie",
                true,
                loss,
                (y, m, phi) -> Double.NaN,
                (y, m) -> 2 * (loss.value(y, Math.log(m)) - (y == 0 ? -1 / (2 - p) : loss.value(y, Math.log(y)))),
                m -> Math.pow(m, p));
    }

    /** y·log x, 0 for y = 0. */
    private static double timesLog(double y, double x) {
        return y == 0 ? 0 : y * Math.log(x);
    }
}
