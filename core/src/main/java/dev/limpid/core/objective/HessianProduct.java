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

    /**
     * Hands over the diagonal of the Hessian, if that costs no more than a few products; methods that solve with the Hessian get to
     * the end with fewer products if they know it.
     *
     * @param out receives ∂²F/∂θⱼ² at the frozen point, if it is known; else not changed
     * @return whether it is known; false unless overridden
     */
    default boolean diagonal(double[] out) {
        return false;
    }
}
