package dev.limpid.benchmarks.linear;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.algorithms.path.PathSpec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.optimizer.trust.Tron;
import dev.limpid.core.optimizer.variance.Sdca;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.training.Training;
import dev.limpid.core.update.Sgd;
import java.io.IOException;
import java.util.Arrays;

/**
 * Prints what fits to one set of data need beyond it.
 *
 * <pre>
 *   MEMORY fit=… beyond=…MB vectors=v own=s rest=v − s n=… d=…
 * </pre>
 *
 * <p>v is the least free heap in vectors of n double numbers; s, in the same unit, what is the optimizer's own: as many numbers as
 * {@link Sdca}, {@link Tron} and {@link CoordinateDescent} say, or those that it needs to be resumed, in its
 * {@link dev.limpid.core.training.Memory}. The first line is a task that holds three vectors: it shows what the measurement adds.
 */
final class MemoryFits {

    private static final double MEGABYTE = 1 << 20;

    private static final double PART_OF_EPOCH = 0.1;

    private static final double PATH_TOLERANCE = 1e-3;

    /** To what it matters: an eighth of a vector, but not less. */
    private static final long LEAST_GRAIN = 1 << 17;

    /** Which data. */
    enum Data {
        /** Numbers and two classes, many more rows than columns. */
        DENSE,
        /** Sparse rows and two classes. */
        SPARSE,
        /** More columns than rows. */
        WIDE
    }

    private final int n;
    private final int d;

    private MemoryFits(int n, int d) {
        this.n = n;
        this.d = d;
    }

    /** Prints the lines of a set: its name, and what {@link Options} read. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(Arrays.copyOfRange(arguments, 1, arguments.length));
        switch (Data.valueOf(arguments[0])) {
            case DENSE -> dense(Generated.classes(options).dataset());
            case SPARSE -> sparse(Generated.text(options).dataset());
            case WIDE -> wide(Generated.wide(options).dataset());
        }
    }

    private static MemoryFits of(Dataset data) {
        MemoryFits fits = new MemoryFits(data.size(), data.features().columns());
        fits.print("three-vectors", 0, fits::holdThree);
        return fits;
    }

    private static void dense(Dataset data) {
        MemoryFits fits = of(data);
        LinearSpec spec = LinearModel.with(new LogisticLoss()).penalty(L2Penalty.of(1e-4));
        fits.print("logistic-dense", spec, data);
        fits.print("logistic-dense-lbfgs", spec.optimizer(Lbfgs.defaults()), data);
        fits.print(
                "sgd-dense",
                spec.optimizer(new Stochastic(Sgd.withLearningRate(0.03), ShuffledSampler.of(32)))
                        .stopping(Stopping.maxEpochs(PART_OF_EPOCH)),
                data);
        LinearSpec lasso = LinearModel.with(new SquaredLoss()).penalty(L1Penalty.of(1e-3));
        long copy = (long) fits.n * fits.d; // all of them come into a working set
        fits.print("lasso-dense", copy + fits.descent(), () -> lasso.fit(data));
    }

    private static void sparse(Dataset data) {
        MemoryFits fits = of(data);
        L2Penalty penalty = L2Penalty.of(1.0 / data.size());
        LinearSpec logistic = LinearModel.with(new LogisticLoss()).penalty(penalty);
        long dual = 4L * fits.n + fits.d; // of Sdca, which is chosen without an intercept
        fits.print("logistic-sparse", dual, () -> logistic.intercept(false).fit(data));
        long newton = 8L * (fits.d + 1); // of Tron, which is chosen with one
        fits.print("logistic-sparse-intercept", newton, () -> logistic.fit(data));
        LinearSpec svm =
                LinearModel.with(new SquaredHingeLoss()).penalty(penalty).intercept(false);
        fits.print("svm-sparse", dual, () -> svm.fit(data));
    }

    private static void wide(Dataset data) {
        MemoryFits fits = of(data);
        LinearSpec spec =
                LinearModel.with(new SquaredLoss()).intercept(false).optimizer(new CoordinateDescent(PATH_TOLERANCE));
        PathSpec path = PathSpec.of(spec, L1Penalty::of);
        double largest = path.largestStrength(data);
        LinearSpec single = spec.penalty(L1Penalty.of(0.05 * largest));
        fits.print("lasso-single", fits.descent(), () -> single.fit(data));
        long models = 100L * fits.d;
        fits.print("lasso-path", fits.descent() + models, () -> path.ratio(0.01).fit(data));
    }

    /** Of coordinate descent but for copies and products of columns: ten numbers a row, twelve a column, and gradients. */
    private long descent() {
        long gradients = d > 64 ? 2 * 6 * ((long) n + d) : 0;
        return 10L * n + 12L * d + gradients;
    }

    private void holdThree() {
        double[][] three = new double[3][n];
        if (Arrays.stream(three).mapToInt(vector -> vector.length).sum() != 3 * n) {
            throw new IllegalStateException("vectors must have " + n + " numbers");
        }
    }

    private void print(String fit, LinearSpec spec, Dataset data) {
        Training<LinearModel> training = spec.begin(data);
        training.finish();
        long own = training.memory().snapshot().values().stream()
                .mapToLong(numbers -> numbers.length)
                .sum();
        print(fit, own, () -> spec.fit(data));
    }

    private void print(String fit, long own, Runnable task) {
        task.run(); // so that its classes are there
        long bytes = LeastHeap.bytes(Math.max(n, LEAST_GRAIN), task);
        double vector = (double) Double.BYTES * n;
        double vectors = bytes / vector;
        double kept = Double.BYTES * own / vector;
        System.out.println(Contest.format(
                "MEMORY fit=%s beyond=%.2fMB vectors=%.2f own=%.2f rest=%.2f n=%d d=%d",
                fit, bytes / MEGABYTE, vectors, kept, vectors - kept, n, d));
    }
}
