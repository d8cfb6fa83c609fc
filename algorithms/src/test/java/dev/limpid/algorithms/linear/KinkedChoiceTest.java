package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.multiclass.OneVsRestLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.McpPenalty;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import org.junit.jupiter.api.Test;

/** The optimizer for those who name none, where the loss has kinks; and what is refused. */
class KinkedChoiceTest {

    private static final Dataset DATA = Sets.random(30, 60, 3);

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

    @Test
    void aKinkedLossWithARidgeForEachParameterGetsSdca() {
        String reason = "the loss has kinks, its dual has none, and each coefficient has its own ridge";
        LinearChoiceTest.assertChoice(Choice.of(kinked(L2Penalty.of(1), 301)), "Sdca", reason);
        LinearChoiceTest.assertChoice(Choice.of(kinked(ElasticNetPenalty.of(1, 0.5), 4)), "Sdca", reason);
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
        LinearChoiceTest.assertChoice(
                Choice.of(Facts.of(new HingeLoss(), L2Penalty.of(1), 100, 10_001)),
                "Pdhg",
                "the loss has kinks and 10001 parameters make too large a matrix to step over them");
        assertThatThrownBy(() -> Choice.of(Facts.of(new BentKinks(), L2Penalty.of(1), 100, 10_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "BentKinks has kinks, and 10001 parameters make too large a matrix to step over them (at most 10000)"
                                + " unless the loss is declared convex: let convex() return true if it is, use a smooth loss such as"
                                + " SquaredHingeLoss or HuberLoss, or name Stochastic as the optimizer");
        LinearChoiceTest.assertChoice(
                Choice.of(Facts.of(new AbsoluteLoss(), L2Penalty.of(1), 100, 10_000)),
                "MajorizeMinimize",
                "the loss has kinks, and its majoriser steps over them to the ones that matter");
    }

    @Test
    void kinksAndAProxTogetherGetPdhgWhereBothAreConvex() {
        LinearChoiceTest.assertChoice(
                Choice.of(Facts.of(new AbsoluteLoss(), L1Penalty.of(1), 100, 4)),
                "Pdhg",
                "the loss has kinks and L1Penalty offers only a prox, and both are convex");
        LinearChoiceTest.assertChoice(
                Choice.of(LinearChoiceTest.with(
                        Extras.NONE.with(CoefficientBounds.NONE.and("x", 0, 1)), new HingeLoss(), L2Penalty.of(1))),
                "Pdhg",
                "the loss has kinks and a bound on a coefficient offers only a prox, and both are convex");
        LinearChoiceTest.assertChoice(
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
}
