package dev.limpid.algorithms.boosting;

import dev.limpid.algorithms.tree.BinnedRows;
import dev.limpid.algorithms.tree.Binning;
import dev.limpid.algorithms.tree.GrownTree;
import dev.limpid.algorithms.tree.Tree;
import dev.limpid.algorithms.tree.TreeGrower;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Schema;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.Run;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Trace;
import dev.limpid.core.training.Workers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gradient boosting: adds up small trees, each fitted to the slope and curvature of the loss at the sum so far.
 *
 * <p>From rows (x, y) with weights w and offsets o, for each score k:
 *
 * <pre>
 *   f ← o + argmin over c of Σ w·ℓ(y, o + c)                             (1)  start
 *   in each round
 *     g = w·∂ℓ/∂f,  h = w·curvature                                       (2)  for kinks g/h̄, min(h/h̄, w)
 *     draw a batch of rows; multiply w, g, h by its weights               (3)
 *     grow a tree on (w, g, h) by the criterion's gain                    (4)
 *     v = the criterion's value of each leaf, or its best shift           (5)
 *     f ← f + η·v(leaf of x)                                              (6)  all rows, η the learning rate
 * </pre>
 *
 * <p>With K scores, a round makes K trees from one quadratic. The typical curvature h̄ of a loss with kinks is derived in
 * {@link ScoredRows#typicalCurvature}.
 *
 * <p><b>References</b>
 * <ol><li>J. H. Friedman (2001): Greedy Function Approximation: A Gradient Boosting Machine. Annals of Statistics 29(5),
 *     Algorithm 1. ((1), (5), (6))
 * <li>T. Chen, C. Guestrin (2016): XGBoost: A Scalable Tree Boosting System. KDD. ((2), (4))
 * <li>J. H. Friedman (2002): Stochastic Gradient Boosting. Computational Statistics and Data Analysis 38(4). ((3))</ol>
 */
final class BoostingRun implements Run {

    private final BoostingSpec spec;
    private final Loss loss;
    private final Memory memory;
    private final Workers workers;
    private final ScoredRows rows;
    private final Schema schema;
    private final Rows features;
    private final @Nullable ScoredRows validation;
    private final @Nullable Rows validationFeatures;
    private final TreeGrower grower;
    private final double[] start;
    private final List<List<Tree>> trees = new ArrayList<>();
    private final double[] statistics;
    private double objective;

    BoostingRun(BoostingSpec spec, Dataset data, @Nullable Dataset validation, Memory memory, Workers workers) {
        this.spec = spec;
        this.loss = spec.loss();
        this.memory = memory;
        this.workers = workers;
        this.schema = data.schema();
        this.features = data.features();
        this.rows = new ScoredRows(data, loss, workers);
        this.validation = validation == null ? null : new ScoredRows(validation, loss, workers);
        this.validationFeatures = validation == null ? null : validation.features();
        Binning binning = Binning.of(data, spec.bins(), workers);
        BinnedRows binned = binning.encode(features, workers);
        this.grower = new TreeGrower(binned, schema.columns(), spec.tree(), spec.criterion(), workers);
        this.statistics = new double[rows.size() * spec.criterion().width()];
        this.start = start(); // (1)
        resume();
        this.objective = rows.quadratic(); // (2) of the first round
    }

    private double[] start() {
        int[] all = IntStream.range(0, rows.size()).toArray();
        double[] best = new double[loss.scores()];
        if (!loss.shiftInvariant()) {
            if (loss instanceof ScalarLoss scalar) {
                best[0] = scalar.bestShift(rows.sample(all, 0, all.length));
            } else if (loss instanceof VectorLoss vector) {
                vector.bestShift(rows.sample(all, 0, all.length), best);
            }
        }
        for (int k = 0; k < best.length; k++) {
            rows.shift(k, best[k]);
            if (validation != null) {
                validation.shift(k, best[k]);
            }
        }
        return best;
    }

    /** Adds the trees that the memory holds to the scores, in the order they were made in. */
    private void resume() {
        double[] shape = memory.array("shape", 3); // rows, columns, rounds made
        int rounds = (int) shape[2];
        if (rounds > 0 && (shape[0] != rows.size() || shape[1] != features.columns())) {
            throw new IllegalArgumentException("memory must be of a fit to " + rows.size() + " rows and "
                    + features.columns() + " columns, but is of one to " + (long) shape[0] + " rows and "
                    + (long) shape[1] + " columns");
        }
        shape[0] = rows.size();
        shape[1] = features.columns();
        Map<String, double[]> saved = rounds > 0 ? memory.snapshot() : Map.of();
        for (int round = 0; round < rounds; round++) {
            List<Tree> ofRound = new ArrayList<>();
            for (int k = 0; k < loss.scores(); k++) {
                ofRound.add(Tree.of(schema.columns(), Objects.requireNonNull(saved.get(name(round, k)))));
                score(rows, features, k, ofRound.get(k));
            }
            trees.add(List.copyOf(ofRound));
            scoreValidation(ofRound);
        }
    }

    private static String name(int round, int k) {
        return "tree." + round + "." + k;
    }

    private void scoreValidation(List<Tree> ofRound) {
        for (int k = 0; k < ofRound.size(); k++) {
            if (validation != null && validationFeatures != null) {
                score(validation, validationFeatures, k, ofRound.get(k));
            }
        }
    }

    private static void score(ScoredRows scored, Rows X, int k, Tree tree) {
        TreeSum sum = new TreeSum(List.of(tree), X.columns());
        scored.add(k, (from, n, scores) -> sum.addTo(X, from, n, scores));
    }

    @Override
    public Step step() {
        long round = trees.size() + 1L;
        RowSample sample = draw(round); // (3)
        List<GrownTree> grown = new ArrayList<>();
        for (int k = 0; k < loss.scores(); k++) {
            rows.statistics(k, sample.share(), spec.criterion(), statistics);
            grown.add(grower.grow(statistics, sample.rows())); // (4)
        }
        if (grown.stream().allMatch(tree -> tree.tree().leaves() == 1)) {
            return step(round, 0, 0, 0).stopping(noSplit(round, sample));
        }
        List<Tree> ofRound = new ArrayList<>();
        boolean refit = spec.leafRefit().now(loss, rows);
        int kept = 0;
        for (int k = 0; k < grown.size(); k++) {
            double[] values = LeafValues.ofCriterion(grown.get(k).tree());
            if (refit && loss instanceof ScalarLoss scalar) {
                kept += LeafValues.refit(grown.get(k), scalar, rows, workers, values); // (5)
            }
            ofRound.add(move(k, grown.get(k), values)); // (6)
        }
        return finish(round, ofRound, kept);
    }

    private RowSample draw(long round) {
        RandomGenerator random = Seeds.of(spec.run().seed(), round);
        Sampler sampler = spec.sampler();
        Feedback feedback = sampler.usesFeedback() ? rows.feedback() : Feedback.none();
        Batch batch = sampler.next(rows.population(), feedback, memory.scope("sampler"), random);
        return RowSample.of(batch, rows.size(), sampler.name());
    }

    private Tree move(int k, GrownTree grown, double[] values) {
        for (int node = 0; node < values.length; node++) {
            values[node] *= spec.learningRate();
        }
        rows.add(k, grown.leaves(), values);
        return grown.tree().withLeaves(values, rows.weightsOf(grown.leaves(), values.length));
    }

    private Step finish(long round, List<Tree> ofRound, int kept) {
        double before = objective;
        objective = rows.quadratic(); // (2) of the next round
        if (!rows.isFinite() || !Double.isFinite(objective)) {
            return step(round, 0, 0, kept).stopping(diverged(round, before));
        }
        trees.add(List.copyOf(ofRound));
        scoreValidation(ofRound);
        for (int k = 0; k < ofRound.size(); k++) {
            memory.put(name(trees.size() - 1, k), ofRound.get(k).toArray());
        }
        memory.array("shape", 3)[2] = trees.size();
        int leaves = ofRound.stream().mapToInt(Tree::leaves).sum();
        double gain = ofRound.stream().mapToDouble(tree -> tree.gain(0)).max().orElse(0);
        return step(round, leaves, gain, kept);
    }

    private Step step(long round, int leaves, double gain, int kept) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("leaves", (double) leaves);
        numbers.put("gain", gain);
        if (kept > 0 || spec.leafRefit().always(loss)) {
            numbers.put("leaves not refitted", (double) kept);
        }
        if (validation != null) {
            numbers.put(Step.VALIDATION, validation.value());
        }
        OracleCount count = new OracleCount(0, 0, 1, rows.size());
        return new Step(round, objective, Double.NaN, spec.learningRate(), count, numbers, StopReason.RUNNING);
    }

    private StopReason noSplit(long round, RowSample sample) {
        String rowsWeigh = sample.isEveryRow(rows.size()) ? "all rows weigh " : "the rows drawn weigh ";
        return StopReason.converged(
                "No split gains more than minGain = " + spec.tree().minGain()
                        + " with minLeafWeight = " + spec.tree().minLeafWeight() + " on both sides (" + rowsWeigh
                        + statisticsWeight(sample) + "), so round " + round + " adds no tree.");
    }

    private double statisticsWeight(RowSample sample) {
        double sum = 0;
        for (int row : sample.rows()) {
            sum += statistics[row * spec.criterion().width()];
        }
        return sum;
    }

    private static StopReason diverged(long round, double before) {
        return new StopReason(
                StopReason.Kind.DIVERGED,
                "Round " + round
                        + " led to scores whose loss, gradient or curvature isn't a finite number (the loss was "
                        + before + " before), and was taken back: lower learningRate or raise l2.");
    }

    /** Builds the model from the rounds so far; up to the best one, if the fit is stopped early. */
    GradientBoosting model(Trace trace) {
        int rounds = spec.run().patience() > 0 ? bestRound(trace) : trees.size();
        StopReason reason =
                trace.size() == 0 ? StopReason.RUNNING : trace.last().stop();
        return new GradientBoosting(schema, loss, start, trees.subList(0, rounds), spec.recipe(), trace, reason);
    }

    private int bestRound(Trace trace) {
        long round = 0;
        double best = Double.POSITIVE_INFINITY;
        for (Step step : trace.steps()) {
            double value = step.numbers().getOrDefault(Step.VALIDATION, Double.NaN);
            if (value < best) {
                best = value;
                round = step.iteration();
            }
        }
        return (int) Math.min(round, trees.size());
    }

    @Override
    public Memory memory() {
        return memory;
    }
}
