package dev.limpid.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Values;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinearDesignTest {

    private static final double[][] X = {{1, 2}, {0, -1}, {3, 1}, {-2, 0.5}};
    private static final Values Y = Values.of(1, 0, 2, 1);

    private static LinearSum squares() {
        Dataset data =
                Dataset.of(X, Y.toArray()).withWeights(Values.of(1, 2, 0.5, 3).toArray());
        return EmpiricalRisk.linear(new LinearHypothesis(2, 1, true), new SquaredLoss(), data);
    }

    private static double value(LinearDesign design, double[] t) {
        return design.factor()
                * design.kernel()
                        .value(
                                design.size(),
                                design.y(),
                                design.scores(t),
                                design.weights().toArray());
    }

    @Test
    void theDesignGivesTheValueOfTheRisk() {
        double[] t = {0.3, -1, 0.7};
        LinearSum risk = squares();

        assertThat(value(risk.design().orElseThrow(), t)).isCloseTo(risk.value(t), within(1e-15));
        assertThat(value(risk.times(3).design().orElseThrow(), t)).isCloseTo(3 * risk.value(t), within(1e-14));
    }

    @Test
    void theDesignOfSeveralScoresGivesTheValueOfTheRisk() {
        Dataset data = Dataset.of(X, Y.toArray());
        LinearSum risk = EmpiricalRisk.linear(new LinearHypothesis(2, 3, true), new SoftmaxLoss(3), data);
        double[] t = {0.3, -1, 0.7, 2, 0.1, -0.4, 0.2, -0.3, 1};

        assertThat(value(risk.design().orElseThrow(), t)).isCloseTo(risk.value(t), within(1e-15));
    }

    @Test
    void aSumWithAnotherTermHasNoDesign() {
        assertThat(squares().plus((Curved) squares()).design()).isEmpty();
    }

    @Test
    void sizesThatDontFitAreRefused() {
        Rows x = Rows.dense(X);
        LinearHypothesis line = new LinearHypothesis(2, 1, true);
        List<Values> y = List.of(Y);
        Values ones = Values.constant(1, 4);
        assertThatThrownBy(() ->
                        new LinearDesign(new LinearHypothesis(3, 1, true), new SquaredLoss(), x, y, ones, List.of(), 1))
                .hasMessage("columns of x must be 3 (one per feature of the hypothesis), but were 2");
        assertThatThrownBy(() -> new LinearDesign(line, new SoftmaxLoss(3), x, y, ones, List.of(), 1))
                .hasMessage("scores of the loss must be 1 (one per output of the hypothesis), but were 3");
        assertThatThrownBy(() -> new LinearDesign(line, new SquaredLoss(), x, List.of(), ones, List.of(), 1))
                .hasMessage("targets must be 1 (as many as the loss reads), but were 0");
        assertThatThrownBy(() -> new LinearDesign(line, new SquaredLoss(), x, y, Values.constant(1, 3), List.of(), 1))
                .hasMessage("weights must be 4 (one per row of x), but were 3");
        assertThatThrownBy(() -> new LinearDesign(line, new SquaredLoss(), x, y, ones, List.of(ones, ones), 1))
                .hasMessage("offsets must be 1 (one per score, or none), but were 2");
        assertThatThrownBy(() -> new LinearDesign(line, new SquaredLoss(), x, y, ones, List.of(), Double.NaN))
                .hasMessage("factor must be finite and > 0, but was NaN");
    }

    @Test
    void penaltiesOnDifferentBlocksAreOneSumOverCoordinates() {
        LinearSum risk = squares();
        double[] t = {0.3, -1, 0.7};
        for (Composite<?> both : List.<Composite<?>>of(
                (Composite<?>) risk.penalized("weights", L2Penalty.of(2)).penalized("intercept", L2Penalty.of(3)),
                risk.penalized("weights", (Penalty) L1Penalty.of(2)).penalized("intercept", L2Penalty.of(3)),
                risk.penalized("weights", L2Penalty.of(2)).penalized("intercept", (Penalty) L1Penalty.of(3)))) {
            SeparablePenalty omega = both.separable().orElseThrow();

            assertThat(both.smooth()).isSameAs(risk);
            assertThat(omega.value(t[0], 0) + omega.value(t[1], 1) + omega.value(t[2], 2))
                    .isCloseTo(both.penalty(t), within(1e-15));
            assertThat(both.value(t)).isCloseTo(risk.value(t) + both.penalty(t), within(1e-15));
            double[] z = t.clone();
            both.prox(z, 0.1);
            for (int j = 0; j < 3; j++) {
                assertThat(omega.prox(t[j], j, 0.1)).isEqualTo(z[j]);
            }
        }
    }

    @Test
    void aSecondPenaltyOnABlockStaysOutsideTheSmoothPart() {
        LinearSum ridge = squares().penalized("weights", L2Penalty.of(2));
        Composite<? extends LinearSum> both = ridge.penalized("weights", (Penalty) L1Penalty.of(1));

        assertThat(both.smooth()).isSameAs(ridge);
        assertThat(both.separable().orElseThrow().value(-2, 1)).isEqualTo(2);
    }

    @Test
    void aPenaltyThatMixesCoordinatesLeavesNoSum() {
        Penalty mixing = new Penalty() {
            @Override
            public double value(double[] t, dev.limpid.core.parameter.Block b) {
                return Math.hypot(t[0], t[1]);
            }

            @Override
            public void prox(double[] z, dev.limpid.core.parameter.Block b, double step) {
                double factor = Math.max(0, 1 - step / Math.hypot(z[0], z[1]));
                z[0] *= factor;
                z[1] *= factor;
            }
        };

        assertThat(squares().penalized("weights", mixing).separable()).isEqualTo(Optional.empty());
    }

    @Test
    void strongConvexityIsThatOfTheSquarePart() {
        Composite<?> both = squares().penalized("weights", (Penalty) ElasticNetPenalty.of(2, 0.25));

        SeparablePenalty omega = both.separable().orElseThrow();

        assertThat(omega.strongConvexity(1)).isEqualTo(1.5);
        assertThat(omega.strongConvexity(2)).isZero();
        assertThat(L2Penalty.of(3).scaledBy(new double[] {2}).strongConvexity(0))
                .isEqualTo(0.75);
    }
}
