package dev.limpid.testkit.broken;

import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Structure;
import dev.limpid.core.sampler.negative.Negative;
import dev.limpid.core.sampler.negative.NegativeSampler;
import dev.limpid.core.sampler.stream.Reservoir;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.testkit.declaration.OptimizerDeclaration;
import dev.limpid.testkit.declaration.OptimizerSubject;
import dev.limpid.testkit.declaration.SamplerSubject;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.NegativeSamplerLaws;
import dev.limpid.testkit.law.OptimizerLaws;
import dev.limpid.testkit.law.ReservoirLaws;
import dev.limpid.testkit.law.SamplerLaws;
import dev.limpid.testkit.law.ScheduleLaws;
import dev.limpid.testkit.law.ScheduleSubject;
import dev.limpid.testkit.law.UpdateLaws;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Updates, optimizers, samplers and schedules with the faults that are left: each makes another rule of the diagnosis speak. */
final class RuleRuns {

    private RuleRuns() {}

    private static final long HOME = Thread.currentThread().getId();
    private static final StopReason END = StopReason.converged("Six steps were made, which is the limit.");

    static Stream<Mutant<?>> mutants() {
        return Stream.of(updates(), optimizers(), samplers(), others()).flatMap(mutants -> mutants);
    }

    private static boolean isAway() {
        return Thread.currentThread().getId() != HOME;
    }

    private static Mutant<?> update(String name, Law<UpdateSubject> law, String cause, BrokenUpdates.Step step) {
        Update update = new BrokenUpdates.Made(name, step);
        UpdateDeclaration declares = UpdateDeclaration.nothing().withElementwiseSteps();
        return Mutant.of(name, new UpdateSubject(update, declares), law, cause);
    }

    private static Stream<Mutant<?>> updates() {
        return Stream.of(
                update(
                        "longer steps in other threads",
                        UpdateLaws.DETERMINISTIC,
                        "a field is used as scratch space by several runs.",
                        (o, m, d) -> BrokenUpdates.descend(o, d, isAway() ? 2 : 1)),
                update(
                        "a step without a gradient",
                        UpdateLaws.ZERO_GRADIENT,
                        "a step that does not come from the gradient.",
                        (o, m, d) -> Arrays.fill(d, -1e-3)),
                update(
                        "divided by the norm of the gradient where there are parameters",
                        UpdateLaws.ZERO_GRADIENT,
                        "0/0; add ε to the divisor.",
                        (o, m, d) -> BrokenUpdates.descend(o, d, o.theta()[0] == 0 ? 1 : 1 / norm(o.gradient()))),
                update(
                        "the first block alone",
                        UpdateLaws.ELEMENTWISE,
                        "a block is skipped or has a state of another length.",
                        (o, m, d) -> {
                            BrokenUpdates.descend(o, d, 1);
                            Arrays.fill(d, o.blocks().list().get(0).end(), d.length, 0);
                        }),
                update(
                        "a moment that overshoots",
                        UpdateLaws.CONSTANT_GRADIENT,
                        "a moment with the wrong sign or factor.",
                        (o, m, d) -> BrokenUpdates.descend(o, d, 3 - m.array("t", 1)[0]++)),
                Mutant.of(
                        "an answer that is worked out in place",
                        new UpdateSubject(new InPlace(), UpdateDeclaration.nothing()),
                        UpdateLaws.MEMORY,
                        "answer is asked at any time, also twice; it only reads."));
    }

    private static double norm(double[] g) {
        return Math.sqrt(Arrays.stream(g).map(x -> x * x).sum());
    }

    private record InPlace() implements Update {
        @Override
        public void delta(Oracle oracle, Memory memory, double[] delta) {
            BrokenUpdates.descend(oracle, delta, 1);
        }

        @Override
        public Schedule learningRate() {
            return Schedule.constant(0.01);
        }

        @Override
        public void answer(double[] t, Memory memory, double[] out) {
            Arrays.setAll(t, j -> t[j] / 2);
            System.arraycopy(t, 0, out, 0, t.length);
        }
    }

    /** A right descent whose runs are changed from outside. */
    private static class Changed implements Optimizer<Smooth> {
        @Override
        public Need<Smooth> needs() {
            return new BrokenOptimizers.Descent().needs();
        }

        @Override
        public String name() {
            return "Changed";
        }

        double[] begin(double[] theta0) {
            return theta0;
        }

        Step report(Step step, @SuppressWarnings("unused") long made) {
            return step;
        }

        @Override
        public ParameterRun start(Smooth objective, double[] theta0, long seed, Memory memory) {
            ParameterRun run = new BrokenOptimizers.Descent().start(objective, begin(theta0), seed, memory);
            return new ParameterRun() {
                private long made;

                @Override
                public Step step() {
                    return report(run.step(), ++made);
                }

                @Override
                public Memory memory() {
                    return run.memory();
                }

                @Override
                public double[] theta() {
                    return run.theta();
                }
            };
        }
    }

    private static Mutant<?> optimizer(String name, Optimizer<?> optimizer, Law<OptimizerSubject> law, String cause) {
        return Mutant.of(name, OptimizerSubject.of(optimizer), law, cause);
    }

    /** Needs what no problem of the catalogue with a known quadratic offers. */
    private record OfSums() implements Optimizer<FiniteSum> {
        @Override
        public Need<FiniteSum> needs() {
            return new Need<>(FiniteSum.class, true, "a finite sum");
        }

        @Override
        public ParameterRun start(FiniteSum objective, double[] theta0, long seed, Memory memory) {
            throw new IllegalArgumentException("OfSums needs nothing that is asked here: use another");
        }
    }

    private static Stream<Mutant<?>> optimizers() {
        OptimizerDeclaration declares = OptimizerDeclaration.nothing();
        return Stream.of(
                optimizer(
                        "counts subtracted the wrong way round",
                        new Changed() {
                            @Override
                            Step report(Step step, long made) {
                                return with(step, new OracleCount(-1, 0, 0, 0), step.stop());
                            }
                        },
                        OptimizerLaws.STEPS,
                        "counts are subtracted the wrong way round"),
                optimizer(
                        "a limit that counts anew when resumed",
                        new Changed() {
                            @Override
                            Step report(Step step, long made) {
                                return made < 6 ? step : with(step, step.oracle(), END);
                            }
                        },
                        OptimizerLaws.RESUME,
                        "the run has another length"),
                optimizer(
                        "another start in other threads",
                        new Changed() {
                            @Override
                            double[] begin(double[] theta0) {
                                return isAway() ? new double[theta0.length] : theta0;
                            }
                        },
                        OptimizerLaws.SAME_SEED,
                        "a generator of its own, the clock, or state in a field"),
                optimizer(
                        "always from 0",
                        new Changed() {
                            @Override
                            double[] begin(double[] theta0) {
                                return new double[theta0.length];
                            }
                        },
                        OptimizerLaws.INPUTS,
                        "the run does not begin at θ₀"),
                Mutant.of(
                        "sums alone, quadratics declared",
                        new OptimizerSubject(new OfSums(), declares.withStepsOnQuadratic(n -> n)),
                        OptimizerLaws.QUADRATICS,
                        "No quadratic offers what it needs."),
                Mutant.of(
                        "sums alone, declared invariant",
                        new OptimizerSubject(new OfSums(), declares.invariantTo(OptimizerDeclaration.Change.FACTOR)),
                        OptimizerLaws.INVARIANCES,
                        "No problem that can be changed offers what it needs."));
    }

    private static Step with(Step step, OracleCount oracle, StopReason stop) {
        return new Step(
                step.iteration(), step.objective(), step.gradientNorm(), step.length(), oracle, step.numbers(), stop);
    }

    private static Mutant<?> sampler(MadeSampler sampler, Law<SamplerSubject> law, String cause) {
        return Mutant.of(sampler.toString(), SamplerSubject.of(sampler), law, cause);
    }

    /** The batch of units from … to − 1, for that part of n. */
    private static Batch range(int from, int to, int n) {
        return Batch.of(IntStream.range(from, to).toArray(), (to - from) / (double) n);
    }

    private static Stream<Mutant<?>> samplers() {
        return Stream.of(
                sampler(
                        MadeSampler.of("pairs in order, the odd unit at the end left out", (p, f, m, r) -> {
                                    int n = p.size();
                                    double[] at = m.array("at", 1);
                                    int from = (int) at[0];
                                    at[0] = from + 4 > n ? 0 : from + 2;
                                    return range(from, Math.min(from + 2, n), n);
                                })
                                .withoutReplacement(),
                        SamplerLaws.EPOCHS,
                        "the last units are dropped in the same order each time"),
                sampler(
                        MadeSampler.of("another order in other threads", (p, f, m, r) -> {
                            int u = r.nextInt(p.size());
                            return Batch.of(new int[] {isAway() ? p.size() - 1 - u : u}, 1.0 / p.size());
                        }),
                        SamplerLaws.SAME_SEED,
                        "the same seed in eight threads"),
                sampler(
                        MadeSampler.of("the latest first, within a batch", (p, f, m, r) -> {
                                    int n = p.size();
                                    int[] units = IntStream.range(0, n)
                                            .boxed()
                                            .sorted((a, b) -> Double.compare(p.time(b), p.time(a)))
                                            .mapToInt(u -> u)
                                            .toArray();
                                    return Batch.of(units, 1);
                                })
                                .keeping(Structure.ORDER),
                        SamplerLaws.ORDER,
                        "comes behind it in a batch"));
    }

    /** Puts items where a rule says. */
    private record Shelf(String title, int capacity, Place rule) implements Reservoir {
        interface Place {
            int of(long t, RandomGenerator random);
        }

        @Override
        public int place(double weight, Memory memory, RandomGenerator random) {
            return weight == 0 ? -1 : rule.of((long) ++memory.array("seen", 1)[0], random);
        }
    }

    private static Mutant<Reservoir> shelf(Shelf shelf, Law<Reservoir> law, String cause) {
        return Mutant.of(shelf.title(), shelf, law, cause);
    }

    private static Mutant<NegativeSampler> negative(String name, String cause, NegativeSampler sampler) {
        return Mutant.of(name, sampler, NegativeSamplerLaws.SCARCE, cause);
    }

    private static Stream<Mutant<?>> others() {
        return Stream.of(
                shelf(new Shelf("no places", 0, (t, r) -> -1), ReservoirLaws.PLACES, "a setting that isn't checked"),
                shelf(
                        new Shelf("the first items in any place", 4, (t, r) -> r.nextInt(4)),
                        ReservoirLaws.PLACES,
                        "the first k items must take the places 0, 1, …, k − 1 in turn."),
                shelf(
                        new Shelf(
                                "other places in other threads",
                                4,
                                (t, r) -> t <= 4 ? (int) t - 1 : isAway() ? 0 : r.nextInt(4)),
                        ReservoirLaws.SAME_SEED,
                        "state is kept in a field; keep it in the memory that is handed in"),
                negative("gives up with an exception", "threw  java.lang.IllegalStateException", (c, p, m, r) -> {
                    for (int i = 0; i < 10; i++) {
                        int j = r.nextInt(c.size());
                        if (j != p && !c.isPositive(j)) {
                            return new Negative(j, 1, 1);
                        }
                    }
                    throw new IllegalStateException("no negative in ten draws");
                }),
                negative("takes a right item where all are", "9 items, all right\n    drawn", (c, p, m, r) -> {
                    int[] left = IntStream.range(0, c.size())
                            .filter(j -> j != p && !c.isPositive(j))
                            .toArray();
                    return new Negative(left.length == 0 ? p : left[r.nextInt(left.length)], 1, 1);
                }),
                Mutant.of(
                        "a rate that stands, stated to fall",
                        new ScheduleSubject(Schedule.constant(0.1), 0.1, true, true),
                        ScheduleLaws.FALLING,
                        "the learning rate was 0.1 in all of 2000 steps: don't state that it falls."));
    }
}
