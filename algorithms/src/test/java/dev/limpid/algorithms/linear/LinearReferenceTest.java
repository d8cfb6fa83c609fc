package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.Penalty;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Coefficients that others have computed.
 *
 * <p>The numbers called "elsewhere" are the minimisers to all digits, from Newton's method in numbers of 40 digits (mpmath
 * 1.4.1); scikit-learn 1.9.1 (LogisticRegression newton-cholesky and newton-cg, Ridge cholesky) and statsmodels 0.15.0 (Logit, GLM
 * Poisson) give the same to 5·10⁻¹³ relative.
 */
class LinearReferenceTest {

    /** What the issue asks for of values computed elsewhere. */
    private static final double RELATIVE = 1e-8;

    /** Near a kink the majoriser's curvature is capped at 10¹¹ typical ones, which leaves about 10⁻⁷ of a residual. */
    private static final double AT_KINKS = 1e-6;

    private static final String[] MTCARS = {"cyl", "disp", "hp", "drat", "wt", "qsec", "vs", "am", "gear", "carb"};

    @Test
    void longleyHasNineCertifiedDigits() {
        Dataset data = Sets.read("longley", "y", "x1", "x2", "x3", "x4", "x5", "x6");
        double[] certified = {
            -3482258.63459582,
            15.0618722713733,
            -0.035819179292591,
            -2.02022980381683,
            -1.03322686717359,
            -0.0511041056535807,
            1829.15146461355
        };

        assertDigits("Longley", LinearModel.with(new SquaredLoss()).fit(data), certified);
        assertDigits(
                "Longley, L-BFGS",
                LinearModel.with(new SquaredLoss())
                        .optimizer(Lbfgs.defaults().withTolerance(1e-15))
                        .fit(data),
                certified);
    }

    @Test
    void norrisHasNineCertifiedDigits() {
        Dataset data = Sets.read("norris", "y", "x");
        double[] certified = {-0.262323073774029, 1.00211681802045};

        assertDigits("Norris", LinearModel.with(new SquaredLoss()).fit(data), certified);
    }

    /** The log relative error is the number of digits that agree. */
    private static void assertDigits(String name, LinearModel model, double[] certified) {
        double[] fitted = withIntercept(model, 0);
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < certified.length; j++) {
            double lre = -Math.log10(Math.abs(fitted[j] - certified[j]) / Math.abs(certified[j]));
            least = Math.min(least, lre);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f certified digits in %d steps%n",
                name,
                least,
                model.trace().size());
        assertThat(least).as("certified digits of " + name).isGreaterThanOrEqualTo(9);
    }

    static Stream<Arguments> elsewhere() {
        Penalty none = L2Penalty.of(0);
        Dataset iris = Sets.irisPair();
        double[] irisFit = {
            -14.430758180168676, -0.39443347857205946, -0.5132774044284344, 2.9307513838533588, 2.417032188337008
        };
        Dataset cars = Sets.read("mtcars", "mpg", MTCARS);
        double[] ridge = {
            33.92047818991152,
            -0.3420429396639543,
            -0.0213795371488568,
            -0.019186815697913973,
            0.23410078943103013,
            -0.46280786046965655,
            -0.18131079984243795,
            0.04687152386677768,
            0.3129983919731496,
            0.2846305952744337,
            -0.45522672947422493
        };
        double[] dobson = {3.044522437723423, -0.4542552722775964, -0.2929871246814741, 0, 0};
        double[] amWt = {12.040369728657321, -4.023969962173202};
        double[] huber = {-40.8903670441871, 0.832720779266698, 0.8965604180955052, -0.1248811206651938};
        double[] stack = {-39.91967442012404, 0.7156402004852837, 1.2952861243885738, -0.1521225191486525};
        return Stream.of(
                Arguments.of("iris, logistic, ridge 0.01", new LogisticLoss(), L2Penalty.of(0.01), iris, irisFit),
                Arguments.of("mtcars, ridge 1", new SquaredLoss(), L2Penalty.of(1), cars, ridge),
                Arguments.of("am on wt, logistic", new LogisticLoss(), none, Sets.read("mtcars", "am", "wt"), amWt),
                Arguments.of("Dobson, Poisson", new PoissonLoss(), none, dobson(), dobson),
                Arguments.of("stackloss, squared", new SquaredLoss(), none, stackloss(), stack),
                Arguments.of("stackloss, Huber 3", new HuberLoss(3), none, stackloss(), huber));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("elsewhere")
    void agreesWithValuesFromElsewhere(String name, Loss loss, Penalty penalty, Dataset data, double[] expected) {
        LinearSpec spec = LinearModel.with(loss).penalty(penalty);

        assertClose(name + ", chosen", spec.fit(data), expected);
        assertClose(name + ", L-BFGS", spec.optimizer(tight(Lbfgs.defaults())).fit(data), expected);
        assertClose(name + ", MM", spec.optimizer(MajorizeMinimize.defaults()).fit(data), expected);
    }

    private static Optimizer<?> tight(Lbfgs lbfgs) {
        return lbfgs.withTolerance(1e-12);
    }

    private static void assertClose(String name, LinearModel model, double[] expected) {
        assertClose(name, model, expected, RELATIVE);
    }

    private static void assertClose(String name, LinearModel model, double[] expected, double relative) {
        double[] fitted = withIntercept(model, 0);
        double worst = 0;
        for (int j = 0; j < expected.length; j++) {
            double size = expected[j] == 0 ? 1 : Math.abs(expected[j]);
            worst = Math.max(worst, Math.abs(fitted[j] - expected[j]) / size);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.1e from elsewhere, %d steps, %s%n",
                name,
                worst,
                model.trace().size(),
                model.stopReason().kind());
        assertThat(worst).as(name + " " + Arrays.toString(fitted)).isLessThanOrEqualTo(relative);
    }

    /** Three classes, whose intercepts are known up to a number added to all. */
    @Test
    void softmaxAgreesWithValuesFromElsewhere() {
        double[][] elsewhere = {
            {9.06440895136765, -0.4158304946752043, 0.8238623281494365, -2.246510818388787, -0.9491902265563629},
            {2.1619158697146603, 0.43839903983300965, -0.34788193353686664, -0.14864965739406433, -0.7817269483559971},
            {-11.22632482108231, -0.022568545157805354, -0.4759803946125698, 2.3951604757828515, 1.73091717491236}
        };

        LinearModel model = LinearModel.with(new SoftmaxLoss(3))
                .penalty(L2Penalty.of(0.01))
                .optimizer(tight(Lbfgs.defaults()))
                .fit(Sets.iris());

        double mean = Arrays.stream(model.intercepts()).sum() / 3;
        double worst = 0;
        for (int k = 0; k < 3; k++) {
            double[] fitted = withIntercept(model, k);
            fitted[0] -= mean;
            for (int j = 0; j < fitted.length; j++) {
                worst = Math.max(worst, Math.abs(fitted[j] - elsewhere[k][j]) / Math.abs(elsewhere[k][j]));
            }
        }
        System.out.printf(Locale.ROOT, "iris, softmax, ridge 0.01: %.1e from elsewhere%n", worst);
        assertThat(worst).isLessThanOrEqualTo(RELATIVE);
    }

    /** The optimum of a linear program, HiGHS in SciPy; at τ = 0.5 also quantreg's (R. Koenker) numbers for this set. */
    @Test
    void quantilesEndAtTheVertexOfTheLinearProgram() {
        assertClose(
                "stackloss, median",
                LinearModel.with(new QuantileLoss(0.5)).fit(stackloss()),
                new double[] {-39.68985507246377, 0.8318840579710145, 0.5739130434782609, -0.0608695652173913},
                AT_KINKS);
        assertClose(
                "stackloss, absolute",
                LinearModel.with(new AbsoluteLoss()).fit(stackloss()),
                new double[] {-39.68985507246377, 0.8318840579710145, 0.5739130434782609, -0.0608695652173913},
                AT_KINKS);
        assertClose(
                "stackloss, first quartile",
                LinearModel.with(new QuantileLoss(0.25)).fit(stackloss()),
                new double[] {-36, 0.5, 1, 0},
                AT_KINKS);
        assertClose(
                "stackloss, third quartile",
                LinearModel.with(new QuantileLoss(0.75)).fit(stackloss()),
                new double[] {-54.18965517241379, 0.8706896551724138, 0.9827586206896552, 0},
                AT_KINKS);
    }

    @Test
    void levelsOfDobsonsFactorsAreMeasuredAgainstTheFirst() {
        double[][] cells = new double[9][2];
        for (int i = 0; i < 9; i++) {
            cells[i] = new double[] {i % 3, Math.floorDiv(i, 3)};
        }
        Dataset factors = Dataset.of(cells, COUNTS)
                .withNames("outcome", "treatment")
                .withCategorical("outcome", "1", "2", "3")
                .withCategorical("treatment", "1", "2", "3");

        LinearModel model = LinearModel.with(new PoissonLoss()).fit(factors);

        assertThat(model.intercept()).isCloseTo(3.044522437723423, within(1e-8));
        assertThat(model.coefficient("outcome", "1")).isZero();
        assertThat(model.coefficient("outcome", "2")).isCloseTo(-0.4542552722775964, within(1e-8));
        assertThat(model.coefficient("outcome", "3")).isCloseTo(-0.2929871246814741, within(1e-8));
        assertThat(model.coefficient("treatment", "3")).isCloseTo(0, within(1e-8));
    }

    private static final double[] COUNTS = {18, 17, 15, 20, 10, 20, 25, 13, 12};

    /** A. J. Dobson (1990): An Introduction to Generalized Linear Models, table of page 93, with indicator columns. */
    private static Dataset dobson() {
        double[][] x = new double[9][];
        for (int i = 0; i < 9; i++) {
            int outcome = i % 3;
            int treatment = i / 3;
            x[i] = new double[] {
                outcome == 1 ? 1 : 0, outcome == 2 ? 1 : 0, treatment == 1 ? 1 : 0, treatment == 2 ? 1 : 0
            };
        }
        return Dataset.of(x, COUNTS);
    }

    private static Dataset stackloss() {
        return Sets.read("stackloss", "stack.loss", "Air.Flow", "Water.Temp", "Acid.Conc.");
    }

    private static double[] withIntercept(LinearModel model, int output) {
        double[] w = model.coefficients()[output];
        double[] all = new double[w.length + 1];
        all[0] = model.intercepts()[output];
        System.arraycopy(w, 0, all, 1, w.length);
        return all;
    }
}
