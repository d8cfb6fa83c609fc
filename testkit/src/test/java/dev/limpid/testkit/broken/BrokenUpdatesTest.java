package dev.limpid.testkit.broken;

import static dev.limpid.testkit.LimpidAssertions.assertThat;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.law.Report;
import dev.limpid.testkit.law.UpdateLaws;
import dev.limpid.testkit.law.UpdateSubject;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates with one fault each, and odd ones that are right. */
class BrokenUpdatesTest {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    /** What an update does to δ; its learning rate is constant. */
    @FunctionalInterface
    private interface Step {
        void take(Oracle oracle, Memory memory, double[] delta);
    }

    private record Made(String name, Step step) implements Update {
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

    record Fault(UpdateSubject subject, Law<UpdateSubject> law, String cause) {
        Fault(String name, Law<UpdateSubject> law, String cause, Step step) {
            this(new UpdateSubject(new Made(name, step), true, t -> 1), law, cause);
        }

        @Override
        public String toString() {
            return subject.update() + " → " + law.id();
        }
    }

    private static void descend(Oracle oracle, double[] delta, double factor) {
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

    static Stream<Fault> faults() {
        double[] kept = new double[1];
        double[][] buffer = new double[1][];
        return Stream.of(
                new Fault(
                        "ascends",
                        UpdateLaws.DOWNHILL,
                        "δ is added to θ, so it goes against the gradient",
                        (o, m, d) -> {
                            descend(o, d, -1);
                        }),
                new Fault(
                        "first step of warm-up is 0",
                        UpdateLaws.DOWNHILL,
                        "a rate of 0 in the first step",
                        (o, m, d) -> {
                            descend(o, d, Math.min(1, (o.progress().iteration() - 1) / 5.0));
                        }),
                new Fault(
                        "Adam without ε", UpdateLaws.ZERO_GRADIENT, "0/0; add ε to the divisor", adam(true, 0, false)),
                new Fault(
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
                new Fault(
                        "a rate of its own",
                        UpdateLaws.LEARNING_RATE,
                        "does not come from oracle.learningRate()",
                        (o, m, d) -> {
                            descend(o, d, 0.01 / o.learningRate());
                        }),
                new Fault("the rate twice", UpdateLaws.LEARNING_RATE, "the rate is multiplied in twice", (o, m, d) -> {
                    descend(o, d, o.learningRate());
                }),
                new Fault("momentum in a field", UpdateLaws.FRESH_MEMORY, "state is kept in a field", (o, m, d) -> {
                    descend(o, d, 1);
                    kept[0] = 0.9 * kept[0] + d[0];
                    d[0] = kept[0];
                }),
                new Fault("counter that is not saved", UpdateLaws.RESUME, "is not kept in the memory", new Step() {
                    private final Map<Memory, Integer> counters =
                            java.util.Collections.synchronizedMap(new java.util.WeakHashMap<>());

                    @Override
                    public void take(Oracle o, Memory m, double[] d) {
                        descend(o, d, 1.0 / counters.merge(m, 1, Integer::sum));
                    }
                }),
                new Fault(
                        "last gradient by reference",
                        UpdateLaws.BUFFERS,
                        "an array of the oracle is kept",
                        (o, m, d) -> {
                            double[] g = o.gradient();
                            double[] last = o.progress().iteration() == 1 ? g : buffer[0];
                            for (int j = 0; j < g.length; j++) {
                                d[j] = -o.learningRate() * (g[j] + 0.5 * (g[j] - last[j]));
                            }
                            buffer[0] = g;
                        }),
                new Fault("noise of its own", UpdateLaws.DETERMINISTIC, "it draws at random", (o, m, d) -> {
                    descend(o, d, 1 + 1e-3 * Math.random());
                }),
                new Fault(
                        "last coordinate left out",
                        UpdateLaws.ORDER,
                        "misses the first or the last coordinate",
                        (o, m, d) -> {
                            descend(o, d, 1);
                            d[d.length - 1] *= 0.5;
                        }),
                new Fault(
                        "a norm over all",
                        UpdateLaws.ELEMENTWISE,
                        "a norm or a mean over all coordinates",
                        (o, m, d) -> {
                            double square = 0;
                            for (double x : o.gradient()) {
                                square += x * x;
                            }
                            descend(o, d, 1 / (1e-8 + Math.sqrt(square)));
                        }),
                new Fault("a block that is skipped", UpdateLaws.EVERY_COORDINATE, "a block is skipped", (o, m, d) -> {
                    descend(o, d, 1);
                    d[d.length - 1] = 0;
                }),
                new Fault(
                        "trust ratio of zeros",
                        UpdateLaws.EVERY_COORDINATE,
                        "scaled by a norm that is 0",
                        (o, m, d) -> {
                            double size = 0;
                            for (double x : o.theta()) {
                                size += Math.abs(x);
                            }
                            descend(o, d, size);
                        }),
                new Fault(
                        "Adam without bias correction",
                        UpdateLaws.CONSTANT_GRADIENT,
                        "ratio               3.162\n  Likely cause: a moment that begins at 0 without its bias correction",
                        adam(false, 1e-8, false)),
                new Fault(
                        "Adam that multiplies by the second moment",
                        UpdateLaws.CONSTANT_GRADIENT,
                        "a factor (1 − β) that is missing",
                        adam(true, 1e-8, true)),
                new Fault("NaN clipped away", UpdateLaws.NAN, "a comparison with NaN is false", (o, m, d) -> {
                    double[] g = o.gradient();
                    for (int j = 0; j < g.length; j++) {
                        d[j] = g[j] > 0 ? -o.learningRate() : g[j] < 0 ? o.learningRate() : 0;
                    }
                }),
                new Fault(
                        "an array for each step", UpdateLaws.MEMORY, "an array of its own for each step", (o, m, d) -> {
                            descend(o, d, 1);
                            m.put("gradient" + o.progress().iteration(), o.gradient());
                        }),
                new Fault(
                        new UpdateSubject(
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
                                    public String name() {
                                        return "rate that ends at 0";
                                    }
                                },
                                true,
                                null),
                        UpdateLaws.SCHEDULE,
                        "a decay that ends there; keep it > 0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isFoundAndNamed(Fault fault) {
        Outcome outcome = Report.test("MyUpdate", fault.law, () -> fault.subject, Map.of());

        assertThat(outcome.status()).as(outcome.text()).isEqualTo(Outcome.Status.FAILED);
        assertThat(outcome.text())
                .startsWith("MyUpdate breaks law " + fault.law.id())
                .contains("Likely cause: ")
                .contains(fault.cause);
    }

    static Stream<UpdateSubject> right() {
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
                new UpdateSubject(new Made("momentum", momentum), true, t -> (1 - Math.pow(mu, t)) / (1 - mu)),
                new UpdateSubject(new Made("AdamW", adamW), true, null),
                new UpdateSubject(new Made("sign", sign), true, t -> 1),
                new UpdateSubject(new Made("normalised", normalised), false, t -> 1),
                new UpdateSubject(new Made("sharpness-aware", sharpnessAware), false, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void isNotBlamed(UpdateSubject subject) {
        Report report = Report.of(subject.update().name(), UpdateLaws.all(), () -> subject, Map.of());

        assertThat(report.isClean()).as(report.toString()).isTrue();
    }

    @Test
    void assertionsSayTheSame() {
        assertThat(Adam.withLearningRate(0.01))
                .isElementwise()
                .stepsUnderConstantGradient(t -> 1)
                .obeysItsLaws();
    }
}
