package dev.limpid.core.hypothesis;

import dev.limpid.core.data.Rows;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.parameter.Role;
import dev.limpid.core.sampler.Batch;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A hypothesis written once, as a formula of one score: pullback and pushforward come out exact.
 *
 * <pre>{@code
 * record Decay() implements FormulaHypothesis {              // f = a·exp(−b·x)
 *     public List<String> parameters() {
 *         return List.of("a", "b");
 *     }
 *     public double[] start() {
 *         return new double[] {1, 0.1};
 *     }
 *     public Dual formula(Dual[] t, double[] x) {
 *         return t[0].times(t[1].times(-x[0]).exp());
 *     }
 * }
 * }</pre>
 *
 * <p>Each parameter is a block of its own, to be penalised by its name. Scores are computed from numbers alone; a pullback evaluates the
 * formula with all p derivatives, a pushforward with the one along its direction.
 *
 * <p>The testkit holds it, and hypotheses whose pullback is written by hand, to the law:
 *
 * <pre>{@code
 * assertThat(new Decay()).on(data.features()).obeysItsLaws();
 * }</pre>
 *
 * @since 0.1.0
 */
public interface FormulaHypothesis extends Hypothesis {

    /**
     * Names the parameters.
     *
     * @return p ≥ 1 different names, always the same
     */
    List<String> parameters();

    /**
     * Returns the parameters to start from.
     *
     * @return θ₀, length p, finite
     */
    double[] start();

    /**
     * Returns the score f_θ(x), computed from θ by the operations of {@link Dual}. Branch on numbers freely; it is called with
     * many rows by several threads.
     *
     * @param t θ, length p, in the order of {@link #parameters}; not to be changed
     * @param x cells of the row, length d; codes of levels in categorical columns; not to be changed
     * @return the score with its derivatives
     */
    Dual formula(Dual[] t, double[] x);

    @Override
    default Blocks blocks() {
        Blocks blocks = new Blocks(List.of());
        for (String name : parameters()) {
            blocks = blocks.and(name, 1, 1, Role.WEIGHTS);
        }
        return blocks;
    }

    /** {@inheritDoc} One. */
    @Override
    default int outputs() {
        return 1;
    }

    @Override
    default void start(RandomGenerator random, double[] t) {
        double[] start = start();
        if (start.length != parameters().size()) {
            throw new IllegalArgumentException("start of " + name() + " must have "
                    + parameters().size() + " numbers (one for each of " + parameters() + "), but has " + start.length);
        }
        System.arraycopy(start, 0, t, 0, start.length);
    }

    @Override
    default Pass forward(double[] t, Rows x, Batch batch, double[][] f) {
        FormulaPass pass = new FormulaPass(this, t, x, batch);
        pass.scores(f[0]);
        return pass;
    }
}
