package dev.limpid.testkit.wrapper;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Penalties, updates and samplers with one fault. */
final class FaultyParts {

    private FaultyParts() {}

    static Penalty proxWithoutStep(Penalty right) {
        return new Penalty() {
            @Override
            public double value(double[] t, Block b) {
                return right.value(t, b);
            }

            @Override
            public void prox(double[] z, Block b, double step) {
                right.prox(z, b, 1);
            }

            @Override
            public void check(Block b) {
                right.check(b);
            }

            @Override
            public boolean convex() {
                return right.convex();
            }

            @Override
            public String name() {
                return right.name();
            }

            @Override
            public String formula() {
                return right.formula();
            }

            @Override
            public String formula(String x) {
                return right.formula(x);
            }

            @Override
            public String source() {
                return right.source();
            }

            @Override
            public Recipe recipe() {
                return right.recipe();
            }
        };
    }

    static Update times(Update right, double factor) {
        return new WholeUpdate(right) {
            @Override
            public void delta(Oracle oracle, Memory memory, double[] delta) {
                right.delta(oracle, memory, delta);
                for (int j = 0; j < delta.length; j++) {
                    delta[j] *= factor;
                }
            }
        };
    }

    static Update forgetful(Update right) {
        return new WholeUpdate(right) {
            @Override
            public void delta(Oracle oracle, Memory memory, double[] delta) {
                Memory fresh = Memory.empty();
                right.delta(oracle, fresh, delta);
                fresh.snapshot().forEach(memory::put); // what proxSteps and answer of this step read
            }
        };
    }

    static Sampler sameBatch(Sampler right) {
        return new SamplerWrapper(right) {
            @Override
            public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
                return right.next(population, feedback, Memory.empty(), new SplittableRandom(0));
            }
        };
    }

    static Sampler unweighted(Sampler right) {
        return new SamplerWrapper(right) {
            @Override
            public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
                Batch batch = right.next(population, feedback, memory, random);
                int[] units = new int[batch.size()];
                java.util.Arrays.setAll(units, batch::unit);
                return Batch.of(units, batch.fraction());
            }
        };
    }
}
