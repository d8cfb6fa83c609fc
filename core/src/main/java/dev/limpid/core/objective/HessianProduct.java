package dev.limpid.core.objective;

/**
 * The Hessian of an objective at a point θ, as the map v ↦ ∇²F(θ)·v.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface HessianProduct {

    /**
     * Multiplies the Hessian by a vector.
     *
     * @param v the vector; not changed
     * @param out receives ∇²F(θ)·v; overwritten
     */
    void times(double[] v, double[] out);
}
