package dev.limpid.testkit.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.multioutput.MultiOutputLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.FeedbackSink;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Progress;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.Update;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A wrapper passes on every question that its seam can ask, whatever the seam has by now, so that a part is treated in a wrapper
 * as it is without. Left out is what a fault changes, and what is built around an objective.
 */
class WrappersTest {

    private static final double[] Y = {0.25, 0.5};
    private static final Values TARGETS = Values.of(Y);

    private static final Questions<ScalarLoss> SCALAR = new Questions<>(
            ScalarLoss.class,
            new LogisticLoss(),
            Map.of(double.class, 0.5, double[].class, Y, Sample.class, Sample.of(Y, Y, Y)));
    private static final Questions<VectorLoss> VECTOR = new Questions<>(
            VectorLoss.class,
            MultiOutputLoss.squared(2),
            Map.of(
                    double[].class,
                    Y,
                    double[][].class,
                    new double[2][2],
                    double.class,
                    0.5,
                    Sample.class,
                    new Sample(List.of(TARGETS, TARGETS), List.of(TARGETS, TARGETS), TARGETS)));
    private static final Questions<UnitLoss> UNITS = new Questions<>(
            UnitLoss.class,
            new PairwiseLogisticLoss(),
            Map.of(double[].class, Y, Unit.class, new Unit(new double[][] {Y}, new double[] {1, 1}, Y.clone())));
    private static final Questions<Penalty> PENALTY = new Questions<>(
            Penalty.class,
            new L1Penalty(0.1),
            Map.of(
                    double[].class,
                    Y,
                    Block.class,
                    Blocks.single(2).list().get(0),
                    double.class,
                    0.5,
                    String.class,
                    "w"));
    private static final Questions<Sampler> SAMPLER = new Questions<>(
            Sampler.class,
            new ShuffledSampler(1, false),
            Map.of(
                    Population.class, Population.of(3),
                    Feedback.class, Feedback.none(),
                    Memory.class, Memory.empty(),
                    RandomGenerator.class, new SplittableRandom(1)));
    private static final Questions<Update> UPDATE = new Questions<>(
            Update.class,
            Sgd.withLearningRate(0.1),
            Map.of(Oracle.class, new Flat(), Memory.class, Memory.empty(), double[].class, Y, double.class, 0.1));

    /** The same gradient everywhere. */
    private record Flat() implements Oracle {
        @Override
        public Blocks blocks() {
            return Blocks.single(2);
        }

        @Override
        public Progress progress() {
            return new Progress(1, 0);
        }

        @Override
        public double learningRate() {
            return 0.1;
        }

        @Override
        public double[] theta() {
            return new double[2];
        }

        @Override
        public double value() {
            return 0;
        }

        @Override
        public double[] gradient() {
            return new double[] {1, 1};
        }

        @Override
        public Oracle at(double[] p) {
            return this;
        }

        @Override
        public double[] hessianTimes(double[] v) {
            return new double[2];
        }
    }

    static Stream<UnaryOperator<ScalarLoss>> scalars() {
        return Stream.of(
                CheckingLoss::of,
                Faults::wrongSign,
                loss -> Faults.offByFactor(loss, 2),
                Faults::valueInFloat,
                loss -> CheckingLoss.of(Faults.offByFactor(loss, 1)));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void ofLossesOfOneScore(UnaryOperator<ScalarLoss> wrapper) {
        assertThat(SCALAR.answeredWithoutAsking(wrapper)).isEmpty();
    }

    @Test
    void ofLossesOfOneScoreThatOverflow() {
        assertThat(SCALAR.answeredWithoutAsking(loss -> Faults.overflowing(loss, 700)))
                .containsExactly("at"); // by its parts
    }

    @Test
    void ofLossesOfSeveralScores() {
        assertThat(VECTOR.answeredWithoutAsking(CheckingLoss::of)).isEmpty();
        assertThat(VECTOR.answeredWithoutAsking(Faults::wrongSign)).isEmpty();
    }

    @Test
    void ofLossesOfUnits() {
        assertThat(UNITS.answeredWithoutAsking(CheckingLoss::of)).isEmpty();
        assertThat(UNITS.answeredWithoutAsking(Faults::droppedWeight)).isEmpty();
    }

    @Test
    void ofPenalties() {
        assertThat(PENALTY.answeredWithoutAsking(CheckingPenalty::of)).isEmpty();
        assertThat(PENALTY.answeredWithoutAsking(Faults::proxWithoutStep)).isEmpty();
    }

    @Test
    void ofSamplers() {
        assertThat(SAMPLER.answeredWithoutAsking(CheckingSampler::of)).isEmpty();
        assertThat(SAMPLER.answeredWithoutAsking(Faults::sameBatch)).isEmpty();
        assertThat(SAMPLER.answeredWithoutAsking(Faults::droppedWeight)).isEmpty();
    }

    @Test
    void ofUpdates() {
        assertThat(UPDATE.answeredWithoutAsking(CheckingUpdate::of)).isEmpty();
        assertThat(UPDATE.answeredWithoutAsking(Faults::wrongSign)).isEmpty();
        assertThat(UPDATE.answeredWithoutAsking(Faults::forgetful)).isEmpty();
    }

    private static FiniteSum risk() {
        return EmpiricalRisk.of(
                new LinearHypothesis(1, 1, true), new SquaredLoss(), Dataset.of(new double[][] {{1}, {2}}, Y));
    }

    @Test
    void ofOptimizers() {
        FiniteSum risk = risk();
        ParameterRun run = Lbfgs.defaults().start(risk, new double[2], 1, Memory.empty());
        @SuppressWarnings({"unchecked", "rawtypes"}) // a class knows no type of its objectives
        Class<Optimizer<Smooth>> seam = (Class) Optimizer.class;
        Questions<Optimizer<Smooth>> questions = new Questions<>(
                seam,
                Lbfgs.defaults(),
                Map.of(
                        Objective.class, risk,
                        double[].class, Y,
                        long.class, 1L,
                        Memory.class, Memory.empty(),
                        ParameterRun.class, run));

        assertThat(questions.answeredWithoutAsking(CheckingOptimizer::of)).isEmpty();
    }

    @Test
    void ofObjectivesWhatIsBuiltAroundThemStaysAroundTheWrapper() {
        FiniteSum risk = risk();
        FeedbackSink nobody = (unit, gradient) -> {};
        Map<Class<?>, Object> arguments = Map.of(
                double[].class,
                Y,
                double.class,
                2.0,
                Batch.class,
                Batch.range(0, 2, 1),
                FeedbackSink.class,
                nobody,
                Smooth.class,
                risk,
                String.class,
                "weights",
                Penalty.class,
                new L1Penalty(0.1),
                SmoothPenalty.class,
                new L2Penalty(0.1));

        assertThat(new Questions<>(Smooth.class, risk, arguments).answeredWithoutAsking(Faults::wrongSign))
                .containsExactly("along", "hessian", "penalized", "plus", "times");
        assertThat(new Questions<>(FiniteSum.class, risk, arguments).answeredWithoutAsking(Faults::droppedWeight))
                .containsExactly("along", "hessian", "onBatch", "penalized", "plus", "times");
    }
}
