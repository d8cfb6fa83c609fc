package dev.limpid.testkit.core;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.testkit.contract.LossContract;
import java.util.Map;

/** The perceptron's loss obeys the laws. */
class PerceptronTest implements LossContract {

    @Override
    public Loss newLoss() {
        return HingeLoss.perceptron();
    }

    @Override
    public Map<String, String> exclusions() {
        return Map.of("L15", "the best score of the perceptron is 0 whatever the share: it knows no probabilities");
    }
}
