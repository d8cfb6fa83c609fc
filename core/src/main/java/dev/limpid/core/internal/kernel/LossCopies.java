package dev.limpid.core.internal.kernel;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.LossKernel;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The copies of the loops for the losses of one class. */
final class LossCopies {

    /** A loss with the kernel made for it. */
    private record Kept(Loss loss, LossKernel kernel) {}

    private final Clones clones;
    private final boolean perLoss;
    private @Nullable MethodHandle ofClass;
    private boolean defined;
    private final Deque<Kept> kept = new ArrayDeque<>();

    LossCopies(Class<?> lossClass, Clones clones) {
        this.clones = clones;
        perLoss = isTransparent(lossClass)
                && Arrays.stream(lossClass.getDeclaredFields()).anyMatch(LossCopies::holdsObject);
    }

    /** Tells whether the compiler takes the fields of a constant of this class for constants. */
    private static boolean isTransparent(Class<?> type) {
        return type.isRecord() || type.isHidden();
    }

    private static boolean holdsObject(Field field) {
        Class<?> type = field.getType();
        return !Modifier.isStatic(field.getModifiers())
                && !type.isPrimitive()
                && type != String.class
                && !type.isEnum();
    }

    synchronized @Nullable LossKernel of(Loss loss) {
        return perLoss ? ofLoss(loss) : ofClass(loss);
    }

    private @Nullable LossKernel ofClass(Loss loss) {
        if (!defined) {
            ofClass = clones.define(null);
            defined = true;
        }
        return ofClass == null ? null : make(ofClass, loss);
    }

    private @Nullable LossKernel ofLoss(Loss loss) {
        for (Iterator<Kept> i = kept.iterator(); i.hasNext(); ) {
            Kept entry = i.next();
            if (SameLoss.same(entry.loss, loss)) {
                i.remove();
                kept.addFirst(entry);
                return entry.kernel;
            }
        }
        MethodHandle constructor = clones.define(loss);
        if (constructor == null) {
            return null;
        }
        Kept entry = new Kept(loss, make(constructor, loss));
        kept.addFirst(entry);
        if (kept.size() > Clones.KEPT) {
            kept.removeLast();
        }
        return entry.kernel;
    }

    private static LossKernel make(MethodHandle constructor, Loss loss) {
        try {
            return (LossKernel) constructor.invokeExact(loss);
        } catch (Throwable e) {
            throw new IllegalStateException("a kernel must be constructible from its loss", e);
        }
    }
}
