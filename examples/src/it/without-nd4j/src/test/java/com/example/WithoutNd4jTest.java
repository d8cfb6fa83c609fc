package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.boosting.GradientBoosting;
import dev.limpid.algorithms.data.Csv;
import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.penalty.L2Penalty;
import java.io.StringReader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From CSV through fit, predict and explain, with nothing of ND4J on the class path. */
class WithoutNd4jTest {

    @Test
    void nd4jIsNotOnTheClassPath() {
        assertThatThrownBy(() -> Class.forName("org.nd4j.linalg.api.ndarray.INDArray"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void linearModelFitsPredictsAndExplains() {
        Dataset rain = read();
        LinearModel model =
                LinearModel.with(new LogisticLoss()).penalty(L2Penalty.of(0.01)).fit(rain);

        Explanation why = model.explain(rain.row(5), 0);

        assertThat(model.predictedClasses(rain)).hasSize(60).contains("dry", "wet");
        assertThat(model.probabilities(rain.row(5))[0] + model.probabilities(rain.row(5))[1])
                .isCloseTo(1, within(1e-15));
        assertThat(why.recompute()).isCloseTo(model.scores(rain.row(5))[0], within(1e-12));
        assertThat(why.toString()).contains("sky = ");
    }

    @Test
    void boostedTreesFitPredictAndExplain() {
        Dataset rain = read();
        GradientBoosting model = GradientBoosting.with(new LogisticLoss())
                .rounds(10)
                .minLeafWeight(5)
                .fit(rain);

        Explanation why = model.explain(rain.row(5), 0);

        assertThat(model.predictedClasses(rain)).contains("dry", "wet");
        assertThat(why.recompute()).isCloseTo(model.scores(rain.row(5))[0], within(1e-12));
    }

    private static Dataset read() {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> i % 9 + "," + (i % 3 == 0 ? "clear" : "cloudy") + ","
                        + (i % 9 + (i % 3 == 0 ? 0 : 4) + i % 4 > 7 ? "wet" : "dry"))
                .collect(Collectors.joining("\n"));
        return Csv.of(new StringReader("humidity,sky,weather\n" + rows + "\n"), "rain.csv")
                .target("weather")
                .read();
    }
}
