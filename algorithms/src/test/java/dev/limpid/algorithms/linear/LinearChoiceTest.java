package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Rows;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.multiclass.CumulativeLogitLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.survival.CoxLoss;
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

/** The optimizer for those who name none, where the loss is smooth. */
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

    @Test
    void aSmallSmoothProblemGetsMajorizeMinimize() {
        assertChoice(
                Choice.of(Facts.of(new LogisticLoss(), NoPenalty.of(), 100, 29)),
                "MajorizeMinimize",
                "the loss has curvature, and 29 parameters make a small matrix");
        assertChoice(
                Choice.of(Facts.of(new LogisticLoss(), L2Penalty.of(1), 100, 1)),
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

    static Facts with(Extras extras, Loss loss, Penalty penalty) {
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

    static void assertChoice(Choice choice, String optimizer, String reason) {
        assertThat(choice.optimizer().name()).isEqualTo(optimizer);
        assertThat(choice.reason()).isEqualTo(reason);
    }
}
