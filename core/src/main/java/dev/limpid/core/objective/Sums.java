package dev.limpid.core.objective;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.SmoothPenalty;

/** Sums of smooth terms. */
final class Sums {

    private Sums() {}

    static Smooth of(Smooth first, Smooth second) {
        if (first.blocks().size() != second.blocks().size()) {
            throw new IllegalArgumentException("terms of a sum must have the same number of parameters, but have "
                    + first.blocks().size() + " and " + second.blocks().size());
        }
        return new Smooth() {
            @Override
            public Blocks blocks() {
                return first.blocks();
            }

            @Override
            public double value(double[] t) {
                return first.value(t) + second.value(t);
            }

            @Override
            public double gradient(double[] t, double[] g) {
                double[] more = new double[g.length];
                double value = first.gradient(t, g) + second.gradient(t, more);
                for (int j = 0; j < g.length; j++) {
                    g[j] += more[j];
                }
                return value;
            }

            @Override
            public String kink() {
                return first.kink().isEmpty() ? second.kink() : first.kink();
            }
        };
    }

    static Smooth of(Smooth first, Block block, SmoothPenalty penalty) {
        return of(first, new Smooth() {
            @Override
            public Blocks blocks() {
                return first.blocks();
            }

            @Override
            public double value(double[] t) {
                return penalty.value(t, block);
            }

            @Override
            public double gradient(double[] t, double[] g) {
                java.util.Arrays.fill(g, 0);
                penalty.addGradient(t, block, g);
                return penalty.value(t, block);
            }
        });
    }
}
