package dev.limpid.benchmarks;

import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.loss.ResidualLoss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.Scores;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The bare kernel, nanoseconds a row, after five other losses have gone through the same loops. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@OperationsPerInvocation(LossKernelBenchmark.ROWS)
public class LossKernelBenchmark {

    static final int ROWS = 512;

    /** Which loss: a built-in, a user's copy of it, the same as a formula, the built-in inside a record. */
    @Param({
        "squared",
        "squaredCopy",
        "squaredFormula",
        "squaredWrapped",
        "logistic",
        "logisticCopy",
        "logisticFormula",
        "logisticWrapped",
        "huber",
        "huberFormula",
        "huberResidual",
        "asymmetricMethods",
        "asymmetricFormula"
    })
    public String loss;

    /** {@code cloned}, a loop for each loss, or {@code shared}, one for all. */
    @Param({"cloned", "shared"})
    public String loop;

    private final double[][] y = new double[1][ROWS];
    private final double[][] f = new double[1][ROWS];
    private final double[][] g = new double[1][ROWS];
    private final double[] w = new double[ROWS];
    private LossKernel kernel = LossKernel.of(new SquaredLoss());

    /** Draws the rows, and runs five other losses through the kernels. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < ROWS; i++) {
            y[0][i] = random.nextInt(2);
            f[0][i] = random.nextDouble(-3, 3);
            w[i] = 1;
        }
        for (ScalarLoss other :
                List.of(new HuberLoss(1), new QuantileLoss(0.8), new PoissonLoss(), new AbsoluteLoss(), new Cauchy())) {
            LossKernel polluted = kernel(other);
            for (int i = 0; i < 20_000; i++) {
                polluted.gradient(ROWS, y, f, w, g);
                polluted.valueAndGradient(ROWS, y, f, w, g);
            }
        }
        kernel = kernel(losses());
    }

    private LossKernel kernel(ScalarLoss of) {
        return loop.equals("cloned") ? LossKernel.of(of) : LossKernel.shared(of);
    }

    private ScalarLoss losses() {
        return switch (loss) {
            case "squared" -> new SquaredLoss();
            case "squaredCopy" -> new SquaredCopy();
            case "squaredFormula" -> new SquaredFormula();
            case "squaredWrapped" -> new Times(new SquaredLoss(), 2);
            case "logistic" -> new LogisticLoss();
            case "logisticCopy" -> new LogisticCopy();
            case "logisticFormula" -> new LogisticFormula();
            case "logisticWrapped" -> new Times(new LogisticLoss(), 2);
            case "huber" -> new HuberLoss(1);
            case "huberFormula" -> new HuberFormula();
            case "huberResidual" -> new HuberResidual();
            case "asymmetricMethods" -> new AsymmetricMethods();
            case "asymmetricFormula" -> new AsymmetricFormula();
            default -> throw new IllegalArgumentException("loss must be one of the parameters, but was " + loss);
        };
    }

    /**
     * The gradient alone.
     *
     * @return the gradient
     */
    @Benchmark
    public double[][] gradient() {
        kernel.gradient(ROWS, y, f, w, g);
        return g;
    }

    /**
     * Value and gradient.
     *
     * @return the value
     */
    @Benchmark
    public double valueAndGradient() {
        return kernel.valueAndGradient(ROWS, y, f, w, g);
    }

    static final class SquaredCopy implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return 0.5 * (f - y) * (f - y);
        }

        @Override
        public double gradient(double y, double f) {
            return f - y;
        }
    }

    static final class SquaredFormula implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            return f.minus(y).square().times(0.5);
        }
    }

    /** What {@code LogisticLoss} computes, line by line. */
    static final class LogisticCopy implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return linear(y, f) + Scores.log1p(Math.exp(-Math.abs(f)));
        }

        private static double linear(double y, double f) {
            return (f >= 0 ? 1 - y : y) * Math.abs(f);
        }

        @Override
        public double gradient(double y, double f) {
            double e = Math.exp(-Math.abs(f));
            double p = (f >= 0 ? 1 : e) / (1 + e);
            double q = (f >= 0 ? e : 1) / (1 + e);
            return (1 - y) * p - y * q;
        }

        @Override
        public Jet at(double y, double f) {
            double e = Math.exp(-Math.abs(f));
            double p = (f >= 0 ? 1 : e) / (1 + e);
            double q = (f >= 0 ? e : 1) / (1 + e);
            return new Jet(linear(y, f) + Scores.log1p(e), (1 - y) * p - y * q, e / ((1 + e) * (1 + e)));
        }
    }

    static final class LogisticFormula implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            return f.softplus().minus(f.times(y));
        }
    }

    static final class HuberFormula implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            Jet r = f.minus(y);
            return Jet.where(
                    Math.abs(r.value()) <= 1, r.square().times(0.5), r.abs().minus(0.5));
        }
    }

    static final class HuberResidual implements ResidualLoss {
        @Override
        public Jet rho(Jet r) {
            return Jet.where(
                    Math.abs(r.value()) <= 1, r.square().times(0.5), r.abs().minus(0.5));
        }

        @Override
        public boolean concaveInSquare() {
            return true;
        }
    }

    /** Four times dearer below than above, by hand. */
    static final class AsymmetricMethods implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            double r = f - y;
            return r * r * (r < 0 ? 4 : 1);
        }

        @Override
        public double gradient(double y, double f) {
            double r = f - y;
            return 2 * r * (r < 0 ? 4 : 1);
        }
    }

    static final class AsymmetricFormula implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            Jet r = f.minus(y);
            return r.square().times(r.value() < 0 ? 4 : 1);
        }
    }

    static final class Cauchy implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            return f.minus(y).square().log1p();
        }
    }

    record Times(ScalarLoss inner, double factor) implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return factor * inner.value(y, f);
        }

        @Override
        public double gradient(double y, double f) {
            return factor * inner.gradient(y, f);
        }
    }
}
