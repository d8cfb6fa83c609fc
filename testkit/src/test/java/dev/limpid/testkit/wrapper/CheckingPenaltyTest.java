package dev.limpid.testkit.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.L0Penalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.LinearMinimizationOracle;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.penalty.constraint.L2Ball;
import dev.limpid.core.penalty.constraint.Simplex;
import dev.limpid.core.penalty.structured.GroupLassoPenalty;
import dev.limpid.core.penalty.structured.Groups;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.testkit.problem.Problems;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CheckingPenaltyTest {

    private static final Block BLOCK = Blocks.single(4).list().get(0);

    private static double[] draw(SplittableRandom random) {
        return new double[] {random.nextGaussian(), random.nextGaussian(), 0, 3 * random.nextGaussian()};
    }

    /** The lasso with a prox or a value of one's own. */
    private record Odd(double threshold, double sign) implements Penalty {
        @Override
        public double value(double[] t, Block b) {
            return sign * new L1Penalty(0.3).value(t, b);
        }

        @Override
        public void prox(double[] z, Block b, double step) {
            new L1Penalty(0.3).prox(z, b, Double.isNaN(threshold) ? step : threshold);
        }
    }

    @Test
    void rightPenaltiesPassWithTheSameBits() {
        SplittableRandom random = new SplittableRandom(1);
        for (Penalty right : List.of(
                new L1Penalty(0.3),
                new L2Penalty(0.3),
                new L0Penalty(0.3),
                GroupLassoPenalty.of(0.3, Groups.eachColumn()),
                L2Ball.of(1),
                Simplex.of(2))) {
            Penalty checked = CheckingPenalty.of(right);
            for (int i = 0; i < 60; i++) {
                double[] z = draw(random);
                double[] same = z.clone();
                double step = 0.1 + random.nextDouble();
                right.prox(z, BLOCK, step);
                checked.prox(same, BLOCK, step);
                assertThat(same).containsExactly(z);
                assertThat(checked.value(same, BLOCK)).isEqualTo(right.value(z, BLOCK));
            }
        }
    }

    @Test
    void theFacesAreKept() {
        assertThat(CheckingPenalty.of(new L1Penalty(0.3))).isInstanceOf(SeparablePenalty.class);
        assertThat(CheckingPenalty.of(new L1Penalty(0.3))).isNotInstanceOf(SmoothPenalty.class);
        assertThat(CheckingPenalty.of(new L2Penalty(0.3))).isInstanceOf(SmoothPenalty.class);
        SmoothPenalty ridge = CheckingPenalty.of(new L2Penalty(0.3), SmoothPenalty.class);
        assertThat(ridge.convex()).isTrue();
        assertThat(CheckingPenalty.of(L2Ball.of(1))).isInstanceOf(LinearMinimizationOracle.class);
        assertThat(CheckingPenalty.of(new L1Penalty(0.3))).hasToString(new L1Penalty(0.3).toString());
    }

    @Test
    void aFitGivesTheSameBits() {
        Composite<? extends Smooth> lasso = Problems.lasso().objective();
        double[] start = Problems.lasso().start();
        String block = lasso.blocks().list().get(0).name();
        double[] plain = fit(lasso.smooth().penalized(block, new L1Penalty(0.3)), start);
        double[] checked = fit(lasso.smooth().penalized(block, CheckingPenalty.of(new L1Penalty(0.3))), start);

        assertThat(checked).containsExactly(plain);
    }

    private static double[] fit(Composite<? extends Smooth> objective, double[] start) {
        ParameterRun run = Fista.defaults().start(objective, start, 1, Memory.empty());
        for (int t = 0; t < 30; t++) {
            run.step();
        }
        return run.theta();
    }

    @Test
    void aProxWithoutTheStepFailsInTheRun() {
        double[] z = {1, -2, 0, 3};
        assertThatThrownBy(() -> CheckingPenalty.of(new Odd(1, 1)).prox(z, BLOCK, 0.1))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "Odd[threshold=1.0, sign=1.0] breaks law P02: the prox minimises its own definition, in a"
                                + " run.\n  at z = [1.0, -2.0, 0.0, 3.0], step 0.1\n    prox    [0.7, -1.7, 0.0, 2.7], where Ω(x) + ‖x −"
                                + " z‖²/(2·step) is ")
                .hasMessageEndingWith(
                        "\n  Likely cause: the step is left out or twice in it, or prox is of another formula than value.");
    }

    @Test
    void aNegativeValueFailsInTheRun() {
        assertThatThrownBy(() -> CheckingPenalty.of(new Odd(Double.NaN, -1)).value(new double[] {1, 0, 0, 0}, BLOCK))
                .hasMessage("""
                        Odd[threshold=NaN, sign=-1.0] breaks law P01: the value is not negative, in a run.
                          at x = [1.0, 0.0, 0.0, 0.0]
                            value  -0.3
                          Likely cause: a sign, a constant that belongs elsewhere, or 0/0; Ω is a cost and ≥ 0.""");
    }

    @Test
    void aProxThatLeavesItsBlockFailsInTheRun() {
        Penalty leaky = new Penalty() {
            @Override
            public double value(double[] t, Block b) {
                return 0;
            }

            @Override
            public void prox(double[] z, Block b, double step) {
                z[0] /= 2;
            }

            @Override
            public String name() {
                return "Leaky";
            }
        };
        Block second = new Block("w", 1, 1, 1, BLOCK.role());
        assertThatThrownBy(() -> CheckingPenalty.of(leaky).prox(new double[] {4, 1}, second, 1))
                .hasMessage("""
                        Leaky breaks law P04: parameters outside of the block are left alone, in a run.
                          parameter 0, outside of the block
                            before prox  4.0
                            after prox   2.0
                          Likely cause: the loop runs over all parameters; run from b.offset() to b.end().""");
    }

    @Test
    void whatThePenaltyThrowsIsPassedOn() {
        assertThatThrownBy(() -> CheckingPenalty.of(new L1Penalty(0.3)).prox(new double[1], BLOCK, 1))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }
}
