package dev.limpid.core.penalty;

import dev.limpid.core.parameter.Block;

/**
 * A penalty on w, seen from the scaled parameters u = s∘w.
 *
 * <pre>
 *   Ω̃(u) = Σⱼ ωⱼ(uⱼ / sⱼ)                                                          (1)
 *   prox(z) = argmin over u of ωⱼ(u / sⱼ) + (u − z)² / (2·step),  and with u = sⱼ·w
 *           = sⱼ·argmin over w of ωⱼ(w) + (w − z/sⱼ)² / (2·step/sⱼ²)               (2)
 * </pre>
 */
class Scaled implements SeparablePenalty {

    final SeparablePenalty penalty;
    final double[] s;

    private Scaled(SeparablePenalty penalty, double[] s) {
        this.penalty = penalty;
        this.s = s;
    }

    static SeparablePenalty of(SeparablePenalty penalty, double[] s) {
        for (int j = 0; j < s.length; j++) {
            if (!(s[j] > 0 && Double.isFinite(s[j]))) {
                throw new IllegalArgumentException("scale must be finite and > 0, but s[" + j + "] was " + s[j]);
            }
        }
        double[] copy = s.clone();
        if (penalty instanceof LinearMinimizationOracle set) {
            return new ScaledSet(penalty, set, copy);
        }
        return penalty instanceof SmoothPenalty smooth
                ? new ScaledSmooth(penalty, smooth, copy)
                : new Scaled(penalty, copy);
    }

    @Override
    public double value(double u, int j) {
        return penalty.value(u / s[j], j); // (1)
    }

    @Override
    public double prox(double z, int j, double step) {
        return s[j] * penalty.prox(z / s[j], j, step / (s[j] * s[j])); // (2)
    }

    /** ωⱼ(uⱼ/sⱼ) − μ/2·uⱼ² = ωⱼ(wⱼ) − μ·sⱼ²/2·wⱼ². */
    @Override
    public double strongConvexity(int j) {
        return penalty.strongConvexity(j) / (s[j] * s[j]);
    }

    @Override
    public double lower(int j) {
        return s[j] * penalty.lower(j);
    }

    @Override
    public double upper(int j) {
        return s[j] * penalty.upper(j);
    }

    @Override
    public double absoluteStrength(int j) {
        return penalty.absoluteStrength(j) / s[j];
    }

    @Override
    public double squareStrength(int j) {
        return penalty.squareStrength(j) / (s[j] * s[j]);
    }

    @Override
    public double value(double[] t, Block b) {
        requireOneScaleEach(b);
        return SeparablePenalty.super.value(t, b);
    }

    @Override
    public void prox(double[] z, Block b, double step) {
        requireOneScaleEach(b);
        SeparablePenalty.super.prox(z, b, step);
    }

    final void requireOneScaleEach(Block b) {
        if (s.length != b.size()) {
            throw new IllegalArgumentException("s must have length " + b.size() + " (one scale per number of block '"
                    + b.name() + "'), but has length " + s.length);
        }
        penalty.check(b);
    }

    @Override
    public void check(Block b) {
        requireOneScaleEach(b);
    }

    @Override
    public boolean convex() {
        return penalty.convex();
    }

    @Override
    public String name() {
        return penalty.name();
    }

    @Override
    public String formula() {
        return penalty.formula();
    }

    @Override
    public String formula(String x) {
        return penalty.formula(x);
    }

    @Override
    public String source() {
        return penalty.source();
    }

    /**
     * The same for a penalty with a gradient: by the chain rule ∂Ω̃/∂uⱼ = ∂Ω/∂wⱼ / sⱼ, and a quadratic of weight cⱼ in wⱼ
     * has the weight cⱼ/sⱼ² in uⱼ.
     */
    private static final class ScaledSmooth extends Scaled implements SmoothPenalty {

        private final SmoothPenalty smooth;

        ScaledSmooth(SeparablePenalty penalty, SmoothPenalty smooth, double[] s) {
            super(penalty, s);
            this.smooth = smooth;
        }

        @Override
        public void addGradient(double[] t, Block b, double[] g) {
            double[] raw = new double[b.size()];
            smooth.addGradient(unscaled(t, b), alone(b), raw);
            for (int j = 0; j < raw.length; j++) {
                g[b.offset() + j] += raw[j] / s[j];
            }
        }

        @Override
        public void addCurvature(double[] t, Block b, double[] c) {
            double[] raw = new double[b.size()];
            smooth.addCurvature(unscaled(t, b), alone(b), raw);
            for (int j = 0; j < raw.length; j++) {
                c[b.offset() + j] += raw[j] / (s[j] * s[j]);
            }
        }

        private double[] unscaled(double[] t, Block b) {
            requireOneScaleEach(b);
            double[] w = new double[b.size()];
            for (int j = 0; j < w.length; j++) {
                w[j] = t[b.offset() + j] / s[j];
            }
            return w;
        }

        private static Block alone(Block b) {
            return new Block(b.name(), 0, b.rows(), b.columns(), b.role());
        }
    }

    /** The same for a set: argmin of ⟨g, u⟩ over s∘C is s∘w, w = argmin of ⟨s∘g, w⟩ over C. */
    private static final class ScaledSet extends Scaled implements LinearMinimizationOracle {

        private final LinearMinimizationOracle set;

        ScaledSet(SeparablePenalty penalty, LinearMinimizationOracle set, double[] s) {
            super(penalty, s);
            this.set = set;
        }

        @Override
        public void linearMinimum(double[] g, Block b, double[] out) {
            check(b);
            double[] raw = g.clone();
            for (int j = 0; j < b.size(); j++) {
                raw[b.offset() + j] *= s[j];
            }
            set.linearMinimum(raw, b, out);
            for (int j = 0; j < b.size(); j++) {
                out[b.offset() + j] *= s[j];
            }
        }

        @Override
        public boolean bounded() {
            return set.bounded();
        }
    }
}
