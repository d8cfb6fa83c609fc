package dev.limpid.testkit.broken;

import static dev.limpid.testkit.LimpidAssertions.assertThat;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.MarginLoss;
import dev.limpid.core.loss.ResidualLoss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.law.LossLaws;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Odd losses that are right: no law blames them. */
class AwkwardLossesTest {

    /** Under-forecasting costs four times over-forecasting. */
    static final class Stockout implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            Jet r = f.minus(y);
            return Jet.where(r.value() < 0, r.square().times(4), r.square());
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

    /** The same as a change of a built-in loss; gradient written p − y-like, with cancellation. */
    static final class StockoutFromSquared extends SquaredLoss {
        private static double weight(double y, double f) {
            return f < y ? 4 : 1;
        }

        @Override
        public double value(double y, double f) {
            return weight(y, f) * super.value(y, f);
        }

        @Override
        public double gradient(double y, double f) {
            return weight(y, f) * super.gradient(y, f);
        }

        @Override
        public double secondDerivative(double y, double f) {
            return weight(y, f);
        }

        @Override
        public double curvature(double y, double f) {
            return weight(y, f);
        }

        @Override
        public Jet at(double y, double f) {
            return new Jet(value(y, f), gradient(y, f), curvature(y, f));
        }

        @Override
        public double bestShift(Sample sample) {
            return new Stockout().bestShift(sample);
        }
    }

    /** Any loss times a constant. */
    record Times(ScalarLoss loss, double c) implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return c * loss.value(y, f);
        }

        @Override
        public double gradient(double y, double f) {
            return c * loss.gradient(y, f);
        }

        @Override
        public double curvature(double y, double f) {
            return c * loss.curvature(y, f);
        }

        @Override
        public Curvature kind() {
            return loss.kind();
        }

        @Override
        public double secondDerivative(double y, double f) {
            return c * loss.secondDerivative(y, f);
        }

        @Override
        public double mean(double f) {
            return loss.mean(f);
        }

        @Override
        public int classes() {
            return loss.classes();
        }

        @Override
        public Domain domain() {
            return loss.domain();
        }

        @Override
        public boolean smooth() {
            return loss.smooth();
        }

        @Override
        public boolean convex() {
            return loss.convex();
        }
    }

    /** Not convex: ½·log(1 + r²). */
    static final class Cauchy implements ResidualLoss {
        @Override
        public Jet rho(Jet r) {
            return r.square().plus(1).log().times(0.5);
        }

        @Override
        public boolean concaveInSquare() {
            return true;
        }
    }

    /** Bounded, its gradient is 0 from r = 3 on: (1 − (1 − (r/3)²)³)·3/2 inside, 3/2 outside. */
    static final class Tukey implements ResidualLoss {
        @Override
        public Jet rho(Jet r) {
            if (Math.abs(r.value()) >= 3) {
                return Jet.constant(1.5);
            }
            Jet inside = r.times(1 / 3.0).square().negate().plus(1);
            return inside.times(inside).times(inside).negate().plus(1).times(1.5);
        }

        @Override
        public boolean concaveInSquare() {
            return true;
        }
    }

    /** 0 up to a residual of ½, then straight: two kinks, neither at 0. */
    static final class Insensitive implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return Math.max(0, Math.abs(f - y) - 0.5);
        }

        @Override
        public double gradient(double y, double f) {
            return Math.abs(f - y) > 0.5 ? Math.signum(f - y) : 0;
        }

        @Override
        public boolean smooth() {
            return false;
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

    /** Exponential on one side, straight on the other: e^r − r − 1. Overflows by right. */
    static final class Linex implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return Math.expm1(f - y) - (f - y);
        }

        @Override
        public double gradient(double y, double f) {
            return Math.expm1(f - y);
        }

        @Override
        public double curvature(double y, double f) {
            return Math.exp(f - y);
        }

        @Override
        public Curvature kind() {
            return Curvature.EXACT;
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

    /** The least one can write: value and gradient, p − y with its cancellation. */
    static final class PlainLogistic implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return Math.max(f, 0) + Math.log1p(Math.exp(-Math.abs(f))) - y * f;
        }

        @Override
        public double gradient(double y, double f) {
            return mean(f) - y;
        }

        @Override
        public double mean(double f) {
            return 1 / (1 + Math.exp(-f));
        }

        @Override
        public int classes() {
            return 2;
        }
    }

    /** Squared hinge: flat beyond the margin, so that a single class has a best shift. */
    static final class SquaredHinge implements MarginLoss {
        @Override
        public Jet phi(Jet m) {
            Jet short0 = m.negate().plus(1);
            return Jet.where(m.value() >= 1, Jet.constant(0), short0.square());
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

    /** Gamma deviance with a log link: y/µ + log µ, µ = e^f, for y &gt; 0. */
    static final class Gamma implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            return f.negate().exp().times(y).plus(f);
        }

        @Override
        public Domain domain() {
            return Domain.positive();
        }

        @Override
        public double mean(double f) {
            return Math.exp(f);
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

    /** Two targets, two scores: half the squared distance. */
    static final class Distance implements VectorLoss {
        @Override
        public int scores() {
            return 2;
        }

        @Override
        public int targets() {
            return 2;
        }

        @Override
        public double value(double[] y, double[] f) {
            return 0.5 * ((f[0] - y[0]) * (f[0] - y[0]) + (f[1] - y[1]) * (f[1] - y[1]));
        }

        @Override
        public void gradient(double[] y, double[] f, double[] out) {
            out[0] = f[0] - y[0];
            out[1] = f[1] - y[1];
        }

        @Override
        public Curvature kind() {
            return Curvature.EXACT;
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

    static Stream<Awkward<LossSubject>> right() {
        return Stream.<Loss>of(
                        new Stockout(),
                        new StockoutFromSquared(),
                        new Times(new SquaredLoss(), 1e-8),
                        new Times(new LogisticLoss(), 1e8),
                        new Times(new HuberLoss(1e-3), 1e-8),
                        new Times(new HuberLoss(1e4), 3),
                        new Cauchy(),
                        new Tukey(),
                        new Insensitive(),
                        new Linex(),
                        new PlainLogistic(),
                        new SquaredHinge(),
                        new Gamma(),
                        new Distance())
                .map(loss -> Awkward.of(Awkward.nameOf(loss), LossSubject.of(loss), LossLaws.all()));
    }

    /** Draws probabilities to the middle on purpose: (1 − p)²·log(1/p) for class 1. */
    static final class Focal implements MarginLoss {
        @Override
        public Jet phi(Jet m) {
            if (Math.abs(m.value()) > 40) {
                return m.value() > 0 ? m.times(-3).exp() : m.negate();
            }
            Jet q = m.exp().plus(1).pow(-1);
            return q.square().times(m.negate().exp().log1p());
        }

        @Override
        public double mean(double f) {
            return 1 / (1 + Math.exp(-f));
        }
    }

    @Test
    void aLossThatBreaksALawOnPurposeNamesItWithAReason() {
        assertThat(new Focal())
                .obeysItsLawsExcept(Map.of("L15", "focal loss draws probabilities to the middle on purpose"));
    }
}
