package dev.limpid.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hands a test its seed, or a generator that begins with it, and says which it was if the test fails.
 *
 * <pre>{@code
 * @Test
 * void batchesDiffer(@Seed RandomGenerator random) { … }
 *
 * @Test
 * void sameSeedSameBits(@Seed long seed) { … }
 * }</pre>
 *
 * <p>The seed follows from the names of class and test: it is the same in each run, on each machine. The system property
 * {@code limpid.seed} sets another: a number, as a failed test prints it, or {@code random} for a fresh one in each test, to look
 * farther than the same points. A test with several such parameters gets the same seed in all of them.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SeedExtension.class)
public @interface Seed {}
