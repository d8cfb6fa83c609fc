package dev.limpid.core.objective;

import dev.limpid.core.data.Column;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.data.Values;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The rows of a risk: those with a weight, checked against hypothesis and loss, handed out in tiles.
 *
 * <p>A batch is cut into stripes and each stripe into tiles of {@value Tile#SIZE}. The stripes are what threads share; each
 * adds up in its own sums, which are then added in pairs of neighbours. Where the cuts lie depends on the batch and on
 * the number of sums, not on the threads, and so do the bits of the result.
 */
final class RiskRows {

    private static final int BLOCK = 8 * Tile.SIZE;
    private static final int MANY = 64;
    private static final int SOME = 8;

    final List<Column> columns;
    final Rows x;
    final List<Values> targets;
    final Values weights;
    final List<Values> offsets;
    final int[] groups;
    final double totalWeight;
    private final Population population;
    final Workers workers;

    private RiskRows(Dataset data, Loss loss, Workers workers) {
        this.columns = data.schema().columns();
        this.x = data.features();
        this.targets = data.targets();
        this.weights = data.weights();
        this.offsets = data.offsets();
        this.groups = data.groups();
        this.population = Population.of(data, loss);
        this.totalWeight = weights.sum();
        this.workers = workers;
    }

    static RiskRows of(Hypothesis hypothesis, Loss loss, Dataset data, Workers workers) {
        String name = loss.name();
        requireMatch(
                "scores of " + hypothesis.name(), loss.scores(), "as many as " + name + " reads", hypothesis.outputs());
        requireMatch(
                "target columns",
                loss.targets(),
                "as many as " + name + " reads",
                data.targets().size());
        int classes = data.schema().classNames().size();
        if (loss.classes() > 0 && classes > 0) {
            requireMatch("classes of the target", loss.classes(), "as many as " + name + " has", classes);
        }
        if (!data.offsets().isEmpty()) {
            requireMatch(
                    "offset columns",
                    loss.scores(),
                    "one per score of " + name,
                    data.offsets().size());
        }
        int[] kept = withWeight(data);
        requireTargets(loss, data, kept);
        if (data.hasMissing() && !hypothesis.allowsMissing()) {
            requireComplete(hypothesis, data, kept);
        }
        return new RiskRows(kept.length == data.size() ? data : data.select(kept), loss, workers);
    }

    private static void requireMatch(String what, int needed, String why, int given) {
        if (needed != given) {
            throw new IllegalArgumentException(what + " must be " + needed + " (" + why + "), but were " + given);
        }
    }

    private static int[] withWeight(Dataset data) {
        int[] kept = new int[data.size()];
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            kept[count] = i;
            count += data.weights().at(i) != 0 ? 1 : 0;
        }
        kept = count == kept.length ? kept : Arrays.copyOf(kept, count);
        if (kept.length == 0) {
            throw new IllegalArgumentException("weights must not all be 0, but all " + data.size() + " are");
        }
        return kept;
    }

    private static void requireTargets(Loss loss, Dataset data, int[] kept) {
        double[] y = new double[data.targets().size()];
        for (int i : kept) {
            for (int k = 0; k < y.length; k++) {
                y[k] = data.targets().get(k).at(i);
            }
            try {
                loss.check(y);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(e.getMessage() + " (row " + i + ")", e);
            }
        }
    }

    private static void requireComplete(Hypothesis hypothesis, Dataset data, int[] kept) {
        for (int i : kept) {
            for (int j = 0; j < data.features().columns(); j++) {
                if (Double.isNaN(data.features().get(i, j))) {
                    throw new IllegalArgumentException("column '"
                            + data.schema().columns().get(j).name() + "' must have no missing cell for "
                            + hypothesis.name() + ", but row " + i
                            + " has one: impute missing cells or leave the row out");
                }
            }
        }
    }

    int size() {
        return weights.size();
    }

    Population population() {
        return population;
    }

    /** All rows, each once. */
    Batch all() {
        return Batch.range(0, size(), 1);
    }

    /**
     * Walks over a batch, tile by tile.
     *
     * @param batch the rows
     * @param numbers how many numbers a stripe adds up
     * @param scores K
     * @param zero makes a stripe's sums
     * @param visit adds a tile to them
     * @return the sums over the batch
     */
    <A extends Sums<A>> A walk(Batch batch, long numbers, int scores, Supplier<A> zero, Visit<A> visit) {
        int stripes = stripes(batch.size(), numbers);
        if (stripes == 1) {
            A sum = zero.get();
            visit(batch, 0, batch.size(), scores, visit, sum);
            return sum;
        }
        PairwiseSum<A> sums = new PairwiseSum<>(stripes);
        workers.forEach(stripes, s -> {
            A sum = zero.get();
            visit(batch, cut(s, stripes, batch.size()), cut(s + 1, stripes, batch.size()), scores, visit, sum);
            sums.put(s, sum);
        });
        return sums.total();
    }

    private <A> void visit(Batch batch, int start, int end, int scores, Visit<A> visit, A sum) {
        Tile tile = new Tile(targets.size(), scores, Math.min(Tile.SIZE, batch.size()));
        for (int from = start; from < end; from += Tile.SIZE) {
            tile.load(this, batch, from, Math.min(from + Tile.SIZE, end));
            visit.add(tile, sum);
        }
    }

    /** As many stripes as keep threads busy, but fewer where their sums would take more memory than two vectors of length n. */
    private static int stripes(int rows, long numbers) {
        long blocks = (rows + BLOCK - 1L) / BLOCK;
        long affordable = Math.max(2L * rows, 1 << 18) / Math.max(1, numbers);
        long least = numbers <= 1 << 20 ? SOME : 1;
        return (int) Math.max(1, Math.min(blocks, Math.min(MANY, Math.max(least, affordable))));
    }

    /** Where stripe s begins: whole blocks, as evenly as they go. */
    private static int cut(int s, int stripes, int rows) {
        long blocks = (rows + BLOCK - 1L) / BLOCK;
        return (int) Math.min(rows, blocks * s / stripes * BLOCK);
    }

    /** Adds a tile to a stripe's sums. */
    @FunctionalInterface
    interface Visit<A> {
        void add(Tile tile, A sums);
    }

    /** What a stripe adds up. */
    interface Sums<A> {
        /** Adds the sums of the stripe that follows. */
        void add(A later);
    }
}
