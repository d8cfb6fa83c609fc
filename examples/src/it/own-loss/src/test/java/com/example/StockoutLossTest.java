package com.example;

import static dev.limpid.testkit.LimpidAssertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.boosting.GradientBoosting;
import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.loss.Loss;
import dev.limpid.testkit.contract.LossContract;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The contract's laws, and two models fitted from INDArrays with the loss. */
class StockoutLossTest implements LossContract {

    private static final double MEAN_TARGET = targets().meanNumber().doubleValue();

    @Override
    public Loss newLoss() {
        return new StockoutLoss();
    }

    @Test
    void underForecastingCostsFourTimesAsMuch() {
        StockoutLoss loss = new StockoutLoss();

        assertThat(loss.value(10, 7)).isEqualTo(4 * loss.value(10, 13));
    }

    @Test
    void theLossObeysItsLaws() {
        assertThat(new StockoutLoss()).obeysItsLaws();
    }

    @Test
    void bothModelsForecastHigherThanTheMean() {
        Dataset data = Dataset.fromNd4j(features(), targets());

        LinearModel line = LinearModel.with(new StockoutLoss()).fit(data);
        GradientBoosting trees =
                GradientBoosting.with(new StockoutLoss()).rounds(20).fit(data);

        // Rows lie 2 above and 2 below a plane: 4·(2 − c) = 2 + c puts the forecast c = 1.2 above it.
        assertThat(mean(line.predict(data)) - MEAN_TARGET).isCloseTo(1.2, within(0.1));
        assertThat(mean(trees.predict(data))).isGreaterThan(MEAN_TARGET + 0.6);
    }

    @Test
    void theExplanationAddsUp() {
        Dataset data = Dataset.fromNd4j(features(), targets());
        LinearModel line = LinearModel.with(new StockoutLoss()).fit(data);

        Explanation why = line.explain(data.row(3), 0);

        assertThat(why.recompute()).isCloseTo(line.scores(data.row(3))[0], within(1e-12));
    }

    @Test
    void coefficientsComeBackAsAnIndArray() {
        LinearModel line = LinearModel.with(new StockoutLoss()).fit(Dataset.fromNd4j(features(), targets()));

        assertThat(line.coefficientsNd4j().shape()).containsExactly(1, 2);
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static INDArray features() {
        INDArray x = Nd4j.create(DataType.DOUBLE, 40, 2);
        for (int i = 0; i < 40; i++) {
            x.putScalar(i, 0, i % 7);
            x.putScalar(i, 1, i % 5);
        }
        return x;
    }

    private static INDArray targets() {
        INDArray y = Nd4j.create(DataType.DOUBLE, 40);
        for (int i = 0; i < 40; i++) {
            y.putScalar(i, 10 + 3 * (i % 7) - 2 * (i % 5) + (i % 2 == 0 ? 2 : -2));
        }
        return y;
    }
}
