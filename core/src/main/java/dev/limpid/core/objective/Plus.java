package dev.limpid.core.objective;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.training.OracleCount;

/**
 * A sum of two terms, F + G; for each view of F that the sum keeps there is a class in here.
 *
 * @param <S> what F offers
 * @param <T> what G offers
 */
class Plus<S extends Smooth, T extends Smooth> implements Smooth {

    final S first;
    final T second;

    Plus(S first, T second) {
        if (first.blocks().size() != second.blocks().size()) {
            throw new IllegalArgumentException("terms of a sum must have the same number of parameters, but have "
                    + first.blocks().size() + " and " + second.blocks().size());
        }
        this.first = first;
        this.second = second;
    }

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
        return first.gradient(t, g) + addGradient(t, g);
    }

    /** Adds ∇G to g and returns G. */
    final double addGradient(double[] t, double[] g) {
        double[] more = new double[g.length];
        double value = second.gradient(t, more);
        for (int j = 0; j < g.length; j++) {
            g[j] += more[j];
        }
        return value;
    }

    @Override
    public Line along(double[] t, double[] d) {
        return Lines.sum(first.along(t, d), second.along(t, d), t.length);
    }

    @Override
    public HessianProduct hessian(double[] t) {
        return HessianProducts.sum(first.hessian(t), second.hessian(t));
    }

    @Override
    public String kink() {
        return first.kink().isEmpty() ? second.kink() : first.kink();
    }

    @Override
    public OracleCount count() {
        OracleCount a = first.count();
        OracleCount b = second.count();
        return new OracleCount(
                a.values() + b.values(),
                a.gradients() + b.gradients(),
                a.matrices() + b.matrices(),
                a.rows() + b.rows());
    }

    @Override
    public String formula() {
        return Formulas.sum(first.formula(), second.formula());
    }

    /** A finite sum and a term without units. */
    static class OfFinite<S extends FiniteSum, T extends Smooth> extends Plus<S, T> implements FiniteSum {

        OfFinite(S first, T second) {
            super(first, second);
        }

        @Override
        public Population units() {
            return first.units();
        }

        @Override
        public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
            return first.gradient(t, batch, g, feedback) + addGradient(t, g);
        }
    }

    /** Two terms with local quadratics. */
    static class OfCurved<S extends Curved, T extends Curved> extends Plus<S, T> implements Curved {

        OfCurved(S first, T second) {
            super(first, second);
        }

        @Override
        public double quadratic(double[] t, double cap, double[] g, double[][] b) {
            return Quadratics.sum(first, second, t, cap, g, b);
        }

        @Override
        public double typicalCurvature(double[] t) {
            return Quadratics.typicalCurvature(first, second, t);
        }

        @Override
        public boolean needsCap() {
            return first.needsCap() || second.needsCap();
        }
    }

    /** A finite sum with linear scores and a term with a local quadratic, but without units. */
    static class OfLinear<T extends Curved> extends OfFinite<LinearSum, T> implements LinearSum {

        OfLinear(LinearSum first, T second) {
            super(first, second);
        }

        @Override
        public double quadratic(double[] t, double cap, double[] g, double[][] b) {
            return Quadratics.sum(first, second, t, cap, g, b);
        }

        @Override
        public double typicalCurvature(double[] t) {
            return Quadratics.typicalCurvature(first, second, t);
        }

        @Override
        public boolean needsCap() {
            return first.needsCap() || second.needsCap();
        }
    }
}
