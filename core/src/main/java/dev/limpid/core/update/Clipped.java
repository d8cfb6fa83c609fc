package dev.limpid.core.update;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Gradient clipping: another update, shown gradients that are never longer than a bound.
 *
 * <pre>
 *   g ← g·min(1, c/‖g‖)    (1)  keeps the direction
 * </pre>
 *
 * <p><b>References</b>
 * <ol><li>R. Pascanu, T. Mikolov, Y. Bengio (2013): On the Difficulty of Training Recurrent Neural Networks. ICML.
 *     arXiv:1211.5063, Algorithm 1.</ol>
 *
 * @param update the update that is shown the clipped gradient
 * @param maxNorm c, the largest Euclidean norm of all gradient entries together; finite and &gt; 0
 * @since 0.1.0
 */
public record Clipped(Update update, double maxNorm) implements Update {

    /** Checks the range. */
    public Clipped {
        Objects.requireNonNull(update, "update");
        if (!(maxNorm > 0 && maxNorm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("maxNorm must be finite and > 0, but was " + maxNorm);
        }
    }

    @Override
    public void delta(Oracle oracle, Memory memory, double[] delta) {
        update.delta(new Clip(oracle, maxNorm), memory, delta);
    }

    @Override
    public Schedule learningRate() {
        return update.learningRate();
    }

    @Override
    public void answer(double[] t, Memory memory, double[] out) {
        update.answer(t, memory, out);
    }

    @Override
    public boolean ownsParameters() {
        return update.ownsParameters();
    }

    @Override
    public String formula() {
        return "g ← g·min(1, " + maxNorm + "/‖g‖)";
    }

    @Override
    public String source() {
        return "R. Pascanu, T. Mikolov, Y. Bengio (2013): On the Difficulty of Training Recurrent Neural Networks";
    }

    private record Clip(Oracle oracle, double maxNorm) implements Oracle {

        @Override
        public double[] gradient() {
            double[] g = oracle.gradient();
            double norm = norm(g);
            if (norm > maxNorm) {
                for (int j = 0; j < g.length; j++) {
                    g[j] *= maxNorm / norm; // (1)
                }
            }
            return g;
        }

        /** ‖g‖, by way of the largest entry, so that squares can't overflow. */
        private static double norm(double[] g) {
            double max = 0;
            for (double x : g) {
                max = Math.max(max, Math.abs(x));
            }
            double sum = 0;
            for (double x : g) {
                sum += (x / max) * (x / max);
            }
            return max == 0 ? 0 : max * Math.sqrt(sum);
        }

        @Override
        public Oracle at(double[] p) {
            return new Clip(oracle.at(p), maxNorm);
        }

        @Override
        public Blocks blocks() {
            return oracle.blocks();
        }

        @Override
        public Progress progress() {
            return oracle.progress();
        }

        @Override
        public double learningRate() {
            return oracle.learningRate();
        }

        @Override
        public double[] theta() {
            return oracle.theta();
        }

        @Override
        public double value() {
            return oracle.value();
        }

        @Override
        public RandomGenerator random() {
            return oracle.random();
        }

        @Override
        public double[] hessianTimes(double[] v) {
            return oracle.hessianTimes(v);
        }
    }
}
