package dev.limpid.core.optimizer.variance;

/** θ as a function of the numbers of the rows, lines (1) and (2) of {@link Sdca}: u = −c·Σᵢ vᵢ·aᵢ·xᵢ, θ = ∇Ω*(u). */
interface DualPoint {

    /** Returns the score fᵢ at θ. */
    double score(int i);

    /** Returns Σⱼ xᵢⱼ²/μⱼ. */
    double square(int i);

    /** u ← u + change·xᵢ, and θ with it. */
    void move(int i, double change);

    /** u ← Σᵢ changesᵢ·xᵢ anew, without what rounding has added up, and θ with it. */
    void restore(double[] changes);

    /** Returns Ω*(u) = ⟨u, θ⟩ − Ω(θ). */
    double conjugate();

    /** Brings θ up to date where it lags behind. */
    void finish();
}
