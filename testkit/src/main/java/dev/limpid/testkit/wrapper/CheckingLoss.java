package dev.limpid.testkit.wrapper;

import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.internal.loss.GradientTests;
import dev.limpid.testkit.law.LossLaws;
import dev.limpid.testkit.law.Outcome;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A loss that passes calls on and fails at the first broken promise, with the text of the law: at the targets and scores of a
 * real fit, which no draw of the testkit may have hit.
 *
 * <pre>{@code
 * ScalarLoss loss = CheckingLoss.of(new StockoutLoss());
 * LinearModel.spec(loss).fit(data);  // throws AssertionError: StockoutLoss breaks law L02: …, in a run.
 * }</pre>
 *
 * <p>Each call is looked at for NaN and negative curvature. The first 50 calls, and then every 4096th, are also compared with
 * differences of the value, with the same call again and with the single calls; a fit takes about twice as long.
 *
 * @since 0.1.0
 */
public final class CheckingLoss {

    private static final String UNSTABLE =
            "exp overflows, log of 0, 0·log 0 or ∞ − ∞; write the formula in a stable form.";
    private static final String STATE = "a field remembers something, or the answer is drawn at random.";
    private static final String WRITES = "the array that is handed in is used as scratch space; clone it first.";

    private CheckingLoss() {}

    /**
     * Wraps a loss of one score.
     *
     * @param loss the loss
     * @return the same loss, checked
     */
    public static ScalarLoss of(ScalarLoss loss) {
        return new Scalar(loss);
    }

    /**
     * Wraps a loss of K scores.
     *
     * @param loss the loss
     * @return the same loss, checked
     */
    public static VectorLoss of(VectorLoss loss) {
        return new Vector(loss);
    }

    /**
     * Wraps a loss of units.
     *
     * @param loss the loss
     * @return the same loss, checked
     */
    public static UnitLoss of(UnitLoss loss) {
        return new Units(loss);
    }

    private static void finite(Promise promise, Supplier<String> where, double value, double... g) {
        boolean lost = Double.isNaN(value) || value == Double.NEGATIVE_INFINITY;
        boolean gradientLost = Arrays.stream(g).anyMatch(Double::isNaN);
        if (lost || gradientLost) {
            promise.require(
                    LossLaws.EXTREMES,
                    Outcome.failed(where.get() + "\n  value     " + value + "\n  gradient  " + Text.plain(g)
                            + "\nLikely cause: " + UNSTABLE));
        }
    }

    private static void curved(Promise promise, Supplier<String> where, double... h) {
        if (Arrays.stream(h).anyMatch(x -> !(x >= 0 && Double.isFinite(x)))) {
            promise.require(
                    LossLaws.CURVATURE,
                    Outcome.failed(where.get() + "\n  curvature  " + Text.plain(h)
                            + "\nLikely cause: the second derivative of a loss that is not convex; return max(0, ·) or a"
                            + " majoriser."));
        }
    }

    private static final class Scalar extends ScalarWrapper {
        private final Promise promise;

        Scalar(ScalarLoss loss) {
            super(loss);
            promise = new Promise(loss.toString());
        }

        private static String where(double y, double f) {
            return "at y = " + y + ", f = " + f;
        }

        @Override
        public double value(double y, double f) {
            double value = loss.value(y, f);
            finite(promise, () -> where(y, f), value, 0);
            return value;
        }

        @Override
        public double gradient(double y, double f) {
            double g = loss.gradient(y, f);
            finite(promise, () -> where(y, f), 0, g);
            if (promise.isClose()) {
                look(y, f, g);
            }
            return g;
        }

        @Override
        public double curvature(double y, double f) {
            double h = loss.curvature(y, f);
            curved(promise, () -> where(y, f), h);
            return h;
        }

        @Override
        public Jet at(double y, double f) {
            Jet jet = loss.at(y, f);
            finite(promise, () -> where(y, f), jet.value(), jet.first());
            curved(promise, () -> where(y, f), jet.second());
            if (promise.isClose()) {
                double[] single = {loss.value(y, f), loss.gradient(y, f), loss.curvature(y, f)};
                double[] together = {jet.value(), jet.first(), jet.second()};
                promise.requireSame(
                        LossLaws.COMBINED_CALL,
                        where(y, f) + ", value, gradient and curvature, alone and by at",
                        single,
                        together,
                        "at is written with other terms.");
                look(y, f, jet.first());
            }
            return jet;
        }

        private void look(double y, double f, double g) {
            double[] again = {loss.gradient(y, f)};
            promise.requireSame(LossLaws.STATELESS, where(y, f), new double[] {g}, again, STATE);
            if (Double.isFinite(loss.value(y, f))) {
                promise.require(
                        LossLaws.GRADIENT,
                        GradientTests.gradientAt(LossSubject.of(loss), new double[] {y}, new double[] {f}));
            }
        }
    }

    private static final class Vector extends VectorWrapper {
        private final Promise promise;

        Vector(VectorLoss loss) {
            super(loss);
            promise = new Promise(loss.toString());
        }

        private static String where(double[] y, double[] f) {
            return "at y = " + Text.plain(y) + ", f = " + Text.plain(f);
        }

        @Override
        public double value(double[] y, double[] f) {
            double[] before = f.clone();
            double value = loss.value(y, f);
            finite(promise, () -> where(y, before), value, 0);
            promise.requireSame(LossLaws.INPUTS, "f before and after value", before, f, WRITES);
            return value;
        }

        @Override
        public void gradient(double[] y, double[] f, double[] out) {
            double[] before = f.clone();
            loss.gradient(y, f, out);
            promise.requireSame(LossLaws.INPUTS, "f before and after gradient", before, f, WRITES);
            double[] g = Arrays.copyOf(out, scores());
            finite(promise, () -> where(y, f), 0, g);
            look(y, f, g);
        }

        @Override
        public void curvature(double[] y, double[] f, double[] out) {
            loss.curvature(y, f, out);
            curved(promise, () -> where(y, f), Arrays.copyOf(out, scores()));
        }

        @Override
        public double at(double[] y, double[] f, double[] gradient, double[] curvature) {
            double[] before = f.clone();
            double value = loss.at(y, f, gradient, curvature);
            promise.requireSame(LossLaws.INPUTS, "f before and after at", before, f, WRITES);
            double[] g = Arrays.copyOf(gradient, scores());
            finite(promise, () -> where(y, f), value, g);
            curved(promise, () -> where(y, f), Arrays.copyOf(curvature, scores()));
            look(y, f, g);
            return value;
        }

        private void look(double[] y, double[] f, double[] g) {
            if (!promise.isClose()) {
                return;
            }
            double[] again = new double[g.length];
            loss.gradient(y, f.clone(), again);
            promise.requireSame(LossLaws.STATELESS, where(y, f), g, again, STATE);
            if (Double.isFinite(loss.value(y, f.clone()))) {
                promise.require(LossLaws.GRADIENT, GradientTests.gradientAt(LossSubject.of(loss), y, f));
            }
        }
    }

    private static final class Units extends UnitWrapper {
        private final Promise promise;

        Units(UnitLoss loss) {
            super(loss);
            promise = new Promise(loss.toString());
        }

        private static String where(Unit unit) {
            return "at y = " + Arrays.deepToString(unit.y()) + ", w = " + Text.plain(unit.w()) + ", f = "
                    + Text.plain(unit.f());
        }

        @Override
        public double mass(Unit unit) {
            double mass = loss.mass(unit);
            if (!(mass >= 0 && Double.isFinite(mass))) {
                promise.require(
                        LossLaws.UNIT_MASS,
                        Outcome.failed(
                                where(unit) + "\n  mass  " + mass
                                        + "\nLikely cause: a difference or a quotient of weights; the mass is finite and ≥ 0."));
            }
            return mass;
        }

        @Override
        public double value(Unit unit) {
            double[] before = unit.f().clone();
            double value = loss.value(unit);
            promise.requireSame(LossLaws.INPUTS, "f before and after value", before, unit.f(), WRITES);
            finite(promise, () -> where(unit), value, 0);
            return value;
        }

        @Override
        public void gradient(Unit unit, double[] out) {
            double[] before = unit.f().clone();
            loss.gradient(unit, out);
            promise.requireSame(LossLaws.INPUTS, "f before and after gradient", before, unit.f(), WRITES);
            double[] g = Arrays.copyOf(out, before.length);
            finite(promise, () -> where(unit), 0, g);
            if (promise.isClose()) {
                double[] again = new double[out.length];
                loss.gradient(unit, again);
                promise.requireSame(LossLaws.STATELESS, where(unit), g, Arrays.copyOf(again, before.length), STATE);
                promise.require(LossLaws.GRADIENT, GradientTests.gradientAt(LossSubject.of(loss), unit));
            }
        }

        @Override
        public void curvature(Unit unit, double[] out) {
            loss.curvature(unit, out);
            curved(promise, () -> where(unit), Arrays.copyOf(out, unit.f().length));
        }
    }
}
