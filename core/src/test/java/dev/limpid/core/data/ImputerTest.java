package dev.limpid.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImputerTest {

    private static final double NAN = Double.NaN;
    private static final Dataset TRAIN = Dataset.of(
            Rows.dense(new double[][] {{1, 0, 5}, {NAN, 1, 5}, {2, 1, NAN}, {9, NAN, 5}, {2, 1, 6}}),
            new Schema(
                    List.of(Column.numeric("a"), Column.categorical("b", List.of("u", "v", "w")), Column.numeric("c")),
                    List.of(),
                    List.of()),
            Missing.KEEP);

    private static final List<Function<Dataset, Imputer>> ALL =
            List.of(Imputer::mean, Imputer::median, Imputer::mostFrequent);

    @Test
    void learnsItsStatisticOfEachColumnAndTheMostFrequentLevel() {
        assertThat(Imputer.mean(TRAIN)).hasToString("Imputer[mean: a = 3.5, b = v, c = 5.25]");
        assertThat(Imputer.median(TRAIN)).hasToString("Imputer[median: a = 2, b = v, c = 5]");
        assertThat(Imputer.mostFrequent(TRAIN)).hasToString("Imputer[most frequent: a = 2, b = v, c = 5]");
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMiddleOfTheTwoInTheMiddle() {
        assertThat(Imputer.median(Dataset.unlabeled(new double[][] {{4}, {1}, {2}, {9}}))
                        .values()
                        .get(0))
                .isEqualTo(3);
    }

    @Test
    void theSmallestOfEquallyFrequentCellsIsTaken() {
        assertThat(Imputer.mostFrequent(Dataset.unlabeled(new double[][] {{4}, {4}, {2}, {2}, {9}}))
                        .values()
                        .get(0))
                .isEqualTo(2);
    }

    @Test
    void fillsMissingCellsAndLeavesTheOthers() {
        for (Function<Dataset, Imputer> kind : ALL) {
            Imputer imputer = kind.apply(TRAIN);

            Dataset filled = imputer.apply(TRAIN);

            assertThat(filled.hasMissing()).isFalse();
            for (int i = 0; i < TRAIN.size(); i++) {
                for (int j = 0; j < 3; j++) {
                    double cell = TRAIN.features().get(i, j);
                    assertThat(filled.features().get(i, j))
                            .isEqualTo(Double.isNaN(cell) ? imputer.values().get(j) : cell);
                }
            }
        }
    }

    @Test
    void newRowsGetTheValuesOfTheTrainingRows() {
        Imputer imputer = Imputer.mean(TRAIN);
        Dataset fresh = Dataset.of(Rows.dense(new double[][] {{NAN, NAN, 100}}), Missing.KEEP);

        assertThat(imputer.apply(fresh).row(0)).hasToString("a = 3.5, b = v, c = 100");
        assertThat(imputer.apply(fresh.withFloatStorage()).features()).isInstanceOf(FloatTiles.class);
    }

    @Test
    void completeRowsAreLeftAlone() {
        Dataset complete = TRAIN.select(0, 4);

        assertThat(Imputer.mean(TRAIN).apply(complete)).isSameAs(complete);
    }

    @Test
    void aWeightOfTwoIsTheRowTwiceAndAWeightOfZeroNoRow() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] x = new double[50][4];
        double[] w = new double[50];
        for (int i = 0; i < 50; i++) {
            w[i] = random.nextInt(4);
            for (int j = 0; j < 4; j++) {
                x[i][j] = random.nextInt(5) == 0 ? NAN : random.nextInt(8);
            }
        }
        Dataset data = Dataset.of(Rows.dense(x), Missing.KEEP);
        int[] repeated = IntStream.range(0, 50)
                .flatMap(i -> IntStream.generate(() -> i).limit((int) w[i]))
                .toArray();

        for (Function<Dataset, Imputer> kind : ALL) {
            double[] weighted = kind.apply(data.withWeights(w)).values().toArray();
            double[] counted = kind.apply(data.select(repeated)).values().toArray();

            for (int j = 0; j < 4; j++) {
                double rounding = 4 * repeated.length * Math.ulp(counted[j]);
                assertThat(weighted[j]).isCloseTo(counted[j], within(rounding));
            }
        }
    }

    @Test
    void aColumnWithoutACellIsRefused() {
        Dataset empty = Dataset.of(Rows.dense(new double[][] {{1, NAN}, {2, NAN}}), Missing.KEEP);

        assertThatThrownBy(() -> Imputer.mean(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "column 'x1' must have a cell that isn't missing to learn from, but has none; drop the column");
    }
}
