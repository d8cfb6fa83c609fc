package dev.limpid.core.internal.kernel;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Copies of one of the loop classes, made by defining its own bytes again as hidden classes.
 *
 * <pre>
 *   loss is …                                           its kernel is
 *   a record or a lambda that holds other objects       one copy for this loss, which is a constant in it      (1)
 *   anything else                                       one copy for all losses of the class                    (2)
 * </pre>
 *
 * <p>In (1) the compiler reads through the constant to the losses and lambdas inside, because the fields of records and
 * of hidden classes (which lambdas are) can't change; in other classes they could, so that a copy for each would gain
 * nothing.
 *
 * <p>Copies hang on the loss's class and go when it does; of (1) a class keeps the last {@value #KEPT}. Copying takes
 * a fraction of a millisecond.
 *
 * @param <K> what the loops are called through
 */
final class Clones<K> {

    static final Clones<LossKernel> SCALAR =
            new Clones<>(LossKernel.class, ScalarLoops.class, "ScalarLoops.class", ScalarLoss.class);
    static final Clones<LossKernel> VECTOR =
            new Clones<>(LossKernel.class, VectorLoops.class, "VectorLoops.class", VectorLoss.class);
    static final Clones<DualKernel> DUAL =
            new Clones<>(DualKernel.class, DualLoops.class, "DualLoops.class", ScalarLoss.class);

    static final int KEPT = 32;

    private final Class<K> kernel;
    private final Class<? extends K> loops;
    private final String classFile;
    private final Class<? extends Loss> type;
    private final AtomicBoolean logged = new AtomicBoolean();
    private final ClassValue<LossCopies<K>> copies = new ClassValue<>() {
        @Override
        protected LossCopies<K> computeValue(Class<?> lossClass) {
            return new LossCopies<>(lossClass, Clones.this);
        }
    };

    Clones(Class<K> kernel, Class<? extends K> loops, String classFile, Class<? extends Loss> type) {
        this.kernel = kernel;
        this.loops = loops;
        this.classFile = classFile;
        this.type = type;
    }

    /** Returns the kernel of a loss, or null if loops can't be copied here. */
    @Nullable
    K of(Loss loss) {
        return copies.get(loss.getClass()).of(loss);
    }

    /**
     * Defines the loops again.
     *
     * @param bound the loss that is a constant in the copy, or null
     * @return the constructor of the copy, which takes the loss; null if loops can't be copied here
     */
    @Nullable
    MethodHandle define(@Nullable Loss bound) {
        try (InputStream in = loops.getResourceAsStream(classFile)) {
            if (in == null) {
                return refuse("class file " + classFile + " is not among the resources");
            }
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            byte[] bytes = in.readAllBytes();
            MethodHandles.Lookup copy = bound == null
                    ? lookup.defineHiddenClass(bytes, true)
                    : lookup.defineHiddenClassWithClassData(bytes, bound, true);
            return copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class, type))
                    .asType(MethodType.methodType(Object.class, Loss.class));
        } catch (IOException | ReflectiveOperationException | LinkageError | UnsupportedOperationException e) {
            return refuse(e.toString());
        }
    }

    /** Makes a kernel by the constructor of a copy. */
    K make(MethodHandle constructor, Loss loss) {
        try {
            return kernel.cast((Object) constructor.invokeExact(loss));
        } catch (Throwable e) {
            throw new IllegalStateException("a kernel must be constructible from its loss", e);
        }
    }

    private @Nullable MethodHandle refuse(String reason) {
        if (!logged.getAndSet(true)) {
            LoggerFactory.getLogger("dev.limpid.core.loss.LossKernel")
                    .info("Loss kernels share their loops, which is slower and gives the same numbers: {}", reason);
        }
        return null;
    }
}
