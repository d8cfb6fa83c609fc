package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.copies.CopiedHuberLoss;
import com.example.copies.CopiedLogisticLoss;
import dev.limpid.algorithms.SharedData;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Imputer;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.penalty.L2Penalty;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of twins, weights, threads and explanations on real data: about 2000 rows of each set. */
class LinearSharedDataTest {

    private static final int ROWS = 2000;

    /** Ten times the stop tolerance, relative to the largest coefficient. */
    private static final double LAW = 1e-7;

    static Stream<Arguments> sets() {
        return Stream.of(
                Arguments.of("adult", adult(), new LogisticLoss(), new CopiedLogisticLoss()),
                Arguments.of(
                        "breast_cancer", some(SharedData.breastCancer()), new LogisticLoss(), new CopiedLogisticLoss()),
                Arguments.of(
                        "california_housing",
                        some(SharedData.californiaHousing()),
                        new HuberLoss(50_000),
                        new CopiedHuberLoss(50_000)));
    }

    private static Dataset adult() {
        Dataset data = some(SharedData.adult());
        return Imputer.mean(data).apply(data);
    }

    /** Rows spread evenly over the set. */
    private static Dataset some(Dataset data) {
        int n = Math.min(ROWS, data.size());
        return data.select(IntStream.range(0, n)
                .map(i -> (int) ((long) i * data.size() / n))
                .toArray());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sets")
    void theLawsHoldOnRealData(String name, Dataset data, Loss loss, Loss copy) {
        LinearSpec spec = LinearModel.with(loss).penalty(L2Penalty.of(0.01)).threads(1);
        LinearModel model = spec.fit(data);

        LinearModel twin =
                LinearModel.with(copy).penalty(L2Penalty.of(0.01)).threads(1).fit(data);
        assertThat(twin.coefficients()).as("twin").isDeepEqualTo(model.coefficients());
        assertThat(spec.threads(2).fit(data).coefficients()).as("threads").isDeepEqualTo(model.coefficients());
        LinearExplainTest.assertExplains(model, data, 0);

        double[] w = new double[data.size()];
        Arrays.setAll(w, i -> i % 3);
        int[] repeated = IntStream.range(0, w.length)
                .flatMap(i -> IntStream.generate(() -> i).limit((long) w[i]))
                .toArray();
        LinearWeightsTest.assertClose(spec.fit(data.withWeights(w)), spec.fit(data.select(repeated)), LAW);
    }
}
