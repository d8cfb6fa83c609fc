package dev.limpid.testkit.law;

import dev.limpid.testkit.internal.update.MemoryTests;
import dev.limpid.testkit.internal.update.UpdateTests;
import java.util.List;
import java.util.function.Function;

/**
 * What must hold of an update. It is driven over quadratics whose minimum moves from step to step, as that of batches does.
 *
 * @since 0.1.0
 */
public enum UpdateLaw implements Law<UpdateSubject> {
    /** The first step is finite and goes against the gradient, for gradients from 10⁻³ to 10³. */
    DOWNHILL("U01", "the first step goes downhill", UpdateTests::downhill),
    /** At θ = 0 a gradient of 0 moves nothing; elsewhere it can only shrink θ. */
    ZERO_GRADIENT("U02", "a gradient of 0 moves nothing, or shrinks", UpdateTests::zeroGradient),
    /** Twice the learning rate of the oracle makes steps twice as long. */
    LEARNING_RATE("U03", "steps are proportional to the learning rate", UpdateTests::learningRate),
    /** A fresh memory makes a fresh run, whatever other runs the update is in. */
    FRESH_MEMORY("U04", "a fresh memory makes a fresh run", MemoryTests::freshMemory),
    /** A run that is saved and resumed makes the same steps, bit for bit. */
    RESUME("U05", "a resumed run makes the same steps", MemoryTests::resume),
    /** What the oracle hands out may be overwritten after the step. */
    BUFFERS("U06", "no array of the oracle is kept", MemoryTests::buffers),
    /** The same run gets the same bits, from any thread. */
    DETERMINISTIC("U07", "the same run gets the same bits", MemoryTests::deterministic),
    /** Another order of the coordinates gives the same steps in that order. */
    ORDER("U08", "the order of the coordinates does not matter", UpdateTests::order),
    /** Declared elementwise: a coordinate steps alone as in company and in any block. */
    ELEMENTWISE("U09", "an elementwise update steps coordinate by coordinate", UpdateTests::elementwise),
    /** Every coordinate that has a gradient moves within ten steps. */
    EVERY_COORDINATE("U10", "every coordinate moves", UpdateTests::everyCoordinate),
    /** The learning rate is finite and above 0 over 2000 steps. */
    SCHEDULE("U11", "the learning rate stays above 0", UpdateTests::schedule),
    /** Under a constant gradient 30 steps go downhill, and are as long as stated. */
    CONSTANT_GRADIENT("U12", "steps under a constant gradient are as stated", UpdateTests::constantGradient),
    /** A NaN in the gradient is a NaN in the step, or is refused. */
    NAN("U13", "a step does not hide a NaN", UpdateTests::nan),
    /** The memory does not grow with the steps, and the answer only reads. */
    MEMORY("U14", "the memory does not grow and the answer only reads", MemoryTests::memory);

    private final String id;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Function<UpdateSubject, Outcome> test;

    UpdateLaw(String id, String title, Function<UpdateSubject, Outcome> test) {
        this.id = id;
        this.title = title;
        this.test = test;
    }

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<UpdateLaw> all() {
        return List.of(values());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Outcome test(UpdateSubject part) {
        return test.apply(part);
    }
}
