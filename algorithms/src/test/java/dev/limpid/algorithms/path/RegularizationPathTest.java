package dev.limpid.algorithms.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class RegularizationPathTest {

    private static final int ROWS = 60;

    private static final int COLUMNS = 150;

    private static LinearSpec squares() {
        return LinearModel.with(new SquaredLoss()).optimizer(new CoordinateDescent(1e-10));
    }

    private static LinearSpec logistic() {
        return LinearModel.with(new LogisticLoss()).optimizer(new CoordinateDescent(1e-10));
    }

    @Test
    void allCoefficientsAreZeroAtTheFirstStrengthAndNotJustBelow() {
        for (DoubleFunction<Penalty> family : List.<DoubleFunction<Penalty>>of(
                L1Penalty::of, s -> ElasticNetPenalty.of(s, 0.3), s -> McpPenalty.of(s, 5))) {
            Dataset data = PathSets.wide(ROWS, COLUMNS);
            double largest = PathSpec.of(squares(), family).largestStrength(data);

            RegularizationPath path = PathSpec.of(squares(), family)
                    .strengths(largest, largest * 0.999)
                    .fit(data);

            assertThat(path.point(0).nonZero()).isZero();
            assertThat(path.point(0).explained()).isCloseTo(0, within(1e-14));
            assertThat(path.point(1).nonZero()).isPositive();
        }
    }

    @Test
    void theFirstStrengthOfALassoIsTheLargestCorrelation() {
        Dataset data = PathSets.wide(ROWS, COLUMNS);
        double[] y = data.targets().get(0).toArray();
        double mean = Arrays.stream(y).sum() / ROWS;
        double largest = 0;
        for (int j = 0; j < COLUMNS; j++) {
            double sum = 0;
            for (int i = 0; i < ROWS; i++) {
                sum += data.features().get(i, j) * (y[i] - mean) / ROWS;
            }
            largest = Math.max(largest, Math.abs(sum));
        }

        assertThat(PathSpec.of(squares(), L1Penalty::of).largestStrength(data))
                .isCloseTo(largest, within(1e-14 * ROWS));
    }

    /** A penalty of a user's own that has nothing but its value and prox. */
    private record Own(double strength) implements SeparablePenalty {
        @Override
        public double value(double x, int j) {
            return strength * Math.abs(x);
        }

        @Override
        public double prox(double z, int j, double step) {
            return Math.signum(z) * Math.max(0, Math.abs(z) - strength * step);
        }
    }

    @Test
    void aPenaltyOfOnesOwnHasThePathOfTheBuiltInOne() {
        Dataset data = PathSets.wide(ROWS, COLUMNS);

        RegularizationPath own = PathSpec.of(squares(), Own::new).points(10).fit(data);
        RegularizationPath builtIn =
                PathSpec.of(squares(), L1Penalty::of).points(10).fit(data);

        assertThat(own.strengths()).containsExactly(builtIn.strengths(), within(1e-14));
        for (int k = 0; k < 10; k++) {
            assertThat(own.model(k).coefficients()[0])
                    .containsExactly(builtIn.model(k).coefficients()[0], within(1e-7));
        }
    }

    @Test
    void pointsAreThoseOfFitsFromZero() {
        Dataset data = PathSets.wideClasses(ROWS, COLUMNS);
        RegularizationPath path =
                PathSpec.of(logistic(), L1Penalty::of).points(12).fit(data);

        for (int k = 0; k < path.size(); k += 3) {
            LinearModel cold =
                    logistic().penalty(L1Penalty.of(path.strengths()[k])).fit(data);
            assertThat(path.model(k).coefficients()[0]).containsExactly(cold.coefficients()[0], within(1e-6));
            assertThat(path.model(k).intercept()).isCloseTo(cold.intercept(), within(1e-6));
        }
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        Dataset data = PathSets.wide(ROWS, COLUMNS);

        RegularizationPath one =
                PathSpec.of(squares().threads(1), L1Penalty::of).points(10).fit(data);
        RegularizationPath two =
                PathSpec.of(squares().threads(2), L1Penalty::of).points(10).fit(data);

        assertThat(two.strengths()).isEqualTo(one.strengths());
        for (int k = 0; k < 10; k++) {
            assertThat(two.model(k).coefficients()).isDeepEqualTo(one.model(k).coefficients());
        }
    }

    @Test
    void aWeightOfTwoIsTheRowTwiceAndOneOfZeroNoRow() {
        Dataset data = PathSets.wide(ROWS, 20);
        double[] weights = IntStream.range(0, ROWS).mapToDouble(i -> i % 3).toArray();
        int[] repeated = IntStream.range(0, ROWS)
                .flatMap(i -> IntStream.generate(() -> i).limit(i % 3))
                .toArray();

        RegularizationPath weighted =
                PathSpec.of(squares(), L1Penalty::of).points(8).ratio(0.01).fit(data.withWeights(weights));
        RegularizationPath rows =
                PathSpec.of(squares(), L1Penalty::of).points(8).ratio(0.01).fit(data.select(repeated));

        for (int k = 0; k < 8; k++) {
            assertThat(weighted.model(k).coefficients()[0])
                    .containsExactly(rows.model(k).coefficients()[0], within(1e-8));
            assertThat(weighted.criterion(Criterion.BIC, k)).isCloseTo(rows.criterion(Criterion.BIC, k), within(1e-6));
        }
    }

    @Test
    void thePictureHasACurveForEachCoefficientThatIsEverIn() throws Exception {
        RegularizationPath path =
                PathSpec.of(squares(), L1Penalty::of).points(12).fit(PathSets.wide(ROWS, COLUMNS));
        long ever = IntStream.range(0, COLUMNS)
                .filter(j -> IntStream.range(0, 12).anyMatch(k -> path.model(k).coefficients()[0][j] != 0))
                .count();

        String svg = path.svg();

        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo((int) ever);
        assertThat(svg).contains("log₁₀ of the strength");
    }

    @Test
    void aLineIsPrintedForEachStrength() {
        RegularizationPath path =
                PathSpec.of(squares(), L1Penalty::of).points(3).fit(PathSets.wide(ROWS, 20));

        assertThat(path.toString().lines()).hasSize(4);
        assertThat(path.toString())
                .startsWith("    strength  non-zero  explained    objective  violation        gap  steps  stop\n")
                .contains("CONVERGED");
    }
}
