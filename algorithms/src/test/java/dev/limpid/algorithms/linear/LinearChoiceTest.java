package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.FormulaLoss;
import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.multiclass.CumulativeLogitLoss;
import dev.limpid.core.loss.multiclass.OneVsRestLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.structured.GroupLassoPenalty;
import dev.limpid.core.penalty.structured.Groups;
import org.junit.jupiter.api.Test;

class LinearChoiceTest {

    private static final Dataset DATA = Sets.random(30, 60, 3);

    /** Value and gradient alone, all that has to be written. */
    private static final class TwoMethods implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return Math.cosh(f - y) - 1;
        }

        @Override
        public double gradient(double y, double f) {
            return Math.sinh(f - y);
        }
    }

    /** Kinked, and without a word on how to step over kinks. */
    private static final class Kinked implements ScalarLoss {
        @Override
        public double value(double y, double f) {
            return Math.abs(f - y);
        }

        @Override
        public double gradient(double y, double f) {
            return Math.signum(f - y);
        }

        @Override
        public boolean smooth() {
            return false;
        }
    }

    /** Kinked with a majoriser, and not declared convex. */
    private static final class BentKinks extends AbsoluteLoss {
        @Override
        public boolean convex() {
            return false;
        }
    }

    /** The larger of two distances, without a word on its prox. */
    private static final class Farthest implements VectorLoss {
        @Override
        public int scores() {
            return 2;
        }

        @Override
        public double value(double[] y, double[] f) {
            return Math.max(Math.abs(f[0] - y[0]), Math.abs(f[1] - y[0]));
        }

        @Override
        public void gradient(double[] y, double[] f, double[] out) {
            int far = Math.abs(f[0] - y[0]) > Math.abs(f[1] - y[0]) ? 0 : 1;
            out[far] = Math.signum(f[far] - y[0]);
            out[1 - far] = 0;
        }

        @Override
        public boolean smooth() {
            return false;
        }

        @Override
        public boolean convex() {
            return true;
        }
    }

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
    void aSmallSmoothProblemGetsMajorizeMinimize() {
        assertChoice(
                Choice.of(Facts.of(new LogisticLoss(), NoPenalty.of(), 100, 29)),
                "MajorizeMinimize",
                "the loss has curvature, and 29 parameters make a small matrix");
        assertChoice(
                Choice.of(Facts.of(new Stockout(), L2Penalty.of(1), 100, 1)),
                "MajorizeMinimize",
                "the loss has curvature, and 1 parameter makes a small matrix");
    }

    @Test
    void aLargeSmoothProblemGetsLbfgs() {
        assertChoice(
                Choice.of(Facts.of(new LogisticLoss(), L2Penalty.of(1), 100, 301)),
                "Lbfgs",
                "loss and penalty are smooth, and 301 parameters make a large matrix");
    }

    @Test
    void manyRowsGetLbfgsIfThereAreManyParametersToo() {
        assertChoice(
                Choice.of(Facts.of(new LogisticLoss(), L2Penalty.of(1), 1_000_000, 101)),
                "Lbfgs",
                "loss and penalty are smooth, and 1000000 rows make a matrix of 101 parameters dear");
        assertChoice(
                Choice.of(Facts.of(new LogisticLoss(), L2Penalty.of(1), 1_000_000, 100)),
                "MajorizeMinimize",
                "the loss has curvature, and 100 parameters make a small matrix");
    }

    @Test
    void severalScoresGetLbfgs() {
        assertChoice(
                Choice.of(Facts.of(new SoftmaxLoss(3), NoPenalty.of(), 100, 15)),
                "Lbfgs",
                "loss and penalty are smooth, and the scores of a row depend on one another");
    }

    @Test
    void aLossOfTwoMethodsGetsLbfgs() {
        assertChoice(
                Choice.of(Facts.of(new TwoMethods(), NoPenalty.of(), 100, 4)),
                "Lbfgs",
                "loss and penalty are smooth, and the loss states no curvature");
    }

    @Test
    void leastSquaresOfIllConditionedColumnsGetQr() {
        assertThat(squares(new SquaredLoss(), NoPenalty.of(), 100)).isEqualTo("QrLeastSquares");
        assertThat(squares(new SquaredLoss(), L2Penalty.of(1), Double.POSITIVE_INFINITY))
                .isEqualTo("QrLeastSquares");
        assertThat(squares(new SquaredLoss(), NoPenalty.of(), 99)).isEqualTo("MajorizeMinimize");
        assertThat(squares(new LogisticLoss(), NoPenalty.of(), 1e6)).isEqualTo("MajorizeMinimize");
        assertThat(squares(new SquaredLoss() {}, NoPenalty.of(), 1e6)).isEqualTo("MajorizeMinimize");
    }

    private static String squares(Loss loss, Penalty penalty, double condition) {
        Facts facts = Facts.of(loss, penalty, 100, 30);
        return Choice.of(facts)
                .unlessIllConditioned(facts, () -> condition)
                .optimizer()
                .name();
    }

    @Test
    void aPenaltyOfCoefficientsGetsCoordinateDescent() {
        assertChoice(
                Choice.of(Facts.of(new SquaredLoss(), L1Penalty.of(1), 100, 4)),
                "CoordinateDescent",
                "L1Penalty is a sum over coefficients, so that they can be moved one by one");
        assertChoice(
                Choice.of(Facts.of(new SoftmaxLoss(3), ElasticNetPenalty.of(1, 0.5), 100, 301)),
                "CoordinateDescent",
                "ElasticNetPenalty is a sum over coefficients, so that they can be moved one by one");
        assertChoice(
                Choice.of(Facts.of(new SoftmaxLoss(3), McpPenalty.of(1, 3), 100, 4)),
                "CoordinateDescent",
                "McpPenalty is a sum over coefficients, so that they can be moved one by one");
    }

    @Test
    void severalScoresWithAPenaltyOfCoefficientsGetProxNewton() {
        assertChoice(
                Choice.of(Facts.of(new SoftmaxLoss(3), ElasticNetPenalty.of(1, 0.5), 100, 300)),
                "ProxNewton",
                "ElasticNetPenalty is a sum over coefficients, and 300 parameters of scores that depend on one another make a"
                        + " small matrix");
    }

    @Test
    void otherPenaltiesWithoutGradientGetFista() {
        assertChoice(
                Choice.of(Facts.of(new SquaredLoss(), GroupLassoPenalty.of(1, Groups.eachRow()), 100, 4)),
                "Fista",
                "GroupLassoPenalty offers only a prox");
        assertChoice(
                Choice.of(Facts.of(new CoxLoss(), L1Penalty.of(1), 100, 4)), "Fista", "L1Penalty offers only a prox");
    }

    @Test
    void boundsGetLbfgsBOrGoWithThePenalty() {
        Extras bounds = Extras.NONE.with(CoefficientBounds.NONE.and("x", 0, 1));
        assertChoice(
                Choice.of(with(bounds, new LogisticLoss(), L2Penalty.of(1))),
                "LbfgsB",
                "loss and penalty are smooth, and coefficients have bounds");
        assertChoice(
                Choice.of(with(bounds, new LogisticLoss(), L1Penalty.of(1))),
                "CoordinateDescent",
                "L1Penalty with bounds is a sum over coefficients, so that they can be moved one by one");
    }

    private static Facts with(Extras extras, Loss loss, Penalty penalty) {
        return new Facts(loss, penalty, extras, true, false, RowSizes.UNKNOWN, 100, 4);
    }

    @Test
    void whatIsNotRowByRowGetsLbfgs() {
        String reason = "loss and penalty are smooth, and more than linear scores row by row comes in";
        assertChoice(Choice.of(Facts.of(new CoxLoss(), NoPenalty.of(), 100, 4)), "Lbfgs", reason);
        assertChoice(
                Choice.of(with(Extras.NONE.withLocationOnly(), new CumulativeLogitLoss(4), NoPenalty.of())),
                "Lbfgs",
                reason);
        Extras term = Extras.NONE.and(new Term("0", blocks -> LinearTerm.of(blocks, "weights", 0)));
        assertChoice(Choice.of(with(term, new LogisticLoss(), NoPenalty.of())), "Lbfgs", reason);
    }

    @Test
    void aKinkedLossWithARidgeForEachParameterGetsSdca() {
        String reason = "the loss has kinks, its dual has none, and each coefficient has its own ridge";
        assertChoice(Choice.of(kinked(L2Penalty.of(1), 301)), "Sdca", reason);
        assertChoice(Choice.of(kinked(ElasticNetPenalty.of(1, 0.5), 4)), "Sdca", reason);
        assertThat(Choice.of(kinked(L2Penalty.of(1), 300)).optimizer().name()).isEqualTo("MajorizeMinimize");
        assertThat(Choice.of(Facts.of(new HingeLoss(), L2Penalty.of(1), 100, 301))
                        .optimizer()
                        .name())
                .as("an intercept has no ridge")
                .isEqualTo("MajorizeMinimize");
    }

    private static Facts kinked(Penalty penalty, int parameters) {
        return new Facts(new HingeLoss(), penalty, Extras.NONE, false, false, RowSizes.UNKNOWN, 100, parameters);
    }

    @Test
    void aKinkedLossGetsMajorizeMinimizeAsLongAsThereIsRoomForItsMatrix() {
        assertChoice(
                Choice.of(Facts.of(new HingeLoss(), L2Penalty.of(1), 100, 10_001)),
                "Pdhg",
                "the loss has kinks and 10001 parameters make too large a matrix to step over them");
        assertThatThrownBy(() -> Choice.of(Facts.of(new BentKinks(), L2Penalty.of(1), 100, 10_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "BentKinks has kinks, and 10001 parameters make too large a matrix to step over them (at most 10000)"
                                + " unless the loss is declared convex: let convex() return true if it is, use a smooth loss such as"
                                + " SquaredHingeLoss or HuberLoss, or name Stochastic as the optimizer");
        assertChoice(
                Choice.of(Facts.of(new AbsoluteLoss(), L2Penalty.of(1), 100, 10_000)),
                "MajorizeMinimize",
                "the loss has kinks, and its majoriser steps over them to the ones that matter");
    }

    private static void assertChoice(Choice choice, String optimizer, String reason) {
        assertThat(choice.optimizer().name()).isEqualTo(optimizer);
        assertThat(choice.reason()).isEqualTo(reason);
    }

    @Test
    void kinksAndAProxTogetherGetPdhgWhereBothAreConvex() {
        assertChoice(
                Choice.of(Facts.of(new AbsoluteLoss(), L1Penalty.of(1), 100, 4)),
                "Pdhg",
                "the loss has kinks and L1Penalty offers only a prox, and both are convex");
        assertChoice(
                Choice.of(with(
                        Extras.NONE.with(CoefficientBounds.NONE.and("x", 0, 1)), new HingeLoss(), L2Penalty.of(1))),
                "Pdhg",
                "the loss has kinks and a bound on a coefficient offers only a prox, and both are convex");
        assertChoice(
                Choice.of(Facts.of(new OneVsRestLoss(3, new HingeLoss()), NoPenalty.of(), 100, 4)),
                "Pdhg",
                "the loss has kinks and states no majoriser, but a prox");
    }

    @Test
    void kinksAndAProxTogetherAreRefusedOtherwise() {
        assertThatThrownBy(() -> LinearModel.with(new AbsoluteLoss())
                        .penalty(McpPenalty.of(1))
                        .begin(DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "AbsoluteLoss has kinks and McpPenalty offers only a prox, which no optimizer here takes together"
                                + " unless both are convex: use a convex penalty such as L1Penalty or L2Penalty, a smooth loss such as"
                                + " HuberLoss, or name Stochastic as the optimizer");
        assertThatThrownBy(() -> LinearModel.with(new AbsoluteLoss())
                        .penalty(L1Penalty.of(1))
                        .term("0", blocks -> LinearTerm.of(blocks, "weights", 0))
                        .begin(DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "AbsoluteLoss has kinks and L1Penalty offers only a prox, which no optimizer here takes together:"
                                + " use a smooth loss such as HuberLoss, or name Stochastic as the optimizer");
    }

    @Test
    void aSmoothPenaltyIsNotAdvisedToALossThatStatesNoMajoriser() {
        assertThatThrownBy(() ->
                        LinearModel.with(new Kinked()).penalty(L1Penalty.of(1)).begin(DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Kinked has kinks and L1Penalty offers only a prox, which no optimizer here takes together"
                        + " unless the loss is declared convex: let convex() return true if it is, use a smooth loss such as"
                        + " HuberLoss, or name Stochastic as the optimizer");
        assertThatThrownBy(() -> LinearModel.with(new BentKinks())
                        .penalty(L1Penalty.of(1))
                        .begin(DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "BentKinks has kinks and L1Penalty offers only a prox, which no optimizer here takes together"
                                + " unless the loss is declared convex: let convex() return true if it is, use a smooth penalty such as"
                                + " L2Penalty, a smooth loss such as HuberLoss, or name Stochastic as the optimizer");
    }

    @Test
    void kinksWithoutAMajoriserAreRefused() {
        assertThatThrownBy(() -> LinearModel.with(new Kinked()).begin(DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Kinked has kinks and states no majoriser, so that no optimizer here is sure to get to its minimum"
                                + " unless the loss is declared convex: let convex() return true if it is, use a smooth loss, or name"
                                + " Stochastic as the optimizer; or override curvature and kind (MAJORISER)");
        assertThatThrownBy(() -> Choice.of(Facts.of(new Farthest(), NoPenalty.of(), 100, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Farthest has kinks and states no majoriser, so that no optimizer here is sure to get to its"
                                + " minimum unless the loss has a prox: override hasProx and prox, use a smooth loss, or name Stochastic"
                                + " as the optimizer; or override curvature and kind (MAJORISER)");
    }

    @Test
    void anOptimizerThatDoesNotSuitIsRefusedBeforeTheFirstStep() {
        assertThatThrownBy(() -> LinearModel.with(new SquaredLoss())
                        .penalty(L1Penalty.of(1))
                        .optimizer(Lbfgs.defaults())
                        .begin(DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Lbfgs needs a smooth objective, but L1Penalty offers only a prox: use CoordinateDescent or Fista");
        assertThatThrownBy(() -> LinearModel.with(new AbsoluteLoss())
                        .optimizer(Lbfgs.defaults())
                        .begin(DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Lbfgs needs a smooth objective, but AbsoluteLoss has kinks: use MajorizeMinimize");
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

    @Test
    void wideDataGetsLbfgs() {
        Dataset wide = Dataset.of(
                Rows.dense(new double[][] {new double[301], ones(301)}),
                dev.limpid.core.data.Missing.REFUSE,
                new double[] {0, 1});

        LinearModel model =
                LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(1)).fit(wide);

        assertThat(model.recipe().toString()).contains("Lbfgs").contains("302 parameters make a large matrix");
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }
}
