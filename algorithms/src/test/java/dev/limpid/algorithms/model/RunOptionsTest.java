package dev.limpid.algorithms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.algorithms.boosting.BoostingSpec;
import dev.limpid.algorithms.hypothesis.FactorizationMachine;
import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The options that specs share do the same for all of them, and so do the ways to begin a fit. */
class RunOptionsTest {

    private static final Dataset DATA = rows(1);
    private static final Dataset OTHERS = rows(2);

    private static Dataset rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[60][3];
        double[] y = new double[60];
        for (int i = 0; i < y.length; i++) {
            Arrays.setAll(x[i], j -> random.nextDouble());
            y[i] = x[i][0] * x[i][1] - x[i][2] + 0.1 * random.nextDouble();
        }
        return Dataset.of(x, y);
    }

    static Stream<Spec<?>> specs() {
        return Stream.of(
                limited(LinearModel.with(new SquaredLoss()).optimizer(Lbfgs.defaults())),
                limited(FactorizationMachine.with(new SquaredLoss(), 2)),
                limited(BoostingSpec.of(new SquaredLoss())));
    }

    /** Nothing but what all specs have. */
    private static <S extends RunOptions<S>> S limited(S spec) {
        return spec.seed(7).threads(1).maxIterations(3);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aLimitEndsTheRunAndTheSeedRepeatsIt(Spec<?> spec) {
        Model model = spec.fit(DATA);

        assertThat(model.trace().last().iteration()).isEqualTo(3);
        assertThat(model.scores(OTHERS)).isDeepEqualTo(spec.fit(DATA).scores(OTHERS));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void allWaysToBeginAreOne(Spec<?> spec) {
        double[][] fitted = spec.fit(DATA).scores(OTHERS);
        Training<?> stopped = spec.begin(DATA);
        stopped.step();

        assertThat(spec.begin(DATA, null, Memory.empty()).finish().scores(OTHERS))
                .isDeepEqualTo(fitted);
        assertThat(spec.resume(DATA, stopped.memory()).finish().scores(OTHERS)).isDeepEqualTo(fitted);
        assertThat(spec.begin(DATA, OTHERS).finish().scores(OTHERS)).hasDimensions(1, OTHERS.size());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void optionsOutOfRangeAreRefused(Spec<?> spec) {
        assertThatThrownBy(() -> ((RunOptions<?>) spec).threads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads must be >= 1, but was 0");
    }

    @ParameterizedTest
    @MethodSource("specs")
    void observersAreTold(Spec<?> spec) {
        List<Step> steps = new ArrayList<>();

        ((Spec<?>) ((RunOptions<?>) spec).observers(steps::add)).fit(DATA);

        assertThat(steps.stream().filter(step -> step.iteration() > 0)).hasSizeGreaterThanOrEqualTo(3);
    }
}
