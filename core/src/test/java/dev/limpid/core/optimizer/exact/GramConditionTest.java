package dev.limpid.core.optimizer.exact;

import static dev.limpid.core.optimizer.exact.QrFits.risk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.LinearDesign;
import org.junit.jupiter.api.Test;

/** The condition number of the Gram matrix, by which the optimizer is chosen. */
class GramConditionTest {

    /** A few roundings of numbers of size 1, through matrices of condition numbers below 100. */
    private static final double ROUNDING = 1e-13;

    private static double of(double[][] x) {
        return QrLeastSquares.condition(design(x), new double[x[0].length]);
    }

    private static LinearDesign design(double[][] x) {
        return risk(Dataset.of(x, new double[x.length]), new SquaredLoss())
                .design()
                .orElseThrow();
    }

    @Test
    void orthogonalColumnsHaveOne() {
        assertThat(of(new double[][] {{1e9, 0, 0}, {0, 1e-9, 0}})).isEqualTo(1);
    }

    /** Pivots of unit columns with cosine c: 1 and √(1 − c²). */
    @Test
    void itIsTheRatioOfPivots() {
        assertThat(of(new double[][] {{1, 0.6}, {0, 0.8}})).isCloseTo(1.25, within(ROUNDING));
    }

    @Test
    void dependentColumnsHaveInfinity() {
        assertThat(of(new double[][] {{1, 2}, {3, 6}})).isInfinite();
    }

    /** Two equal unit columns in the sum of two rows, (1, 1; 1, 1), and μ/c = 1: (1, ½; ½, 1) after scaling. */
    @Test
    void aPenaltyPartsDependentColumns() {
        double[] mu = {1, 1};
        LinearDesign sum = design(new double[][] {{1, 1}, {0, 0}}).times(2); // c = 1

        assertThat(QrLeastSquares.condition(sum, mu)).isCloseTo(1 / Math.sqrt(0.75), within(ROUNDING));
        assertThatThrownBy(() -> QrLeastSquares.condition(sum, new double[3]))
                .hasMessage("mu must have length 2 (one number per feature), but has length 3");
    }

    @Test
    void weightsCount() {
        double[][] x = {{1, 0.6}, {0, 0.8}, {5, 5}};
        Dataset data = Dataset.of(x, 0, 0, 0).withWeights(1, 1, 1e-300);

        assertThat(QrLeastSquares.condition(
                        risk(data, new SquaredLoss()).design().orElseThrow(), new double[2]))
                .isCloseTo(1.25, within(ROUNDING));
    }
}
