package dev.limpid.testkit.core;

import static dev.limpid.testkit.LimpidAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.Dual;
import dev.limpid.core.hypothesis.FactorizationHypothesis;
import dev.limpid.core.hypothesis.FormulaHypothesis;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.hypothesis.LocationHypothesis;
import dev.limpid.core.hypothesis.Pass;
import dev.limpid.core.sampler.Batch;
import dev.limpid.testkit.contract.HypothesisContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The hypotheses of core, and one of a user's, keep the laws. */
class HypothesesTest {

    private static final double[][] CELLS = {{1, 2, 0}, {0, 1, 3}, {2, 0, 1}, {0.5, -1, 0.25}};

    private static Rows rows() {
        return Dataset.unlabeled(CELLS).features();
    }

    private static Rows times() {
        return Dataset.unlabeled(new double[][] {{0}, {1}, {2}, {5}}).features();
    }

    /** What a user writes: f = a·exp(−b·x). */
    record Decay() implements FormulaHypothesis {
        @Override
        public List<String> parameters() {
            return List.of("a", "b");
        }

        @Override
        public double[] start() {
            return new double[] {1, 0.1};
        }

        @Override
        public Dual formula(Dual[] t, double[] x) {
            return t[0].times(t[1].times(-x[0]).exp());
        }
    }

    /** The same with a pullback by hand, which forgets x in ∂f/∂b = −a·x·exp(−b·x) if it is to. */
    record DecayByHand(boolean forgets) implements Hypothesis {
        private static final Decay RIGHT = new Decay();

        @Override
        public dev.limpid.core.parameter.Blocks blocks() {
            return RIGHT.blocks();
        }

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public void start(java.util.random.RandomGenerator random, double[] t) {
            RIGHT.start(random, t);
        }

        @Override
        public Pass forward(double[] t, Rows x, Batch batch, double[][] f) {
            Pass pass = RIGHT.forward(t, x, batch, f);
            return new Pass() {
                @Override
                public void pullback(double[][] g, double[] grad) {
                    for (int i = 0; i < batch.size(); i++) {
                        double cell = x.get(batch.unit(i), 0);
                        double e = Math.exp(-t[1] * cell);
                        grad[0] += g[0][i] * e;
                        grad[1] -= g[0][i] * t[0] * (forgets ? 1 : cell) * e;
                    }
                }

                @Override
                public void pushforward(double[] v, double[][] df) {
                    pass.pushforward(v, df);
                }
            };
        }
    }

    @Test
    void aFormulaObeysTheLaws() {
        assertThat(new Decay()).on(times()).obeysItsLaws();
    }

    @Test
    void aPullbackByHandIsCheckedAgainstTheScores() {
        assertThat(new DecayByHand(false)).on(times()).obeysItsLaws();
        assertThatThrownBy(() -> assertThat(new DecayByHand(true)).on(times()).obeysItsLaws())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("pullback")
                .hasMessageContaining("parameter 1");
    }

    @Nested
    class FormulaTest implements HypothesisContract {
        @Override
        public Hypothesis newHypothesis() {
            return new Decay();
        }

        @Override
        public Rows newRows() {
            return times();
        }
    }

    @Nested
    class FactorizationTest implements HypothesisContract {
        @Override
        public Hypothesis newHypothesis() {
            return new FactorizationHypothesis(3, 2, 0.3);
        }

        @Override
        public Rows newRows() {
            return rows();
        }
    }

    @Nested
    class SparseFactorizationTest implements HypothesisContract {
        @Override
        public Hypothesis newHypothesis() {
            return new FactorizationHypothesis(3, 2, 0.3);
        }

        @Override
        public Rows newRows() {
            return Rows.sparse(3, new int[] {0, 2, 4, 5}, new int[] {0, 1, 1, 2, 0}, new double[] {1, 2, -1, 3, 0.5});
        }
    }

    @Nested
    class LinearTest implements HypothesisContract {
        @Override
        public Hypothesis newHypothesis() {
            return new LinearHypothesis(3, 2, true);
        }

        @Override
        public Rows newRows() {
            return rows();
        }
    }

    @Nested
    class LocationTest implements HypothesisContract {
        @Override
        public Hypothesis newHypothesis() {
            return new LocationHypothesis(3, 3);
        }

        @Override
        public Rows newRows() {
            return rows();
        }
    }
}
