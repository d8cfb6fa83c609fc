package dev.limpid.core.optimizer.exact;

import static dev.limpid.core.optimizer.exact.QrFits.random;
import static dev.limpid.core.optimizer.exact.QrFits.risk;
import static dev.limpid.core.optimizer.exact.QrFits.start;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.constraint.NonNegative;
import dev.limpid.core.penalty.structured.GroupLassoPenalty;
import dev.limpid.core.penalty.structured.Groups;
import org.junit.jupiter.api.Test;

/** What is no problem of least squares is refused in a sentence. */
class QrRefusalsTest {

    private final LinearSum sum = risk(Dataset.of(random(9, 4, 1), new double[9]), new SquaredLoss());

    private void refused(Objective objective, String but) {
        assertThatThrownBy(() -> start(objective))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "QrLeastSquares needs the squared loss of linear scores, with or without a penalty Σⱼ ½μⱼ·θⱼ², but "
                                + but);
    }

    @Test
    void otherLosses() {
        refused(
                risk(Dataset.of(random(9, 4, 1), new double[9]), new LogisticLoss()),
                "the loss is LogisticLoss: use Lbfgs or MajorizeMinimize");
    }

    @Test
    void lossesThatChangeTheSquaredOne() {
        SquaredLoss changed = new SquaredLoss() {
            @Override
            public double value(double y, double f) {
                return 2 * super.value(y, f);
            }

            @Override
            public String name() {
                return "Twice";
            }
        };
        refused(
                risk(Dataset.of(random(9, 4, 1), new double[9]), changed),
                "the loss is Twice: use Lbfgs or MajorizeMinimize");
    }

    @Test
    void penaltiesThatAreNoSquares() {
        refused(
                sum.penalized("weights", new L1Penalty(0.1)),
                "L1Penalty is no sum of squares: use CoordinateDescent or Fista");
        refused(
                sum.penalized("weights", (Penalty) ElasticNetPenalty.of(0.1, 0.5)),
                "ElasticNetPenalty is no sum of squares: use CoordinateDescent or Fista");
        refused(
                sum.penalized("weights", NonNegative.of()),
                "NonNegative is no sum of squares: use CoordinateDescent or Fista");
    }

    @Test
    void penaltiesOfGroups() {
        refused(
                sum.penalized("weights", GroupLassoPenalty.of(0.1, Groups.ofRows(new int[] {0, 1}, new int[] {2, 3}))),
                "GroupLassoPenalty is no sum over coordinates: use Fista");
    }
}
