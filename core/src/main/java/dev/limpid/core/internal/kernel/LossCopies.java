package dev.limpid.core.internal.kernel;

import dev.limpid.core.loss.Loss;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The copies of the loops for the losses of one class. */
final class LossCopies<K> {

    /** A loss with the kernel made for it. */
    private record Kept<K>(Loss loss, K kernel) {}

    private final Clones<K> clones;
    private final boolean perLoss;
    private @Nullable MethodHandle ofClass;
    private boolean defined;
    private final Deque<Kept<K>> kept = new ArrayDeque<>();

    LossCopies(Class<?> lossClass, Clones<K> clones) {
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

    synchronized @Nullable K of(Loss loss) {
        return perLoss ? ofLoss(loss) : ofClass(loss);
    }

    private @Nullable K ofClass(Loss loss) {
        if (!defined) {
            ofClass = clones.define(null);
            defined = true;
        }
        return ofClass == null ? null : clones.make(ofClass, loss);
    }

    private @Nullable K ofLoss(Loss loss) {
        for (Iterator<Kept<K>> i = kept.iterator(); i.hasNext(); ) {
            Kept<K> entry = i.next();
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
        Kept<K> entry = new Kept<>(loss, clones.make(constructor, loss));
        kept.addFirst(entry);
        if (kept.size() > Clones.KEPT) {
            kept.removeLast();
        }
        return entry.kernel;
    }
}
