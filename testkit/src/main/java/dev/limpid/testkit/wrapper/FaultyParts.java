package dev.limpid.testkit.wrapper;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.schedule.Schedule;
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
            public boolean convex() {
                return right.convex();
            }

            @Override
            public String name() {
                return right.name();
            }
        };
    }

    static Update times(Update right, double factor) {
        return new UpdateWrapper(right) {
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
        return new UpdateWrapper(right) {
            @Override
            public void delta(Oracle oracle, Memory memory, double[] delta) {
                right.delta(oracle, Memory.empty(), delta);
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

    private abstract static class UpdateWrapper implements Update {
        private final Update right;

        UpdateWrapper(Update right) {
            this.right = right;
        }

        @Override
        public Schedule learningRate() {
            return right.learningRate();
        }

        @Override
        public void answer(double[] t, Memory memory, double[] out) {
            right.answer(t, memory, out);
        }

        @Override
        public boolean ownsParameters() {
            return right.ownsParameters();
        }

        @Override
        public String name() {
            return right.name();
        }
    }

    private abstract static class SamplerWrapper implements Sampler {
        private final Sampler right;

        SamplerWrapper(Sampler right) {
            this.right = right;
        }

        @Override
        public boolean usesFeedback() {
            return right.usesFeedback();
        }

        @Override
        public boolean isBiased() {
            return right.isBiased();
        }

        @Override
        public boolean isWithoutReplacement() {
            return right.isWithoutReplacement();
        }

        @Override
        public String name() {
            return right.name();
        }
    }
}
