package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.sampler.importance.GradientNormSampler;
import dev.limpid.core.update.Momentum;
import dev.limpid.core.update.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearStreamTest {

    private static final Dataset DATA = Sets.random(5, 600, 3);

    private static final LinearSpec SPEC = LinearRegression.of().penalty(L2Penalty.of(0.01));

    private static List<Dataset> chunks(Dataset data, int size) {
        return IntStream.range(0, data.size() / size)
                .mapToObj(c -> data.slice(c * size, (c + 1) * size))
                .toList();
    }

    private static LinearModel fit(LinearSpec spec, List<Dataset> chunks) {
        LinearStream stream = spec.stream();
        chunks.forEach(stream::partialFit);
        return stream.model();
    }

    @Test
    void theSameChunksGiveTheSameBits() {
        assertThat(fit(SPEC, chunks(DATA, 100)).coefficients())
                .isDeepEqualTo(fit(SPEC.threads(2), chunks(DATA, 100)).coefficients());
        assertThat(fit(SPEC.seed(1), chunks(DATA, 100)).coefficients()[0])
                .isNotEqualTo(fit(SPEC, chunks(DATA, 100)).coefficients()[0]);
    }

    @Test
    void manyPassesComeNearTheMinimum() {
        List<Dataset> passes = new ArrayList<>();
        for (int pass = 0; pass < 40; pass++) {
            passes.addAll(chunks(DATA, 150));
        }
        LinearModel whole = SPEC.fit(DATA);
        LinearModel streamed = fit(SPEC, passes);

        for (int j = 0; j < 3; j++) {
            assertThat(streamed.coefficients()[0][j])
                    .isCloseTo(whole.coefficients()[0][j], within(0.05)); // Adam circles
        }
    }

    @Test
    void onePassIsWhatBeginMakesOfTheSameRows() {
        LinearSpec spec = SPEC.penalty(L2Penalty.of(0.1))
                .optimizer(new Stochastic(Sgd.withLearningRate(0.05), ShuffledSampler.of(50)));

        LinearModel pass =
                spec.stopping(dev.limpid.core.training.Stopping.maxEpochs(1)).fit(DATA);

        assertThat(fit(spec, List.of(DATA)).coefficients()).isDeepEqualTo(pass.coefficients());
    }

    @Test
    void momentumAndStepsGoOnWhereTheLastChunkLeftThem() {
        Stochastic heavy = new Stochastic(Momentum.withLearningRate(0.01), ShuffledSampler.of(10));
        LinearStream stream = SPEC.optimizer(heavy).stream();

        stream.partialFit(DATA.slice(0, 100));
        assertThat(stream.model().trace().step(0).iteration()).isEqualTo(1);
        stream.partialFit(DATA.slice(100, 230));

        assertThat(stream.model().trace().size()).isEqualTo(13);
        assertThat(stream.model().trace().step(0).iteration()).isEqualTo(11);
    }

    @Test
    void whatASamplerKnowsOfRowsIsForgottenWithThem() {
        LinearSpec spec = SPEC.optimizer(new Stochastic(Sgd.withLearningRate(0.01), GradientNormSampler.of(10)));

        assertThat(fit(spec, List.of(DATA.slice(0, 100), DATA.slice(100, 350))).coefficients()[0])
                .doesNotContain(Double.NaN);
    }

    @Test
    void aClassMayLackInAChunk() {
        Dataset flowers = Sets.iris();
        LinearStream stream = LogisticRegression.multinomial(3).penalty(L2Penalty.of(0.01)).stream();
        int[] mixed = IntStream.range(0, 150).map(i -> i * 7 % 150).toArray();
        for (int pass = 0; pass < 60; pass++) {
            stream.partialFit(flowers.slice(0, 60)); // no virginica
            stream.partialFit(flowers.select(mixed));
        }

        List<String> predicted = stream.model().predictedClasses(flowers);
        long right = IntStream.range(0, 150)
                .filter(i -> predicted.get(i).equals(stream.model().classNames().get((int)
                        flowers.targets().get(0).at(i))))
                .count();
        assertThat(right).isGreaterThan(135);
    }

    @Test
    void aColumnThatIsConstantInTheFirstChunkStays() {
        double[][] x = new double[200][2];
        double[] y = new double[200];
        for (int i = 0; i < 200; i++) {
            x[i][0] = Math.sin(i);
            x[i][1] = i < 50 ? 4 : Math.cos(5 * i);
            y[i] = x[i][0] + 3 * x[i][1];
        }
        List<Dataset> passes = new ArrayList<>(List.of(Dataset.of(x, y).slice(0, 50)));
        for (int pass = 0; pass < 300; pass++) {
            passes.add(Dataset.of(x, y).slice(50, 200));
        }

        assertThat(fit(LinearRegression.of(), passes).coefficient("x1")).isGreaterThan(2); // on the way from 0 to 3
    }

    @Test
    void oneClassStreamsNeedNoTarget() {
        Dataset bare = Dataset.unlabeled(new double[][] {{1, 2}, {2, 1}, {3, 3}, {2, 2}});
        assertThat(fit(LinearSvm.oneClass(0.3), List.of(bare, bare)).coefficients()[0])
                .doesNotContain(Double.NaN);
    }

    @Test
    void whatCannotBeDoneInPartsIsRefused() {
        assertThatThrownBy(() -> SPEC.optimizer(Fista.defaults()).stream())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "stream needs Stochastic as the optimizer, but Fista looks at all rows at once: name no optimizer or a"
                                + " Stochastic one");
        assertThatThrownBy(() -> LogisticRegression.binary().balancedClasses().stream())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "stream needs weights of classes that are known beforehand, but balancedClasses counts all rows: use"
                                + " classWeights");
        assertThatThrownBy(() -> SPEC.stream().model())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("model needs a chunk: call partialFit(chunk) first");
    }

    @Test
    void aChunkThatDoesNotFitLeavesTheStreamAsItWas() {
        LinearStream stream = SPEC.stream().partialFit(DATA.slice(0, 100));
        double[] before = stream.model().coefficients()[0];

        assertThatThrownBy(() -> stream.partialFit(DATA.withNames("a", "b", "c")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stream.model().coefficients()[0]).isEqualTo(before);
        LinearModel other = SPEC.stream()
                .partialFit(DATA.slice(0, 100))
                .partialFit(DATA.slice(100, 200))
                .model();
        assertThat(stream.partialFit(DATA.slice(100, 200)).model().coefficients())
                .isDeepEqualTo(other.coefficients());
    }

    @Test
    void aPassThatDivergesLeavesTheStreamAsItWas() {
        LinearStream stream =
                SPEC.optimizer(new Stochastic(Sgd.withLearningRate(1e300), ShuffledSampler.of(10))).stream();

        assertThatThrownBy(() -> stream.partialFit(DATA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "the pass over the chunk must end with its last row, but did not: DIVERGED: Step ");
        assertThatThrownBy(stream::model).isInstanceOf(IllegalStateException.class);
    }
}
