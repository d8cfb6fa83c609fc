package dev.limpid.core.optimizer.splitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.multiclass.OneVsRestLoss;
import dev.limpid.core.loss.multioutput.MultiOutputLoss;
import dev.limpid.core.loss.multioutput.MultiQuantileLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.EpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.robust.TukeyLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.Runs;
import dev.limpid.core.optimizer.Runs.End;
import dev.limpid.core.optimizer.variance.Sdca;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.constraint.L1Ball;
import dev.limpid.core.penalty.constraint.Simplex;
import dev.limpid.core.penalty.structured.GroupLassoPenalty;
import dev.limpid.core.penalty.structured.Groups;
import dev.limpid.core.penalty.structured.NuclearNormPenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PdhgTest {

    private static final int N = 30;
    private static final int D = 4;
    private static final double[][] X = new double[N][D];
    private static final double[] Y = new double[N];
    private static final double[] CLASSES = new double[N];

    /** What two runs with a tolerance of 10⁻¹⁰ may differ by, as a part of F. */
    private static final double CLOSE = 1e-8;

    private static final Pdhg PDHG = Pdhg.defaults().withTolerance(1e-10);

    static {
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < D; j++) {
                X[i][j] = (7 * i + 13 * j * j + 3 * i * j) % 17 / 8.0 - 1;
            }
            double score = X[i][0] - 0.5 * X[i][1] + 0.25 * X[i][3] + 0.3;
            Y[i] = score + 11 * i % 13 / 6.0 - 1 + (i % 10 == 4 ? 6 : 0);
            CLASSES[i] = Y[i] > 0.5 ? 1 : 0;
        }
    }

    private static LinearSum risk(Loss loss, boolean intercept, Dataset data) {
        return EmpiricalRisk.linear(new LinearHypothesis(D, loss.scores(), intercept), loss, data);
    }

    private static Dataset data(Loss loss) {
        return loss.classes() == 0 ? Dataset.of(X, Y) : Dataset.of(X, CLASSES);
    }

    private static Composite<?> penalized(Loss loss, boolean intercept, Penalty penalty) {
        return risk(loss, intercept, data(loss)).penalized("weights", penalty);
    }

    private static <V extends Objective> End finish(Optimizer<V> optimizer, V objective) {
        return Runs.finish(optimizer, objective, new double[objective.blocks().size()]);
    }

    private static End converged(Objective objective) {
        End end = finish(PDHG, objective);
        assertThat(end.step().stop().kind()).as(end.step().stop().toString()).isEqualTo(Kind.CONVERGED);
        assertThat(end.step().objective()).isEqualTo(objective.value(end.theta()));
        return end;
    }

    /** Linear programs, solved by scipy 1.10.1, linprog with HiGHS. */
    @Test
    void aLassoOfQuantilesAndOneOfHingesAreTheirLinearPrograms() {
        End median = converged(penalized(new QuantileLoss(0.5), true, L1Penalty.of(0.05)));
        assertThat(median.step().objective()).isCloseTo(0.6230131172839505, within(CLOSE));
        assertThat(median.theta()[2])
                .as("exactly sparse, whichever of the minima it is")
                .isZero();

        End low = converged(penalized(new QuantileLoss(0.3), true, L1Penalty.of(0.05)));
        assertThat(low.step().objective()).isCloseTo(0.47503472222222226, within(CLOSE));

        End hinge = converged(penalized(new HingeLoss(), true, L1Penalty.of(0.05)));
        assertThat(hinge.step().objective()).isCloseTo(0.6496732026143791, within(CLOSE));
        assertThat(hinge.theta())
                .containsExactly(
                        new double[] {1.25490196, -0.31372549, 0, 0.31372549, 0.1764705882352942}, within(1e-6));
    }

    @Test
    void agreesWithSdcaWhereEachCoefficientHasARidge() {
        for (ScalarLoss loss : List.of(new HingeLoss(), new EpsilonInsensitiveLoss(0.2), new QuantileLoss(0.8))) {
            Composite<?> objective = penalized(loss, false, ElasticNetPenalty.of(0.1, 0.5));
            double value = finish(Sdca.defaults().withTolerance(1e-10), objective)
                    .step()
                    .objective();

            assertThat(converged(objective).step().objective()).isCloseTo(value, within(CLOSE * value));
        }
    }

    @Test
    void agreesWithMajorizeMinimizeWithoutAProxOfThePenalty() {
        for (ScalarLoss loss : List.of(new HingeLoss(), new AbsoluteLoss(), new QuantileLoss(0.1))) {
            LinearSum plain = risk(loss, true, data(loss));
            LinearSum ridge = plain.penalized("weights", L2Penalty.of(0.1));
            for (LinearSum objective : List.of(plain, ridge)) {
                double value = finish(MajorizeMinimize.defaults().withTolerance(1e-12), objective)
                        .step()
                        .objective();

                assertThat(converged(objective).step().objective()).isCloseTo(value, within(1e-7 * value));
            }
        }
    }

    static Stream<Arguments> smooth() {
        Groups groups = Groups.ofRows(new int[] {0, 1}, new int[] {2, 3});
        return Stream.of(new SquaredLoss(), new LogisticLoss())
                .flatMap(loss -> Stream.of(
                                L1Penalty.of(0.05),
                                GroupLassoPenalty.of(0.1, groups),
                                NuclearNormPenalty.of(0.1),
                                Box.of(-0.1, 0.3),
                                L1Ball.of(0.5),
                                (Penalty) Simplex.of(0.8))
                        .map(penalty -> Arguments.of(loss, penalty)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("smooth")
    void agreesWithFistaWhereTheLossIsSmooth(ScalarLoss loss, Penalty penalty) {
        Composite<?> objective = penalized(loss, true, penalty);
        double value =
                finish(Fista.defaults().withTolerance(1e-12), objective).step().objective();

        assertThat(converged(objective).step().objective()).isCloseTo(value, within(CLOSE * value));
    }

    /** Scores that don't meet are problems of their own. */
    @Test
    void severalScoresAreAsManyProblems() {
        Penalty lasso = L1Penalty.of(0.05);
        MultiQuantileLoss both = new MultiQuantileLoss(0.3, 0.5);
        double sum =
                converged(penalized(new QuantileLoss(0.3), true, lasso)).step().objective()
                        + converged(penalized(new QuantileLoss(0.5), true, lasso))
                                .step()
                                .objective();
        assertThat(converged(penalized(both, true, lasso)).step().objective()).isCloseTo(sum, within(CLOSE * sum));

        double hinge = converged(penalized(new HingeLoss(), true, lasso)).step().objective();
        assertThat(converged(penalized(new OneVsRestLoss(2, new HingeLoss()), true, lasso))
                        .step()
                        .objective())
                .isCloseTo(2 * hinge, within(2 * CLOSE * hinge));

        double absolute =
                converged(penalized(new AbsoluteLoss(), true, lasso)).step().objective();
        Dataset twice = Dataset.of(Rows.dense(X), Missing.REFUSE, Y, Y);
        assertThat(converged(risk(new MultiOutputLoss(2, new AbsoluteLoss()), true, twice)
                                .penalized("weights", lasso))
                        .step()
                        .objective())
                .isCloseTo(2 * absolute, within(2 * CLOSE * absolute));
    }

    /** A row of weight 2 is two rows, an offset moves the target, and storage makes no difference: the same F. */
    @Test
    void weightsOffsetsAndStorageAreThoseOfTheRisk() {
        double[] weights = new double[N];
        double[] offsets = new double[N];
        double[] moved = new double[N];
        List<Integer> repeated = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            weights[i] = 1 + i % 2;
            offsets[i] = 0.2 * (i % 3);
            moved[i] = Y[i] - offsets[i];
            for (int k = 0; k <= i % 2; k++) {
                repeated.add(i);
            }
        }
        Loss loss = new AbsoluteLoss();
        Penalty penalty = L1Penalty.of(0.05);
        Dataset plain =
                Dataset.of(X, moved).select(repeated.stream().mapToInt(i -> i).toArray());
        double value = converged(risk(loss, true, plain).penalized("weights", penalty))
                .step()
                .objective();

        for (Rows x : List.of(Rows.dense(X), sparse())) {
            Dataset data = Dataset.of(x, Missing.REFUSE, Y).withWeights(weights).withOffsets(offsets);
            assertThat(converged(risk(loss, true, data).penalized("weights", penalty))
                            .step()
                            .objective())
                    .isCloseTo(value, within(CLOSE * value));
        }
    }

    private static Rows sparse() {
        int[] starts = new int[N + 1];
        int[] indices = new int[N * D];
        double[] values = new double[N * D];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < D; j++) {
                indices[i * D + j] = j;
                values[i * D + j] = X[i][j];
            }
            starts[i + 1] = (i + 1) * D;
        }
        return Rows.sparse(D, starts, indices, values);
    }

    /** F(θ) ≤ F(t) + gap + ⟨e, θ − t⟩ for all t, whenever a run is looked at. */
    @Test
    void theGapAndTheSlopeBoundWhatIsLeft() {
        Composite<?> objective = penalized(new AbsoluteLoss(), true, L1Penalty.of(0.05));
        double least = converged(objective).step().objective();
        double[] best = converged(objective).theta();
        for (int steps = 1; steps < 6; steps++) {
            ParameterRun run = PDHG.start(objective, new double[D + 1], 1, Memory.empty());
            Step step = Runs.steps(run, steps);
            double distance = 0;
            for (int j = 0; j < best.length; j++) {
                distance += Math.pow(run.theta()[j] - best[j], 2);
            }
            double bound = step.number("gap") + step.gradientNorm() * Math.sqrt(distance);

            assertThat(step.objective() - least).isLessThanOrEqualTo(bound + 1e-12);
        }
    }

    /** In other units the path is the same but for its rounding, and so the number of steps. */
    @Test
    void unitsOfTargetsAndFactorsMakeNoDifference() {
        Dataset large = Dataset.of(X, Arrays.stream(Y).map(y -> 1e6 * y).toArray());
        Composite<?> objective = penalized(new AbsoluteLoss(), true, L1Penalty.of(0.05));
        Composite<?> scaled = risk(new AbsoluteLoss(), true, large).penalized("weights", (Penalty) L1Penalty.of(0.05));
        Pdhg coarse = Pdhg.defaults().withTolerance(1e-4);

        End end = finish(coarse, objective);
        End inUnits = finish(coarse, scaled);

        assertThat(inUnits.step().iteration()).isEqualTo(end.step().iteration());
        assertThat(inUnits.step().objective()).isCloseTo(1e6 * end.step().objective(), within(1.0));
    }

    @Test
    void aStartAtTheMinimumStaysThere() {
        Composite<?> objective = penalized(new HingeLoss(), true, L1Penalty.of(0.05));
        End end = converged(objective);

        End again = Runs.finish(PDHG, (Objective) objective, end.theta());

        assertThat(again.step().objective())
                .isCloseTo(end.step().objective(), within(CLOSE * end.step().objective()));
    }

    @Test
    void aResumedRunIsTheSameToTheBit() {
        Composite<?> objective = penalized(new HingeLoss(), true, L1Penalty.of(0.05));
        double[] theta0 = new double[D + 1];

        assertThat(Runs.interrupted(PDHG, (Objective) objective, theta0, 3, 4).theta())
                .containsExactly(Runs.uninterrupted(PDHG, (Objective) objective, theta0, 7)
                        .theta());
    }

    /** The norm is found by a power iteration from a start that is drawn; whatever it is, the answer is the same. */
    @Test
    void theSeedMakesNoDifferenceToTheAnswer() {
        Objective objective = penalized(new AbsoluteLoss(), true, L1Penalty.of(0.05));
        double value = converged(objective).step().objective();
        for (long seed = 2; seed < 6; seed++) {
            End end = Runs.finish(PDHG.start(objective, new double[D + 1], seed, Memory.empty()));
            assertThat(end.step().objective()).isCloseTo(value, within(CLOSE * value));
        }
    }

    /** Columns of nothing, and a problem that is solved where it starts. */
    @Test
    void aProblemWithoutAnythingToMoveEnds() {
        Dataset zeros = Dataset.of(new double[3][D], 1, 2, 3);
        End end = finish(PDHG, risk(new AbsoluteLoss(), false, zeros).penalized("weights", (Penalty) L1Penalty.of(1)));

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(end.theta()).containsOnly(0);
        assertThat(end.step().objective()).isEqualTo(2);
    }

    /** A loss without a formula for its prox, which overflows far out. */
    @Test
    void aNaNIsSeen() {
        ScalarLoss broken = new AbsoluteLoss() {
            @Override
            public double prox(double y, double f, double step) {
                return Double.NaN;
            }
        };
        End end = finish(PDHG, penalized(broken, true, L1Penalty.of(0.05)));

        assertThat(end.step().stop().kind()).isEqualTo(Kind.DIVERGED);
    }

    @Test
    void whatHasNoProxOrIsNotConvexIsRefused() {
        assertThatThrownBy(() -> finish(PDHG, penalized(new TukeyLoss(4), true, L1Penalty.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Pdhg needs a convex loss of linear scores with a prox, and a convex penalty or none, but TukeyLoss"
                                + " is none: use CoordinateDescent or Fista");
        assertThatThrownBy(() -> finish(PDHG, penalized(new SoftmaxLoss(2), true, L1Penalty.of(1))))
                .hasMessage(
                        "Pdhg needs a convex loss of linear scores with a prox, and a convex penalty or none, but SoftmaxLoss"
                                + " is none: use CoordinateDescent or Fista");
        assertThatThrownBy(() -> finish(PDHG, penalized(new AbsoluteLoss(), true, McpPenalty.of(1))))
                .hasMessage(
                        "Pdhg needs a convex loss of linear scores with a prox, and a convex penalty or none, but McpPenalty"
                                + " isn't convex: use Stochastic");
        assertThatThrownBy(() -> new Pdhg(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tolerance must be in [0, 1), but was 1.0");
    }

    /** {@code MultiQuantileLoss} has a prox of its own; a subclass may mean another loss. */
    @Test
    void aSubclassOfALossOfSeveralScoresIsNotOverruled() {
        MultiQuantileLoss other = new MultiQuantileLoss(0.5) {
            @Override
            public double value(double[] y, double[] f) {
                return 2 * super.value(y, f);
            }
        };

        assertThat(other.hasProx()).isFalse();
        assertThatThrownBy(() -> other.prox(new double[1], new double[1], 1, new double[1]))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        other.name() + " must override hasProx and prox(y, f, step, out) before it is asked for one");
    }

    /** Draws: no point near the end is lower, in any direction, whatever the penalty. */
    @Test
    void noPointNearTheEndIsLower() {
        SplittableRandom random = new SplittableRandom(3);
        for (Penalty penalty : List.of(L1Ball.of(0.4), Simplex.of(1), NuclearNormPenalty.of(0.1))) {
            Composite<?> objective = penalized(new QuantileLoss(0.7), true, penalty);
            End end = converged(objective);
            for (int k = 0; k < 2000; k++) {
                double[] t = end.theta();
                double size = Math.pow(10, -4 * random.nextDouble());
                for (int j = 0; j < t.length; j++) {
                    t[j] += random.nextBoolean() ? size * random.nextGaussian() : 0;
                }
                objective.prox(t, 1e-12);
                assertThat(objective.value(t)).isGreaterThanOrEqualTo(end.step().objective() * (1 - CLOSE));
            }
        }
    }
}
