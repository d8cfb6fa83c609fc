package dev.limpid.algorithms.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.McpPenalty;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What fits cost, and how many parameters they are worth. */
class PathCriteriaTest {

    private static final int ROWS = 60;

    private static LinearSpec squares() {
        return LinearModel.with(new SquaredLoss()).optimizer(new CoordinateDescent(1e-10));
    }

    /** Σ s/(s + 1) over the eigenvalues s of X'X/n, and 1 for the intercept; numpy 1.24.2. */
    @Test
    void ridgeIsWorthTheTraceOfItsHatMatrix() {
        RegularizationPath path = PathSpec.of(
                        LinearModel.with(new SquaredLoss()).standardizePenalty(true), L2Penalty::of)
                .strengths(1, 1e-9)
                .fit(PathSets.diabetes());

        assertThat(path.degreesOfFreedom(0)).isCloseTo(4.942284060311922, within(1e-9));
        assertThat(path.degreesOfFreedom(1)).isCloseTo(11, within(1e-5));
    }

    /** ½·(y − f)² as a formula. */
    private static final class Half implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            return f.minus(y).square().times(0.5);
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

    @Test
    void aSquaredLossOfOnesOwnHasTheSameCriteria() {
        Dataset data = PathSets.wide(ROWS, 20);
        LinearSpec own = LinearModel.with(new Half()).optimizer(new CoordinateDescent(1e-10));

        RegularizationPath path = PathSpec.of(own, L1Penalty::of).points(10).fit(data);
        RegularizationPath builtIn =
                PathSpec.of(squares(), L1Penalty::of).points(10).fit(data);

        assertThat(path.best(Criterion.BIC)).isEqualTo(builtIn.best(Criterion.BIC));
        assertThat(path.criterion(Criterion.AIC, 5)).isCloseTo(builtIn.criterion(Criterion.AIC, 5), within(1e-6));
    }

    @Test
    void theExtendedCriterionFindsTheColumnsThatTheTargetIsMadeOf() {
        RegularizationPath path =
                PathSpec.of(squares(), s -> McpPenalty.of(s, 3)).points(30).fit(PathSets.wide(200, 300));

        double[] w = path.model(path.best(Criterion.EBIC)).coefficients()[0];

        assertThat(IntStream.range(0, 300).filter(j -> w[j] != 0)).contains(0, 3, 8, 9);
        assertThat(Arrays.stream(w).filter(v -> v != 0).count()).isLessThanOrEqualTo(6);
    }

    @Test
    void correctedAkaikeIsInfiniteWhereParametersAreAsManyAsRows() {
        assertThat(Criterion.AICC.price(10, 9, 20, 8)).isInfinite();
        assertThat(Criterion.AICC.price(10, 3, 20, 2)).isEqualTo(6 + 24.0 / 6);
    }
}
