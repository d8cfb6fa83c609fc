package dev.limpid.testkit.broken;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.UpdateLaws;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Updates with one fault each, and odd ones that are right. */
final class BrokenUpdates {

    private BrokenUpdates() {}

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    /** What an update does to δ; its learning rate is constant. */
    @FunctionalInterface
    interface Step {
        void take(Oracle oracle, Memory memory, double[] delta);
    }

    record Made(String name, Step step) implements Update {
        @Override
        public void delta(Oracle oracle, Memory memory, double[] delta) {
            step.take(oracle, memory, delta);
        }

        @Override
        public Schedule learningRate() {
            return Schedule.constant(0.01);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static UpdateSubject subject(
            Update update, boolean elementwise, @Nullable IntToDoubleFunction constantGradient) {
        UpdateDeclaration declares = UpdateDeclaration.nothing();
        declares = elementwise ? declares.withElementwiseSteps() : declares;
        return new UpdateSubject(
                update, constantGradient == null ? declares : declares.withConstantGradientStep(constantGradient));
    }

    private static Mutant<UpdateSubject> fault(UpdateSubject subject, Law<UpdateSubject> law, String cause) {
        return Mutant.of(subject.update().toString(), subject, law, cause);
    }

    private static Mutant<UpdateSubject> fault(String name, Law<UpdateSubject> law, String cause, Step step) {
        return fault(subject(new Made(name, step), true, t -> 1), law, cause);
    }

    static void descend(Oracle oracle, double[] delta, double factor) {
        double[] g = oracle.gradient();
        for (int j = 0; j < g.length; j++) {
            delta[j] = -oracle.learningRate() * factor * g[j];
        }
    }

    /** Adam with knobs for its usual faults. */
    private static Step adam(boolean corrected, double epsilon, boolean multiplies) {
        return (oracle, memory, delta) -> {
            double[] g = oracle.gradient();
            double[] m = memory.array("m", g.length);
            double[] v = memory.array("v", g.length);
            double t = ++memory.array("t", 1)[0];
            double c1 = corrected ? 1 - Math.pow(BETA1, t) : 1;
            double c2 = corrected ? 1 - Math.pow(BETA2, t) : 1;
            for (int j = 0; j < g.length; j++) {
                m[j] = BETA1 * m[j] + (1 - BETA1) * g[j];
                v[j] = BETA2 * v[j] + (1 - BETA2) * g[j] * g[j];
                double root = Math.sqrt(v[j] / c2) + epsilon;
                delta[j] = -oracle.learningRate() * (multiplies ? m[j] / c1 * root * 3 : m[j] / c1 / root);
            }
        };
    }

    static Stream<Mutant<UpdateSubject>> mutants() {
        double[] kept = new double[1];
        double[][] buffer = new double[1][];
        return Stream.of(
                fault("ascends", UpdateLaws.DOWNHILL, "δ is added to θ, so it goes against the gradient", (o, m, d) -> {
                            descend(o, d, -1);
                        })
                        .as("B-OPTI-051"),
                fault("first step of warm-up is 0", UpdateLaws.DOWNHILL, "a rate of 0 in the first step", (o, m, d) -> {
                            descend(o, d, Math.min(1, (o.progress().iteration() - 1) / 5.0));
                        })
                        .as("B-OPTI-037"),
                fault("Adam without ε", UpdateLaws.ZERO_GRADIENT, "0/0; add ε to the divisor", adam(true, 0, false))
                        .as("B-OPTI-011"),
                fault(
                        "decay with the wrong sign",
                        UpdateLaws.ZERO_GRADIENT,
                        "a decay of the parameters with the wrong sign",
                        (o, m, d) -> {
                            descend(o, d, 1);
                            double[] t = o.theta();
                            for (int j = 0; j < t.length; j++) {
                                d[j] += o.learningRate() * 0.1 * t[j];
                            }
                        }),
                fault(
                                "a rate of its own",
                                UpdateLaws.LEARNING_RATE,
                                "does not come from oracle.learningRate()",
                                (o, m, d) -> {
                                    descend(o, d, 0.01 / o.learningRate());
                                })
                        .as("B-OPTI-036"),
                fault("the rate twice", UpdateLaws.LEARNING_RATE, "the rate is multiplied in twice", (o, m, d) -> {
                    descend(o, d, o.learningRate());
                }),
                fault("momentum in a field", UpdateLaws.FRESH_MEMORY, "state is kept in a field", (o, m, d) -> {
                            descend(o, d, 1);
                            kept[0] = 0.9 * kept[0] + d[0];
                            d[0] = kept[0];
                        })
                        .as("B-OPTI-035"),
                fault("counter that is not saved", UpdateLaws.RESUME, "is not kept in the memory", new Step() {
                            private final Map<Memory, Integer> counters =
                                    java.util.Collections.synchronizedMap(new java.util.WeakHashMap<>());

                            @Override
                            public void take(Oracle o, Memory m, double[] d) {
                                descend(o, d, 1.0 / counters.merge(m, 1, Integer::sum));
                            }
                        })
                        .as("B-OPTI-064"),
                fault("last gradient by reference", UpdateLaws.BUFFERS, "an array of the oracle is kept", (o, m, d) -> {
                            double[] g = o.gradient();
                            double[] last = o.progress().iteration() == 1 ? g : buffer[0];
                            for (int j = 0; j < g.length; j++) {
                                d[j] = -o.learningRate() * (g[j] + 0.5 * (g[j] - last[j]));
                            }
                            buffer[0] = g;
                        })
                        .as("B-OPTI-027"),
                fault("noise of its own", UpdateLaws.DETERMINISTIC, "it draws at random", (o, m, d) -> {
                    descend(o, d, 1 + 1e-3 * Math.random());
                }),
                fault(
                        "last coordinate left out",
                        UpdateLaws.ORDER,
                        "misses the first or the last coordinate",
                        (o, m, d) -> {
                            descend(o, d, 1);
                            d[d.length - 1] *= 0.5;
                        }),
                fault("a norm over all", UpdateLaws.ELEMENTWISE, "a norm or a mean over all coordinates", (o, m, d) -> {
                    double square = 0;
                    for (double x : o.gradient()) {
                        square += x * x;
                    }
                    descend(o, d, 1 / (1e-8 + Math.sqrt(square)));
                }),
                fault("a block that is skipped", UpdateLaws.EVERY_COORDINATE, "a block is skipped", (o, m, d) -> {
                            descend(o, d, 1);
                            d[d.length - 1] = 0;
                        })
                        .as("B-OPTI-065"),
                fault("trust ratio of zeros", UpdateLaws.EVERY_COORDINATE, "scaled by a norm that is 0", (o, m, d) -> {
                            double size = 0;
                            for (double x : o.theta()) {
                                size += Math.abs(x);
                            }
                            descend(o, d, size);
                        })
                        .as("B-OPTI-046"),
                fault(
                                "Adam without bias correction",
                                UpdateLaws.CONSTANT_GRADIENT,
                                "ratio               3.162\n  Likely cause: a moment that begins at 0 without its bias correction",
                                adam(false, 1e-8, false))
                        .as("B-OPTI-002"),
                fault(
                        "Adam that multiplies by the second moment",
                        UpdateLaws.CONSTANT_GRADIENT,
                        "a factor (1 − β) that is missing",
                        adam(true, 1e-8, true)),
                fault("NaN clipped away", UpdateLaws.NAN, "a comparison with NaN is false", (o, m, d) -> {
                    double[] g = o.gradient();
                    for (int j = 0; j < g.length; j++) {
                        d[j] = g[j] > 0 ? -o.learningRate() : g[j] < 0 ? o.learningRate() : 0;
                    }
                }),
                fault("an array for each step", UpdateLaws.MEMORY, "an array of its own for each step", (o, m, d) -> {
                    descend(o, d, 1);
                    m.put("gradient" + o.progress().iteration(), o.gradient());
                }),
                fault(
                        subject(
                                new Update() {
                                    @Override
                                    public void delta(Oracle oracle, Memory memory, double[] delta) {
                                        descend(oracle, delta, 1);
                                    }

                                    @Override
                                    public Schedule learningRate() {
                                        return (progress, memory) -> Math.max(0, 1 - progress.iteration() / 1000.0);
                                    }

                                    @Override
                                    public String toString() {
                                        return "rate that ends at 0";
                                    }
                                },
                                true,
                                null),
                        UpdateLaws.SCHEDULE,
                        "a decay that ends there; keep it > 0"));
    }

    static Stream<Awkward<UpdateSubject>> right() {
        double mu = 0.8;
        Step momentum = (o, m, d) -> {
            double[] g = o.gradient();
            double[] v = m.array("v", g.length);
            for (int j = 0; j < g.length; j++) {
                v[j] = mu * v[j] + g[j];
                d[j] = -o.learningRate() * v[j];
            }
        };
        Step adamW = (o, m, d) -> {
            adam(true, 1e-8, false).take(o, m, d);
            double[] t = o.theta();
            for (int j = 0; j < t.length; j++) {
                d[j] -= o.learningRate() * 0.01 * t[j];
            }
        };
        Step sign = (o, m, d) -> {
            double[] g = o.gradient();
            for (int j = 0; j < g.length; j++) {
                d[j] = -o.learningRate() * Math.signum(g[j]);
            }
        };
        Step normalised = (o, m, d) -> {
            double square = 0;
            for (double x : o.gradient()) {
                square += x * x;
            }
            descend(o, d, square == 0 ? 0 : 1 / Math.sqrt(square));
        };
        Step sharpnessAware = (o, m, d) -> {
            double[] p = o.theta();
            double[] g = o.gradient();
            double norm = 1e-12;
            for (double x : g) {
                norm += x * x;
            }
            for (int j = 0; j < p.length; j++) {
                p[j] += 0.05 * g[j] / Math.sqrt(norm);
            }
            descend(o.at(p), d, 1);
        };
        return Stream.of(
                        subject(new Made("momentum", momentum), true, t -> (1 - Math.pow(mu, t)) / (1 - mu)),
                        subject(new Made("AdamW", adamW), true, null),
                        subject(new Made("sign", sign), true, t -> 1),
                        subject(new Made("normalised", normalised), false, t -> 1),
                        subject(new Made("sharpness-aware", sharpnessAware), false, null))
                .map(subject -> Awkward.of(subject.update().toString(), subject, UpdateLaws.all()));
    }
}
