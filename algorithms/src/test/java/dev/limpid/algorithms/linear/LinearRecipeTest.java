package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import org.junit.jupiter.api.Test;

/** What a recipe says of a linear model, and a diff of two. */
class LinearRecipeTest {

    private static final Dataset DATA = Sets.random(30, 60, 3);

    private static final class Stockout implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            Jet r = f.minus(y);
            return r.square().times(r.value() < 0 ? 4 : 1);
        }

        @Override
        public String formula() {
            return "4·r² if r < 0, else r²,  r = f − y";
        }
    }

    @Test
    void theRecipeTellsFormulaPartsAndReason() {
        Recipe recipe = LinearModel.with(new SquaredLoss())
                .penalty(L2Penalty.of(0.001))
                .fit(DATA)
                .recipe();

        assertThat(recipe.formula()).isEqualTo("F(w, b) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ + b) + 0.001/2·‖w‖²");
        assertThat(recipe.toString())
                .startsWith("""
                        LinearModel: F(w, b) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ + b) + 0.001/2·‖w‖²
                          loss: SquaredLoss: ½(f − y)²
                        """)
                .contains("\n  penalty: L2Penalty(strength = 0.001): λ/2·‖x‖²\n")
                .contains("\n  optimizer: MajorizeMinimize(")
                .contains("\n      because the loss has curvature, and 4 parameters make a small matrix\n");
    }

    @Test
    void theFormulaFollowsTheSpec() {
        LinearSpec spec = LinearModel.with(new SquaredLoss());

        assertThat(spec.recipe().formula()).isEqualTo("F(w, b) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ + b)");
        assertThat(spec.intercept(false).recipe().formula()).isEqualTo("F(w) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ)");
        assertThat(spec.penalty(L1Penalty.of(2))
                        .standardizePenalty(true)
                        .recipe()
                        .formula())
                .isEqualTo("F(w, b) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ + b) + 2.0·‖σ∘w‖₁");
        assertThat(spec.fit(DATA.withOffsets(new double[60])).recipe().formula())
                .isEqualTo("F(w, b) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ + b + oᵢ)");
    }

    @Test
    void aDiffTellsWhatChangesBetweenTwoSpecs() {
        LinearSpec plain = LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(0.001));

        assertThat(Recipe.diff(
                        plain.recipe(),
                        LinearModel.with(new Stockout())
                                .penalty(L2Penalty.of(0.001))
                                .recipe()))
                .isEqualTo("loss: Stockout: 4·r² if r < 0, else r²,  r = f − y  instead of  SquaredLoss: ½(f − y)²");
        assertThat(Recipe.diff(plain.recipe(), plain.penalty(L2Penalty.of(0.1)).recipe()))
                .isEqualTo("algorithm: F(w, b) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ + b) + 0.1/2·‖w‖²"
                        + "  instead of  F(w, b) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ + b) + 0.001/2·‖w‖²\n"
                        + "penalty, strength: 0.1  instead of  0.001");
        assertThat(Recipe.diff(
                        plain.fit(DATA).recipe(),
                        plain.optimizer(Fista.defaults()).fit(DATA).recipe()))
                .startsWith("optimizer: Fista(tolerance = 1.0E-8)")
                .contains("  instead of  MajorizeMinimize(");
        assertThat(Recipe.diff(plain.recipe(), plain.threads(1).recipe())).isEqualTo("no difference");
    }
}
