package dev.limpid.core.objective;

import static dev.limpid.core.objective.Toys.DIFFERENCE;
import static dev.limpid.core.objective.Toys.ROUNDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.training.OracleCount;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CompositionTest {

    private final LinearSum risk =
            EmpiricalRisk.linear(new LinearHypothesis(3, 1, true), new LogisticLoss(), Toys.data(600, 3, 2, 1));
    private final Block weights = risk.blocks().get("weights");
    private final double[] t = Toys.vector(4, 2);

    /** A user's objective with the three methods that have to be written: ½‖θ − 1‖². */
    private record Bowl(Blocks blocks) implements Smooth {

        @Override
        public double value(double[] t) {
            return gradient(t, new double[t.length]);
        }

        @Override
        public double gradient(double[] t, double[] g) {
            double sum = 0;
            for (int j = 0; j < t.length; j++) {
                g[j] = t[j] - 1;
                sum += g[j] * g[j] / 2;
            }
            return sum;
        }
    }

    /** A user's finite sum: ½(θ₀ − u)² for u = 0 … 9. */
    private static final class Points implements FiniteSum {

        @Override
        public Blocks blocks() {
            return Blocks.single(1);
        }

        @Override
        public double value(double[] t) {
            return gradient(t, new double[1]);
        }

        @Override
        public double gradient(double[] t, double[] g) {
            return gradient(t, Batch.range(0, 10, 1), g, FeedbackSink.NONE);
        }

        @Override
        public Population units() {
            return Population.of(10);
        }

        @Override
        public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
            double scale = 10 * batch.fraction();
            double value = 0;
            g[0] = 0;
            for (int k = 0; k < batch.size(); k++) {
                double r = t[0] - batch.unit(k);
                value += batch.weight(k) * r * r / 2 / scale;
                g[0] += batch.weight(k) * r / scale;
                feedback.accept(batch.unit(k), Math.abs(r));
            }
            return value;
        }
    }

    @Test
    void aUsersSmoothObjectiveComposes() {
        Smooth bowl = new Bowl(Blocks.single(4));
        Smooth sum = bowl.plus(risk).times(3).penalized("theta", L2Penalty.of(0.5));

        assertThat(sum.value(t))
                .isCloseTo(
                        3 * (bowl.value(t) + risk.value(t))
                                + L2Penalty.of(0.5).value(t, sum.blocks().get("theta")),
                        within(ROUNDING));
        assertThat(Toys.gradient(sum, t)).containsExactly(Toys.difference(sum::value, t), within(DIFFERENCE));
        assertThat(bowl.penalized("theta", L1Penalty.of(1)).smooth()).isSameAs(bowl);
        assertPointOfLine(sum);
    }

    private void assertPointOfLine(Smooth f) {
        double[] d = Toys.vector(t.length, 3);
        double[] point = new double[t.length];
        Arrays.setAll(point, j -> t[j] + 0.5 * d[j]);
        double[] g = new double[t.length];
        double value = f.gradient(point, g);
        double slope = 0;
        for (int j = 0; j < g.length; j++) {
            slope += g[j] * d[j];
        }
        double[] onLine = new double[t.length];

        Line line = f.along(t, d);
        Line.Point p = line.at(0.5);

        assertThat(p.value()).isCloseTo(value, within(ROUNDING));
        assertThat(p.slope()).isCloseTo(slope, within(ROUNDING));
        assertThat(line.gradient(0.5, onLine)).isTrue();
        assertThat(onLine).containsExactly(g, within(ROUNDING));
    }

    @Test
    void aUsersFiniteSumStaysOne() {
        FiniteSum points = new Points();
        FiniteSum sum = points.plus(new Bowl(Blocks.single(1))).times(2).penalized("theta", L2Penalty.of(1));
        double[] at = {3};
        Batch batch = Batch.of(new int[] {2, 5}, 0.2);
        double[] g = new double[1];

        double value = sum.gradient(at, batch, g, FeedbackSink.NONE);

        // 2·((½·1² + ½·2²)/2 + ½·2²) + ½·3² and 2·((1 − 2)/2 + 2) + 3
        assertThat(value).isEqualTo(2 * (2.5 / 2 + 2) + 4.5);
        assertThat(g).containsExactly(2 * (-0.5 + 2) + 3);
        assertThat(sum.onBatch(batch).value(at)).isEqualTo(value);
        assertThat(sum.units().size()).isEqualTo(10);
        Composite<? extends FiniteSum> lasso = points.penalized("theta", L1Penalty.of(1));
        assertThat(lasso.smooth().units().size()).isEqualTo(10);
    }

    @Test
    void aLinearSumStaysOneUnderWhatHasAMatrix() {
        assertThat(risk.plus(risk)).isInstanceOf(LinearSum.class);
        assertThat(risk.times(2)).isInstanceOf(LinearSum.class);
        assertThat(risk.plus((Smooth) risk)).isInstanceOf(LinearSum.class);
        assertThat(risk.plus(new Bowl(risk.blocks())))
                .isInstanceOf(FiniteSum.class)
                .isNotInstanceOf(Curved.class);
        assertThat(risk.penalized("weights", L2Penalty.of(1)).penalized("intercept", L2Penalty.of(2)))
                .isInstanceOf(LinearSum.class)
                .isInstanceOf(Composite.class);
    }

    @Test
    void aTermWithAMatrixAloneKeepsIt() {
        Curved ridge = new PenaltyTerm(risk.blocks(), weights, L2Penalty.of(2));
        Curved sum = ridge.plus(ridge).times(3).penalized("weights", L2Penalty.of(1));
        double[][] b = new double[4][4];
        double[] g = new double[4];

        double value = sum.quadratic(t, 1, g, b);

        assertThat(value).isCloseTo(sum.value(t), within(ROUNDING));
        assertThat(g).containsExactly(Toys.difference(sum::value, t), within(DIFFERENCE));
        for (int j = 0; j < 4; j++) {
            double[] row = new double[4];
            row[j] = j < 3 ? 3 * (2 + 2) + 1 : 0;
            assertThat(b[j]).containsExactly(row);
        }
        assertThat(sum.needsCap()).isFalse();
        assertThat(sum.typicalCurvature(t)).isZero();
        assertThat(ridge.plus(risk)).isInstanceOf(Curved.class).isNotInstanceOf(FiniteSum.class);
        assertThat(ridge.plus(new Bowl(risk.blocks()))).isNotInstanceOf(Curved.class);
        assertThat(ridge.penalized("weights", L1Penalty.of(1)).smooth()).isSameAs(ridge);
    }

    @Test
    void aSmoothPenaltyIsPartOfTheObjectiveAndHasAProx() {
        LinearSum ridge = risk.penalized("weights", L2Penalty.of(0.5));
        Composite<?> composite = (Composite<?>) ridge;
        double[] z = t.clone();

        composite.prox(z, 2);

        assertThat(z).containsExactly(t[0] / 2, t[1] / 2, t[2] / 2, t[3]); // z / (1 + 0.5·2)
        assertThat(composite.smooth()).isSameAs(risk);
        assertThat(composite.penalty(t)).isEqualTo(L2Penalty.of(0.5).value(t, weights));
        assertThat(ridge.value(t)).isEqualTo(risk.value(t) + composite.penalty(t));
        assertThat(Toys.gradient(ridge, t)).containsExactly(Toys.difference(ridge::value, t), within(DIFFERENCE));
        assertThat(composite.penaltyName()).isEqualTo("L2Penalty");
        assertPointOfLine(ridge);
    }

    @Test
    void aSmoothPenaltyOfAnyViewHasAProx() {
        Smooth smooth = new Bowl(risk.blocks()).penalized("weights", L2Penalty.of(0.5));
        FiniteSum finite = EmpiricalRisk.of(
                        new LinearHypothesis(3, 1, true), new LogisticLoss(), Toys.data(60, 3, 2, 1))
                .penalized("weights", L2Penalty.of(0.5));
        Curved curved =
                new PenaltyTerm(risk.blocks(), weights, L2Penalty.of(2)).penalized("weights", L2Penalty.of(0.5));

        for (Smooth f : new Smooth[] {smooth, finite, curved}) {
            double[] z = t.clone();
            Composite<?> composite = (Composite<?>) f;
            composite.prox(z, 2);
            assertThat(z).containsExactly(t[0] / 2, t[1] / 2, t[2] / 2, t[3]);
            assertThat(f.value(t)).isEqualTo(composite.smooth().value(t) + composite.penalty(t));
            Composite<?> both = f.penalized("weights", L1Penalty.of(1));
            assertThat(both.smooth()).isSameAs(f);
        }
    }

    @Test
    void aPenaltyWithAProxOnlyMakesAComposite() {
        Composite<? extends LinearSum> lasso = risk.penalized("weights", L1Penalty.of(0.5));
        double[] z = {3, -0.5, -4, 5};

        lasso.prox(z, 2);

        assertThat(z).containsExactly(2, 0, -3, 5);
        assertThat(lasso.smooth()).isSameAs(risk);
        assertThat(lasso.blocks()).isEqualTo(risk.blocks());
        assertThat(lasso.value(t)).isEqualTo(risk.value(t) + L1Penalty.of(0.5).value(t, weights));
        assertThat(lasso.penalty(t)).isEqualTo(L1Penalty.of(0.5).value(t, weights));
        assertThat(lasso.penaltyName()).isEqualTo("L1Penalty");
        assertThat(lasso.kink()).isEmpty();
    }

    @Test
    void penaltiesOnDifferentBlocksCompose() {
        Composite<? extends LinearSum> both =
                risk.penalized("weights", L1Penalty.of(0.5)).penalized("intercept", ElasticNetPenalty.of(1, 1));
        double[] z = {3, -0.5, -4, 5};

        both.prox(z, 2);

        assertThat(z).containsExactly(2, 0, -3, 3);
        assertThat(both.value(t))
                .isCloseTo(risk.value(t) + L1Penalty.of(0.5).value(t, weights) + Math.abs(t[3]), within(ROUNDING));
        assertThat(both.smooth()).isSameAs(risk);
        assertThat(both.penaltyName()).isEqualTo("L1Penalty and ElasticNetPenalty");
    }

    @Test
    void ridgeThenLassoOnOneBlockIsTheElasticNet() {
        Composite<? extends LinearSum> net =
                risk.penalized("weights", L2Penalty.of(0.3)).penalized("weights", L1Penalty.of(0.5));

        assertThat(net.value(t))
                .isCloseTo(
                        risk.penalized("weights", ElasticNetPenalty.of(0.8, 0.5 / 0.8))
                                .value(t),
                        within(ROUNDING));
        assertThat(net.smooth().value(t))
                .isEqualTo(risk.penalized("weights", L2Penalty.of(0.3)).value(t));
    }

    @Test
    void aSmoothObjectiveIsACompositeWithoutPenalty() {
        Composite<LinearSum> composite = Composite.of(risk);
        double[] z = t.clone();

        composite.prox(z, 2);

        assertThat(z).containsExactly(t);
        assertThat(composite.value(t)).isEqualTo(risk.value(t));
        assertThat(composite.penalty(t)).isZero();
        assertThat(composite.penaltyName()).isEqualTo("NoPenalty");
        assertThat(composite.formula()).isEqualTo(risk.formula());
        assertThat(composite.penalized("weights", L1Penalty.of(1)).penaltyName())
                .isEqualTo("L1Penalty");
    }

    @Test
    void formulasGrowWithTheTerms() {
        String head = "F(w, b) = (1/Σw) Σᵢ wᵢ·ℓ(yᵢ, fᵢ)";
        LinearSum ridge = risk.penalized("weights", L2Penalty.of(0.001));

        assertThat(ridge.formula()).isEqualTo(head + " + 0.001/2·‖w‖²");
        assertThat(risk.penalized("weights", NoPenalty.of()).formula()).isEqualTo(head);
        assertThat(ridge.penalized("intercept", L1Penalty.of(2)).formula())
                .isEqualTo(head + " + 0.001/2·‖w‖² + 2.0·‖b‖₁");
        assertThat(risk.plus(risk).formula()).isEqualTo(head + " + (1/Σw) Σᵢ wᵢ·ℓ(yᵢ, fᵢ)");
        assertThat(risk.plus(new Bowl(risk.blocks())).formula()).isEqualTo(head + " + …");
        assertThat(risk.times(2).formula()).isEqualTo("F(w, b) = 2.0·((1/Σw) Σᵢ wᵢ·ℓ(yᵢ, fᵢ))");
        assertThat(new Bowl(risk.blocks()).times(2).plus(risk).formula()).isEmpty();
    }

    @Test
    void kinksAndCountsPassThrough() {
        LinearSum kinked = EmpiricalRisk.linear(
                new LinearHypothesis(3, 1, true), new EmpiricalRiskTest.Absolute(), Toys.data(60, 3, 0, 1));
        LinearSum fresh =
                EmpiricalRisk.linear(new LinearHypothesis(3, 1, true), new SquaredLoss(), Toys.data(60, 3, 0, 1));
        LinearSum sum = fresh.plus(kinked).times(2).penalized("weights", L2Penalty.of(1));

        sum.value(t);
        Toys.gradient(sum, t);

        assertThat(sum.kink()).isEqualTo("Absolute");
        assertThat(sum.penalized("weights", L1Penalty.of(1)).kink()).isEqualTo("Absolute");
        assertThat(sum.onBatch(Batch.range(0, 5, 1)).kink()).isEqualTo("Absolute");
        assertThat(kinked.plus(fresh).kink()).isEqualTo("Absolute");
        OracleCount count = new OracleCount(2, 2, 0, 240);
        assertThat(sum.count()).isEqualTo(count);
        assertThat(sum.penalized("weights", L1Penalty.of(1)).count()).isEqualTo(count);
        assertThat(sum.onBatch(Batch.range(0, 5, 1)).count()).isEqualTo(count);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> risk.plus(new Bowl(Blocks.single(3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("terms of a sum must have the same number of parameters, but have 4 and 3");
        assertThatThrownBy(() -> risk.times(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("factor must be finite and > 0, but was 0.0");
        assertThatThrownBy(() -> risk.penalized("bias", L2Penalty.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("block must be one of [weights, intercept], but was 'bias'");
        assertThatThrownBy(() -> risk.penalized("bias", L1Penalty.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("block must be one of [weights, intercept], but was 'bias'");
        assertThatThrownBy(() -> risk.penalized("weights", L1Penalty.of(1)).penalized("weights", L2Penalty.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("block 'weights' must have one penalty with a prox, but has L1Penalty and was given"
                        + " L2Penalty: hand over PenaltySum.of(both), or add it by split(block, penalty) and use Admm");
    }
}
