package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.training.Training;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinearStartTest {

    /** A hundred times the stop tolerance, relative to the largest coefficient: both ends are that far from the minimum. */
    private static final double LAW = 1e-6;

    private static final Dataset DATA = Sets.random(3, 80, 5);

    static Stream<Arguments> fits() {
        return Stream.of(
                Arguments.of(new SquaredLoss(), L2Penalty.of(0.1), L2Penalty.of(0.11), DATA),
                Arguments.of(new LogisticLoss(), L2Penalty.of(0.1), L2Penalty.of(0.11), Sets.irisPair()),
                Arguments.of(new SoftmaxLoss(3), L2Penalty.of(0.1), L2Penalty.of(0.1001), Sets.iris()),
                Arguments.of(new SquaredLoss(), L1Penalty.of(0.1), L1Penalty.of(0.11), DATA),
                Arguments.of(new PoissonLoss(), L1Penalty.of(0.01), L1Penalty.of(0.011), DATA),
                Arguments.of(new LogisticLoss(), L1Penalty.of(0.01), L1Penalty.of(0.011), Sets.irisPair()));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("fits")
    void aWarmStartReachesTheSameMinimumInNoMoreSteps(Loss loss, Penalty penalty, Penalty near, Dataset data) {
        LinearSpec spec = LinearModel.with(loss).penalty(penalty);
        LinearModel cold = spec.fit(data);

        LinearModel warm =
                spec.startingAt(LinearModel.with(loss).penalty(near).fit(data)).fit(data);
        LinearModel again = spec.startingAt(cold).fit(data);

        LinearWeightsTest.assertClose(warm, cold, LAW);
        LinearWeightsTest.assertClose(again, cold, LAW);
        assertThat(warm.trace().size()).isLessThanOrEqualTo(cold.trace().size());
        assertThat(again.trace().size()).isLessThanOrEqualTo(2);
    }

    @Test
    void aWarmSmoothRunEndsWhereAColdOneWould() {
        LinearSpec spec = LinearModel.with(new SoftmaxLoss(3)).penalty(L2Penalty.of(0.1));

        LinearModel again = spec.startingAt(spec.fit(Sets.iris())).fit(Sets.iris());

        assertThat(again.stopReason().sentence())
                .startsWith("The largest entry of the gradient, ")
                .contains(", is at most 1.0E-8 of that at the cold start, ");
    }

    @Test
    void theStartIsThatOfTheModelWhateverTheScales() {
        LinearSpec spec = LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(0.1));
        LinearModel model = spec.fit(DATA);

        Training<LinearModel> begun =
                spec.standardizePenalty(true).startingAt(model).begin(DATA);

        LinearWeightsTest.assertClose(begun.model(), model, 1e-14); // a product and a quotient of one number
    }

    @Test
    void aModelOfOtherColumnsOrScoresIsRefused() {
        LinearSpec spec = LinearModel.with(new SquaredLoss());
        LinearModel other = spec.fit(DATA.withNames("a", "b", "c", "d", "e"));
        LinearModel three =
                LinearModel.with(new SoftmaxLoss(3)).penalty(L2Penalty.of(1)).fit(Sets.iris());

        assertThatThrownBy(() -> spec.startingAt(other).fit(DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the model to start at must have the columns of the data [x0, x1, x2, x3, x4], with the same"
                                + " levels, but has [a, b, c, d, e]");
        assertThatThrownBy(() ->
                        LinearModel.with(new LogisticLoss()).startingAt(three).fit(Sets.irisPair()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model to start at must have 1 scores (as many as the loss reads), but has 3");
    }
}
