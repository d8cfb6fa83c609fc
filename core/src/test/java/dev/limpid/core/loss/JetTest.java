package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JetTest {

    /** A function of a jet, the same of a number, and where to look at it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Case(String name, UnaryOperator<Jet> jet, DoubleUnaryOperator plain, double... points) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> functions() {
        double[] all = {-3.2, -1.1, -0.3, 0, 0.4, 1.3, 2.9};
        double[] positive = {0.02, 0.7, 1, 3.5};
        Jet v = new Jet(1.7, 0, 0);
        return Stream.of(
                new Case("u + v", u -> u.plus(u.square()), x -> x + x * x, all),
                new Case("u + c", u -> u.plus(2.5), x -> x + 2.5, all),
                new Case("u - v", u -> u.minus(u.square()), x -> x - x * x, all),
                new Case("u - c", u -> u.minus(2.5), x -> x - 2.5, all),
                new Case("-u", Jet::negate, x -> -x, all),
                new Case("u * v", u -> u.times(u.exp()), x -> x * Math.exp(x), all),
                new Case("u * c", u -> u.times(-3), x -> x * -3, all),
                new Case("u / v", u -> u.dividedBy(u.exp().plus(1)), x -> x / (Math.exp(x) + 1), all),
                new Case("u / c", u -> u.dividedBy(7), x -> x / 7, all),
                new Case("v / u", v::dividedBy, x -> 1.7 / x, positive),
                new Case("square", Jet::square, x -> x * x, all),
                new Case("pow 3", u -> u.pow(3), x -> Math.pow(x, 3), all),
                new Case("pow 1", u -> u.pow(1), x -> x, all),
                new Case("pow 0", u -> u.pow(0), x -> 1, all),
                new Case("pow 0.7", u -> u.pow(0.7), x -> Math.pow(x, 0.7), positive),
                new Case("pow -2", u -> u.pow(-2), x -> 1 / (x * x), positive),
                new Case("sqrt", Jet::sqrt, Math::sqrt, positive),
                new Case("exp", Jet::exp, Math::exp, all),
                new Case("expm1", Jet::expm1, Math::expm1, all),
                new Case("log", Jet::log, Math::log, positive),
                new Case("log1p", Jet::log1p, Math::log1p, positive),
                new Case("abs", Jet::abs, Math::abs, -1.1, 0.4, 2.9),
                new Case("sigmoid", Jet::sigmoid, Scores::sigmoid, all),
                new Case("softplus", Jet::softplus, Scores::softplus, all),
                new Case("tanh", Jet::tanh, Math::tanh, all),
                new Case("logCosh", Jet::logCosh, x -> Math.log(Math.cosh(x)), -3.2, -1.1, -0.3, 0.4, 1.3, 2.9),
                new Case("sin", Jet::sin, Math::sin, all),
                new Case("cos", Jet::cos, Math::cos, all),
                new Case("max", u -> u.square().max(u), x -> Math.max(x * x, x), -1.1, 0.4, 1.3),
                new Case("max c", u -> u.max(0.5), x -> Math.max(x, 0.5), -1.1, 0.4, 1.3),
                new Case("min", u -> u.square().min(u), x -> Math.min(x * x, x), -1.1, 0.4, 1.3),
                new Case("min c", u -> u.min(0.5), x -> Math.min(x, 0.5), -1.1, 0.4, 1.3),
                new Case("where", u -> Jet.where(u.value() > 0, u.exp(), u), x -> x > 0 ? Math.exp(x) : x, -1.1, 0.4));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void agreesWithExtrapolatedDifferences(Case c) {
        for (double x : c.points()) {
            Jet jet = c.jet().apply(Jet.variable(x));

            assertThat(jet.value())
                    .as("value at %s", x)
                    .isCloseTo(c.plain().applyAsDouble(x), within(4 * Math.ulp(Math.max(1, jet.value()))));
            checkDerivatives(c.jet(), x);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void obeysTheChainRule(Case c) {
        UnaryOperator<Jet> inner = t -> t.square().times(0.3).plus(t).plus(0.05);
        for (double x : c.points()) {
            double t = x > 0 ? x : 0.5 * x;
            if (c.points()[0] > 0 || Math.abs(x) > 0.3) {
                checkDerivatives(u -> c.jet().apply(inner.apply(u)), t);
            }
        }
    }

    private static void checkDerivatives(UnaryOperator<Jet> function, double x) {
        Jet jet = function.apply(Jet.variable(x));
        Slope first = Slope.of(t -> function.apply(Jet.variable(t)).value(), x);
        Slope second = Slope.of(t -> function.apply(Jet.variable(t)).first(), x);

        assertThat(jet.first())
                .as("first at %s", x)
                .isCloseTo(first.value(), within(first.tolerance(Math.abs(jet.value()))));
        assertThat(jet.second())
                .as("second at %s", x)
                .isCloseTo(second.value(), within(second.tolerance(Math.abs(jet.first()))));
    }

    @Test
    void staysFiniteAndExactFarOut() {
        assertThat(Jet.variable(800).sigmoid()).isEqualTo(new Jet(1, 0, 0));
        assertThat(Jet.variable(-800).sigmoid()).isEqualTo(new Jet(0, 0, 0));
        assertThat(Jet.variable(800).softplus()).isEqualTo(new Jet(800, 1, 0));
        assertThat(Jet.variable(-800).softplus()).isEqualTo(new Jet(0, 0, 0));
        assertThat(Jet.variable(-700).softplus().value()).isEqualTo(Math.exp(-700));
        assertThat(Jet.variable(-700).softplus().first()).isEqualTo(Math.exp(-700));
        assertThat(Jet.variable(800).tanh()).isEqualTo(new Jet(1, 0, 0));
        assertThat(Jet.variable(-800).logCosh()).isEqualTo(new Jet(800 - Math.log(2), -1, 0));
        assertThat(Jet.variable(-800).exp()).isEqualTo(new Jet(0, 0, 0));
        assertThat(Jet.variable(-800).expm1()).isEqualTo(new Jet(-1, 0, 0));
    }

    @Test
    void keepsTheDigitsOfTinyNumbers() {
        // log cosh u = u²/2 − u⁴/12 + …, softplus(−u) = e⁻ᵘ − e⁻²ᵘ/2 + …, sech²u = 4e⁻²ᵘ − …
        assertThat(Jet.variable(1e-6).logCosh().value()).isCloseTo(0.5e-12, within(1e-12 * 0.5e-12));
        double e = Math.exp(-40);
        assertThat(Jet.variable(-40).softplus().value()).isCloseTo(e - e * e / 2, within(4 * Math.ulp(e)));
        assertThat(Jet.variable(40).sigmoid().first()).isCloseTo(e, within(4 * Math.ulp(e)));
        assertThat(Jet.variable(20).tanh().first()).isCloseTo(4 * e, within(8 * Math.ulp(4 * e)));
        assertThat(Jet.variable(1e-9).expm1().value()).isEqualTo(Math.expm1(1e-9));
        assertThat(Jet.variable(1e-9).log1p().value()).isEqualTo(Math.log1p(1e-9));
    }

    @Test
    void hasSlopeZeroAtTheKinkOfAbs() {
        assertThat(Jet.variable(0).abs()).isEqualTo(new Jet(0, 0, 0));
    }

    @Test
    void prefersItselfAtATieAndKeepsNaN() {
        Jet u = new Jet(1, 2, 3);
        Jet v = new Jet(1, 4, 5);
        Jet nan = Jet.constant(Double.NaN);

        assertThat(u.max(v)).isEqualTo(u);
        assertThat(u.min(v)).isEqualTo(u);
        assertThat(u.max(nan).value()).isNaN();
        assertThat(nan.max(u).value()).isNaN();
        assertThat(u.min(nan).value()).isNaN();
        assertThat(nan.min(u).value()).isNaN();
    }

    @Test
    void hasInfiniteSlopesWhereTheFunctionIsVertical() {
        assertThat(Jet.variable(0).sqrt().first()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Jet.variable(0).log().first()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void hyperbolicTangentKeepsItsDigits() {
        for (double u = -30; u <= 30; u += 0.0131) {
            double expected = Math.tanh(u);
            assertThat(Jet.variable(u).tanh().value()).isCloseTo(expected, within(3 * Math.ulp(expected)));
        }
        for (double u : new double[] {0, 1e-300, 1e-9, 0.4999999999999999, 0.5, 800}) {
            double expected = Math.tanh(u);
            assertThat(Jet.variable(u).tanh().value()).isCloseTo(expected, within(3 * Math.ulp(expected)));
            assertThat(Jet.variable(-u).tanh().value()).isCloseTo(-expected, within(3 * Math.ulp(expected)));
        }
    }
}
