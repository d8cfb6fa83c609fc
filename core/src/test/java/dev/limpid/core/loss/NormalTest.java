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
            {-800, 0, -320007.60355182335, 0, 0},
            {-38.25, 0, -736.0950144272731, 0, 0},
            {-30, 4.906713927148187e-198, -454.3212439563432, 1.4736461348785476e-196, 4.420938404635642e-195},
            {-20.3, 6.429244467698346e-92, -209.97697152524202, 1.308288554681529e-90, 2.655825766003504e-89},
            {-12.5, 3.732564298877713e-36, -81.57596787074388, 4.695195357975146e-35, 5.868994197468933e-34},
            {-6, 9.86587645037698e-10, -20.736768949974707, 6.075882855817676e-9, 3.645529717182241e-8},
            {-3.1, 0.0009676032132183566, -6.940688458421228, 0.00326998310235693, 0.010147640406796183},
            {-1.7, 0.04456546275854304, -3.1107960975524813, 0.09843591968993151, 0.1770306937580862},
            {-0.6, 0.2742531177500736, -1.293703811614028, 0.45914713661428674, 0.48630437502967055},
            {-0.1, 0.460172162722971, -0.7761545927302733, 0.7353317485057806, 0.6142459552111468},
            {0, 0.5, -0.6931471805599453, 0.7978845608028654, 0.6366197723675814},
            {0.3, 0.6179114221889527, -0.4814101615884812, 0.9981659688584833, 0.6968855107296497},
            {0.65, 0.7421538891941353, -0.2981986594829527, 1.2525779762917728, 0.7547759021015409},
            {1, 0.8413447460685429, -0.17275377902344988, 1.525135276160981, 0.8009023344296512},
            {2.5, 0.9937903346742238, -0.006229025485860002, 2.8227447976639075, 0.9110261985788846},
            {5.6, 0.9999999892824097, -1.07175903157443e-8, 5.768666604297135, 0.9729814074690829},
            {6, 0.9999999990134123, -9.865876455243758e-10, 6.158482604544599, 0.9760123632108332},
            {9.7, 1, -1.507493168810205e-22, 9.801009538705813, 0.9899954523559525},
            {14.9, 1, -1.6478974977000012e-50, 14.966522670996588, 0.9956130636056709},
            {15, 1, -3.670966199312751e-51, 15.066086827167823, 0.9956698762424401},
            {15.1, 1, -8.096669988015224e-52, 15.165656609995875, 0.9957256013738697},
            {25, 1, -3.056696706382561e-138, 25.039873012057562, 0.9984151585296072},
            {37.7, 1, 0, 37.726488004041784, 0.999299366733231},
            {800, 1, 0, 800.0012499960937, 0.9999984375146482}
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

    @Test
    void differentiatesItsLogarithmInOneGo() {
        for (double x : new double[] {-800, -20, -3, -0.2, 0, 0.1, 1.7, 6, 40}) {
            Jet log = Normal.logCdf(Jet.variable(x));

            assertThat(log.value()).isEqualTo(Normal.logCdf(x));
            assertThat(log.first()).isEqualTo(Normal.hazard(-x));
            assertThat(log.second()).isCloseTo(-Normal.hazardSlope(-x), within(0.0)); // 0 may have either sign
        }
        Jet chained = Normal.logCdf(Jet.variable(0.5).times(3)); // the chain rule: 3·λ, 9·λ′
        assertThat(chained.first()).isEqualTo(3 * Normal.hazard(-1.5));
        assertThat(chained.second()).isEqualTo(-9 * Normal.hazardSlope(-1.5));
    }
}
