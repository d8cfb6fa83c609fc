package dev.limpid.core.loss.ranking;

import dev.limpid.core.loss.Domain;

/**
 * Bayesian personalised ranking: what a user took is to stand above what the user didn't take. Units are users, rows their
 * items, targets 1 (taken) and 0 (not taken, or not seen).
 *
 * <pre>
 *   L = Σ over i taken, j not, of wᵢ·wⱼ·log(1 + exp(fⱼ − fᵢ))        (1)
 * </pre>
 *
 * <p>(1) is {@link PairwiseLogisticLoss} for targets of two kinds, and computed by it: mass, gradient and majoriser are the
 * same. What Rendle et al. add is elsewhere: their regulariser is a penalty, and the pairs that they draw at random are the
 * matter of a sampler, which hands over units of a taken item and some others.
 *
 * <p><b>References</b>
 * <ol><li>S. Rendle, C. Freudenthaler, Z. Gantner, L. Schmidt-Thieme (2009): BPR: Bayesian Personalized Ranking from Implicit
 *     Feedback. UAI.</li></ol>
 *
 * @since 0.1.0
 */
public class BprLoss extends PairwiseLogisticLoss {

    /** The loss, which has no settings. */
    public BprLoss() {}

    @Override
    public Domain domain() {
        return Domain.classes(2);
    }

    @Override
    public String formula() {
        return getClass() == BprLoss.class ? "Σ wᵢwⱼ·log(1 + exp(fⱼ − fᵢ)) over i taken and j not" : "";
    }

    @Override
    public String source() {
        return getClass() == BprLoss.class
                ? "S. Rendle et al. (2009): BPR: Bayesian Personalized Ranking from Implicit Feedback"
                : "";
    }
}
