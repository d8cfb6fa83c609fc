package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.SharedData;
import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.variance.Sdca;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.NoPenalty;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sparse rows with a ridge: what is chosen, that nothing is copied, and the minimum of liblinear. */
class LinearSparseTest {

    private static final int N = 400;

    private static final int D = 350; // more than a matrix is made for

    private static final Dataset DATA = data(new SplittableRandom(11));

    /** Rows of length 1 of four cells. */
    private static Dataset data(SplittableRandom random) {
        int[] starts = IntStream.rangeClosed(0, N).map(i -> 4 * i).toArray();
        int[] indices = new int[4 * N];
        double[] values = new double[4 * N];
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            int[] columns = random.ints(0, D).distinct().limit(4).sorted().toArray();
            for (int c = 0; c < 4; c++) {
                indices[4 * i + c] = columns[c];
                values[4 * i + c] = 0.5;
                y[i] += columns[c] % 3 - 1;
            }
            y[i] = y[i] + random.nextGaussian() > 0 ? 1 : 0;
        }
        return Dataset.of(Rows.sparse(D, starts, indices, values), Missing.REFUSE, y);
    }

    private static Facts facts(Loss loss, double strength, int parameters) {
        return Facts.of(loss, L2Penalty.of(strength), 1000, parameters);
    }

    private static void assertChoice(Facts facts, String optimizer, String reason) {
        Choice choice = Choice.of(facts);
        assertThat(choice.optimizer().name()).isEqualTo(optimizer);
        assertThat(choice.reason()).isEqualTo(reason);
    }

    @Test
    void manySparseColumnsWithAStrongPenaltyGetSdca() {
        RowSizes unit = new RowSizes(75, 1);
        for (Loss loss : List.of(new LogisticLoss(), new SquaredHingeLoss(), new SquaredLoss())) {
            assertChoice(
                    facts(loss, 1e-3, 301).sparse(false, unit),
                    "Sdca",
                    "rows are sparse, 301 parameters make a large matrix, and the penalty is strong enough for the dual");
        }
        assertChoice(
                facts(new HingeLoss(), 1e-3, 301).sparse(false, unit),
                "Sdca",
                "the loss has kinks, its dual has none, and each coefficient has its own ridge");
    }

    @Test
    void aWeakPenaltyOrAnInterceptGetsTron() {
        String reason =
                "rows are sparse, 301 parameters make a large matrix, and products with it take no more than a gradient";
        for (Loss loss : List.of(new LogisticLoss(), new PoissonLoss(), new SquaredLoss())) {
            assertChoice(facts(loss, 1e-3, 301).sparse(false, new RowSizes(75, 4.5)), "Tron", reason);
            assertChoice(facts(loss, 1e-3, 301).sparse(true, new RowSizes(75, 1)), "Tron", reason);
        }
    }

    @Test
    void denseRowsNoRidgeOrASecondDerivativeThatJumpsGetLbfgs() {
        String reason = "loss and penalty are smooth, and 301 parameters make a large matrix";
        RowSizes unit = new RowSizes(75, 1);

        assertChoice(facts(new LogisticLoss(), 1e-3, 301), "Lbfgs", reason);
        assertChoice(Facts.of(new LogisticLoss(), NoPenalty.of(), 1000, 301).sparse(true, unit), "Lbfgs", reason);
        assertChoice(facts(new SquaredHingeLoss(), 1e-3, 301).sparse(true, unit), "Lbfgs", reason);
    }

    @Test
    void aMatrixIsCheapWhereRowsHaveFewCells() {
        Facts many = Facts.of(new LogisticLoss(), L2Penalty.of(1e-3), 30_000, 124);

        assertThat(Choice.of(many).optimizer().name()).isEqualTo("Lbfgs");
        assertChoice(
                many.sparse(false, new RowSizes(14, 14)),
                "MajorizeMinimize",
                "the loss has curvature, and 124 parameters make a small matrix");
    }

    @Test
    void sizesAreThoseOfTheRows() {
        RowSizes sizes = RowSizes.of(DATA.features());

        assertThat(sizes).isEqualTo(new RowSizes(4, 1));
        assertThat(RowSizes.UNKNOWN.isKnown()).isFalse();
    }

    @Test
    void rowsStayAsTheyLieWhereNothingIsToBeChanged() {
        Encoding encoding = new Encoding(DATA.schema());
        Design design = LinearFit.design(spec(new LogisticLoss()), DATA, encoding);

        assertThat(design.isIdentity()).isTrue();
        assertThat(design.encode(DATA).features()).isSameAs(DATA.features());

        Design ridge = LinearFit.design(spec(new LogisticLoss()).optimizer(Lbfgs.defaults()), DATA, encoding);

        assertThat(ridge.encode(DATA).features()).isSameAs(DATA.features());

        Design scaled = LinearFit.design(spec(new LogisticLoss()).penalty(L2Penalty.of(0)), DATA, encoding);

        assertThat(scaled.isIdentity()).isFalse();
        assertThat(scaled.encode(DATA).features()).isNotSameAs(DATA.features());
    }

    @Test
    void aRidgeLeavesSparseColumnsAsTheyAreUnlessTheirUnitsDiffer() {
        assertThat(scales(1e6)).containsExactly(1, 1);
        assertThat(scales(2e6)).isEqualTo(new double[] {0.5, 0x1p19}); // deviations are 0.5 and 10⁶
    }

    /** The scales of two columns, one with the cells 0 and 1, one with 0 and another number. */
    private static double[] scales(double cell) {
        int[] starts = {0, 1, 2, 3, 4};
        Rows rows = Rows.sparse(2, starts, new int[] {0, 0, 1, 1}, new double[] {1, 1, cell, cell});
        Dataset data = Dataset.of(rows, Missing.REFUSE, new double[] {0, 1, 0, 1});
        LinearSpec spec = LinearModel.with(new LogisticLoss()).penalty(L2Penalty.of(1));
        return LinearFit.design(spec, data, new Encoding(data.schema())).scales(1);
    }

    private static LinearSpec spec(Loss loss) {
        return LinearModel.with(loss).penalty(L2Penalty.of(1.0 / N)).intercept(false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smooth")
    void theChosenOptimizerReachesTheMinimumOfLbfgs(ScalarLoss loss) {
        LinearModel model = spec(loss).fit(DATA);
        LinearModel other = spec(loss).optimizer(Lbfgs.defaults()).fit(DATA);

        assertThat(model.recipe().toString())
                .contains("Sdca", "because rows are sparse, 350 parameters make a large matrix");
        double least = objective(loss, DATA, other, 1.0 / N);
        assertThat(objective(loss, DATA, model, 1.0 / N)).isCloseTo(least, within(1e-8 * least));
    }

    static Stream<ScalarLoss> smooth() {
        return Stream.of(new LogisticLoss(), new SquaredHingeLoss(), new SquaredLoss());
    }

    /** The mean loss plus the ridge, from raw coefficients. */
    private static double objective(ScalarLoss loss, Dataset data, LinearModel model, double strength) {
        double[] w = model.coefficients()[0];
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            sum += loss.value(data.targets().get(0).at(i), data.features().dot(i, w));
        }
        double square = Arrays.stream(w).map(x -> x * x).sum();
        return sum / data.size() + strength / 2 * square;
    }

    static Stream<Arguments> ofLiblinear() {
        return Stream.of(
                Arguments.of(new LogisticLoss(), LR, null),
                Arguments.of(new LogisticLoss(), LR, Sdca.defaults()),
                Arguments.of(new SquaredHingeLoss(), SVC, null));
    }

    /** C = 1, no bias, by TRON and by dual coordinate descent of liblinear-java 2.44 with tolerances of 1e-9 and 1e-7. */
    private static final double LR = 0.32337958246484566;

    private static final double SVC = 0.4220508370251195;

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("ofLiblinear")
    void theMinimumOnA9aIsThatOfLiblinear(ScalarLoss loss, double minimum, Optimizer<?> optimizer) throws IOException {
        Dataset data = a9a();
        double strength = 1.0 / data.size();
        LinearSpec spec = LinearModel.with(loss).penalty(L2Penalty.of(strength)).intercept(false);

        LinearModel model = (optimizer == null ? spec : spec.optimizer(optimizer)).fit(data);

        assertThat(objective(loss, data, model, strength)).isCloseTo(minimum, within(1e-8 * minimum));
    }

    private static Dataset a9a() throws IOException {
        List<String> lines;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.path("a9a/a9a_train.libsvm.gz"))),
                StandardCharsets.US_ASCII))) {
            lines = in.lines().toList();
        }
        int[] starts = new int[lines.size() + 1];
        double[] y = new double[lines.size()];
        IntStream.Builder indices = IntStream.builder();
        for (int i = 0; i < y.length; i++) {
            String[] words = lines.get(i).trim().split(" ", -1);
            y[i] = Double.parseDouble(words[0]) > 0 ? 1 : 0;
            starts[i + 1] = starts[i] + words.length - 1;
            for (int k = 1; k < words.length; k++) {
                indices.add(Integer.parseInt(words[k].substring(0, words[k].indexOf(':'))) - 1); // all values are 1
            }
        }
        double[] ones = new double[starts[y.length]];
        Arrays.fill(ones, 1);
        return Dataset.of(Rows.sparse(123, starts, indices.build().toArray(), ones), Missing.REFUSE, y);
    }
}
