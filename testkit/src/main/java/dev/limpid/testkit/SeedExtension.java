package dev.limpid.testkit;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Resolves parameters with {@link Seed}, and adds the seed to what a failed test throws. */
final class SeedExtension implements ParameterResolver, TestExecutionExceptionHandler {

    private static final String PROPERTY = "limpid.seed";
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SeedExtension.class);

    /** Tells the seed, without a stack of its own. */
    private static final class SeedNote extends RuntimeException {
        private static final long serialVersionUID = 1;

        SeedNote(long seed) {
            super("the seed was " + seed + "; replay with -D" + PROPERTY + "=" + seed, null, false, false);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.isAnnotated(Seed.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        long seed = seedOf(test);
        if (type == long.class) {
            return seed;
        }
        if (type.isAssignableFrom(SplittableRandom.class)) {
            return new SplittableRandom(seed);
        }
        throw new IllegalArgumentException(
                "a parameter with @Seed must be a long or a RandomGenerator, but was a " + type.getSimpleName());
    }

    private static long seedOf(ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        "seed",
                        key -> seed(
                                System.getProperty(PROPERTY, ""),
                                test.getRequiredTestClass().getName() + "#"
                                        + test.getRequiredTestMethod().getName() + test.getDisplayName(),
                                () -> new SplittableRandom().nextLong()),
                        Long.class);
    }

    /** Returns what the property says, or what follows from the name. */
    static long seed(String property, String name, LongSupplier fresh) {
        if (property.isEmpty()) {
            return name.hashCode();
        }
        if (property.equals("random")) {
            return fresh.getAsLong();
        }
        try {
            return Long.parseLong(property);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "system property " + PROPERTY + " must be a whole number or random, but was " + property,
                    notANumber);
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext test, Throwable thrown) throws Throwable {
        thrown.addSuppressed(new SeedNote(seedOf(test)));
        throw thrown;
    }
}
