package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers from mpmath 1.2.1 with 800 digits. */
class NormalTest {

    /** The rational approximations are good to 2⁻⁵², the few operations around them add as much again. */
    private static final double RELATIVE = 20 * Math.ulp(1.0);

    /** λ − x loses the digits that x²·2⁻⁵² says, until the continued fraction takes over at 15. */
    private static final double SLOPE = 300 * Math.ulp(1.0);

    static Stream<Arguments> table() {
        double[][] xAndCdfAndLogAndHazardAndSlope = {
            {-800, 0, -320007.60355182337, 0, 0},
            {-38.25, 0, -736.09501442727311, 0, 0},
            {-30, 4.9067139271481871e-198, -454.3212439563432, 1.4736461348785475e-196, 4.4209384046356426e-195},
            {-20.3, 6.4292444676983463e-92, -209.97697152524203, 1.308288554681529e-90, 2.655825766003504e-89},
            {-12.5, 3.7325642988777134e-36, -81.575967870743883, 4.695195357975146e-35, 5.8689941974689325e-34},
            {-6, 9.8658764503769814e-10, -20.736768949974706, 6.0758828558176764e-9, 3.6455297171822411e-8},
            {-3.1, 9.676032132183566e-4, -6.9406884584212281, 0.0032699831023569299, 0.010147640406796183},
            {-1.7, 0.044565462758543044, -3.1107960975524814, 0.098435919689931507, 0.1770306937580862},
            {-0.6, 0.27425311775007359, -1.2937038116140281, 0.45914713661428675, 0.48630437502967054},
            {-0.1, 0.46017216272297102, -0.77615459273027333, 0.73533174850578066, 0.61424595521114674},
            {0, 0.5, -0.69314718055994531, 0.79788456080286536, 0.63661977236758134},
            {0.3, 0.61791142218895263, -0.48141016158848121, 0.99816596885848332, 0.69688551072964971},
            {0.65, 0.74215388919413528, -0.29819865948295271, 1.2525779762917729, 0.75477590210154086},
            {1, 0.84134474606854295, -0.17275377902344989, 1.5251352761609812, 0.80090233442965121},
            {2.5, 0.99379033467422386, -0.0062290254858600024, 2.8227447976639073, 0.91102619857888456},
            {5.6, 0.99999998928240974, -1.07175903157443e-8, 5.7686666042971348, 0.97298140746908289},
            {6, 0.99999999901341235, -9.8658764552437573e-10, 6.1584826045445989, 0.97601236321083323},
            {9.7, 1, -1.5074931688102049e-22, 9.8010095387058128, 0.98999545235595259},
            {14.9, 1, -1.6478974977000013e-50, 14.966522670996588, 0.99561306360567088},
            {15, 1, -3.6709661993127509e-51, 15.066086827167822, 0.99566987624244011},
            {15.1, 1, -8.0966699880152235e-52, 15.165656609995875, 0.99572560137386972},
            {25, 1, -3.0566967063825609e-138, 25.039873012057563, 0.99841515852960711},
            {37.7, 1, 0, 37.726488004041783, 0.99929936673323103},
            {800, 1, 0, 800.00124999609378, 0.99999843751464825}
        };
        return Stream.of(xAndCdfAndLogAndHazardAndSlope).map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("table")
    void agreesWithManyDigits(double[] row) {
        double x = row[0];

        assertRelative("cdf", Normal.cdf(x), row[1], RELATIVE);
        assertRelative("log cdf", Normal.logCdf(x), row[2], RELATIVE);
        assertRelative("hazard", Normal.hazard(x), row[3], RELATIVE);
        assertRelative("slope of the hazard", Normal.hazardSlope(x), row[4], SLOPE);
    }

    /** Numbers that the table has as 0 are subnormal: as small as the smallest of full precision. */
    private static void assertRelative(String what, double actual, double expected, double relative) {
        assertThat(actual)
                .as(what)
                .isCloseTo(expected, within(Math.max(Double.MIN_NORMAL, relative * Math.abs(expected))));
    }

    @Test
    void isMonotoneWhereItsFormulasMeet() {
        for (double join : new double[] {0, 0.46875 * Math.sqrt(2), 4 * Math.sqrt(2), 15}) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double below = sign * join - 1e-9;
                double above = sign * join + 1e-9;
                assertThat(Normal.cdf(above)).isGreaterThanOrEqualTo(Normal.cdf(below));
                assertThat(Normal.hazard(above)).isGreaterThan(Normal.hazard(below));
                assertThat(Normal.logCdf(above)).isGreaterThan(Normal.logCdf(below));
            }
        }
    }
}
