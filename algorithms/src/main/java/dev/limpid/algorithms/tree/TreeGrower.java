package dev.limpid.algorithms.tree;

import dev.limpid.core.criterion.Criterion;
import dev.limpid.core.data.Column;
import dev.limpid.core.training.Workers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Grows a tree on binned rows, the leaf with the largest gain first.
 *
 * <pre>
 *   put the root, with all rows, among the open leaves
 *   while there are fewer than maxLeaves leaves:
 *     take the open leaf with the largest gain; stop if none gains more than minGain            (1)
 *     send its rows left or right, keeping their order                                          (2)
 *     add up the histograms of the child with fewer rows, column by column                      (3)
 *     histograms of the other child = those of the parent − those of the smaller                (4)
 *     look for the best split of each child                                                     (5)
 * </pre>
 *
 * <p>Columns are shared out among the workers; each column's histogram is summed by one of them in the order of the rows,
 * so the tree is the same for any number of threads. A grower keeps its buffers from tree to tree and is used by one
 * thread.
 *
 * <p><b>References</b>
 * <ol><li>G. Ke et al. (2017): LightGBM: A Highly Efficient Gradient Boosting Decision Tree. NeurIPS. (histograms,
 *     subtraction)
 * <li>H. Shi (2007): Best-first Decision Tree Learning. University of Waikato. (the order of splits)</ol>
 *
 * @since 0.1.0
 */
public final class TreeGrower {

    private static final int BLOCK = 1 << 15; // rows that one thread moves at a time
    private static final int WORTH_SHARING = 1 << 15; // cells below which one thread is faster

    private final BinnedRows X;
    private final List<Column> columns;
    private final TreeSettings settings;
    private final Criterion criterion;
    private final int width;
    private final Workers workers;
    private final SplitSearch[] search;
    private final Deque<double[][]> pool = new ArrayDeque<>();
    private final int[] rows;
    private final int[] lefts;
    private final int[] rights;
    private final double[] ordered;

    /**
     * Prepares buffers for trees on the same rows.
     *
     * @param X binned rows
     * @param columns what the columns are, for the rules of the trees
     * @param settings when a tree stops growing
     * @param criterion what splits and leaves are worth
     * @param workers threads to use
     */
    public TreeGrower(BinnedRows X, List<Column> columns, TreeSettings settings, Criterion criterion, Workers workers) {
        this.X = X;
        this.columns = List.copyOf(columns);
        this.settings = settings;
        this.criterion = criterion;
        this.width = criterion.width();
        this.workers = workers;
        this.search = new SplitSearch[columns.size()];
        for (int j = 0; j < search.length; j++) {
            search[j] = new SplitSearch(j, X.binning().feature(j), criterion, settings.minLeafWeight());
        }
        this.rows = new int[X.size()];
        this.lefts = new int[X.size()];
        this.rights = new int[X.size()];
        this.ordered = new double[X.size() * width];
    }

    /**
     * Grows a tree.
     *
     * @param statistics of all n rows, one after another, {@code width} numbers each; not changed
     * @param sample the rows to grow on, increasing, at least one; not changed
     * @return the tree, a single leaf if no split gains enough
     */
    public GrownTree grow(double[] statistics, int[] sample) {
        System.arraycopy(sample, 0, rows, 0, sample.length);
        List<OpenNode> nodes = new ArrayList<>();
        nodes.add(root(statistics, sample.length));
        for (int leaves = 1; leaves < settings.maxLeaves(); leaves++) {
            OpenNode node = largestGain(nodes); // (1)
            if (node == null) {
                break;
            }
            split(node, nodes, statistics, leaves + 1 == settings.maxLeaves());
        }
        nodes.forEach(this::release);
        return new GrownTree(X, tree(nodes), nodes, rows, sample.length);
    }

    private OpenNode root(double[] statistics, int size) {
        double[] sum = new double[width];
        for (int k = 0; k < size; k++) {
            for (int c = 0; c < width; c++) {
                sum[c] += statistics[rows[k] * width + c];
            }
        }
        OpenNode root = new OpenNode(0, 0, 0, size, sum);
        if (canSplit(root)) {
            double[][] histogram = histogram();
            root.histogram = histogram;
            gather(root, statistics);
            @Nullable Split[] splits = new Split[search.length];
            share(size, j -> {
                Histograms.build(X.column(j), rows, 0, size, ordered, width, histogram[j]);
                splits[j] = bestSplit(root, j);
            });
            root.best = best(splits);
        }
        return root;
    }

    private boolean canSplit(OpenNode node) {
        return node.depth < settings.maxDepth() && node.statistics[0] >= 2 * settings.minLeafWeight();
    }

    private static @Nullable OpenNode largestGain(List<OpenNode> nodes) {
        OpenNode largest = null;
        double gain = 0;
        for (OpenNode node : nodes) {
            Split best = node.isSplit() ? null : node.best;
            if (best != null && (largest == null || best.beats(gain))) {
                largest = node;
                gain = best.gain();
            }
        }
        return largest;
    }

    private void split(OpenNode node, List<OpenNode> nodes, double[] statistics, boolean last) {
        Split best = Objects.requireNonNull(node.best);
        node.goesLeft = goesLeft(best);
        node.child = nodes.size();
        int middle = node.from + partition(node, X.column(best.feature()), node.goesLeft); // (2)
        OpenNode left = new OpenNode(node.child, node.depth + 1, node.from, middle, best.left());
        OpenNode right = new OpenNode(node.child + 1, node.depth + 1, middle, node.to, best.right());
        nodes.add(left);
        nodes.add(right);
        if (!last && (canSplit(left) || canSplit(right))) {
            boolean leftIsSmall = left.size() <= right.size();
            prepare(node, leftIsSmall ? left : right, leftIsSmall ? right : left, statistics);
        }
        release(node);
    }

    /** Fills the histograms of two siblings and finds their best splits. */
    private void prepare(OpenNode parent, OpenNode small, OpenNode large, double[] statistics) {
        double[][] smallHistogram = histogram();
        double[][] largeHistogram = Objects.requireNonNull(parent.histogram);
        parent.histogram = null;
        small.histogram = smallHistogram;
        large.histogram = largeHistogram;
        gather(small, statistics);
        @Nullable Split[] ofSmall = new Split[search.length];
        @Nullable Split[] ofLarge = new Split[search.length];
        share(small.size(), j -> {
            Histograms.build(X.column(j), rows, small.from, small.to, ordered, width, smallHistogram[j]); // (3)
            Histograms.subtract(largeHistogram[j], smallHistogram[j]); // (4)
            ofSmall[j] = bestSplit(small, j); // (5)
            ofLarge[j] = bestSplit(large, j);
        });
        small.best = best(ofSmall);
        large.best = best(ofLarge);
    }

    private @Nullable Split bestSplit(OpenNode node, int j) {
        return canSplit(node) && node.histogram != null
                ? search[j].best(node.histogram[j], node.statistics, settings.minGain())
                : null;
    }

    private static @Nullable Split best(@Nullable Split[] splits) {
        Split best = null;
        for (Split split : splits) {
            if (split != null && (best == null || split.beats(best.gain()))) {
                best = split;
            }
        }
        return best;
    }

    private byte[] goesLeft(Split split) {
        FeatureBins bins = X.binning().feature(split.feature());
        byte[] left = new byte[256];
        for (int code = 0; code < bins.size(); code++) {
            boolean goes = bins.isCategorical() ? code == split.bin() : code <= split.bin();
            left[code] = (byte) (goes ? 1 : 0);
        }
        left[bins.size()] = (byte) (split.missingLeft() ? 1 : 0);
        return left;
    }

    /** Sends the node's rows left or right, keeping their order, and returns how many went left. */
    private int partition(OpenNode node, byte[] codes, byte[] goesLeft) {
        int blocks = blocks(node);
        int[] leftCount = new int[blocks];
        workers.forEach(blocks, b -> {
            int from = node.from + b * BLOCK;
            int to = Math.min(from + BLOCK, node.to);
            int l = from;
            int r = from;
            for (int k = from; k < to; k++) {
                int row = rows[k];
                int left = goesLeft[codes[row] & 0xff];
                lefts[l] = row;
                rights[r] = row;
                l += left;
                r += 1 - left;
            }
            leftCount[b] = l - from;
        });
        int middle = Arrays.stream(leftCount).sum();
        int l = node.from;
        int r = node.from + middle;
        for (int b = 0; b < blocks; b++) {
            int from = node.from + b * BLOCK;
            int count = Math.min(BLOCK, node.to - from);
            System.arraycopy(lefts, from, rows, l, leftCount[b]);
            System.arraycopy(rights, from, rows, r, count - leftCount[b]);
            l += leftCount[b];
            r += count - leftCount[b];
        }
        return middle;
    }

    /** Copies the statistics of the node's rows to the front of {@code ordered}, in the order of the rows. */
    private void gather(OpenNode node, double[] statistics) {
        workers.forEach(blocks(node), b -> {
            int begin = node.from + b * BLOCK;
            int end = Math.min(begin + BLOCK, node.to);
            int at = (begin - node.from) * width;
            for (int k = begin; k < end; k++) {
                int row = rows[k] * width;
                for (int c = 0; c < width; c++) {
                    ordered[at++] = statistics[row + c];
                }
            }
        });
    }

    private static int blocks(OpenNode node) {
        return (node.size() + BLOCK - 1) / BLOCK;
    }

    private void share(int size, IntConsumer columnTask) {
        if ((long) size * search.length >= WORTH_SHARING) {
            workers.forEach(search.length, columnTask);
        } else {
            for (int j = 0; j < search.length; j++) {
                columnTask.accept(j);
            }
        }
    }

    private double[][] histogram() {
        double[][] histogram = pool.poll();
        if (histogram == null) {
            histogram = new double[search.length][];
            for (int j = 0; j < search.length; j++) {
                histogram[j] = new double[(X.binning().bins(j) + 1) * width];
            }
        }
        return histogram;
    }

    private void release(OpenNode node) {
        if (node.histogram != null) {
            pool.push(node.histogram);
            node.histogram = null;
        }
    }

    private Tree tree(List<OpenNode> nodes) {
        Nodes splits = new Nodes(nodes.size());
        double[] value = new double[nodes.size()];
        double[] weight = new double[nodes.size()];
        for (OpenNode node : nodes) {
            value[node.id] = criterion.leaf(node.statistics, 0);
            weight[node.id] = node.statistics[0];
            Split best = node.best;
            if (node.isSplit() && best != null) {
                int feature = best.feature();
                double threshold = X.binning().feature(feature).threshold(best.bin());
                splits.split(node.id, feature, columns.get(feature).isCategorical(), threshold, node.child);
                splits.missing(node.id, best.missingLeft(), best.sawMissing());
                splits.gain[node.id] = best.gain();
            }
        }
        return new Tree(columns, splits, value, weight);
    }
}
