package dev.limpid.testkit.core;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.InverseGaussianLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.glm.TweedieLoss;
import dev.limpid.core.loss.regression.EpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.ExpectileLoss;
import dev.limpid.core.loss.regression.LogCoshLoss;
import dev.limpid.core.loss.regression.PseudoHuberLoss;
import dev.limpid.core.loss.regression.SquaredEpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.SquaredLogLoss;
import dev.limpid.testkit.contract.LossContract;
import dev.limpid.testkit.law.Functional;
import org.junit.jupiter.api.Nested;

/** The losses of numbers, counts and positive numbers obey the laws. */
class RegressionLossesTest {
    @Nested
    class PseudoHuber implements LossContract {
        @Override
        public Loss newLoss() {
            return new PseudoHuberLoss(1);
        }
    }

    @Nested
    class WidePseudoHuber implements LossContract {
        @Override
        public Loss newLoss() {
            return PseudoHuberLoss.efficient95(2);
        }
    }

    @Nested
    class NarrowPseudoHuber implements LossContract {
        @Override
        public Loss newLoss() {
            return new PseudoHuberLoss(0.01);
        }
    }

    @Nested
    class LogCosh implements LossContract {
        @Override
        public Loss newLoss() {
            return new LogCoshLoss();
        }
    }

    @Nested
    class NarrowLogCosh implements LossContract {
        @Override
        public Loss newLoss() {
            return new LogCoshLoss(0.05);
        }
    }

    @Nested
    class Expectile implements LossContract {
        @Override
        public Loss newLoss() {
            return new ExpectileLoss(0.8);
        }

        @Override
        public Functional predicts() {
            return Functional.expectile(0.8);
        }
    }

    @Nested
    class ExpectileOfOneHalf implements LossContract {
        @Override
        public Loss newLoss() {
            return new ExpectileLoss(0.5);
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class EpsilonInsensitive implements LossContract {
        @Override
        public Loss newLoss() {
            return new EpsilonInsensitiveLoss(0.5);
        }
    }

    @Nested
    class EpsilonInsensitiveWithoutTube implements LossContract {
        @Override
        public Loss newLoss() {
            return new EpsilonInsensitiveLoss(0);
        }

        @Override
        public Functional predicts() {
            return Functional.median();
        }
    }

    @Nested
    class SquaredEpsilonInsensitive implements LossContract {
        @Override
        public Loss newLoss() {
            return new SquaredEpsilonInsensitiveLoss(0.25);
        }
    }

    @Nested
    class SquaredEpsilonInsensitiveWithoutTube implements LossContract {
        @Override
        public Loss newLoss() {
            return new SquaredEpsilonInsensitiveLoss(0);
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class SquaredLog implements LossContract {
        @Override
        public Loss newLoss() {
            return new SquaredLogLoss();
        }
    }

    @Nested
    class Gamma implements LossContract {
        @Override
        public Loss newLoss() {
            return new GammaLoss();
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class InverseGaussian implements LossContract {
        @Override
        public Loss newLoss() {
            return new InverseGaussianLoss();
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class Tweedie implements LossContract {
        @Override
        public Loss newLoss() {
            return new TweedieLoss(1.5);
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class TweedieLikePoisson implements LossContract {
        @Override
        public Loss newLoss() {
            return new TweedieLoss(1);
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class TweedieNearGamma implements LossContract {
        @Override
        public Loss newLoss() {
            return new TweedieLoss(1.99);
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class TweedieLikeGamma implements LossContract {
        @Override
        public Loss newLoss() {
            return new TweedieLoss(2);
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class NegativeBinomial implements LossContract {
        @Override
        public Loss newLoss() {
            return new NegativeBinomialLoss(0.5);
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class NegativeBinomialNearPoisson implements LossContract {
        @Override
        public Loss newLoss() {
            return new NegativeBinomialLoss(1e-6);
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }

    @Nested
    class Geometric implements LossContract {
        @Override
        public Loss newLoss() {
            return new NegativeBinomialLoss(1);
        }

        @Override
        public Functional predicts() {
            return Functional.mean();
        }
    }
}
