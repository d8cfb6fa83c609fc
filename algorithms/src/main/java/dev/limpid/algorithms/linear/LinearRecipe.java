package dev.limpid.algorithms.linear;

import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.penalty.NoPenalty;

/** A linear model as a tree of parts. */
final class LinearRecipe {

    private LinearRecipe() {}

    /** What a spec would fit; the choice of an optimizer may have to wait for the data. */
    static Recipe of(LinearSpec spec) {
        Recipe optimizer = spec.optimizer()
                .map(Optimizer::recipe)
                .orElse(Recipe.named("automatic", "")
                        .because("none was named: the number of parameters decides when the data is known"));
        return assemble(spec, optimizer, false);
    }

    /** What was fitted. */
    static Recipe of(LinearSpec spec, Choice choice, boolean offsets) {
        return assemble(spec, choice.optimizer().recipe().because(choice.reason()), offsets);
    }

    private static Recipe assemble(LinearSpec spec, Recipe optimizer, boolean offsets) {
        Recipe recipe = Recipe.named("LinearModel", formula(spec, offsets))
                .with("loss", spec.loss().recipe());
        Extras extras = spec.extras();
        if (!extras.bounds().isNone()) {
            recipe = recipe.with("bounds", extras.bounds());
        }
        if (!extras.classWeights().isNone()) {
            recipe = recipe.with("classWeights", extras.classWeights());
        }
        if (!(spec.penalty() instanceof NoPenalty)) {
            recipe = recipe.with("penalty", spec.penalty().recipe());
        }
        boolean random = spec.optimizer().filter(Stochastic.class::isInstance).isPresent();
        return recipe.with("optimizer", random ? optimizer.with("seed", spec.seed()) : optimizer);
    }

    private static String formula(LinearSpec spec, boolean offsets) {
        boolean intercept = spec.intercept() && !spec.loss().shiftInvariant();
        boolean location = spec.extras().locationOnly();
        String linear = "w·xᵢ" + (intercept ? location ? " + b₀" : " + b" : "") + (offsets ? " + oᵢ" : "");
        String score = location ? "(" + linear + ", b₁, …)" : linear;
        String target = spec.extras().withoutTarget() ? "1" : "yᵢ";
        String mean = spec.loss() instanceof UnitLoss
                ? "Σᵤ L(u) / Σᵤ mass(u),  fᵢ = " + score
                : "(1/Σv) Σᵢ vᵢ·ℓ(" + target + ", " + score + ")";
        String coefficients = spec.standardizePenalty() ? "σ∘w" : "w";
        String penalty = spec.penalty() instanceof NoPenalty
                ? ""
                : " + " + spec.penalty().formula(coefficients);
        return "F(w" + (intercept ? ", b" : "") + ") = " + mean + penalty
                + spec.extras().formula();
    }
}
