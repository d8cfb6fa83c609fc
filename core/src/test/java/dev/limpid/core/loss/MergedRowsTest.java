package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Values;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MergedRowsTest {

    /** Logistic without the closed form of its best shift. */
    private static final FormulaLoss LOGISTIC = (y, f) -> f.softplus().minus(f.times(y));

    @Test
    void aKindOfRowsIsOneRowWithTheSumOfTheWeights() {
        Sample sample =
                Sample.of(new double[] {1, 0, 1, 1}, new double[] {2, 2, 2, 3}, new double[] {1, 10, 100, 1000});

        Sample merged = MergedRows.of(sample);

        assertThat(merged.targets().get(0).toArray()).containsExactly(1, 0, 1);
        assertThat(merged.scores().get(0).toArray()).containsExactly(2, 2, 3);
        assertThat(merged.weights().toArray()).containsExactly(101, 10, 1000);
    }

    @Test
    void rowsThatDifferInOneOfSeveralTargetsOrScoresAreKeptApart() {
        Values a = Values.of(1, 1, 1, 1);
        Values b = Values.of(0, 5, 0, 0);
        Values c = Values.of(7, 7, 7, 8);

        assertThat(MergedRows.of(new Sample(List.of(a, b), List.of(c), Values.constant(1, 4)))
                        .weights()
                        .toArray())
                .containsExactly(2, 1, 1);
        assertThat(MergedRows.of(new Sample(List.of(a), List.of(b, c), Values.constant(1, 4)))
                        .weights()
                        .toArray())
                .containsExactly(2, 1, 1);
    }

    @Test
    void aSampleOfManyKindsStaysAsItIs() {
        double[] y = new SplittableRandom(1).doubles(17).toArray();
        Sample sample = Sample.of(y, new double[17], y);

        assertThat(MergedRows.of(sample)).isSameAs(sample);
    }

    @Test
    void theBestShiftOfClassesIsThatOfTheirShares() {
        int n = 10_000;
        double[] y = new double[n];
        java.util.Arrays.fill(y, 0, 2_500, 1);
        long[] calls = {0};
        FormulaLoss counted = (t, f) -> {
            calls[0]++;
            return LOGISTIC.formula(t, f);
        };
        Sample sample = Sample.of(y, new double[n], Values.constant(1, n).toArray());

        assertThat(counted.bestShift(sample)).isCloseTo(Math.log(1.0 / 3), within(1e-12));
        assertThat(calls[0]).isLessThan(n);
    }
}
