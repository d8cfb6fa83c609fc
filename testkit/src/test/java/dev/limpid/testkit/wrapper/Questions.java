package dev.limpid.testkit.wrapper;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * All the questions that a seam asks of a part, found by reflection, so that one which is added later is among them.
 *
 * @param seam the interface
 * @param right a right part
 * @param arguments for each type of a parameter, what to ask with
 * @param <T> the seam
 */
record Questions<T>(Class<T> seam, T right, Map<Class<?>, Object> arguments) {

    /** Returns the questions that a wrapper, made around the right part, answers without asking it the same. */
    Set<String> answeredWithoutAsking(UnaryOperator<T> wrapper) {
        Set<String> forgotten = new TreeSet<>();
        for (Method question : seam.getMethods()) {
            if (!Modifier.isStatic(question.getModifiers()) && !question.isBridge()) {
                List<Method> asked = new ArrayList<>();
                T wrapped = wrapper.apply(listening(asked));
                asked.clear();
                ask(question, wrapped);
                boolean passedOn = asked.stream()
                        .anyMatch(method -> method.getName().equals(question.getName())
                                && Arrays.equals(method.getParameterTypes(), question.getParameterTypes()));
                if (!passedOn) {
                    forgotten.add(question.getName());
                }
            }
        }
        return forgotten;
    }

    /** The right part, which notes what it is asked. */
    private T listening(List<Method> asked) {
        return seam.cast(
                Proxy.newProxyInstance(seam.getClassLoader(), new Class<?>[] {seam}, (proxy, method, given) -> {
                    asked.add(method);
                    return answer(method, right, given);
                }));
    }

    private void ask(Method question, T part) {
        Object[] given = Arrays.stream(question.getParameterTypes())
                .map(type -> copy(Objects.requireNonNull(arguments.get(type), type.getName())))
                .toArray();
        try {
            answer(question, part, given);
        } catch (UnsupportedOperationException e) {
            // the right part has no answer either: it counts that it was asked
        } catch (Throwable e) {
            throw new AssertionError(question + " with " + Arrays.deepToString(given), e);
        }
    }

    /** What is handed in may be written to. */
    private static Object copy(Object argument) {
        return argument instanceof double[] numbers
                ? numbers.clone()
                : argument instanceof double[][] rows
                        ? Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new)
                        : argument;
    }

    private static Object answer(Method question, Object part, Object[] given) throws Throwable {
        try {
            return question.invoke(part, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
