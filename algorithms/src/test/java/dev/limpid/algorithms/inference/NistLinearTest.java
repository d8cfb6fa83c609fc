package dev.limpid.algorithms.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearRegression;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.optimizer.exact.QrLeastSquares;
import dev.limpid.core.training.StopReason;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The eleven linear sets of NIST StRD, fitted as a user would, without naming an optimizer.
 *
 * <p>What is attainable: data in decimal digits, powers of x among them, are rounded to doubles before any method sees them. The
 * rounded problem has a solution of its own, which was computed in rational arithmetic (Python's fractions); the columns
 * "attainable" say how many digits of the certified values it has, once rounded to doubles. No method that is handed doubles can
 * be expected to have more, but by luck. The floors of the test are just under what is reached.
 */
class NistLinearTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // set, attainable coefficients, attainable errors, floors of both
        "Norris,   14.07, 13.92, 12.7, 13.9", // decimals
        "Pontius,  13.51, 13.77, 13.1, 13.7", // decimals beside powers up to 10¹³
        "NoInt1,   14.73, 15.00, 14.7, 14.9",
        "NoInt2,   15.00, 14.94, 14.9, 14.9",
        "Filip,     7.61,  7.63,  7.6,  7.5", // powers of decimals up to the 10th, condition number 10¹⁰
        "Longley,  14.62, 14.89, 13.1, 12.6",
        "Wampler1, 15.00, 15.00, 15.0, 15.0",
        "Wampler2, 13.20, 15.00, 13.2, 13.0", // decimals
        "Wampler3, 15.00, 14.46, 15.0, 12.0",
        "Wampler4, 15.00, 14.46, 15.0, 12.0",
        "Wampler5, 15.00, 14.46, 15.0, 12.0",
    })
    void certifiedDigits(
            String set,
            double attainable,
            double attainableErrors,
            double floor,
            double errorFloor,
            TestReporter reporter) {
        Dataset data = Nist.data(set);
        LinearModel model =
                LinearRegression.of().intercept(Nist.hasIntercept(set)).fit(data);
        Summary summary = model.summary(data);

        double coefficients = coefficientDigits(set, summary);
        double errors = 15;
        double[] certified = Nist.certified(set)[1];
        for (int j = 0; j < certified.length; j++) {
            errors = Math.min(errors, Nist.digits(summary.coefficients().get(j).standardError(), certified[j]));
        }
        double squares = Nist.digits(summary.measures().deviance(), Nist.certifiedFit(set)[0]);
        double rSquared = Nist.digits(summary.measures().rSquared(), Nist.certifiedFit(set)[1]);
        reporter.publishEntry(String.format(
                Locale.ROOT,
                "NIST %-8s digits: coefficients %5.2f (attainable %5.2f) errors %5.2f (%5.2f) squares %5.2f R² %5.2f by %s",
                set,
                coefficients,
                attainable,
                errors,
                attainableErrors,
                squares,
                rSquared,
                model.recipe().toString().contains("QrLeastSquares") ? "QrLeastSquares" : "MajorizeMinimize"));

        assertThat(coefficients).isGreaterThanOrEqualTo(floor);
        assertThat(errors).isGreaterThanOrEqualTo(errorFloor);
    }

    /** Named, QR has all digits that are attainable, to the half digit in the last place. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Norris, 14.0",
        "Pontius, 13.5",
        "NoInt1, 14.7",
        "NoInt2, 15.0",
        "Filip, 7.6",
        "Longley, 14.6",
        "Wampler1, 15.0",
        "Wampler2, 13.2",
        "Wampler3, 15.0",
        "Wampler4, 15.0",
        "Wampler5, 15.0"
    })
    void qrReachesWhatIsAttainable(String set, double floor) {
        Dataset data = Nist.data(set);
        LinearModel model = LinearRegression.of()
                .intercept(Nist.hasIntercept(set))
                .optimizer(QrLeastSquares.defaults())
                .fit(data);

        assertThat(model.stopReason().kind()).isEqualTo(StopReason.Kind.CONVERGED);
        assertThat(coefficientDigits(set, model.summary(data))).isGreaterThanOrEqualTo(floor);
    }

    private static double coefficientDigits(String set, Summary summary) {
        double[] certified = Nist.certified(set)[0];
        double digits = 15;
        for (int j = 0; j < certified.length; j++) {
            digits = Math.min(digits, Nist.digits(summary.coefficients().get(j).estimate(), certified[j]));
        }
        return digits;
    }

    @Test
    void theQrPathIsChosenWhereConditioningAsksForIt() {
        LinearModel filip = LinearRegression.of().fit(Nist.data("Filip"));
        LinearModel norris = LinearRegression.of().fit(Nist.data("Norris"));

        assertThat(filip.recipe().toString())
                .contains("QrLeastSquares")
                .contains(
                        "because the columns nearly depend on one another (condition number above 1e7), and a matrix has"
                                + " the square of that");
        assertThat(norris.recipe().toString()).contains("MajorizeMinimize");
    }
}
