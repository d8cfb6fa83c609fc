package dev.limpid.core.optimizer.splitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.objective.Split;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.L0Penalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.constraint.L2Ball;
import dev.limpid.core.penalty.constraint.NonNegative;
import dev.limpid.core.penalty.constraint.Simplex;
import dev.limpid.core.penalty.structured.GroupLassoPenalty;
import dev.limpid.core.penalty.structured.Groups;
import dev.limpid.core.penalty.structured.NuclearNormPenalty;
import dev.limpid.core.penalty.structured.PenaltySum;
import dev.limpid.core.penalty.structured.TotalVariationPenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason.Kind;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmmTest {

    private static final Admm ADMM = Admm.defaults();

    private static final Bowl REGRESSION = Bowl.regression(4, 60, 8);

    private record End(ParameterRun run, Step step) {}

    private static End finish(Split<? extends Smooth> f, double... theta0) {
        return finish(ADMM, f, theta0);
    }

    private static End finish(Admm admm, Split<? extends Smooth> f, double... theta0) {
        ParameterRun run = admm.start(f, theta0, 1, Memory.empty());
        Step step = run.step();
        while (!step.stop().isFinal() && step.iteration() < 5000) {
            step = run.step();
        }
        return new End(run, step);
    }

    private static Composite<? extends Smooth> penalized(Penalty penalty) {
        return REGRESSION.penalized("theta", penalty);
    }

    private static double[] fista(Penalty penalty) {
        ParameterRun run =
                Fista.defaults().withTolerance(1e-13).start(penalized(penalty), new double[8], 1, Memory.empty());
        for (int k = 0; k < 1000; k++) {
            run.step();
        }
        return run.theta();
    }

    static Stream<Penalty> withAProx() {
        return Stream.of(
                L1Penalty.of(0.5),
                L1Penalty.of(100),
                NonNegative.of(),
                Simplex.of(3),
                Box.of(-0.5, 2.5),
                TotalVariationPenalty.of(0.7),
                GroupLassoPenalty.of(0.5, Groups.ofRows(new int[] {0, 1, 2}, new int[] {3, 4}, new int[] {5, 6, 7})),
                NuclearNormPenalty.of(0.5));
    }

    @ParameterizedTest
    @MethodSource("withAProx")
    void agreesWithFistaWhereBothApply(Penalty penalty) {
        End end = finish(penalized(penalty), new double[8]);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(end.run().theta()).containsExactly(fista(penalty), within(1e-6));
        assertThat(penalized(penalty).penalty(end.run().theta())).isFinite();
    }

    /** Two terms whose sum has a prox, taken apart all the same. */
    @Test
    void agreesWithTheProxOfASum() {
        Penalty variation = TotalVariationPenalty.of(0.4);
        Penalty lasso = L1Penalty.of(0.3);

        End end = finish(penalized(variation).split("theta", lasso), new double[8]);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(end.run().theta()).containsExactly(fista(PenaltySum.of(variation, lasso)), within(1e-6));
    }

    /**
     * The multipliers prove the optimum: ρ·uᵢ is a subgradient of Ωᵢ at θ, Ωᵢ(w) ≥ Ωᵢ(θ) + ⟨ρ·uᵢ, w − θ⟩ for all w, and ρ·Σuᵢ = −∇S(θ).
     */
    @Test
    void theMultipliersProveTheOptimumOfASumWithoutAProx() {
        Penalty variation = TotalVariationPenalty.of(0.4);
        Penalty groups =
                GroupLassoPenalty.of(0.3, Groups.ofRows(new int[] {0, 4, 7}, new int[] {1, 2}, new int[] {3, 5, 6}));
        Block block = REGRESSION.blocks().get("theta");

        End end = finish(penalized(variation).split("theta", groups), new double[8]);

        double[] theta = end.run().theta();
        double[] g = REGRESSION.slope(theta);
        double rho = end.step().number("rho");
        double[][] subgradients = {
            end.run().memory().array("u0", 8).clone(),
            end.run().memory().array("u1", 8).clone()
        };
        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        for (int j = 0; j < 8; j++) {
            subgradients[0][j] *= rho;
            subgradients[1][j] *= rho;
            assertThat(subgradients[0][j] + subgradients[1][j]).isCloseTo(-g[j], within(1e-6));
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 2000; trial++) {
            double[] w = theta.clone();
            double size = Math.pow(10, 1 - 4 * random.nextDouble());
            double[] linear = new double[2];
            for (int j = 0; j < 8; j++) {
                double d = random.nextBoolean() ? size * random.nextGaussian() : 0;
                w[j] += d;
                linear[0] += subgradients[0][j] * d;
                linear[1] += subgradients[1][j] * d;
            }
            assertThat(variation.value(w, block)).isGreaterThan(variation.value(theta, block) + linear[0] - 1e-6);
            assertThat(groups.value(w, block)).isGreaterThan(groups.value(theta, block) + linear[1] - 1e-6);
        }
    }

    /** The nearest point to (2, 2) in {‖x‖ ≤ 1} ∩ {x₁ ≤ ½} is (½, √¾). */
    @Test
    void theNearestPointOfAnIntersectionIsFound() {
        Split<? extends Smooth> f = Bowl.around(2, 2)
                .penalized("theta", L2Ball.of(1))
                .split("theta", Box.of(new double[] {-5, -5}, new double[] {0.5, 5}));

        End end = finish(f, 0, 0);

        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        assertThat(end.run().theta()).containsExactly(new double[] {0.5, Math.sqrt(0.75)}, within(1e-7));
    }

    @Test
    void theAnswerIsExactlySparse() {
        double[] theta =
                finish(penalized(L1Penalty.of(1.5)), new double[8]).run().theta();

        assertThat(theta).contains(0.0);
    }

    @Test
    void theStepReportsTheObjectiveWithItsPenalty() {
        Composite<? extends Smooth> f = penalized(L1Penalty.of(0.5));
        ParameterRun run = ADMM.start(f, new double[8], 1, Memory.empty());
        for (int k = 1; k <= 20; k++) {
            Step step = run.step();
            assertThat(step.iteration()).isEqualTo(k);
            assertThat(step.objective()).isCloseTo(f.value(run.theta()), within(1e-12));
        }
    }

    @Test
    void aStartAtTheMinimumStaysThere() {
        double[] minimum = fista(L1Penalty.of(0.5));

        End end = finish(ADMM.withTolerance(1e-6), penalized(L1Penalty.of(0.5)), minimum);

        assertThat(end.step().iteration()).isLessThanOrEqualTo(2);
        assertThat(end.run().theta()).containsExactly(minimum, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-20, 0x1p20})
    void aFactorOnTheObjectiveDoesNotChangeTheSteps(double factor) {
        End one = finish(penalized(L1Penalty.of(0.5)), new double[8]);
        End other = finish(
                REGRESSION.times(factor).penalized("theta", (Penalty) L1Penalty.of(0.5 * factor)), new double[8]);

        assertThat(other.step().iteration()).isEqualTo(one.step().iteration());
        assertThat(other.run().theta()).isEqualTo(one.run().theta());
    }

    /** Conditions of 10⁴ in units that differ by as much. */
    @Test
    void badConditionsAreEndured() {
        double[][] a = Bowl.regression(9, 30, 3).a();
        for (double[] row : a) {
            row[1] = row[0] + 0.01 * row[1];
            row[2] *= 100;
        }
        Bowl bowl = new Bowl(
                dev.limpid.core.parameter.Blocks.single(3),
                a,
                Bowl.regression(9, 30, 3).y());
        Composite<? extends Smooth> f = bowl.penalized("theta", (Penalty) L1Penalty.of(1e-3));

        End end = finish(f, 0, 0, 0);

        double[] g = bowl.slope(end.run().theta());
        assertThat(end.step().stop().kind()).isEqualTo(Kind.CONVERGED);
        for (int j = 0; j < 3; j++) {
            double x = end.run().theta()[j];
            assertThat(x == 0 ? Math.max(Math.abs(g[j]), 1e-3) : -g[j] * Math.signum(x))
                    .isCloseTo(1e-3, within(1e-5));
        }
    }

    @Test
    void resumingGivesTheSameBits() {
        Split<? extends Smooth> f = penalized(TotalVariationPenalty.of(0.4)).split("theta", L1Penalty.of(0.3));
        ParameterRun whole = ADMM.start(f, new double[8], 1, Memory.empty());
        ParameterRun first = ADMM.start(f, new double[8], 1, Memory.empty());
        for (int k = 0; k < 7; k++) {
            whole.step();
            first.step();
        }
        ParameterRun second =
                ADMM.start(f, new double[8], 1, Memory.of(first.memory().snapshot()));
        for (int k = 0; k < 20; k++) {
            assertThat(second.step()).isEqualTo(whole.step());
            assertThat(second.theta()).isEqualTo(whole.theta());
        }
    }

    @Test
    void aPointThatMissesAConstraintHasNoObjective() {
        Split<? extends Smooth> f = Bowl.around(2, 2)
                .penalized("theta", L2Ball.of(1))
                .split("theta", Box.of(new double[] {-5, -5}, new double[] {0.5, 5}));
        ParameterRun run = ADMM.start(f, new double[] {0, 0}, 1, Memory.empty());

        assertThat(Stream.generate(run::step).limit(3).mapToDouble(Step::objective))
                .contains(Double.NaN);
        assertThat(run.theta()).doesNotContain(Double.NaN);
    }

    @Test
    void aSplitSaysWhatItConsistsOf() {
        Split<? extends Smooth> f = penalized(TotalVariationPenalty.of(0.5)).split("theta", L1Penalty.of(0.25));
        double[] t = {1, 2, 3, 4, 5, 6, 7, 8};

        assertThat(f.terms()).isEqualTo(2);
        assertThat(f.term(0, t)).isEqualTo(3.5);
        assertThat(f.term(1, t)).isEqualTo(9);
        assertThat(f.value(t)).isEqualTo(REGRESSION.value(t) + 3.5 + 9);
        assertThat(f.penaltyName()).isEqualTo("TotalVariationPenalty and L1Penalty");
        assertThat(f.formula()).isEqualTo("½·‖A·θ − y‖² + 0.5·Σⱼ |θⱼ₊₁ − θⱼ| + 0.25·‖θ‖₁");
    }

    @Test
    void wrongPairingsAreRefusedWithWhatToUse() {
        Split<? extends Smooth> f = penalized(TotalVariationPenalty.of(0.5)).split("theta", L1Penalty.of(0.25));
        assertThatThrownBy(() -> Fista.defaults().needs().require("Fista", f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Fista needs a smooth objective plus a penalty with a prox, but the sum of TotalVariationPenalty and "
                                + "L1Penalty offers only the prox of each term: use Admm");
        assertThatThrownBy(() -> ADMM.needs().require("Admm", REGRESSION))
                .hasMessage(
                        "Admm needs a smooth objective plus convex penalties with a prox each, but the objective offers no Split "
                                + "view: use Lbfgs");
        assertThatThrownBy(() -> ADMM.start(penalized(McpPenalty.of(0.5)), new double[3], 1, Memory.empty()))
                .hasMessage("Admm needs a smooth objective plus convex penalties with a prox each, but McpPenalty isn't"
                        + " convex: use Fista");
        Split<? extends Smooth> bent = f.split("theta", L0Penalty.of(0.1));
        assertThatThrownBy(() -> ADMM.start(bent, new double[3], 1, Memory.empty()))
                .hasMessage("Admm needs a smooth objective plus convex penalties with a prox each, but"
                        + " TotalVariationPenalty and L1Penalty and L0Penalty isn't convex: use convex penalties");
        assertThatThrownBy(() -> new Admm(Lbfgs.defaults(), 2, 1e-6))
                .hasMessage("relaxation must be in [1, 2), but was 2.0");
        assertThatThrownBy(() -> ADMM.withTolerance(Double.NaN)).hasMessage("tolerance must be in [0, 1), but was NaN");
    }
}
