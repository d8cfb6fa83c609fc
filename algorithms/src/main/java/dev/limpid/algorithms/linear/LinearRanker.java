package dev.limpid.algorithms.linear;

import dev.limpid.core.loss.ranking.LambdaRankLoss;
import dev.limpid.core.loss.ranking.ListNetLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.update.adaptive.Adam;

/**
 * Linear ranking: scores that put the rows of each group, such as the documents of a query, in the right order.
 *
 * <pre>
 *   pairwise    Σ over pairs with yᵢ &gt; yⱼ of log(1 + e^{−(fᵢ − fⱼ)})                      {@link PairwiseLogisticLoss}
 *   listNet     cross-entropy between the chances of rows to be first, e^y and e^f          {@link ListNetLoss}
 *   lambdaRank  pairwise, each pair weighted by what its swap would change in the NDCG      {@link LambdaRankLoss}
 *   f = w·x,  the mean over the mass of all groups  →  min
 * </pre>
 *
 * <p>Only differences within a group count, so there is no intercept, and a score says nothing by itself. {@code pairwise} and
 * {@code listNet} are convex and have a minimum that is found; {@code lambdaRank} cares most for the top of the list, but its value
 * jumps where rows change places, so it is trained by Adam for a number of epochs and has no minimum to get to.
 *
 * <pre>{@code
 * LinearModel model = LinearRanker.pairwise().penalty(L2Penalty.of(0.01)).fit(data.withGroups(queries));
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>C. Burges, T. Shaked, E. Renshaw, A. Lazier, M. Deeds, N. Hamilton, G. Hullender (2005): Learning to Rank Using Gradient
 *     Descent. ICML.
 * <li>Z. Cao, T. Qin, T.-Y. Liu, M.-F. Tsai, H. Li (2007): Learning to Rank: From Pairwise Approach to Listwise Approach. ICML.
 * <li>C. J. C. Burges, R. Ragno, Q. V. Le (2006): Learning to Rank with Nonsmooth Cost Functions. NIPS.</ol>
 *
 * @since 0.1.0
 */
public final class LinearRanker {

    private LinearRanker() {}

    /** Groups that a step of {@link #lambdaRank} looks at. */
    private static final int BATCH = 16;

    /** Adam's step length in {@link #lambdaRank}. */
    private static final double LEARNING_RATE = 0.01;

    /** Passes over the groups in {@link #lambdaRank}. */
    private static final int EPOCHS = 50;

    /**
     * Returns the assembly that compares pairs.
     *
     * @return a spec with {@link PairwiseLogisticLoss} and no penalty, for data with groups
     */
    public static LinearSpec pairwise() {
        return LinearModel.with(new PairwiseLogisticLoss());
    }

    /**
     * Returns the assembly that compares lists.
     *
     * @return a spec with {@link ListNetLoss} and no penalty, for data with groups
     */
    public static LinearSpec listNet() {
        return LinearModel.with(new ListNetLoss());
    }

    /**
     * Returns the assembly that looks at the top of lists.
     *
     * @return a spec with {@link LambdaRankLoss} and no penalty, which Adam trains for 50 epochs in batches of 16 groups with a
     *     learning rate of 0.01, for data with groups
     */
    public static LinearSpec lambdaRank() {
        return LinearModel.with(new LambdaRankLoss())
                .optimizer(new Stochastic(Adam.withLearningRate(LEARNING_RATE), ShuffledSampler.of(BATCH)))
                .stopping(Stopping.maxEpochs(EPOCHS));
    }
}
