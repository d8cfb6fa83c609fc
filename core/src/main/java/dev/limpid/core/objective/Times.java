package dev.limpid.core.objective;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.Workers;
import java.util.Optional;

/**
 * A multiple c·F of an objective, c &gt; 0; each of the views that it keeps is a class in here.
 *
 * @param <S> what F offers
 */
class Times<S extends Smooth> implements Smooth {

    final S inner;
    final double factor;

    Times(S inner, double factor) {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("factor must be finite and > 0, but was " + factor);
        }
        this.inner = inner;
        this.factor = factor;
    }

    @Override
    public Blocks blocks() {
        return inner.blocks();
    }

    @Override
    public double value(double[] t) {
        return factor * inner.value(t);
    }

    @Override
    public double gradient(double[] t, double[] g) {
        double value = inner.gradient(t, g);
        scale(g);
        return factor * value;
    }

    final void scale(double[] x) {
        for (int j = 0; j < x.length; j++) {
            x[j] *= factor;
        }
    }

    @Override
    public Line along(double[] t, double[] d) {
        return Lines.multiple(inner.along(t, d), factor);
    }

    @Override
    public HessianProduct hessian(double[] t) {
        return HessianProducts.multiple(inner.hessian(t), factor);
    }

    @Override
    public String kink() {
        return inner.kink();
    }

    @Override
    public OracleCount count() {
        return inner.count();
    }

    @Override
    public String formula() {
        return Formulas.multiple(factor, inner.formula());
    }

    /** A multiple of a finite sum. */
    static class OfFinite<S extends FiniteSum> extends Times<S> implements FiniteSum {

        OfFinite(S inner, double factor) {
            super(inner, factor);
        }

        @Override
        public Population units() {
            return inner.units();
        }

        @Override
        public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
            double value = inner.gradient(t, batch, g, feedback);
            scale(g);
            return factor * value;
        }
    }

    /** A multiple of an objective with a local quadratic. */
    static class OfCurved<S extends Curved> extends Times<S> implements Curved {

        OfCurved(S inner, double factor) {
            super(inner, factor);
        }

        @Override
        public double quadratic(double[] t, double cap, double[] g, double[][] b) {
            return Quadratics.multiple(inner, factor, t, cap, g, b);
        }

        @Override
        public double typicalCurvature(double[] t) {
            return factor * inner.typicalCurvature(t);
        }

        @Override
        public boolean needsCap() {
            return inner.needsCap();
        }
    }

    /** A multiple of a finite sum with linear scores. */
    static final class OfLinear extends OfFinite<LinearSum> implements LinearSum {

        OfLinear(LinearSum inner, double factor) {
            super(inner, factor);
        }

        @Override
        public Optional<LinearDesign> design() {
            return inner.design().map(design -> design.times(factor));
        }

        @Override
        public Workers workers() {
            return inner.workers();
        }

        @Override
        public double quadratic(double[] t, double cap, double[] g, double[][] b) {
            return Quadratics.multiple(inner, factor, t, cap, g, b);
        }

        @Override
        public double typicalCurvature(double[] t) {
            return factor * inner.typicalCurvature(t);
        }

        @Override
        public boolean needsCap() {
            return inner.needsCap();
        }
    }
}
