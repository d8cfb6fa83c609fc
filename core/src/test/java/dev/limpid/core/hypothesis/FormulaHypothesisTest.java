package dev.limpid.core.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Rows;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.sampler.Batch;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FormulaHypothesisTest {

    /** f = a·exp(−b·x). */
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

    private static final double[] T = {3, 0.5};
    private static final Rows X = Rows.dense(new double[][] {{0}, {1}, {2}});

    @Test
    void scoresPullbackAndPushforwardAreThoseOfTheFormula() {
        double[][] f = new double[1][2];
        double[][] df = new double[1][2];
        double[] grad = {100, 200};

        Pass pass = new Decay().forward(T, X, Batch.of(new int[] {2, 0}, 1), f);
        pass.pushforward(new double[] {10, 1}, df);
        pass.pullback(new double[][] {{1, 2}}, grad);

        double e = Math.exp(-1); // exp(−b·x) at x = 2
        assertThat(f[0]).containsExactly(3 * e, 3);
        assertThat(df[0]).containsExactly(10 * e - 2 * 3 * e, 10);
        assertThat(grad).containsExactly(100 + e + 2, 200 - 2 * 3 * e + 0);
    }

    @Test
    void eachParameterIsABlockThatStartsWhereTheFormulaSays() {
        double[] t = new double[2];

        new Decay().start(new SplittableRandom(1), t);

        assertThat(new Decay().blocks().list()).extracting(Block::name).containsExactly("a", "b");
        assertThat(new Decay().outputs()).isEqualTo(1);
        assertThat(t).containsExactly(1, 0.1);
    }

    @Test
    void aStartOfTheWrongLengthIsRefused() {
        FormulaHypothesis wrong = new FormulaHypothesis() {
            @Override
            public List<String> parameters() {
                return List.of("a", "b");
            }

            @Override
            public double[] start() {
                return new double[] {1};
            }

            @Override
            public Dual formula(Dual[] t, double[] x) {
                return t[0].times(x[0]);
            }

            @Override
            public String name() {
                return "Wrong";
            }
        };

        assertThatThrownBy(() -> wrong.start(new SplittableRandom(1), new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("start of Wrong must have 2 numbers (one for each of [a, b]), but has 1");
    }

    @Test
    void aFormulaThatReadsCellsWhichAreNotThereIsRefused() {
        Rows noCells = Rows.dense(new double[][] {{}, {}});

        assertThatThrownBy(() -> new Decay().forward(T, noCells, Batch.range(0, 2, 1), new double[1][2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "formula of Decay must read parameters 0 … 1 and cells 0 … -1, but: Index 0 out of bounds for"
                                + " length 0");
    }
}
