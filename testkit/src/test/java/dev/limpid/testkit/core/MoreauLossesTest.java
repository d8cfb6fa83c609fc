package dev.limpid.testkit.core;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.composed.Losses;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.EpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.testkit.contract.LossContract;
import dev.limpid.testkit.declaration.LossDeclaration;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Moreau envelopes obey the laws: of kinked losses, of smooth ones, with a prox in closed form and without. */
class MoreauLossesTest {

    @Nested
    class OfAbsolute implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.moreau(new AbsoluteLoss(), 0.5);
        }

        @Override
        public LossDeclaration lossDeclaration() {
            return LossDeclaration.nothing().withInfimum(0).withGradientBound(1).withSymmetry();
        }
    }

    @Nested
    class OfQuantile implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.moreau(new QuantileLoss(0.8), 2);
        }

        @Override
        public LossDeclaration lossDeclaration() {
            return LossDeclaration.nothing().withInfimum(0).withGradientBound(0.8);
        }
    }

    @Nested
    class OfEpsilonInsensitive implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.moreau(new EpsilonInsensitiveLoss(0.3), 0.05);
        }
    }

    @Nested
    class OfHinge implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.moreau(new HingeLoss(), 1);
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of("L15", "the hinge loss knows no probabilities, and its envelope knows none either");
        }
    }

    @Nested
    class OfLogistic implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.moreau(new LogisticLoss(), 0.5);
        }

        @Override
        public Map<String, String> exclusions() {
            return Map.of("L15", "the envelope is flatter, so that its best shift is further out");
        }
    }

    @Nested
    class OfPoisson implements LossContract {
        @Override
        public Loss newLoss() {
            return Losses.moreau(new PoissonLoss(), 0.5);
        }
    }
}
