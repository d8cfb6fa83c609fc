package dev.limpid.core.internal.kernel;

import dev.limpid.core.loss.Loss;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a kernel made for one loss may serve another.
 *
 * <p>{@code equals} alone isn't enough: a class that extends {@code HuberLoss} by a lambda and doesn't override
 * {@code equals} makes different losses that call themselves equal. Records are therefore compared component by
 * component, and of other losses {@code equals} is believed if their own class declares it. Everything else must be the
 * same object. A wrong no costs one more copy of a loop, a wrong yes a wrong model.
 */
final class SameLoss {

    private SameLoss() {}

    static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return true;
        }
        if (a == null || b == null || a.getClass() != b.getClass()) {
            return false;
        }
        if (a.getClass().isRecord()) {
            return sameComponents(a, b);
        }
        return (isValue(a) || (a instanceof Loss && declaresEquals(a.getClass()))) && a.equals(b);
    }

    private static boolean isValue(Object object) {
        return object instanceof Number
                || object instanceof Boolean
                || object instanceof Character
                || object instanceof String;
    }

    private static boolean declaresEquals(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("equals")
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {Object.class}));
    }

    private static boolean sameComponents(Object a, Object b) {
        try {
            for (RecordComponent component : a.getClass().getRecordComponents()) {
                Field field = a.getClass().getDeclaredField(component.getName());
                field.setAccessible(true);
                if (!same(field.get(a), field.get(b))) {
                    return false;
                }
            }
            return true;
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            return false; // a module that doesn't open its records: no two are known to be the same
        }
    }
}
