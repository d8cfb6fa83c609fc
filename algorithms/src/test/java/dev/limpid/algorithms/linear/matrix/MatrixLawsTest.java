package dev.limpid.algorithms.linear.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.algorithms.linear.matrix.Cells.Cell;
import dev.limpid.algorithms.linear.matrix.LossAxis.LossLevel;
import dev.limpid.algorithms.linear.matrix.Outcome.Fitted;
import dev.limpid.algorithms.linear.matrix.PenaltyAxis.PenaltyLevel;
import dev.limpid.algorithms.linear.matrix.Setting.Storage;
import dev.limpid.core.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Laws that hold between cells, on samples that go round the matrix. */
class MatrixLawsTest {

    /** Problems from one of a sample to the next; it has no factor in common with the numbers of losses and penalties. */
    private static final int STRIDE = 29;

    private final Cells cells = new Cells();

    /** One cell of each problem of the sample, another optimizer each time. */
    @Test
    void twoThreadsMakeTheBitsOfOne() {
        int compared = 0;
        for (int k = 0; k * STRIDE < cells.problems(); k++) {
            List<Cell> fits = cells.of(k * STRIDE);
            for (int at : new int[] {0, k % fits.size(), fits.size() - 1}) {
                Cell cell = fits.get(at);
                Outcome one = Outcome.of(cell.problem(), cell.spec());
                Outcome two = Outcome.of(cell.problem(), cell.spec().threads(2));
                if (one instanceof Fitted fitted) {
                    assertThat(two).as(cell.toString()).isInstanceOfSatisfying(Fitted.class, other -> {
                        assertThat(other.theta()).containsExactly(fitted.theta());
                        assertThat(other.stop()).isEqualTo(fitted.stop());
                    });
                    compared++;
                } else {
                    assertThat(two).as(cell.toString()).isEqualTo(one);
                }
            }
        }
        assertThat(compared).isGreaterThan(cells.problems() / STRIDE);
    }

    /** A row of weight 2 counts as two rows: the least F is the same. */
    @Test
    void weightTwoIsTheRowTwice() {
        for (Problem problem : convexSample(Storage.FLOAT64)) {
            double[] twice = IntStream.range(0, SmallData.ROWS)
                    .mapToDouble(i -> i % 3 == 0 ? 2 : 1)
                    .toArray();
            int[] rows = IntStream.concat(
                            IntStream.range(0, SmallData.ROWS),
                            IntStream.iterate(0, i -> i < SmallData.ROWS, i -> i + 3))
                    .toArray();
            PlainObjective f = objective(problem, twice);

            double weighted = f.value(theta(problem, problem.data().data().withWeights(twice)));
            double repeated = f.value(theta(problem, problem.data().data().select(rows)));

            assertThat(repeated).as(problem.toString()).isCloseTo(weighted, close(weighted));
        }
    }

    /** The three kinds of storage hold the same numbers. */
    @Test
    void storageMakesNoDifference() {
        for (Problem problem : convexSample(Storage.FLOAT64)) {
            double value =
                    problem.objective().value(theta(problem, problem.data().data()));
            for (Storage storage : new Storage[] {Storage.FLOAT32, Storage.CSR}) {
                Problem other = Problem.of(problem.loss(), problem.penaltyLevel(), stored(problem.setting(), storage));

                assertThat(problem.objective().value(theta(other, other.data().data())))
                        .as(other.toString())
                        .isCloseTo(value, close(value));
            }
        }
    }

    private static Offset<Double> close(double value) {
        return within(Judge.CLOSE * Math.abs(value));
    }

    private static Setting stored(Setting setting, Storage storage) {
        return new Setting(storage, setting.weighted(), setting.offset(), setting.intercept());
    }

    /** Convex problems without kinks, which the model's own choice solves, with and without offsets and intercepts. */
    private static List<Problem> convexSample(Storage storage) {
        List<Problem> sample = new ArrayList<>();
        int levels = LossAxis.LEVELS.size() * PenaltyAxis.LEVELS.size();
        for (int k = 0; k * STRIDE < levels; k++) {
            LossLevel loss = LossAxis.LEVELS.get(k * STRIDE / PenaltyAxis.LEVELS.size());
            PenaltyLevel penalty = PenaltyAxis.LEVELS.get(k * STRIDE % PenaltyAxis.LEVELS.size());
            Problem problem = Problem.of(loss, penalty, new Setting(storage, false, k % 2 == 0, k % 4 < 2));
            if (problem.isConvex() && problem.isSmooth()) {
                sample.add(problem);
            }
        }
        assertThat(sample).hasSizeGreaterThan(10);
        return sample;
    }

    private static PlainObjective objective(Problem problem, double[] w) {
        SmallData data = problem.data();
        SmallData weighted = new SmallData(
                data.x(),
                data.y(),
                w,
                data.offsets(),
                data.groups(),
                data.data().withWeights(w));
        return new PlainObjective(weighted, problem.loss().loss(), problem.penalty(), problem.hasIntercept());
    }

    private static double[] theta(Problem problem, Dataset data) {
        LinearSpec spec = problem.spec();
        LinearModel model = spec.fit(data);
        return problem.theta(model);
    }
}
