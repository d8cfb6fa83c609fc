package dev.limpid.core.hypothesis;

import java.util.Arrays;
import java.util.Objects;

/** The derivatives u′ of a dual number, one for each parameter; none for a constant. Immutable. */
final class Gradient {

    static final Gradient NONE = new Gradient(new double[0]);

    private final double[] partials;

    /** Takes over the array. */
    Gradient(double[] partials) {
        this.partials = partials;
    }

    /** 1 at the index, 0 elsewhere. */
    static Gradient axis(int index, int size) {
        double[] partials = new double[size];
        partials[Objects.checkIndex(index, size)] = 1;
        return new Gradient(partials);
    }

    /** a·u′ + b·v′. */
    static Gradient sum(double a, Gradient u, double b, Gradient v) {
        if (v.isNone()) {
            return u.times(a);
        }
        if (u.isNone()) {
            return v.times(b);
        }
        if (u.partials.length != v.partials.length) {
            throw new IllegalArgumentException("dual numbers must have the same number of derivatives, but have "
                    + u.partials.length + " and " + v.partials.length);
        }
        double[] sum = new double[u.partials.length];
        for (int j = 0; j < sum.length; j++) {
            sum[j] = a * u.partials[j] + b * v.partials[j];
        }
        return new Gradient(sum);
    }

    /** a·u′. */
    Gradient times(double a) {
        if (isNone()) {
            return NONE;
        }
        double[] product = new double[partials.length];
        for (int j = 0; j < product.length; j++) {
            product[j] = a * partials[j];
        }
        return new Gradient(product);
    }

    /** grad ← grad + factor·u′. */
    void addTo(double factor, double[] grad) {
        for (int j = 0; j < partials.length; j++) {
            grad[j] += factor * partials[j];
        }
    }

    boolean isNone() {
        return partials.length == 0;
    }

    double at(int index) {
        return isNone() ? 0 : partials[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Gradient that && Arrays.equals(that.partials, partials);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(partials);
    }

    @Override
    public String toString() {
        return Arrays.toString(partials);
    }
}
