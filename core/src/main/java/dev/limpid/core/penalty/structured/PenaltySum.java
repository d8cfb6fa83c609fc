package dev.limpid.core.penalty.structured;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sum of penalties on one block, where its prox is known.
 *
 * <pre>{@code
 * Penalty positiveGroups = PenaltySum.of(GroupLassoPenalty.of(0.1, groups), NonNegative.of(), L2Penalty.of(0.01));
 * }</pre>
 *
 * <p>Mixtures are taken apart first (elastic net, sparse group and fused lasso, other sums). Then two identities make the prox:
 *
 * <pre>
 *   Ω = G + λ/2·‖x‖²:  prox of s·Ω at z  =  prox of s′·G at z/(1 + λ·s),  s′ = s/(1 + λ·s)      (1)
 *   G = g₁ + … + gₘ:   prox of s·G at z  =  prox of s·gₘ ∘ … ∘ prox of s·g₁ at z                (2)
 * </pre>
 *
 * <p>(1) holds for any G: complete the square. (2) holds for two terms g, f when each subgradient of g at x is one at the prox of f at x
 * too, ∂g(x) ⊆ ∂g(prox of f at x), and for more if it holds for all pairs in their order. That is so for
 *
 * <ul>
 * <li>(a) lasso or adaptive lasso, then what moves each coordinate towards 0 and not beyond: lasso, adaptive lasso, L0, MCP, SCAD;
 * <li>(b) what is convex and separable, then {@code NonNegative} or {@code Box}: a convex function of one number that is confined to an
 *     interval is lowest at the point of it next to its lowest point; L0, MCP, SCAD then {@code NonNegative}: they are even, and
 *     lowest at 0;
 * <li>(c) lasso, adaptive lasso or {@code NonNegative}, then group lasso: it multiplies coordinates by numbers ≥ 0;
 * <li>(d) total variation, then what moves all coordinates by the same rising function: lasso, {@code NonNegative}, a {@code Box} with the
 *     same bounds for all;
 * <li>(e) lasso, adaptive lasso, group lasso, total variation, nuclear norm or {@code NonNegative}, then {@code L2Ball}: it multiplies the
 *     whole by a number ≥ 0.
 * </ul>
 *
 * <p>A sum of separable penalties is a {@link SeparablePenalty}. A penalty of your own takes part in (1), and in (b) if it is separable and
 * convex.
 *
 * <p><b>References</b>
 * <ol><li>Y.-L. Yu (2013): On Decomposing the Proximal Map. Advances in Neural Information Processing Systems 26.</ol>
 *
 * @since 0.1.0
 */
public final class PenaltySum {

    private PenaltySum() {}

    /**
     * Returns the sum of penalties.
     *
     * @param terms the penalties, in any order
     * @return their sum, a {@link SeparablePenalty} if all are
     * @throws IllegalArgumentException if its prox is not known, with what to do
     */
    public static Penalty of(Penalty... terms) {
        List<Penalty> atoms = new ArrayList<>();
        double ridge = 0;
        for (Penalty term : terms) {
            ridge += takeApart(term, atoms);
        }
        List<Penalty> chain = Decomposition.order(atoms);
        if (chain.size() < atoms.size()) {
            String names = atoms.stream().map(Penalty::name).collect(Collectors.joining(" + "));
            throw new IllegalArgumentException(
                    "terms must have a sum whose prox is known, but that of " + names
                            + " is not: attach one with penalized(block, penalty), the others with split(block, penalty), and use Admm");
        }
        return chain.stream().allMatch(SeparablePenalty.class::isInstance)
                ? new OfSeparable(chain, ridge)
                : new OfAny(chain, ridge);
    }

    /** Adds the simple penalties that a term consists of, and returns the strength of its ridge. */
    private static double takeApart(Penalty term, List<Penalty> atoms) {
        if (term instanceof L2Penalty l2) {
            return l2.strength();
        } else if (term instanceof ElasticNetPenalty net) {
            atoms.add(new L1Penalty(net.strength() * net.ratio()));
            return net.strength() * (1 - net.ratio());
        } else if (term instanceof SparseGroupLassoPenalty sparse) {
            atoms.add(sparse.lasso());
            atoms.add(sparse.groupLasso());
        } else if (term instanceof FusedLassoPenalty fused) {
            atoms.add(fused.lasso());
            atoms.add(fused.totalVariation());
        } else if (term instanceof Chain sum) {
            atoms.addAll(sum.chain());
            return sum.ridge();
        } else if (!(term instanceof NoPenalty)) {
            atoms.add(term);
        }
        return 0;
    }

    /** g₁ … gₘ in the order of (2), and λ. */
    private interface Chain extends Penalty {

        List<Penalty> chain();

        double ridge();

        @Override
        default void check(Block b) {
            chain().forEach(term -> term.check(b));
        }

        @Override
        default boolean convex() {
            return chain().stream().allMatch(Penalty::convex);
        }

        /** The chain, and λ/2·‖x‖² if there is one. */
        default List<Penalty> terms() {
            List<Penalty> terms = new ArrayList<>(chain());
            if (ridge() > 0) {
                terms.add(new L2Penalty(ridge()));
            }
            return terms.isEmpty() ? List.of(NoPenalty.of()) : terms;
        }

        @Override
        default String name() {
            return terms().stream().map(Penalty::name).collect(Collectors.joining(" + "));
        }

        @Override
        default String formula() {
            return formula("x");
        }

        @Override
        default String formula(String x) {
            return terms().stream().map(term -> term.formula(x)).collect(Collectors.joining(" + "));
        }

        @Override
        default String source() {
            return "Y.-L. Yu (2013): On Decomposing the Proximal Map";
        }

        @Override
        default Recipe recipe() {
            Recipe recipe = new Recipe("", name(), formula(), Map.of(), "", source(), List.of());
            List<Penalty> terms = terms();
            for (int i = 0; i < terms.size(); i++) {
                recipe = recipe.with("term " + (i + 1), terms.get(i).recipe());
            }
            return recipe;
        }
    }

    private record OfAny(List<Penalty> chain, double ridge) implements Chain {

        @Override
        public double value(double[] t, Block b) {
            double sum = new L2Penalty(ridge).value(t, b);
            for (Penalty term : chain) {
                sum += term.value(t, b);
            }
            return sum;
        }

        @Override
        public void prox(double[] z, Block b, double step) {
            double shrink = 1 / (1 + ridge * step); // (1)
            for (int j = b.offset(); j < b.end(); j++) {
                z[j] *= shrink;
            }
            for (Penalty term : chain) {
                term.prox(z, b, step * shrink); // (2)
            }
        }

        @Override
        public String toString() {
            return "PenaltySum" + terms();
        }
    }

    private record OfSeparable(List<Penalty> chain, double ridge) implements Chain, SeparablePenalty {

        @Override
        public double value(double x, int j) {
            double sum = ridge / 2 * x * x;
            for (Penalty term : chain) {
                sum += ((SeparablePenalty) term).value(x, j);
            }
            return sum;
        }

        @Override
        public double prox(double z, int j, double step) {
            double shrink = 1 / (1 + ridge * step); // (1)
            double x = z * shrink;
            for (Penalty term : chain) {
                x = ((SeparablePenalty) term).prox(x, j, step * shrink); // (2)
            }
            return x;
        }

        @Override
        public double strongConvexity(int j) {
            double sum = ridge;
            for (Penalty term : chain) {
                sum += ((SeparablePenalty) term).strongConvexity(j);
            }
            return convex() ? sum : 0; // what the ridge adds may be used up by what bends the other way
        }

        @Override
        public double lower(int j) {
            return chain.stream()
                    .mapToDouble(term -> ((SeparablePenalty) term).lower(j))
                    .reduce(Double.NEGATIVE_INFINITY, Math::max);
        }

        @Override
        public double upper(int j) {
            return chain.stream()
                    .mapToDouble(term -> ((SeparablePenalty) term).upper(j))
                    .reduce(Double.POSITIVE_INFINITY, Math::min);
        }

        @Override
        public double value(double[] t, Block b) {
            check(b);
            return SeparablePenalty.super.value(t, b);
        }

        @Override
        public void prox(double[] z, Block b, double step) {
            check(b);
            SeparablePenalty.super.prox(z, b, step);
        }

        @Override
        public String toString() {
            return "PenaltySum" + terms();
        }
    }
}
