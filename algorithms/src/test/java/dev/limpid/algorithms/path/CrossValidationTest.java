package dev.limpid.algorithms.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import dev.limpid.core.penalty.L1Penalty;
import java.io.StringReader;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class CrossValidationTest {

    private static PathSpec lasso(int threads) {
        return PathSpec.of(LinearModel.with(new SquaredLoss()).threads(threads), L1Penalty::of)
                .points(15)
                .ratio(0.01);
    }

    @Test
    void foldsPartTheRowsIntoSharesOfEqualSize() {
        Dataset data = PathSets.wide(53, 3);

        Folds folds = Folds.of(data, false, 5, 1);

        boolean[] seen = new boolean[53];
        for (int k = 0; k < 5; k++) {
            assertThat(folds.inside(k).length).isBetween(10, 11);
            assertThat(folds.inside(k).length + folds.outside(k).length).isEqualTo(53);
            for (int i : folds.inside(k)) {
                assertThat(seen[i]).isFalse();
                seen[i] = true;
            }
        }
        assertThat(Folds.of(data, false, 5, 1).inside(0)).isEqualTo(folds.inside(0));
        assertThat(Folds.of(data, false, 5, 2).inside(0)).isNotEqualTo(folds.inside(0));
    }

    @Test
    void eachFoldHasItsShareOfEachClass() {
        double[] y = IntStream.range(0, 60).mapToDouble(i -> i < 12 ? 1 : 0).toArray();
        Dataset data = Dataset.of(PathSets.cells(60, 2), y);

        Folds folds = Folds.of(data, true, 4, 3);

        for (int k = 0; k < 4; k++) {
            assertThat(Arrays.stream(folds.inside(k)).filter(i -> y[i] == 1).count())
                    .isEqualTo(3);
        }
    }

    @Test
    void rowsOfAGroupStayTogether() {
        int[] groups = IntStream.range(0, 40).map(i -> i / 4).toArray();
        Dataset data = PathSets.wide(40, 2).withGroups(groups);

        Folds folds = Folds.of(data, false, 5, 3);

        for (int k = 0; k < 5; k++) {
            assertThat(Arrays.stream(folds.inside(k))
                            .map(i -> groups[i])
                            .distinct()
                            .count())
                    .isEqualTo(2);
            assertThat(folds.inside(k)).hasSize(8);
        }
    }

    /** (1) and (2) by their definition: fits without a fold, and their squares on it. */
    @Test
    void theMeanLossIsThatOfFitsWithoutTheFold() {
        Dataset data = PathSets.wide(40, 10);
        ValidatedPath path = CrossValidation.of(lasso(1)).folds(4).seed(9).fit(data);
        Folds folds = Folds.of(data, false, 4, 9);
        double[] ms = new double[4];
        int k = 7;
        for (int f = 0; f < 4; f++) {
            LinearModel model = LinearModel.with(new SquaredLoss())
                    .penalty(L1Penalty.of(path.path().strengths()[k]))
                    .fit(data.select(folds.outside(f)));
            Dataset left = data.select(folds.inside(f));
            double[] z = model.predict(left);
            for (int i = 0; i < z.length; i++) {
                double r = left.targets().get(0).at(i) - z[i];
                ms[f] += r * r / 2 / z.length;
            }
        }
        double mean = Arrays.stream(ms).average().orElseThrow();
        double variance = Arrays.stream(ms).map(m -> (m - mean) * (m - mean)).sum() / 4 / 3;

        assertThat(path.meanLosses()[k]).isCloseTo(mean, within(1e-6));
        assertThat(path.standardErrors()[k]).isCloseTo(Math.sqrt(variance), within(1e-6));
    }

    @Test
    void theBestStrengthIsInsideAndTheSimplerOneAboveIt() {
        ValidatedPath path = CrossValidation.of(lasso(2)).folds(5).fit(PathSets.wide(80, 60));
        double[] mean = path.meanLosses();
        int best = path.best();
        int simple = path.oneStandardError();

        assertThat(best).isBetween(1, 14);
        assertThat(mean[best]).isEqualTo(Arrays.stream(mean).min().orElseThrow());
        assertThat(simple).isLessThanOrEqualTo(best);
        assertThat(mean[simple]).isLessThanOrEqualTo(mean[best] + path.standardErrors()[best]);
        assertThat(mean[simple - 1]).isGreaterThan(mean[best] + path.standardErrors()[best]);
        assertThat(path.model(best).coefficients())
                .isDeepEqualTo(path.path().model(best).coefficients());
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        Dataset data = PathSets.wide(50, 70);

        ValidatedPath one = CrossValidation.of(lasso(1)).folds(3).fit(data);
        ValidatedPath two = CrossValidation.of(lasso(2)).folds(3).fit(data);

        assertThat(two.meanLosses()).isEqualTo(one.meanLosses());
        assertThat(two.standardErrors()).isEqualTo(one.standardErrors());
    }

    @Test
    void classesAreChosenByTheirLoss() {
        PathSpec spec = PathSpec.of(LinearModel.with(new LogisticLoss()), L1Penalty::of)
                .points(10)
                .ratio(0.05);

        ValidatedPath path = CrossValidation.of(spec).folds(4).fit(PathSets.wideClasses(120, 20));

        assertThat(path.best()).isPositive();
        assertThat(path.meanLosses()[path.best()]).isLessThan(0.9 * path.meanLosses()[0]);
    }

    @Test
    void thePictureHasACurveAndABarForEachStrength() throws Exception {
        ValidatedPath path = CrossValidation.of(lasso(1)).folds(3).fit(PathSets.wide(50, 10));

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(path.svg())));

        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(1);
        var lines = document.getElementsByTagName("line");
        long bars = IntStream.range(0, lines.getLength())
                .filter(i -> lines.item(i)
                        .getAttributes()
                        .getNamedItem("stroke")
                        .getNodeValue()
                        .equals("#bbb"))
                .count();
        assertThat(bars).isEqualTo(15);
    }

    @Test
    void tooFewRowsGroupsAndClassesAreRefused() {
        Dataset data = PathSets.wide(8, 2);
        CrossValidation choice = CrossValidation.of(lasso(1));

        assertThatThrownBy(() -> choice.folds(1)).hasMessage("folds must be >= 2, but was 1");
        assertThatThrownBy(() -> choice.fit(data))
                .hasMessage("folds must be at most 8 (the number of rows of positive weight), but were 10");
        assertThatThrownBy(() -> choice.folds(3).fit(data.withGroups(0, 0, 0, 0, 1, 1, 1, 1)))
                .hasMessage("folds must be at most 2 (the number of groups), but were 3");
        PathSpec logistic = PathSpec.of(LinearModel.with(new LogisticLoss()), L1Penalty::of);
        assertThatThrownBy(() -> CrossValidation.of(logistic)
                        .folds(2)
                        .fit(data.withTargets(new double[] {1, 0, 0, 0, 0, 0, 0, 0})))
                .hasMessage(
                        "classes must have rows in two folds at least, but class 1.0 has one row: leave it out, or name"
                                + " more rows of it");
        PathSpec cox = PathSpec.of(LinearModel.with(new CoxLoss()), L1Penalty::of);
        assertThatThrownBy(() -> CrossValidation.of(cox).folds(2).fit(data))
                .hasMessage("loss must be one of rows for CrossValidation, but was CoxLoss, a UnitLoss");
    }

    @Test
    void lossesThatAreNotFiniteAreRefused() {
        RegularizationPath path = lasso(1).fit(PathSets.wide(20, 3));
        double[][] losses = new double[2][path.size()];
        Arrays.fill(losses[0], Double.NaN);

        assertThatThrownBy(() -> new ValidatedPath(path, losses, new double[] {1, 1}).best())
                .hasMessage("best needs a finite loss on the rows left out, but none is: use fewer folds,"
                        + " or a loss that is finite whatever the score");
    }
}
