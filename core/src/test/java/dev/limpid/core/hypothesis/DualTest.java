package dev.limpid.core.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DualTest {

    /** Central differences with steps of 6e-6 have errors of about 1e-10, times the third derivative. */
    private static final double DIFFERENCES = 1e-8;

    private static final double STEP = 6e-6;

    private static Arguments function(String name, UnaryOperator<Dual> dual, DoubleUnaryOperator plain) {
        return Arguments.of(name, dual, plain);
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                function("plus a number", u -> u.plus(2), u -> u + 2),
                function("minus a number", u -> u.minus(2), u -> u - 2),
                function("negate", Dual::negate, u -> -u),
                function("times a number", u -> u.times(3), u -> u * 3),
                function("dividedBy a number", u -> u.dividedBy(3), u -> u / 3),
                function("plus itself", u -> u.plus(u), u -> u + u),
                function("minus its double", u -> u.minus(u.times(2)), u -> -u),
                function("times its exponential", u -> u.times(u.exp()), u -> u * Math.exp(u)),
                function("divided by its exponential", u -> u.dividedBy(u.exp()), u -> u / Math.exp(u)),
                function("constant divided by it", u -> Dual.constant(2).dividedBy(u), u -> 2 / u),
                function("constant minus it", u -> Dual.constant(2).minus(u), u -> 2 - u),
                function("reciprocal", Dual::reciprocal, u -> 1 / u),
                function("square", Dual::square, u -> u * u),
                function("pow 2.5", u -> u.pow(2.5), u -> Math.pow(u, 2.5)),
                function("pow -2", u -> u.pow(-2), u -> Math.pow(u, -2)),
                function("itself to itself", u -> u.pow(u), u -> Math.pow(u, u)),
                function("pow of a constant", u -> u.pow(Dual.constant(3)), u -> u * u * u),
                function("constant to it", u -> Dual.constant(3).pow(u), u -> Math.pow(3, u)),
                function("sqrt", Dual::sqrt, Math::sqrt),
                function("exp", Dual::exp, Math::exp),
                function("expm1", Dual::expm1, Math::expm1),
                function("log", Dual::log, Math::log),
                function("log1p", Dual::log1p, Math::log1p),
                function("abs", u -> u.negate().abs(), u -> u),
                function("sigmoid", Dual::sigmoid, u -> 1 / (1 + Math.exp(-u))),
                function("sigmoid of a negative", u -> u.negate().sigmoid(), u -> 1 / (1 + Math.exp(u))),
                function("softplus", Dual::softplus, u -> Math.log1p(Math.exp(u))),
                function("softplus of a negative", u -> u.negate().softplus(), u -> Math.log1p(Math.exp(-u))),
                function("tanh", Dual::tanh, Math::tanh),
                function("sin", Dual::sin, Math::sin),
                function("cos", Dual::cos, Math::cos),
                function("atan", Dual::atan, Math::atan),
                function("max", u -> u.max(u.times(2)), u -> 2 * u),
                function("min", u -> u.min(u.times(2)), u -> u),
                function("chain", u -> u.chain(Math.exp(u.value()), Math.exp(u.value())), Math::exp));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void derivativesAreThoseOfTheFunction(String name, UnaryOperator<Dual> dual, DoubleUnaryOperator plain) {
        for (double u : new double[] {0.3, 1.7}) {
            double difference = (plain.applyAsDouble(u + STEP) - plain.applyAsDouble(u - STEP)) / (2 * STEP);

            Dual result = dual.apply(Dual.variable(u, 1, 3));

            assertThat(result.value()).isCloseTo(plain.applyAsDouble(u), within(1e-15));
            assertThat(result.derivative(1)).isCloseTo(difference, within(DIFFERENCES * (1 + Math.abs(difference))));
            assertThat(result.derivative(0)).isZero();
            assertThat(result.derivative(2)).isZero();
        }
    }

    @Test
    void aProductHasTheGradientOfBothFactors() {
        Dual a = Dual.variable(3, 0, 2);
        Dual b = Dual.variable(5, 1, 2);

        assertThat(a.times(b)).isEqualTo(Dual.of(15, 5, 3)).hasSameHashCodeAs(Dual.of(15, 5, 3));
        assertThat(a.dividedBy(b)).isEqualTo(Dual.of(0.6, 0.2, -0.6 / 5));
        assertThat(a.times(b)).hasToString("15.0 with gradient [5.0, 3.0]").isNotEqualTo(Dual.of(15, 3, 5));
    }

    @Test
    void constantsHaveNoDerivatives() {
        Dual c = Dual.constant(2).exp().plus(Dual.constant(1));

        assertThat(c).isEqualTo(Dual.constant(Math.exp(2) + 1));
        assertThat(c.derivative(7)).isZero();
    }

    @Test
    void wholePowersAreRightAtZero() {
        Dual zero = Dual.variable(0, 0, 1);

        assertThat(zero.pow(0)).isEqualTo(Dual.of(1, 0));
        assertThat(zero.pow(1)).isEqualTo(Dual.of(0, 1));
        assertThat(zero.pow(2)).isEqualTo(Dual.of(0, 0));
    }

    @Test
    void stableFunctionsStayFinite() {
        for (double u : new double[] {-800, 800}) {
            Dual x = Dual.variable(u, 0, 1);
            assertThat(x.sigmoid().value()).isEqualTo(u > 0 ? 1 : 0);
            assertThat(x.sigmoid().derivative(0)).isZero();
            assertThat(x.softplus().value()).isEqualTo(Math.max(0, u));
            assertThat(x.softplus().derivative(0)).isEqualTo(u > 0 ? 1 : 0);
            assertThat(x.tanh().derivative(0)).isZero();
        }
    }

    @Test
    void maximaAndMinimaPassNaNOn() {
        Dual nan = Dual.constant(Double.NaN);
        Dual one = Dual.constant(1);

        assertThat(Stream.of(nan.max(one), one.max(nan), nan.min(one), one.min(nan)))
                .allMatch(u -> Double.isNaN(u.value()));
    }

    @Test
    void numbersOfDifferentLengthDoNotMix() {
        assertThatThrownBy(() -> Dual.variable(1, 0, 2).plus(Dual.variable(1, 0, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dual numbers must have the same number of derivatives, but have 2 and 3");
        assertThatThrownBy(() -> Dual.variable(1, 2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
