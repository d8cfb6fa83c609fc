package dev.limpid.core.loss.composed;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.ScalarLoss;

/**
 * A convex loss whose gradient is clipped, with the value that belongs to it.
 *
 * <pre>
 *   ∂/∂f = max(−c, min(ℓ′(f), c))                                                (1)
 *   f*   = the place between f and the minimum where ℓ′ reaches ±c                (2)
 *   value = ℓ(f) where |ℓ′(f)| ≤ c,  else  ℓ(f*) ± c·(f − f*)                     (3)
 *   h    = that of ℓ where |ℓ′(f)| ≤ c; beyond, 0 if EXACT, h(f*) if a MAJORISER    (4)
 * </pre>
 *
 * <p>(4): beyond f* the loss is a line until f* and lies below the parabola at f* after it, and a step that starts at f is
 * longer than one that starts at f*. f* is found by halving, which ends between neighbouring doubles; as ℓ′ = ±c there, an
 * error of f* is squared in the value.
 */
record ClippedLoss(ScalarLoss loss, double threshold) implements ScalarLossWrapper {

    ClippedLoss {
        Rules.positive("threshold", threshold);
        if (!loss.convex()) {
            throw new IllegalArgumentException("loss must be convex to be clipped, but " + loss.name()
                    + " does not say so: its gradient may be small far out too, and no tangent would fit");
        }
    }

    @Override
    public double value(double y, double f) {
        double slope = loss.gradient(y, f);
        if (!(Math.abs(slope) > threshold)) {
            return loss.value(y, f);
        }
        double border = border(y, f, Math.signum(slope));
        return loss.value(y, border) + Math.signum(slope) * threshold * (f - border); // (3)
    }

    @Override
    public double gradient(double y, double f) {
        return Math.max(-threshold, Math.min(loss.gradient(y, f), threshold)); // (1)
    }

    @Override
    public double secondDerivative(double y, double f) {
        return Math.abs(loss.gradient(y, f)) <= threshold ? loss.secondDerivative(y, f) : 0;
    }

    @Override
    public double curvature(double y, double f) {
        double slope = loss.gradient(y, f);
        if (!(Math.abs(slope) > threshold)) {
            return loss.curvature(y, f);
        }
        return kind() == Curvature.EXACT ? 0 : loss.curvature(y, border(y, f, Math.signum(slope))); // (4)
    }

    /** f*, for a slope that is too steep upwards (side 1) or downwards (side −1). */
    private double border(double y, double f, double side) {
        double steep = f;
        double step = 1;
        double flat = f - side;
        while (isSteep(y, flat, side)) {
            steep = flat;
            step *= 2;
            flat = f - side * step;
            if (Double.isInfinite(flat)) {
                throw new IllegalArgumentException("threshold must be reached by the gradient of " + loss.name()
                        + ", but for target " + y + " it is steeper than " + threshold + " everywhere");
            }
        }
        double middle = flat + (steep - flat) / 2;
        while (middle != flat && middle != steep) {
            if (isSteep(y, middle, side)) {
                steep = middle;
            } else {
                flat = middle;
            }
            middle = flat + (steep - flat) / 2;
        }
        return flat; // (2)
    }

    private boolean isSteep(double y, double f, double side) {
        return side * loss.gradient(y, f) > threshold;
    }

    /** {@inheritDoc} At a kink the parabola of ℓ need not have the slope ±c, therefore a majoriser only where ℓ is smooth. */
    @Override
    public Curvature kind() {
        boolean known = loss.kind() == Curvature.EXACT || (loss.kind() == Curvature.MAJORISER && loss.smooth());
        return known ? loss.kind() : Curvature.CONSTANT;
    }

    @Override
    public boolean convex() {
        return true;
    }

    @Override
    public String name() {
        return "Clipped";
    }

    @Override
    public String formula() {
        return "loss where |loss′| ≤ c, its tangent of slope ±c beyond";
    }
}
