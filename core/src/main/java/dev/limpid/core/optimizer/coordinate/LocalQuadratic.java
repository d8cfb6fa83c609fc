package dev.limpid.core.optimizer.coordinate;

/**
 * q(x) = ⟨G, x − θ⟩ + ½·(x − θ)ᵀ·B·(x − θ) over some coordinates, numbered 0 … m − 1; it keeps ∂q/∂x up to date as x moves
 * away from θ.
 */
interface LocalQuadratic {

    /** Returns m. */
    int size();

    /** Returns Bₐₐ. */
    double curvature(int a);

    /** Returns ∂q/∂xₐ. */
    double slope(int a);

    /** xₐ ← xₐ + delta. */
    void move(int a, double delta);

    /** Returns q(x); 0 at θ. */
    double value();

    /** Remembers x. */
    void mark();

    /** Goes back to where {@link #mark} was called. */
    void back();
}
