package dev.limpid.core.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.update.adaptive.Adadelta;
import dev.limpid.core.update.adaptive.Adagrad;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.adaptive.AdamW;
import dev.limpid.core.update.adaptive.Adamax;
import dev.limpid.core.update.adaptive.AmsGrad;
import dev.limpid.core.update.adaptive.CenteredRmsProp;
import dev.limpid.core.update.adaptive.Lamb;
import dev.limpid.core.update.adaptive.Lion;
import dev.limpid.core.update.adaptive.Nadam;
import dev.limpid.core.update.adaptive.Prodigy;
import dev.limpid.core.update.adaptive.Radam;
import dev.limpid.core.update.adaptive.RmsProp;
import dev.limpid.core.update.adaptive.Sophia;
import dev.limpid.core.update.average.Averaged;
import dev.limpid.core.update.average.ExponentialAverage;
import dev.limpid.core.update.average.Lookahead;
import dev.limpid.core.update.average.ScheduleFree;
import dev.limpid.core.update.average.Swa;
import dev.limpid.core.update.stage.ClipGlobalNorm;
import dev.limpid.core.update.stage.ClipValue;
import dev.limpid.core.update.stage.CoupledDecay;
import dev.limpid.core.update.stage.Sam;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Twenty steps over a valley of three parameters, against PyTorch 1.13.0 and, for what it lacks, against the pseudo-code of the
 * papers computed with NumPy 1.24.2; figures and program stand beside this class among the resources.
 */
class TrajectoriesTest {

    /** Of numbers of size 1: rounding of 20 steps in another order of operations, and room for the valley to spread it. */
    private static final double ROUNDING = 1e-12;

    private static final Update SGD = Sgd.withLearningRate(0.02);

    private static Schedule rate(double rate) {
        return Schedule.constant(rate);
    }

    /** Name of a row → the update that is to make its points. */
    private static final Map<String, Update> STEPS = new TreeMap<>(Map.ofEntries(
            Map.entry("sgd", SGD),
            Map.entry("momentum", Momentum.withLearningRate(0.02)),
            Map.entry("nesterov", Nesterov.withLearningRate(0.02)),
            Map.entry("coupledDecay", Chain.of(Momentum.withLearningRate(0.02)).onGradient(CoupledDecay.of(0.1))),
            Map.entry("adagrad", new Adagrad(rate(0.1), 0.5, 1e-10)),
            Map.entry("rmsProp", RmsProp.withLearningRate(0.02)),
            Map.entry("centeredRmsProp", new CenteredRmsProp(rate(0.02), 0.99, 0.1)),
            Map.entry("adadelta", Adadelta.defaults()),
            Map.entry("adam", Adam.withLearningRate(0.1)),
            Map.entry("adamCoupled", Chain.of(Adam.withLearningRate(0.1)).onGradient(CoupledDecay.of(0.1))),
            Map.entry("adamW", AdamW.withLearningRate(0.1).withDecay(0.1)),
            Map.entry("amsGrad", new AmsGrad(rate(0.1), 0.9, 0.5, 1e-8)),
            Map.entry("adamax", Adamax.withLearningRate(0.1)),
            Map.entry("nadam", Nadam.withLearningRate(0.1)),
            Map.entry("radam", Radam.withLearningRate(0.1)),
            Map.entry("clipValue", Chain.of(Adam.withLearningRate(0.1)).onGradient(ClipValue.of(1.5))),
            Map.entry("dampened", new Momentum(rate(0.05), 0.8, 0.3)),
            Map.entry("clipNorm", Chain.of(SGD).onGradient(ClipGlobalNorm.of(2))),
            Map.entry("lion", Lion.withLearningRate(0.05).withDecay(0.1)),
            Map.entry("lamb", Lamb.withLearningRate(0.05)),
            Map.entry("sophia", new Sophia(rate(0.05), 0.96, 0.99, 10, 1e-12, 3, 0.1)),
            Map.entry("prodigy", new Prodigy(rate(1), 0.9, 0.999, 1e-8, 1e-2)),
            Map.entry("scheduleFree", ScheduleFree.around(new Sgd(rate(0.05).afterWarmUp(5)))),
            Map.entry("lookahead", Lookahead.around(SGD)),
            Map.entry("sam", Chain.of(SGD).onGradient(Sam.of(0.05))),
            Map.entry("polyakStep", PolyakStep.withMinimum(0, 0.2)),
            Map.entry("polyakLevel", new PolyakLevel(rate(0.3), 2, 0.01))));

    /** An answer that is compared. */
    private record Answer(Update update, int stepsPerRow, int stepsAhead) {}

    private static final Map<String, Answer> ANSWERS = new TreeMap<>(Map.of(
            "averaged", new Answer(new Averaged(SGD, 0), 1, 0),
            "exponentialAverage", new Answer(new ExponentialAverage(SGD, 0.8), 1, 0),
            "swa", new Answer(new Swa(SGD, 4, 4), 1, 1), // a point counts once the next step begins
            "scheduleFreeAnswer",
                    new Answer(ScheduleFree.around(new Sgd(rate(0.05).afterWarmUp(5))), 1, 0),
            "lookaheadSlow", new Answer(Lookahead.around(SGD), 5, 0)));

    private static List<String[]> rows(String name) {
        return Table.rows("trajectories.csv").stream()
                .filter(row -> row[1].equals(name))
                .toList();
    }

    private static void compare(String[] row, double[] point) {
        for (int j = 0; j < point.length; j++) {
            double stated = Double.parseDouble(row[3 + j]);
            assertThat(point[j])
                    .as("%s of %s, step %s, coordinate %d", row[1], row[0], row[2], j)
                    .isCloseTo(stated, within(ROUNDING * Math.max(1, Math.abs(stated))));
        }
    }

    static Stream<String> steps() {
        return STEPS.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void makesTheStatedSteps(String name) {
        Blocks blocks = name.equals("lamb") ? Valley.TWO_LAYERS : Valley.ONE_BLOCK;
        double[] theta = Valley.start();
        Memory memory = Memory.empty();

        List<String[]> rows = rows(name);
        assertThat(rows).hasSize(20);
        for (int t = 1; t <= rows.size(); t++) {
            Valley.step(Objects.requireNonNull(STEPS.get(name)), blocks, t, theta, memory);
            compare(rows.get(t - 1), theta);
        }
    }

    static Stream<String> answers() {
        return ANSWERS.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void givesTheStatedAnswers(String name) {
        Answer answer = Objects.requireNonNull(ANSWERS.get(name));
        double[] theta = Valley.start();
        Memory memory = Memory.empty();

        int made = 0;
        for (String[] row : rows(name)) {
            int wanted = Integer.parseInt(row[2]) * answer.stepsPerRow + answer.stepsAhead;
            for (; made < wanted; made++) {
                Valley.step(answer.update, Valley.ONE_BLOCK, made + 1, theta, memory);
            }
            double[] out = new double[3];
            answer.update.answer(theta, memory.scope("update"), out);
            compare(row, out);
        }
        assertThat(made).isGreaterThanOrEqualTo(20);
    }

    @Test
    void everyStatedTrajectoryIsCompared() {
        Set<String> stated = new LinkedHashSet<>();
        Table.rows("trajectories.csv").forEach(row -> stated.add(row[1]));
        Set<String> compared = new LinkedHashSet<>(STEPS.keySet());
        compared.addAll(ANSWERS.keySet());

        assertThat(stated).containsExactlyInAnyOrderElementsOf(compared);
    }
}
