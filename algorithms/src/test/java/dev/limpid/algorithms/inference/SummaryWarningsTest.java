package dev.limpid.algorithms.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.LeastSquares;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.penalty.L2Penalty;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a summary says against its own numbers, and how it prints. */
class SummaryWarningsTest {

    /** D. A. Belsley, E. Kuh, R. E. Welsch (1980), Regression Diagnostics: Longley's condition number is 43,275. */
    @Test
    void columnsThatNearlyDepend() {
        Dataset data = Nist.data("Longley");
        assertThat(LinearModel.with(new SquaredLoss()).fit(data).summary(data).warnings())
                .containsExactly("The columns nearly depend on one another (condition number 4.33e+04): coefficients of"
                        + " columns that go together are uncertain one by one, if not their sum.");
    }

    /** Coefficients of a minimum-norm fit, none of which is 0. */
    @Test
    void columnsThatDepend() {
        double[][] x = new double[Toy.ROWS][];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {Toy.a(i), Toy.a(i)};
        }
        Dataset data = Dataset.of(x, Toy.numbers(Toy::binary)).withNames("a", "copy");
        Summary summary = LinearModel.with(new LogisticLoss())
                .optimizer(Lbfgs.defaults().withTolerance(1e-12))
                .fit(data)
                .summary(data);

        assertThat(summary.warnings())
                .singleElement()
                .asString()
                .matches(
                        "The columns of '(a|copy)' depend on others in these rows: their coefficients aren't determined, and"
                                + " those of the others hold with theirs as they are\\.");
        assertThat(summary.coefficients())
                .filteredOn(row -> row.note().equals("depends on other columns"))
                .singleElement()
                .satisfies(row -> assertThat(row.standardError()).isNaN());
    }

    @Test
    void aFitThatDidNotConverge() {
        Dataset data = Toy.data(Toy::binary);
        LinearModel model = LinearModel.with(new LogisticLoss())
                .optimizer(Lbfgs.defaults())
                .maxIterations(1)
                .fit(data);

        assertThat(model.summary(data).warnings()).hasSize(2);
        assertThat(model.summary(data).warnings().get(0))
                .isEqualTo("The fit ended before it converged. "
                        + model.stopReason().sentence());
        assertThat(model.summary(data).warnings().get(1))
                .matches(
                        "The coefficients are up to \\S+ standard errors away from the minimum of the loss over these rows:"
                                + " let the fit converge, or hand over the rows that it was made of\\.");
    }

    @Test
    void otherRowsThanThoseOfTheFit() {
        LinearModel model = LinearModel.with(new LogisticLoss()).fit(Toy.data(Toy::binary));
        Dataset half = Toy.data(Toy::binary).slice(0, 30);

        assertThat(model.summary(half).warnings())
                .singleElement()
                .asString()
                .startsWith("The coefficients are up to ")
                .endsWith("let the fit converge, or hand over the rows that it was made of.");
    }

    @Test
    void penalties() {
        Dataset data = Toy.data(Toy::real);
        assertThat(LinearModel.with(new SquaredLoss())
                        .penalty(L2Penalty.of(0.1))
                        .fit(data)
                        .summary(data)
                        .warnings())
                .containsExactly(
                        "L2Penalty pulls the coefficients away from where the loss alone is least: the errors are"
                                + " those of the loss there, intervals don't tell of the bias, and p values aren't valid.");
    }

    @Test
    void bounds() {
        Dataset data = Toy.data(Toy::real);
        assertThat(LinearModel.with(new SquaredLoss())
                        .bounds("b", 0, 10)
                        .fit(data)
                        .summary(data)
                        .warnings())
                .containsExactly(
                        "Coefficients have bounds (b in [0.0, 10.0]): the errors hold as long as none is on its bound;"
                                + " those of a coefficient that is, and p values beside it, aren't valid.");
    }

    @Test
    void classWeights() {
        Dataset data = Toy.data(Toy::binary);
        assertThat(LinearModel.with(new LogisticLoss())
                        .balancedClasses()
                        .fit(data)
                        .summary(data)
                        .warnings())
                .containsExactly(
                        "Class weights count as copies of rows: errors from the model are those of so many rows, and"
                                + " log-likelihood, AIC and BIC are no others' match. Use robust errors.");
    }

    @Test
    void extraTerms() {
        Dataset data = Toy.data(Toy::real);
        assertThat(LinearModel.with(new SquaredLoss())
                        .term("‖θ‖²", blocks -> new LeastSquares() {
                            @Override
                            public Blocks blocks() {
                                return blocks;
                            }

                            @Override
                            public int residuals() {
                                return blocks.size();
                            }

                            @Override
                            public void residuals(double[] t, double[] r) {
                                System.arraycopy(t, 0, r, 0, r.length);
                            }

                            @Override
                            public void jacobian(double[] t, double[] r, double[][] j) {
                                residuals(t, r);
                                for (int i = 0; i < r.length; i++) {
                                    Arrays.fill(j[i], 0);
                                    j[i][i] = 1;
                                }
                            }
                        })
                        .fit(data)
                        .summary(data)
                        .warnings())
                .containsExactly(
                        "Extra terms of the objective pull the coefficients: the errors are those of the loss there,"
                                + " intervals don't tell of the bias, and p values aren't valid.");
    }

    @Test
    void noRowsToSpare() {
        Dataset data = Toy.data(Toy::real).slice(0, 3);
        Summary summary = LinearModel.with(new SquaredLoss()).fit(data).summary(data);

        assertThat(summary.warnings())
                .contains(
                        "There are no more rows (of weight 3.00) than coefficients (3): nothing is left to tell errors from.");
        assertThat(summary.coefficient("a").standardError()).isNaN();
        assertThat(summary.coefficient("a").pValue()).isNaN();
    }

    @Test
    void fewerRowsThanColumns() {
        double[][] x = new double[5][20];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 20; j++) {
                x[i][j] = Toy.u(i + 7 * j);
            }
        }
        Dataset data = Dataset.of(x, 1, 3, 2, 5, 4);
        Summary summary = LinearModel.with(new SquaredLoss()).fit(data).summary(data);

        assertThat(summary.measures().parameters()).isEqualTo(5);
        assertThat(summary.warnings())
                .contains(
                        "There are no more rows (of weight 5.00) than coefficients (5): nothing is left to tell errors from.");
        assertThat(summary.coefficients())
                .allSatisfy(row -> assertThat(row.standardError()).isNaN());
    }

    @Test
    void countsThatScatterMoreThanPoisson() {
        Dataset data = Toy.data(i -> 10 * Toy.count(i));
        Summary summary = LinearModel.with(new PoissonLoss()).fit(data).summary(data);
        double ratio = summary.measures().pearson() / summary.measures().residualDegrees();

        assertThat(summary.warnings())
                .containsExactly(String.format(
                        java.util.Locale.ROOT,
                        "The targets scatter %.3g times as much as the Poisson family says, so that standard errors are too"
                                + " small by a factor of about %.3g: use StandardErrors.scaled() or hc1(), or a loss with more"
                                + " scatter.",
                        ratio,
                        Math.sqrt(ratio)));
        assertThat(LinearModel.with(new PoissonLoss())
                        .fit(data)
                        .inference(data)
                        .errors(StandardErrors.scaled())
                        .summary()
                        .warnings())
                .isEmpty();
    }

    @Test
    void lossesThatAreNoLikelihood() {
        Dataset data = Toy.data(Toy::real);
        Summary summary = LinearModel.with(new HuberLoss(0.2)).fit(data).summary(data);

        assertThat(summary.warnings())
                .containsExactly(
                        "HuberLoss isn't the likelihood of a family known here: standard errors are robust (HC1), and"
                                + " there is no likelihood.");
        assertThat(summary.measures().logLikelihood()).isNaN();
        assertThat(summary.coefficient("a").standardError()).isGreaterThan(0);
    }

    /** θ that is no minimum of a loss that isn't convex. */
    @Test
    void pointsThatAreNoMinimum() {
        Dataset data = Toy.data(Toy::positive);
        Summary summary = LinearInference.of(
                        new LinearHypothesis(2, 1, true),
                        new dev.limpid.core.loss.glm.InverseGaussianLoss(),
                        data,
                        new double[] {0, 0, 5})
                .summary();

        assertThat(summary.warnings())
                .contains(
                        "The second derivatives aren't positive where the coefficients are: this is no minimum, and there are"
                                + " no standard errors. Let the fit converge, or hand over the rows that it was made of.");
        assertThat(summary.coefficient("a").standardError()).isNaN();
    }

    @Test
    void itPrintsATable() {
        Dataset data = Toy.data(Toy::real);

        assertThat(LinearModel.with(new SquaredLoss()).fit(data).summary(data)).hasToString("""
                                           LinearModel with SquaredLoss
                ==================================================================================
                Family:                        Gaussian    Rows:                                60
                Log-likelihood:                 -12.571    Sum of weights:                      60
                AIC:                             31.141    Coefficients:                         3
                BIC:                             37.424    Residual degrees:                    57
                Deviance:                        5.3414    Dispersion:                     0.09371
                Null deviance:                   44.256    R²:                              0.8793
                F(2, 57):                        207.63    P of that:                       <2e-16
                Condition number:                4.9307    Standard errors:         from the model
                ==================================================================================
                                       coef    std err          t      P>|t|     [0.025     0.975]
                ----------------------------------------------------------------------------------
                intercept            1.2095    0.09762     12.390     <2e-16     1.0140     1.4050
                a                    2.5607     0.1369     18.700     <2e-16     2.2865     2.8349
                b                   -1.0238     0.1277     -8.015   6.49e-11    -1.2796    -0.7680
                ==================================================================================
                """);
    }

    @Test
    void itPrintsATableForEachClassAndItsWarnings() {
        double[][] x = new double[Toy.ROWS][];
        String[] labels = new String[Toy.ROWS];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {Toy.a(i), i % 2};
            labels[i] = List.of("low", "middle", "high").get((int) Toy.code(i));
        }
        Dataset data = Dataset.unlabeled(x)
                .withNames("a", "side")
                .withCategorical("side", "left", "right")
                .withLabels(labels);
        Summary summary = LinearModel.with(new SoftmaxLoss(3))
                .optimizer(Lbfgs.defaults().withTolerance(1e-10))
                .fit(data)
                .inference(data)
                .errors(StandardErrors.hc1())
                .confidence(0.99)
                .title("Classes")
                .remark(
                        "A remark that is long enough to be broken at the width of a hundred characters, as lines of this kind are.")
                .summary();

        assertThat(summary).hasToString("""
                                                     Classes
                ==================================================================================
                Family:                     multinomial    Rows:                                60
                Log-likelihood:                 -46.642    Sum of weights:                      60
                AIC:                             105.28    Coefficients:                         6
                BIC:                             117.85    Residual degrees:                    54
                Deviance:                        93.283    Dispersion:                           1
                Null deviance:                   127.15    1 − D/D₀:                        0.2663
                χ²(4):                           33.864    P of that:                     7.95e-07
                Condition number:                14.896    Standard errors:           robust (HC1)
                ==================================================================================
                low from high          coef    std err          z      P>|z|     [0.005     0.995]
                ----------------------------------------------------------------------------------
                intercept            5.3093     1.3607      3.902   9.55e-05     1.8043     8.8142
                a                   -10.545     2.2841     -4.617   3.90e-06    -16.429    -4.6619
                side = left               0   (reference)
                side = right      -0.004893     1.0132     -0.005     0.9961    -2.6147     2.6050
                ----------------------------------------------------------------------------------
                middle from high       coef    std err          z      P>|z|     [0.005     0.995]
                ----------------------------------------------------------------------------------
                intercept            3.9930     1.3014      3.068     0.0022     0.6408     7.3452
                a                   -5.0027     1.7210     -2.907     0.0037    -9.4357    -0.5697
                side = left               0   (reference)
                side = right        -0.3035     0.7762     -0.391     0.6958    -2.3028     1.6958
                ==================================================================================
                [1] A remark that is long enough to be broken at the width of a hundred characters, as lines of this
                    kind are.
                """);
    }
}
