package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Row;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.penalty.L2Penalty;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LinearModelTest {

    private static final Dataset LINE =
            Dataset.of(new double[][] {{1}, {2}, {4}}, 5, 7, 11).withNames("x");

    @Test
    void aLineIsFound() {
        LinearModel model = LinearModel.with(new SquaredLoss()).fit(LINE);

        assertThat(model.coefficient("x")).isCloseTo(2, org.assertj.core.data.Offset.offset(1e-14));
        assertThat(model.intercept()).isCloseTo(3, org.assertj.core.data.Offset.offset(1e-14));
        assertThat(model.predict(10)).isCloseTo(23, org.assertj.core.data.Offset.offset(1e-13));
        assertThat(model.toString().lines().toList())
                .containsExactly(
                        "LinearModel with SquaredLoss, CONVERGED", "       3.00000  intercept", "       2.00000  x");
    }

    @Test
    void twoClassesHaveComplementaryProbabilities() {
        Dataset data = Sets.irisPair();
        LinearModel model =
                LinearModel.with(new LogisticLoss()).penalty(L2Penalty.of(0.01)).fit(data);

        double[] p = model.predict(data);
        double[][] probabilities = model.probabilities(data);

        assertThat(model.classNames()).containsExactly("versicolor", "virginica");
        assertThat(probabilities[1]).isEqualTo(p);
        for (int i = 0; i < p.length; i++) {
            Row row = data.row(i);
            assertThat(probabilities[0][i]).isEqualTo(1 - p[i]);
            assertThat(model.predict(row)).isEqualTo(p[i]);
            assertThat(model.probabilities(row)).containsExactly(1 - p[i], p[i]);
            assertThat(model.predictedClass(row)).isEqualTo(p[i] > 0.5 ? "virginica" : "versicolor");
            assertThat(model.predictedClasses(data).get(i)).isEqualTo(model.predictedClass(row));
        }
    }

    @Test
    void severalClassesHaveProbabilitiesThatSumToOne() {
        Dataset data = Sets.iris();
        LinearModel model =
                LinearModel.with(new SoftmaxLoss(3)).penalty(L2Penalty.of(0.01)).fit(data);

        double[][] probabilities = model.probabilities(data);
        int right = 0;
        for (int i = 0; i < data.size(); i++) {
            double sum = probabilities[0][i] + probabilities[1][i] + probabilities[2][i];
            assertThat(Math.abs(sum - 1)).isLessThanOrEqualTo(4 * Math.ulp(1.0));
            String name =
                    data.schema().classNames().get((int) data.targets().get(0).at(i));
            right += model.predictedClasses(data).get(i).equals(name) ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(144); // 6 of 150 wrong at most, as any logistic regression of this set
    }

    @Test
    void classesWithoutNamesAreCalledByTheirCodes() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}, {2.5}}, 0, 0, 1, 1);

        LinearModel model =
                LinearModel.with(new LogisticLoss()).penalty(L2Penalty.of(0.1)).fit(data);

        assertThat(model.predictedClass(data.row(0))).isEqualTo("0");
    }

    @Test
    void softLabelsAreFitted() {
        Dataset data = Dataset.of(new double[][] {{0}, {0}, {1}, {1}}, 0.2, 0.4, 0.6, 0.9);

        LinearModel model = LinearModel.with(new LogisticLoss()).fit(data);

        assertThat(model.predict(0)).isCloseTo(0.3, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(model.predict(1)).isCloseTo(0.75, org.assertj.core.data.Offset.offset(1e-9));
    }

    /** With offset log t, a Poisson model of counts is one of rates: doubling the exposure doubles the prediction. */
    @Test
    void offsetsAreAddedToScores() {
        double[] exposure = {1, 2, 4, 8, 3, 5};
        double[] counts = {2, 5, 7, 20, 4, 13};
        double[] offset = new double[6];
        for (int i = 0; i < 6; i++) {
            offset[i] = Math.log(exposure[i]);
        }
        Dataset data = Dataset.of(new double[][] {{0}, {1}, {0}, {1}, {0}, {1}}, counts)
                .withOffsets(offset);

        LinearModel model = LinearModel.with(new PoissonLoss()).fit(data);

        double rate0 = (2.0 + 7 + 4) / (1 + 4 + 3);
        assertThat(model.predict(0)).isCloseTo(rate0, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(model.predict(data)[2]).isCloseTo(4 * rate0, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(model.explain(data, 2, 0).value()).isEqualTo(model.scores(data)[0][2]);
    }

    @Test
    void columnsAreFoundByName() {
        Dataset data = Sets.read("mtcars", "mpg", "wt", "hp");
        LinearModel model = LinearModel.with(new SquaredLoss()).fit(data);

        assertThat(model.predict(Sets.read("mtcars", "mpg", "hp", "wt"))).isEqualTo(model.predict(data));
        assertThat(model.scores(Sets.read("mtcars", "mpg", "hp", "wt").row(3))).isEqualTo(model.scores(data.row(3)));
    }

    @Test
    void whatIsHandedOutIsACopy() {
        LinearModel model = LinearModel.with(new SquaredLoss()).fit(LINE);
        model.coefficients()[0][0] = 99;
        model.intercepts()[0] = 99;

        assertThat(model.predict(10)).isCloseTo(23, org.assertj.core.data.Offset.offset(1e-13));
    }

    @Test
    void matricesOfNd4jGoInAndOut() {
        INDArray x = Nd4j.createFromArray(new double[][] {{1, 2}, {2, 1}, {4, 3}, {0, 5}});
        INDArray y = Nd4j.createFromArray(5.0, 7.0, 11.0, 4.0);

        LinearModel model = LinearModel.with(new SquaredLoss()).fit(Dataset.fromNd4j(x, y));
        INDArray w = model.coefficientsNd4j();

        assertThat(w.shape()).containsExactly(1, 2);
        assertThat(w.getDouble(0, 1)).isEqualTo(model.coefficients()[0][1]);
        assertThat(model.predict(Dataset.fromNd4j(x))).hasSize(4);
    }
}
