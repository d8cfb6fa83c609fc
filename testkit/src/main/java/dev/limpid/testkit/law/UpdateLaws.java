package dev.limpid.testkit.law;

import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.internal.update.DeclaredTests;
import dev.limpid.testkit.internal.update.MemoryTests;
import dev.limpid.testkit.internal.update.TrustRatioTests;
import dev.limpid.testkit.internal.update.UpdateTests;
import java.util.List;

/**
 * What must hold of an update. It is driven over quadratics whose minimum moves from step to step, as that of batches does.
 *
 * @since 0.1.0
 */
public final class UpdateLaws {

    private static final LawBook<UpdateSubject> BOOK = new LawBook<>();

    /** The first step is finite and goes against the gradient, for gradients from 10⁻³ to 10³. */
    public static final Law<UpdateSubject> DOWNHILL =
            BOOK.add("U01", "the first step goes downhill", UpdateTests::downhill);

    /** At θ = 0 a gradient of 0 moves nothing; elsewhere it can only shrink θ. */
    public static final Law<UpdateSubject> ZERO_GRADIENT =
            BOOK.add("U02", "a gradient of 0 moves nothing, or shrinks", UpdateTests::zeroGradient);

    /** Twice the learning rate of the oracle makes steps twice as long. */
    public static final Law<UpdateSubject> LEARNING_RATE =
            BOOK.add("U03", "steps are proportional to the learning rate", UpdateTests::learningRate);

    /** A fresh memory makes a fresh run, whatever other runs the update is in. */
    public static final Law<UpdateSubject> FRESH_MEMORY =
            BOOK.add("U04", "a fresh memory makes a fresh run", MemoryTests::freshMemory);

    /** A run that is saved and resumed makes the same steps, bit for bit. */
    public static final Law<UpdateSubject> RESUME =
            BOOK.add("U05", "a resumed run makes the same steps", MemoryTests::resume);

    /** What the oracle hands out may be overwritten after the step. */
    public static final Law<UpdateSubject> BUFFERS =
            BOOK.add("U06", "no array of the oracle is kept", MemoryTests::buffers);

    /** The same run gets the same bits, from any thread. */
    public static final Law<UpdateSubject> DETERMINISTIC =
            BOOK.add("U07", "the same run gets the same bits", MemoryTests::deterministic);

    /** Another order of the coordinates gives the same steps in that order. */
    public static final Law<UpdateSubject> ORDER =
            BOOK.add("U08", "the order of the coordinates does not matter", UpdateTests::order);

    /** Declared elementwise: a coordinate steps alone as in company and in any block. */
    public static final Law<UpdateSubject> ELEMENTWISE =
            BOOK.add("U09", "an elementwise update steps coordinate by coordinate", UpdateTests::elementwise);

    /** Every coordinate that has a gradient moves within ten steps. */
    public static final Law<UpdateSubject> EVERY_COORDINATE =
            BOOK.add("U10", "every coordinate moves", UpdateTests::everyCoordinate);

    /** The learning rate is finite and above 0 over 2000 steps. */
    public static final Law<UpdateSubject> SCHEDULE =
            BOOK.add("U11", "the learning rate stays above 0", UpdateTests::schedule);

    /** Under a constant gradient 30 steps go downhill, and are as long as stated. */
    public static final Law<UpdateSubject> CONSTANT_GRADIENT =
            BOOK.add("U12", "steps under a constant gradient are as stated", UpdateTests::constantGradient);

    /** A NaN in the gradient is a NaN in the step, or is refused. */
    public static final Law<UpdateSubject> NAN = BOOK.add("U13", "a step does not hide a NaN", UpdateTests::nan);

    /** The memory does not grow with the steps, and the answer only reads. */
    public static final Law<UpdateSubject> MEMORY =
            BOOK.add("U14", "the memory does not grow and the answer only reads", MemoryTests::memory);

    /** Declared response: steps grow with the gradients, or stay. */
    public static final Law<UpdateSubject> RESPONSE =
            BOOK.add("U15", "longer gradients change steps as declared", DeclaredTests::response);

    /** Declared bound: no coordinate moves farther. */
    public static final Law<UpdateSubject> STEP_BOUND =
            BOOK.add("U16", "no step exceeds its declared bound", DeclaredTests::stepBound);

    /** Declared decay: none, through the gradient, or beside the step. */
    public static final Law<UpdateSubject> DECAY =
            BOOK.add("U17", "parameters decay as declared", DeclaredTests::decay);

    /** Declared momentum, or its absence: what a gradient does to the step after it. */
    public static final Law<UpdateSubject> MOMENTUM =
            BOOK.add("U18", "a gradient lives on as declared", DeclaredTests::momentum);

    /** Declared trust ratio: a block of weights moves by its own length. */
    public static final Law<UpdateSubject> TRUST_RATIO =
            BOOK.add("U19", "a block of weights moves by its own length, as declared", TrustRatioTests::trustRatio);

    private UpdateLaws() {}

    /**
     * Returns all laws.
     *
     * @return the laws in the order of their ids
     */
    public static List<Law<UpdateSubject>> all() {
        return BOOK.all();
    }
}
