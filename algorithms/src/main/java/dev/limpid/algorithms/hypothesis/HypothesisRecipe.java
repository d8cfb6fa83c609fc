package dev.limpid.algorithms.hypothesis;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.penalty.Penalty;
import java.util.Arrays;
import java.util.Map;

/** A model of a hypothesis as a tree of parts. */
final class HypothesisRecipe {

    /** A longer start isn't spelt out. */
    private static final int SHORT = 20;

    private HypothesisRecipe() {}

    /** What a spec would fit; the choice of an optimizer may have to wait for the data. */
    static Recipe of(HypothesisSpec<?> spec) {
        Recipe optimizer = spec.optimizer()
                .map(Optimizer::recipe)
                .orElse(
                        Recipe.named("automatic", "")
                                .because(
                                        "none was named: loss, penalties and the size of the data decide when these are known"));
        return assemble(spec, spec.assembly().outline(), optimizer, false);
    }

    /** What was fitted. */
    static Recipe of(HypothesisSpec<?> spec, Recipe hypothesis, Choice choice, boolean offsets) {
        return assemble(spec, hypothesis, choice.optimizer().recipe().because(choice.reason()), offsets);
    }

    private static Recipe assemble(HypothesisSpec<?> spec, Recipe hypothesis, Recipe optimizer, boolean offsets) {
        Recipe recipe = Recipe.named(spec.assembly().name(), formula(spec, offsets))
                .with("hypothesis", hypothesis)
                .with("loss", spec.loss().recipe());
        for (Map.Entry<String, Penalty> penalty : spec.penalties().entrySet()) {
            recipe = recipe.with(
                    "penalty on " + penalty.getKey(), penalty.getValue().recipe());
        }
        if (spec.start().isPresent()) {
            double[] start = spec.start().orElseThrow();
            recipe = recipe.with("start", start.length <= SHORT ? Arrays.toString(start) : hash(start));
        } else {
            recipe = recipe.with("seed", spec.seed());
        }
        boolean random = spec.optimizer().filter(Stochastic.class::isInstance).isPresent();
        return recipe.with("optimizer", random ? optimizer.with("seed", spec.seed()) : optimizer);
    }

    private static String hash(double[] start) {
        return start.length + " numbers, hash " + Integer.toHexString(Arrays.hashCode(start));
    }

    private static String formula(HypothesisSpec<?> spec, boolean offsets) {
        String score = "f_θ(xᵢ)" + (offsets ? " + oᵢ" : "");
        StringBuilder formula = new StringBuilder(
                spec.loss() instanceof UnitLoss
                        ? "F(θ) = Σᵤ L(u) / Σᵤ mass(u),  fᵢ = " + score
                        : "F(θ) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, " + score + ")");
        spec.penalties().forEach((block, penalty) -> formula.append(" + ").append(penalty.formula(block)));
        return formula.toString();
    }
}
