package dev.limpid.algorithms.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Row;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Schema;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.ranking.BprLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.training.Step;
import dev.limpid.core.update.adaptive.Adam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorizationMachineTest {

    private static final int USERS = 30;
    private static final int ITEMS = 20;

    /** Rounding of some dozen additions of numbers of size 10. */
    private static final double ROUNDING = 1e-12;

    private static HypothesisSpec<FactorizationMachine> machine(Loss loss, int factors) {
        return FactorizationMachine.with(loss, factors)
                .penalty("weights", L2Penalty.of(1e-3))
                .penalty("factors", L2Penalty.of(1e-3));
    }

    /** Tastes: y = 3 + ⟨pᵤ, qᵢ⟩ + noise of 0.1, with two hidden tastes; some of the pairs are seen. */
    private static Dataset ratings(int n, long seed) {
        SplittableRandom tastes = new SplittableRandom(1);
        double[][] p = new double[USERS][2];
        double[][] q = new double[ITEMS][2];
        for (double[][] side : List.of(p, q)) {
            for (double[] row : side) {
                Arrays.setAll(row, k -> tastes.nextGaussian());
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[n][2];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            int user = random.nextInt(USERS);
            int item = random.nextInt(ITEMS);
            x[i] = new double[] {user, item};
            y[i] = 3 + p[user][0] * q[item][0] + p[user][1] * q[item][1] + 0.1 * random.nextGaussian();
        }
        return Dataset.of(Rows.dense(x), schema(), Missing.REFUSE, y);
    }

    private static Schema schema() {
        return new Schema(
                List.of(Column.categorical("user", levels(USERS)), Column.categorical("item", levels(ITEMS))),
                List.of("rating"),
                List.of());
    }

    private static List<String> levels(int n) {
        return java.util.stream.IntStream.range(0, n)
                .mapToObj(Integer::toString)
                .toList();
    }

    static double rmse(double[] predictions, Dataset data) {
        double sum = 0;
        for (int i = 0; i < predictions.length; i++) {
            double r = predictions[i] - data.targets().get(0).at(i);
            sum += r * r;
        }
        return Math.sqrt(sum / predictions.length);
    }

    @Test
    void interactionsAreFoundThatALinearModelCannotHave() {
        Dataset seen = ratings(400, 2);
        Dataset fresh = ratings(1000, 3);

        FactorizationMachine machine = machine(new SquaredLoss(), 2).fit(seen);
        LinearModel line =
                LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(1e-3)).fit(seen);

        double ofMachine = rmse(machine.predict(fresh), fresh);
        double ofLine = rmse(line.predict(fresh), fresh);
        System.out.printf(
                Locale.ROOT,
                "400 of 600 pairs, noise 0.1: RMSE on others %.3f with interactions, %.3f linear; %d steps, %s%n",
                ofMachine,
                ofLine,
                machine.trace().size(),
                machine.stopReason().kind());
        assertThat(ofMachine).isLessThan(0.35);
        assertThat(ofLine).isGreaterThan(1.2);
    }

    /** Twelve rows by a rule, so that another tool can have them too. */
    private static Dataset byRule(boolean classes) {
        double[][] x = new double[12][4];
        double[] y = new double[12];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 4; j++) {
                x[i][j] = ((3 * i + 5 * j + i * j) % 7 - 3) / 2.0;
            }
            double target = ((5 * i * i + 3 * i) % 11 - 5) / 2.0;
            y[i] = classes ? (target > 0 ? 1 : 0) : target;
        }
        return Dataset.of(x, y);
    }

    /**
     * F as two nested loops over pairs in numpy 1.24.2, minimised by scipy 1.10.1 (BFGS with differences; the same minimum from 20 random
     * starts): λ = 0.01 on weights, 0.1 on factors, K = 2.
     */
    @ParameterizedTest(name = "classes: {0}")
    @ValueSource(booleans = {false, true})
    void theMinimumIsThatOfAnotherTool(boolean classes) {
        double[] start = new double[13];
        Arrays.setAll(start, j -> (7 * j % 5 - 2) / 10.0 + 0.05);
        FactorizationMachine model = FactorizationMachine.with(classes ? new LogisticLoss() : new SquaredLoss(), 2)
                .penalty("weights", L2Penalty.of(0.01))
                .penalty("factors", L2Penalty.of(0.1))
                .start(start)
                .optimizer(Lbfgs.defaults().withTolerance(1e-9))
                .fit(byRule(classes));

        double objective = model.trace().last().objective();
        double before = model.trace().steps().get(0).numbers().getOrDefault(Step.BEFORE, Double.NaN);
        double[] f = model.scores(byRule(classes))[0];

        assertThat(before).isCloseTo(classes ? 0.781294694358033 : 1.7979283854166666, within(1e-14));
        assertThat(objective).isCloseTo(classes ? 0.4050632516823279 : 0.7095087470106521, within(1e-12));
        assertThat(Arrays.copyOf(f, 4))
                .containsExactly(
                        classes
                                ? new double[] {-1.30241127, -0.69495523, -4.60708700, -0.78012812}
                                : new double[] {-1.78041469, 0.07113106, -0.74979488, 0.31687714},
                        within(1e-5));
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() {
        Dataset data = ratings(10_000, 4);
        HypothesisSpec<FactorizationMachine> spec =
                machine(new SquaredLoss(), 3).seed(5).maxIterations(20);

        double[][] one = spec.threads(1).fit(data).factors();

        assertThat(spec.threads(2).fit(data).factors()).isDeepEqualTo(one);
        assertThat(spec.seed(6).fit(data).factors()[0]).isNotEqualTo(one[0]);
        HypothesisSpec<FactorizationMachine> adam =
                spec.optimizer(new Stochastic(Adam.withLearningRate(0.01), ShuffledSampler.of(100)));
        assertThat(adam.threads(2).fit(data).factors())
                .isDeepEqualTo(adam.threads(1).fit(data).factors());
    }

    @Test
    void aWeightOfTwoIsTheRowTwice() {
        Dataset data = ratings(60, 5);
        double[] weights = new double[60];
        int[] repeated = new int[90];
        for (int i = 0, k = 0; i < 60; i++) {
            weights[i] = i % 2 + 1;
            for (int times = 0; times < weights[i]; times++) {
                repeated[k++] = i;
            }
        }
        HypothesisSpec<FactorizationMachine> spec = machine(new SquaredLoss(), 2);

        double[] weighted = spec.fit(data.withWeights(weights)).predict(data);
        double[] twice = spec.fit(data.select(repeated)).predict(data);

        assertThat(weighted).containsExactly(twice, within(1e-4)); // where L-BFGS stops
    }

    @Test
    void sparseAndDenseRowsGiveTheSameMachine() {
        double[][] x = new double[50][3];
        double[] y = new double[50];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 50; i++) {
            x[i] = new double[] {random.nextInt(4), random.nextInt(3), random.nextInt(2)}; // codes 0 aren't stored
            y[i] = x[i][1] * x[i][2] + (x[i][0] == 0 ? 1 : 0);
        }
        Schema schema = new Schema(
                List.of(
                        Column.categorical("kind", levels(4)),
                        Column.numeric("size"),
                        Column.categorical("side", levels(2))),
                List.of("y"),
                List.of());
        Dataset dense = Dataset.of(Rows.dense(x), schema, Missing.REFUSE, y);
        Dataset sparse = Dataset.of(sparse(x), schema, Missing.REFUSE, y);

        FactorizationMachine ofDense = machine(new SquaredLoss(), 2).fit(dense);
        FactorizationMachine ofSparse = machine(new SquaredLoss(), 2).fit(sparse);

        assertThat(ofSparse.weights()).isEqualTo(ofDense.weights());
        assertThat(ofSparse.factors()).isDeepEqualTo(ofDense.factors());
        assertThat(ofSparse.scores(sparse)).isDeepEqualTo(ofDense.scores(dense));
        assertThat(ofDense.scores(dense)[0][9]).isEqualTo(ofDense.scores(dense.row(9))[0]);
        assertThat(ofDense.featureNames())
                .containsExactly("kind = 0", "kind = 1", "kind = 2", "kind = 3", "size", "side = 0", "side = 1");
    }

    private static Rows sparse(double[][] x) {
        int[] starts = new int[x.length + 1];
        int[] indices = new int[x.length * x[0].length];
        double[] values = new double[indices.length];
        int size = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                if (x[i][j] != 0) {
                    indices[size] = j;
                    values[size++] = x[i][j];
                }
            }
            starts[i + 1] = size;
        }
        return Rows.sparse(x[0].length, starts, Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    /** Two features whose vectors are (1) and (2): f = 3 + 10·size + 100·[red] + 2·size·[red]. */
    private static FactorizationMachine known() {
        Schema schema = new Schema(
                List.of(Column.numeric("size"), Column.categorical("colour", List.of("red", "blue"))),
                List.of("y"),
                List.of());
        Dataset data =
                Dataset.of(Rows.dense(new double[][] {{1, 0}, {2, 1}}), schema, Missing.REFUSE, new double[] {1, 2});
        return FactorizationMachine.with(new SquaredLoss(), 1)
                .start(10, 100, 0, 3, 1, 2, 0)
                .begin(data)
                .model(); // before the first step
    }

    @Test
    void anExplanationReadsAsArithmetic() {
        FactorizationMachine model = known();

        Explanation explanation = model.explain(Row.of(model.schema(), 5, 0));

        assertThat(explanation.toString()).isEqualTo("""
                     163.000  score, sum of:
                       3.00000  intercept
                       150.000  features by themselves, sum of:
                        50.00000  size = 5
                         100.000  colour = red
                      10.00000  features with the others, half of each pair, sum of:
                         5.00000  size = 5
                         5.00000  colour = red\
                """);
        assertThat(model.interaction("size", "colour = red")).isEqualTo(2);
        assertThat(model.interaction("size", "colour = blue")).isZero();
        assertThat(model.intercept()).isEqualTo(3);
    }

    @Test
    void explanationsOfAllRowsAddUp() {
        Dataset data = ratings(200, 6);
        FactorizationMachine model =
                machine(new SquaredLoss(), 3).maxIterations(50).fit(data);

        for (int i = 0; i < data.size(); i++) {
            Explanation explanation = model.explain(data.row(i));
            assertThat(explanation.value()).isEqualTo(model.scores(data)[0][i]);
            assertThat(explanation.recompute()).isCloseTo(explanation.value(), within(ROUNDING));
        }
    }

    @Test
    void itRanksPairsOfItems() {
        Dataset rated = ratings(600, 8);
        int[] groups = new int[600];
        double[] liked = new double[600];
        for (int i = 0; i < 600; i++) {
            groups[i] = (int) rated.features().get(i, 0);
            liked[i] = rated.targets().get(0).at(i) > 3 ? 1 : 0;
        }
        Dataset data = rated.withTargets(liked).withGroups(groups);

        FactorizationMachine model =
                machine(new BprLoss(), 2).maxIterations(200).fit(data);

        double[] f = model.scores(rated)[0];
        int right = 0;
        int pairs = 0;
        for (int i = 0; i < 600; i++) {
            for (int j = 0; j < 600; j++) {
                if (groups[i] == groups[j] && liked[i] > liked[j]) {
                    pairs++;
                    right += f[i] > f[j] ? 1 : 0;
                }
            }
        }
        assertThat((double) right / pairs).isGreaterThan(0.97);
        assertThat(model.intercept()).isCloseTo(0, within(ROUNDING)); // a shift of all scores makes no difference
    }

    @Test
    void theOptimizerIsChosenByTheLengthOfAPass() {
        Facts facts = new Facts(false, Dataset.of(new double[][] {{1, 2}, {0, 3}}, 1, 2), 9); // three cells

        assertThat(new Machine(300, 0.1).chooseSmooth(facts).optimizer()).isEqualTo(Lbfgs.defaults());
        assertThat(new Machine(300, 0.1).chooseSmooth(facts).reason())
                .isEqualTo("loss and penalties are smooth, and 3 cells with 300 factors make a short pass");
        assertThat(new Machine(400_000_000, 0.1).chooseSmooth(facts).optimizer())
                .isInstanceOf(Stochastic.class);
        assertThat(new Machine(400_000_000, 0.1).chooseSmooth(facts).reason())
                .isEqualTo("3 cells with 400000000 factors make a long pass, so that batches get further");
        assertThat(machine(new SquaredLoss(), 2).fit(ratings(50, 1)).recipe().toString())
                .contains("optimizer: Lbfgs")
                .contains("because loss and penalties are smooth, and 100 cells with 2 factors make a short pass");
    }

    @Test
    void theRecipeNamesTheParts() {
        assertThat(machine(new LogisticLoss(), 4).recipe().toString()).startsWith("""
                FactorizationMachine(seed = 0): F(θ) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, f_θ(xᵢ)) + 0.001/2·‖weights‖² + 0.001/2·‖factors‖²
                  hypothesis: FactorizationHypothesis(factors = 4, deviation = 0.1): f = b + Σⱼ wⱼ·xⱼ + Σ_{j<l} ⟨vⱼ, vₗ⟩·xⱼ·xₗ
                """);
    }

    @Test
    void whatCannotBeFittedIsRefusedInASentence() {
        assertThatThrownBy(() -> FactorizationMachine.with(new SoftmaxLoss(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "FactorizationMachine needs a loss of one score a row, but SoftmaxLoss has 3: fit one machine for"
                                + " each class against the rest, with LogisticLoss");
        assertThatThrownBy(() -> FactorizationMachine.with(new SquaredLoss(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("factors must be >= 1, but was 0");
        FactorizationMachine model = known();
        assertThatThrownBy(() -> model.interaction("size", "colour"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature must be one of featureNames() such as 'size', but was 'colour'");
        assertThatThrownBy(() -> model.explain(Row.of(model.schema(), 5, 0), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("output must be in [0, 1), but was 1");
        assertThatThrownBy(() -> model.predict(Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "FactorizationMachine needs complete cells, but column 'size' has a missing cell: fill them with an"
                                + " Imputer, or use GradientBoosting, which takes them as they are");
    }
}
