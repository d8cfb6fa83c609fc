package dev.limpid.core.internal.kernel;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Makes loss kernels: the loops, copied for each loss or shared by all of them.
 *
 * <p>A loop that has met several losses calls them through the interface, because the JVM keeps one profile for a
 * method, whoever runs it. A copy of the loop under another (hidden) class has a profile of its own, sees one loss and
 * inlines it. {@code docs/decisions/0006-cloned-kernels.md} has the measurements.
 */
public final class Kernels {

    private static final String PROPERTY = "limpid.kernels";

    private Kernels() {}

    /**
     * Returns a kernel with loops of its own, unless the system property {@code limpid.kernels} is {@code shared} or the
     * JVM can't copy them.
     *
     * @param loss the loss
     * @return the kernel
     */
    public static LossKernel of(Loss loss) {
        return of(loss, System.getProperty(PROPERTY, "cloned"));
    }

    static LossKernel of(Loss loss, String choice) {
        return isShared(choice) ? shared(loss) : cloned(loss);
    }

    private static boolean isShared(String choice) {
        return switch (choice) {
            case "cloned" -> false;
            case "shared" -> true;
            default ->
                throw new IllegalArgumentException(
                        "system property " + PROPERTY + " must be cloned or shared, but was " + choice);
        };
    }

    /**
     * Returns a kernel with the loops that all losses share.
     *
     * @param loss the loss
     * @return the kernel
     */
    public static LossKernel shared(Loss loss) {
        if (loss instanceof ScalarLoss scalar) {
            return new ScalarLoops(scalar);
        }
        return new VectorLoops(vector(loss));
    }

    /**
     * Returns a kernel with loops of its own, whatever the system property says.
     *
     * @param loss the loss
     * @return the kernel; shared loops if the JVM can't copy them
     */
    public static LossKernel cloned(Loss loss) {
        return orShared(loss instanceof ScalarLoss ? Clones.SCALAR.of(loss) : Clones.VECTOR.of(vector(loss)), loss);
    }

    static LossKernel orShared(@Nullable LossKernel copy, Loss loss) {
        return copy != null ? copy : shared(loss);
    }

    /**
     * Returns the steps of dual methods with code of their own for the loss, unless the system property says shared or the JVM
     * can't copy it.
     *
     * @param loss a convex loss
     * @return the kernel
     */
    public static DualKernel dual(ScalarLoss loss) {
        DualKernel copy = isShared(System.getProperty(PROPERTY, "cloned")) ? null : Clones.DUAL.of(loss);
        return copy != null ? copy : new DualLoops(loss);
    }

    private static VectorLoss vector(Loss loss) {
        if (loss instanceof VectorLoss vector) {
            return vector;
        }
        throw new IllegalArgumentException(
                "loss must be a ScalarLoss or a VectorLoss to be computed row by row, but was " + loss.name()
                        + "; a UnitLoss is computed unit by unit");
    }

    /** Returns the class data of a copy, null in the class itself. */
    static <T> @Nullable T bound(MethodHandles.Lookup lookup, Class<T> type) {
        try {
            return MethodHandles.classData(lookup, ConstantDescs.DEFAULT_NAME, type);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a kernel must be able to read its own class data", e);
        }
    }
}
