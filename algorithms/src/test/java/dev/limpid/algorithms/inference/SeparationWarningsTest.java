package dev.limpid.algorithms.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Classes and hazards that are separated: the likelihood grows without end, and the summary says so. */
class SeparationWarningsTest {

    @Test
    void separatedClasses() {
        Dataset data = Toy.data(i -> Toy.a(i) > 0.5 ? 1 : 0);

        assertThat(LinearModel.with(new LogisticLoss())
                        .maxIterations(20)
                        .fit(data)
                        .summary(data)
                        .warnings())
                .contains(
                        "A hyperplane separates the classes: the likelihood grows without end as coefficients do, these are"
                                + " where the fit happened to stop, and their errors mean nothing. Add an L2Penalty, or leave out the"
                                + " columns that give the classes away.");
    }

    @Test
    void separatedClassesOfThree() {
        Dataset data = Toy.data(i -> Toy.a(i) > 0.66 ? 2 : Toy.a(i) > 0.33 ? 1 : 0);

        assertThat(LinearModel.with(new SoftmaxLoss(3))
                        .maxIterations(200)
                        .fit(data)
                        .summary(data)
                        .warnings())
                .anySatisfy(warning -> assertThat(warning).startsWith("A hyperplane separates the classes: "));
    }

    /** All rows with a > ½ are of class 1, the others of both. */
    @Test
    void partlySeparatedClasses() {
        double[][] x = new double[Toy.ROWS][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {Toy.a(i) > 0.5 ? 1 : 0};
        }
        Dataset data = Dataset.of(x, Toy.numbers(i -> Toy.a(i) > 0.5 ? 1 : i % 2));
        long ones = Arrays.stream(x).filter(row -> row[0] == 1).count();

        assertThat(LinearModel.with(new LogisticLoss()).fit(data).summary(data).warnings())
                .contains("The classes are separated in part: along a direction of the coefficients of 'x0' " + ones
                        + " comparisons of a row's class with another get better and none gets worse. These coefficients have"
                        + " no finite estimate, their values are where the fit happened to stop, and z and p mean nothing there."
                        + " Add an L2Penalty, or leave out what separates.");
    }

    /** Of three classes the last alone is separated from the others. */
    @Test
    void partlySeparatedClassesOfThree() {
        Dataset data = Toy.data(i -> Toy.a(i) > 0.6 ? 2 : Toy.u(i) > 0.5 ? 1 : 0);

        assertThat(LinearModel.with(new SoftmaxLoss(3))
                        .maxIterations(300)
                        .fit(data)
                        .summary(data)
                        .warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("The classes are separated in part: along a direction of the coefficients of '")
                        .contains("'2: a"));
    }

    /** Large scores, but of both classes everywhere: sure rows separate nothing. */
    @Test
    void sureRowsThatSeparateNothing() {
        double[][] x = new double[400][];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {i - 200 + 0.5};
            y[i] = i >= 200 ? 1 : 0;
        }
        y[198] = 1;
        y[201] = 0;
        Dataset data = Dataset.of(x, y);
        Summary summary = LinearModel.with(new LogisticLoss()).fit(data).summary(data);

        assertThat(Math.abs(summary.coefficient("x0").estimate()) * 200).isGreaterThan(50);
        assertThat(summary.warnings()).isEmpty();
    }

    /** Shares of both classes hold scores back. */
    @Test
    void sharesAreNotSeparated() {
        Dataset data = Toy.data(i -> Toy.a(i) > 0.5 ? 1 - 1e-7 : 1e-7);

        assertThat(LinearModel.with(new LogisticLoss()).fit(data).summary(data).warnings())
                .noneMatch(warning -> warning.contains("separate"));
    }

    /** Events come in the order of column a, ties and a censored row included: the likelihood grows with its coefficient. */
    @Test
    void hazardsWithoutEnd() {
        Dataset data = Toy.data(Toy::real)
                .withTargets(Toy.numbers(i -> 10 - Toy.a(i)), Toy.numbers(i -> Toy.a(i) < 0.1 ? 0 : 1));

        assertThat(LinearModel.with(new CoxLoss())
                        .maxIterations(100)
                        .fit(data)
                        .summary(data)
                        .warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .matches(
                                "The hazards are separated in part: along a direction of the coefficients of 'a(', 'b)?' no row"
                                        + " at risk gets ahead of a row that has its event, and some fall behind\\. These coefficients"
                                        + " have no finite estimate, their values are where the fit happened to stop, and z and p mean"
                                        + " nothing there\\. Add an L2Penalty, or leave out what separates\\."));
    }

    /** The same but for one row that is ahead of an event before: nothing is without end. */
    @Test
    void hazardsWithAnEnd() {
        double[] time = Toy.numbers(i -> 10 - Toy.a(i));
        time[5] = 11;
        Dataset data = Toy.data(Toy::real).withTargets(time, Toy.numbers(i -> 1));

        assertThat(LinearModel.with(new CoxLoss()).fit(data).summary(data).warnings())
                .noneMatch(warning -> warning.contains("separated"));
    }

    /** Too many columns to look for directions: a hint. */
    @Test
    void sureRowsAmongManyColumns() {
        int columns = 201;
        double[][] x = new double[2 * columns + 5][columns];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i][i < 2 * columns ? i / 2 : 0] = 1;
            y[i] = i < 2 * columns ? i % 2 : 1;
            x[i][columns - 1] = i < 2 * columns ? 0 : 1;
        }
        x[0][columns - 1] = 0.5;
        double[] theta = new double[columns + 1];
        theta[columns - 1] = 20;

        assertThat(LinearInference.of(
                                new LinearHypothesis(columns, 1, true), new LogisticLoss(), Dataset.of(x, y), theta)
                        .summary()
                        .warnings())
                .contains(
                        "5 rows have probabilities within 1e-7 of the class that was seen: some classes may be separated in"
                                + " part, and large coefficients with large errors be without end. Look at cross tables of the classes"
                                + " and columns.");
    }
}
