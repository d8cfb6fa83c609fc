package dev.limpid.benchmarks;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.training.Workers;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The logistic risk of 1M × 28 rows on two threads, milliseconds a pass, beside one copy of the memory of X. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx6g"})
public class RiskBenchmark {

    private static final int N = 1_000_000;
    private static final int D = 28;

    /** The built-in logistic loss, the same as a formula, or one that costs nothing but its gradient. */
    @Param({"builtIn", "formula", "gradientAlone"})
    public String loss;

    /** Bits of a stored cell. */
    @Param({"64", "32"})
    public int bits;

    private final double[] theta = new double[D + 1];
    private final double[] g = new double[D + 1];
    private final double[][] source = new double[D][N];
    private final double[][] target = new double[D][N];
    private Workers workers = Workers.serial();
    private LinearSum risk = risk(Dataset.of(new double[][] {{0}, {1}}, 0, 1), new LogisticLoss());

    /** Draws the rows. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] x = new double[N][D];
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            double score = 0;
            for (int j = 0; j < D; j++) {
                x[i][j] = (float) random.nextDouble(-1, 1);
                source[j][i] = x[i][j];
                score += x[i][j] * (j % 3 - 1);
            }
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
        }
        workers = Workers.of(2);
        Dataset data = Dataset.of(x, y);
        risk = risk(
                bits == 64 ? data : data.withFloatStorage(),
                switch (loss) {
                    case "builtIn" -> new LogisticLoss();
                    case "formula" -> new Formula();
                    default -> new GradientAlone();
                });
        for (int j = 0; j < D; j++) {
            theta[j] = 0.1 * (j % 3 - 1);
        }
    }

    private LinearSum risk(Dataset data, Loss of) {
        LinearHypothesis map = new LinearHypothesis(data.features().columns(), 1, true);
        return EmpiricalRisk.linear(map, of, data, workers);
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        workers.close();
    }

    /**
     * F and ∇F.
     *
     * @return F
     */
    @Benchmark
    public double valueAndGradient() {
        return risk.gradient(theta, g);
    }

    /**
     * F alone.
     *
     * @return F
     */
    @Benchmark
    public double value() {
        return risk.value(theta);
    }

    /**
     * One copy of 224 MB on one thread.
     *
     * @return the copy
     */
    @Benchmark
    public double[][] copy() {
        for (int j = 0; j < D; j++) {
            System.arraycopy(source[j], 0, target[j], 0, N);
        }
        return target;
    }

    static final class Formula implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            return f.softplus().minus(f.times(y));
        }
    }

    /** The logistic gradient, and 0 for a value. */
    static final class GradientAlone extends LogisticLoss {
        @Override
        public double value(double y, double f) {
            return 0;
        }

        @Override
        public double curvature(double y, double f) {
            return 1;
        }
    }
}
