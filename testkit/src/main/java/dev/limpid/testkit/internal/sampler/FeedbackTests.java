package dev.limpid.testkit.internal.sampler;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.Memory;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What can be said of samplers that look at gradients. */
public final class FeedbackTests {

    private static final long SEED = 42;
    private static final int UNITS = 24;
    private static final int BATCHES = 2000;
    private static final int LARGE = 17;
    private static final double DEVIATIONS = 4.9; // one in 10⁶ for one mean

    private FeedbackTests() {}

    /** One unit with a gradient a hundred times that of the others. */
    private record OneLarge(int large) implements Feedback {
        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public double gradient(int unit) {
            return unit == large ? 100 : 1;
        }

        @Override
        public double curvature(int unit) {
            return 1;
        }
    }

    private static List<Batch> draw(Sampler sampler, int large) {
        Memory memory = Memory.empty();
        Units units = Units.equal(UNITS);
        List<Batch> batches = new ArrayList<>();
        for (int step = 0; step < BATCHES; step++) {
            batches.add(sampler.next(units, new OneLarge(large), memory, new SplittableRandom(SEED + 7919L * step)));
        }
        return batches;
    }

    /**
     * Looks whether feedback changes what is drawn, and whether a unit with a large gradient is drawn more rarely than others.
     *
     * @param sampler the sampler
     * @return the outcome; not applicable to a sampler that doesn't use feedback
     */
    public static Outcome effect(Sampler sampler) {
        if (!sampler.usesFeedback()) {
            return Outcome.notApplicable("does not use feedback");
        }
        List<Batch> batches = draw(sampler, LARGE);
        if (Bits.firstDifference(Stream.numbers(batches), Stream.numbers(draw(sampler, 0))) < 0) {
            return Outcome.failed(
                    UNITS + " units, the large gradient at unit " + LARGE + " and at unit 0\n  the batches are"
                            + " the same\nLikely cause: usesFeedback() is true, but what is computed from it is not used.");
        }
        return sampler.isBiased() ? Outcome.passed() : largeOnes(batches);
    }

    private static Outcome largeOnes(List<Batch> batches) {
        double mean = 0;
        double square = 0;
        for (Batch batch : batches) {
            int count = 0;
            for (int k = 0; k < batch.size(); k++) {
                count += batch.unit(k) == LARGE ? 1 : 0;
            }
            double excess = count - (double) (batch.size() - count) / (UNITS - 1);
            mean += excess / BATCHES;
            square += excess * excess / BATCHES;
        }
        double error = Math.sqrt(Math.max(0, square - mean * mean) / BATCHES);
        return mean >= -DEVIATIONS * error - 1e-12
                ? Outcome.passed()
                : Outcome.failed(
                        UNITS + " units, " + BATCHES + " batches, seed " + SEED + ", the gradient of unit " + LARGE
                                + " a hundred times that of the others\n  visits a batch, less those of another unit  "
                                + Text.brief(mean) + " (± " + Text.brief(error)
                                + ")\nLikely cause: units are sorted the wrong way"
                                + " round, or drawn in proportion to 1/|g|.");
    }
}
