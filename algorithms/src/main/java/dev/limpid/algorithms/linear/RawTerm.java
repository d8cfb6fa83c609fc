package dev.limpid.algorithms.linear;

import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.training.OracleCount;

/**
 * A function G of raw coefficients as one of the optimizer's parameters θ, exactly.
 *
 * <pre>
 *   value     G(T·θ)                         (1)  T as in {@link RawCoefficients}
 *   gradient  Tᵀ·∇G(T·θ)                     (2)
 *   matrix    Tᵀ·B·T,  B that of G at T·θ    (3)
 * </pre>
 */
class RawTerm implements Smooth {

    final Smooth term;
    final RawCoefficients change;

    private RawTerm(Smooth term, RawCoefficients change) {
        this.term = term;
        this.change = change;
    }

    static Smooth of(Smooth term, RawCoefficients change) {
        return term instanceof Curved curved ? new OfCurved(curved, change) : new RawTerm(term, change);
    }

    @Override
    public Blocks blocks() {
        return change.blocks();
    }

    @Override
    public double value(double[] t) {
        return term.value(change.raw(t)); // (1)
    }

    @Override
    public double gradient(double[] t, double[] g) {
        double value = term.gradient(change.raw(t), g);
        change.transpose(g); // (2)
        return value;
    }

    @Override
    public String kink() {
        return term.kink();
    }

    @Override
    public OracleCount count() {
        return term.count();
    }

    @Override
    public String formula() {
        return term.formula();
    }

    private static final class OfCurved extends RawTerm implements Curved {

        private final Curved curved;

        OfCurved(Curved curved, RawCoefficients change) {
            super(curved, change);
            this.curved = curved;
        }

        @Override
        public double quadratic(double[] t, double cap, double[] g, double[][] b) {
            int p = t.length;
            double[][] lower = new double[p][p];
            double value = curved.quadratic(change.raw(t), cap, g, lower);
            change.transpose(g);
            double[][] half = new double[p][p]; // B·T, column by column: row j of it is Tᵀ·(row j of B)
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    half[j][k] = lower[Math.max(j, k)][Math.min(j, k)];
                }
                change.transpose(half[j]);
            }
            double[] column = new double[p];
            for (int k = 0; k < p; k++) {
                for (int j = 0; j < p; j++) {
                    column[j] = half[j][k];
                }
                change.transpose(column);
                for (int j = k; j < p; j++) {
                    b[j][k] = column[j]; // (3)
                }
            }
            return value;
        }

        @Override
        public double typicalCurvature(double[] t) {
            return curved.typicalCurvature(change.raw(t));
        }

        @Override
        public boolean needsCap() {
            return curved.needsCap();
        }
    }
}
