package dev.limpid.testkit.wrapper;

import dev.limpid.core.objective.FeedbackSink;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.training.OracleCount;
import java.util.Arrays;
import java.util.function.Consumer;

/** Objectives with a gradient that something is done to. */
final class FaultyObjectives {

    private FaultyObjectives() {}

    static Smooth times(Smooth right, double factor) {
        return of(right, g -> {
            for (int j = 0; j < g.length; j++) {
                g[j] *= factor;
            }
        });
    }

    static Smooth frozen(Smooth right, Block block) {
        return of(right, g -> Arrays.fill(g, block.offset(), block.end(), 0));
    }

    static Smooth stale(Smooth right) {
        double[] last = new double[right.blocks().size()];
        return of(right, g -> {
            double[] now = g.clone();
            System.arraycopy(last, 0, g, 0, g.length);
            System.arraycopy(now, 0, last, 0, g.length);
        });
    }

    private static Smooth of(Smooth right, Consumer<double[]> fault) {
        return right instanceof FiniteSum sum ? new OfSum(sum, fault) : new OfSmooth(right, fault);
    }

    static FiniteSum unweighted(FiniteSum right) {
        return new OfSum(right, g -> {}) {
            @Override
            public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
                int[] units = new int[batch.size()];
                Arrays.setAll(units, batch::unit);
                return right.gradient(t, Batch.of(units, batch.fraction()), g, feedback);
            }
        };
    }

    private static class OfSmooth implements Smooth {
        private final Smooth right;
        final Consumer<double[]> fault;

        OfSmooth(Smooth right, Consumer<double[]> fault) {
            this.right = right;
            this.fault = fault;
        }

        @Override
        public Blocks blocks() {
            return right.blocks();
        }

        @Override
        public double value(double[] t) {
            return right.value(t);
        }

        @Override
        public double gradient(double[] t, double[] g) {
            double value = right.gradient(t, g);
            fault.accept(g);
            return value;
        }

        @Override
        public String kink() {
            return right.kink();
        }

        @Override
        public OracleCount count() {
            return right.count();
        }

        @Override
        public String formula() {
            return right.formula();
        }
    }

    private static class OfSum extends OfSmooth implements FiniteSum {
        private final FiniteSum sum;

        OfSum(FiniteSum sum, Consumer<double[]> fault) {
            super(sum, fault);
            this.sum = sum;
        }

        @Override
        public Population units() {
            return sum.units();
        }

        @Override
        public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
            double value = sum.gradient(t, batch, g, feedback);
            fault.accept(g);
            return value;
        }
    }
}
