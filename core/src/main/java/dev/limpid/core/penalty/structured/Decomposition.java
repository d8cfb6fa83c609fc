package dev.limpid.core.penalty.structured;

import dev.limpid.core.penalty.AdaptiveLassoPenalty;
import dev.limpid.core.penalty.L0Penalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.ScadPenalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.constraint.L2Ball;
import dev.limpid.core.penalty.constraint.NonNegative;
import java.util.ArrayList;
import java.util.List;

/** The order in which proxes can be applied one after the other; the letters are those of {@link PenaltySum}. */
final class Decomposition {

    private Decomposition() {}

    /** Returns the terms in such an order; fewer of them if there is none. */
    static List<Penalty> order(List<Penalty> terms) {
        List<Penalty> chain = new ArrayList<>();
        return extend(chain, terms) ? chain : List.of();
    }

    /** Appends the terms left, each behind all that go before it; tries them in turn. */
    private static boolean extend(List<Penalty> chain, List<Penalty> left) {
        if (left.isEmpty()) {
            return true;
        }
        for (int i = 0; i < left.size(); i++) {
            Penalty next = left.get(i);
            if (chain.stream().allMatch(before -> composes(before, next))) {
                List<Penalty> rest = new ArrayList<>(left);
                rest.remove(i);
                chain.add(next);
                if (extend(chain, rest)) {
                    return true;
                }
                chain.remove(chain.size() - 1);
            }
        }
        return false;
    }

    /** Tells whether the prox of g + f is that of g, then that of f. */
    private static boolean composes(Penalty g, Penalty f) {
        if (isLasso(g) && (isLasso(f) || isFolded(f))) {
            return true; // (a)
        }
        if (f instanceof NonNegative || f instanceof Box) {
            boolean interval = g instanceof NonNegative || g instanceof Box;
            boolean confined =
                    g instanceof SeparablePenalty && (g.convex() || (isFolded(g) && f instanceof NonNegative));
            boolean alike = g instanceof TotalVariationPenalty && isSameForAll(f);
            return (confined && !interval) || alike; // (b) (d)
        }
        if (f instanceof GroupLassoPenalty) {
            return isLasso(g) || g instanceof NonNegative; // (c)
        }
        if (g instanceof TotalVariationPenalty && f instanceof L1Penalty) {
            return true; // (d)
        }
        return f instanceof L2Ball && isHomogeneous(g); // (e)
    }

    private static boolean isLasso(Penalty p) {
        return p instanceof L1Penalty || p instanceof AdaptiveLassoPenalty;
    }

    /** Even, rising with |x|, not convex. */
    private static boolean isFolded(Penalty p) {
        return p instanceof L0Penalty || p instanceof McpPenalty || p instanceof ScadPenalty;
    }

    private static boolean isSameForAll(Penalty p) {
        return p instanceof NonNegative || (p instanceof Box box && box.isUniform());
    }

    /** Ω(c·x) = c·Ω(x) for all c &gt; 0. */
    private static boolean isHomogeneous(Penalty p) {
        return isLasso(p)
                || p instanceof NonNegative
                || p instanceof GroupLassoPenalty
                || p instanceof TotalVariationPenalty
                || p instanceof NuclearNormPenalty;
    }
}
