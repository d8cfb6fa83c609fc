package dev.limpid.testkit.wrapper;

import static dev.limpid.testkit.LimpidAssertions.assertThat;
import static dev.limpid.testkit.LimpidAssertions.assertThatThrownBy;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.BootstrapSampler;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.update.Oracle;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.testkit.problem.Problems;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Checking wrappers are silent about right parts, in a real fit, and tell the first broken promise. */
class CheckingTest {

    private static FiniteSum risk(Loss loss, double... targets) {
        double[][] x = new double[24][2];
        double[] y = new double[24];
        for (int i = 0; i < y.length; i++) {
            x[i] = new double[] {Math.sin(i), Math.cos(3 * i)};
            y[i] = targets[i % targets.length];
        }
        return EmpiricalRisk.of(new LinearHypothesis(2, loss.scores(), true), loss, Dataset.of(x, y));
    }

    private static double[] fit(Optimizer<?> optimizer, Objective objective) {
        @SuppressWarnings("unchecked") // the optimizers below take it
        Optimizer<Objective> taken = (Optimizer<Objective>) optimizer;
        ParameterRun run = taken.start(objective, new double[objective.blocks().size()], 1, Memory.empty());
        for (int t = 0; t < 30 && !run.step().stop().isFinal(); t++) {
            // until it is over
        }
        return run.theta();
    }

    @Test
    void rightLossesComeToTheSameFit() {
        assertThat(fit(Lbfgs.defaults(), risk(CheckingLoss.of(new LogisticLoss()), 0, 1, 1)))
                .isEqualTo(fit(Lbfgs.defaults(), risk(new LogisticLoss(), 0, 1, 1)));
        assertThat(CheckingLoss.of(new SoftmaxLoss(3))).obeysItsLaws();
        assertThat(CheckingLoss.of(new AbsoluteLoss())).obeysItsLaws();
        assertThat(CheckingLoss.of(new PairwiseLogisticLoss())).obeysItsLaws();
    }

    @Test
    void aWrongGradientIsToldInTheFit() {
        ScalarLoss checked = CheckingLoss.of(Faults.offByFactor(new SquaredLoss(), 2));

        assertThatThrownBy(() -> fit(Lbfgs.defaults(), risk(checked, 1, 2)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "SquaredLoss breaks law L02: the gradient is the derivative of the value, in a run.\n  at y = ")
                .hasMessageContaining("a factor 2 is doubled in gradient, or missing in value (ratio 2.000)");
    }

    @Test
    void aNaNIsToldWhereItArises() {
        ScalarLoss checked = CheckingLoss.of(Faults.overflowing(new LogisticLoss(), 88));

        assertThat(checked.value(1, 80)).isFinite();
        assertThatThrownBy(() -> checked.value(1, 90)).hasMessage("""
                LogisticLoss breaks law L09: value and gradient survive scores of ±800, in a run.
                  at y = 1.0, f = 90.0
                    value     NaN
                    gradient  0.0
                  Likely cause: exp overflows, log of 0, 0·log 0 or ∞ − ∞; write the formula in a stable form.""");
    }

    @Test
    void aVectorLossThatWritesIntoItsInputIsTold() {
        SoftmaxLoss scribbling = new SoftmaxLoss(3) {
            @Override
            public double value(double[] y, double[] f) {
                double value = super.value(y, f);
                f[0] = 7;
                return value;
            }
        };

        assertThatThrownBy(() -> CheckingLoss.of(scribbling).value(new double[] {1}, new double[] {0.5, 0, 2}))
                .hasMessageContaining(" breaks law L20: ")
                .hasMessageContaining("  then   [7.0, 0.0, 2.0]");
    }

    @Test
    void aMassThatIsNoMassIsTold() {
        PairwiseLogisticLoss negative = new PairwiseLogisticLoss() {
            @Override
            public double mass(Unit unit) {
                return -1;
            }
        };

        assertThatThrownBy(() -> CheckingLoss.of(negative)
                        .mass(new Unit(new double[][] {{0, 1}}, new double[] {1, 1}, new double[] {0, 0})))
                .hasMessageContaining(" breaks law L22: ")
                .hasMessageContaining("  mass  -1.0");
    }

    @Test
    void rightUpdatesAndSamplersComeToTheSameRun() {
        Objective objective = risk(new SquaredLoss(), 1, 2, 4);
        Sampler sampler = ShuffledSampler.of(5);
        Update update = Adam.withLearningRate(0.1);

        assertThat(fit(new Stochastic(CheckingUpdate.of(update), CheckingSampler.of(sampler)), objective))
                .isEqualTo(fit(new Stochastic(update, sampler), objective));
        assertThat(CheckingSampler.of(new ShuffledSampler(5, true))).obeysItsLaws();
        assertThat(CheckingSampler.of(new BootstrapSampler())).obeysItsLaws();
        assertThat(CheckingUpdate.of(update)).obeysItsLaws();
    }

    /** A momentum that lives in a field. */
    private static final class Remembering implements Update {
        private double last;

        @Override
        public void delta(Oracle oracle, Memory memory, double[] delta) {
            last = 0.9 * last + oracle.gradient()[0];
            delta[0] = -oracle.learningRate() * last;
        }

        @Override
        public Schedule learningRate() {
            return Schedule.constant(0.1);
        }
    }

    @Test
    void stateInAFieldIsTold() {
        assertThatThrownBy(() -> fit(
                        new Stochastic(CheckingUpdate.of(new Remembering()), ShuffledSampler.of(5)),
                        risk(new SquaredLoss(), 1, 2)))
                .hasMessageStartingWith("Remembering breaks law U04: a fresh memory makes a fresh run, in a run.")
                .hasMessageEndingWith("state is kept in a field; keep it in the memory that is handed in.");
    }

    /** Says that it draws without replacement, and doesn't. */
    private record Pretending(int shift) implements Sampler {
        @Override
        public Batch next(Population population, Feedback feedback, Memory memory, RandomGenerator random) {
            int[] units = {random.nextInt(population.size()) + shift};
            return Batch.of(units, 1.0 / population.size());
        }

        @Override
        public boolean isWithoutReplacement() {
            return true;
        }
    }

    @Test
    void anEpochThatIsCutShortIsTold() {
        Stochastic run = new Stochastic(Sgd.withLearningRate(0.01), CheckingSampler.of(new Pretending(0)));

        assertThatThrownBy(() -> fit(run, risk(new SquaredLoss(), 1, 2)))
                .hasMessageStartingWith(
                        "Pretending[shift=0] breaks law S03: without replacement, each unit has its turn once"
                                + " an epoch, in a run.\n  24 units, ")
                .hasMessageEndingWith("a new order is drawn before the old one is used up.");
    }

    @Test
    void aUnitOutOfRangeIsTold() {
        Sampler sampler = CheckingSampler.of(new Pretending(24));

        assertThatThrownBy(() -> sampler.next(
                        Population.of(24), Feedback.none(), Memory.empty(), new java.util.SplittableRandom(1)))
                .hasMessageContaining(" breaks law S01: ")
                .hasMessageContaining("a bound that is off by one");
    }

    @Test
    void aRightOptimizerComesToTheSameEnd() {
        assertThat(CheckingOptimizer.of(Lbfgs.defaults())).minimizes(Problems.rosenbrock());
        assertThat(CheckingOptimizer.of(Lbfgs.defaults())).obeysItsLaws();
    }

    /** Says at once that it converged, higher than it began. */
    private record Boasting() implements Optimizer<Smooth> {
        @Override
        public Need<Smooth> needs() {
            return new Need<>(Smooth.class, false, "a smooth objective");
        }

        @Override
        public ParameterRun start(Smooth objective, double[] theta0, long seed, Memory memory) {
            double[] theta = theta0.clone();
            return new ParameterRun() {
                @Override
                public Step step() {
                    theta[0] += 100;
                    return new Step(
                            1,
                            objective.value(theta),
                            0,
                            1,
                            OracleCount.NONE,
                            Map.of(),
                            StopReason.converged("The gradient is small."));
                }

                @Override
                public Memory memory() {
                    return memory;
                }

                @Override
                public double[] theta() {
                    return theta.clone();
                }
            };
        }
    }

    @Test
    void anEndHigherThanTheStartIsTold() {
        assertThatThrownBy(() -> fit(
                        CheckingOptimizer.of(new Boasting()), Problems.sphere().objective()))
                .hasMessageStartingWith("Boasting[] breaks law Z01: where it says that it converged, it did, in a run.")
                .hasMessageContaining("the tolerance is compared with the wrong number, or NaN passes it.");
    }
}
