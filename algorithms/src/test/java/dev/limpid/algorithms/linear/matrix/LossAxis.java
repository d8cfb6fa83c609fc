package dev.limpid.algorithms.linear.matrix;

import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.CloglogLoss;
import dev.limpid.core.loss.classification.FocalLoss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.composed.Losses;
import dev.limpid.core.loss.distribution.DirichletLoss;
import dev.limpid.core.loss.distribution.GaussianLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.InverseGaussianLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.glm.TweedieLoss;
import dev.limpid.core.loss.margin.ExponentialLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.HuberizedHingeLoss;
import dev.limpid.core.loss.margin.ModifiedHuberLoss;
import dev.limpid.core.loss.margin.SavageLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.margin.TangentLoss;
import dev.limpid.core.loss.multiclass.CrossEntropyLoss;
import dev.limpid.core.loss.multiclass.CumulativeLogitLoss;
import dev.limpid.core.loss.multiclass.MulticlassFocalLoss;
import dev.limpid.core.loss.multiclass.OneVsRestLoss;
import dev.limpid.core.loss.multiclass.ProportionalOddsLoss;
import dev.limpid.core.loss.multioutput.MultiOutputLoss;
import dev.limpid.core.loss.multioutput.MultiQuantileLoss;
import dev.limpid.core.loss.ranking.BprLoss;
import dev.limpid.core.loss.ranking.LambdaRankLoss;
import dev.limpid.core.loss.ranking.ListNetLoss;
import dev.limpid.core.loss.ranking.PairwiseLogisticLoss;
import dev.limpid.core.loss.ranking.TripletLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.EpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.ExpectileLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.LogCoshLoss;
import dev.limpid.core.loss.regression.PseudoHuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredEpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.SquaredLogLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.loss.robust.CauchyLoss;
import dev.limpid.core.loss.robust.StudentTLoss;
import dev.limpid.core.loss.robust.TukeyLoss;
import dev.limpid.core.loss.robust.WelschLoss;
import dev.limpid.core.loss.survival.AftLoss;
import dev.limpid.core.loss.survival.CoxLoss;
import dev.limpid.core.loss.survival.LogTime;
import dev.limpid.core.loss.survival.Ties;
import java.util.List;

/** Every loss of the library, with the kind of targets that it is fitted to. */
final class LossAxis {

    /**
     * A level of the axis.
     *
     * @param name how cells call it
     * @param loss ℓ
     * @param targets what its rows have for targets
     */
    record LossLevel(String name, Loss loss, TargetKind targets) {

        @Override
        public String toString() {
            return name;
        }
    }

    static final List<LossLevel> LEVELS = List.of(
            of(new SquaredLoss(), TargetKind.NUMBER),
            of(new AbsoluteLoss(), TargetKind.NUMBER),
            of(new HuberLoss(0.8), TargetKind.NUMBER),
            of(new PseudoHuberLoss(0.7), TargetKind.NUMBER),
            of(new LogCoshLoss(), TargetKind.NUMBER),
            of(new QuantileLoss(0.7), TargetKind.NUMBER),
            of(new ExpectileLoss(0.8), TargetKind.NUMBER),
            of(new EpsilonInsensitiveLoss(0.3), TargetKind.NUMBER),
            of(new SquaredEpsilonInsensitiveLoss(0.3), TargetKind.NUMBER),
            of(new SquaredLogLoss(), TargetKind.AMOUNT),
            of(new TukeyLoss(4), TargetKind.NUMBER),
            of(new CauchyLoss(1), TargetKind.NUMBER),
            of(new WelschLoss(2), TargetKind.NUMBER),
            of(new StudentTLoss(4, 1), TargetKind.NUMBER),
            of(new PoissonLoss(), TargetKind.COUNT),
            of(new NegativeBinomialLoss(0.5), TargetKind.COUNT),
            of(new TweedieLoss(1.5), TargetKind.AMOUNT),
            of(new GammaLoss(), TargetKind.POSITIVE),
            of(new InverseGaussianLoss(), TargetKind.POSITIVE),
            of(new LogisticLoss(), TargetKind.BINARY),
            of(new ProbitLoss(), TargetKind.BINARY),
            of(new CloglogLoss(), TargetKind.BINARY),
            of(new FocalLoss(2), TargetKind.BINARY),
            of(new HingeLoss(), TargetKind.BINARY),
            of(new SquaredHingeLoss(), TargetKind.BINARY),
            of(new HuberizedHingeLoss(), TargetKind.BINARY),
            of(new ModifiedHuberLoss(), TargetKind.BINARY),
            of(new ExponentialLoss(), TargetKind.BINARY),
            of("Perceptron", HingeLoss.perceptron(), TargetKind.BINARY),
            of(new SavageLoss(), TargetKind.BINARY),
            of(new TangentLoss(), TargetKind.BINARY),
            of(new ProportionalOddsLoss(-0.4, 0.9), TargetKind.CLASSES),
            of(new SoftmaxLoss(3), TargetKind.CLASSES),
            of(new MulticlassFocalLoss(3, 2), TargetKind.CLASSES),
            of(new CumulativeLogitLoss(3), TargetKind.CLASSES),
            of("OneVsRest of logistic", new OneVsRestLoss(3, new LogisticLoss()), TargetKind.CLASSES),
            of("OneVsRest of hinge", new OneVsRestLoss(3, new HingeLoss()), TargetKind.CLASSES),
            of(new CrossEntropyLoss(3, 0.1), TargetKind.SHARES),
            of(new DirichletLoss(3), TargetKind.SHARES),
            of("MultiOutput of squared", MultiOutputLoss.squared(2), TargetKind.TWO_NUMBERS),
            of("MultiOutput of Huber", new MultiOutputLoss(2, new HuberLoss(0.8)), TargetKind.TWO_NUMBERS),
            of("MultiOutput of absolute", new MultiOutputLoss(2, new AbsoluteLoss()), TargetKind.TWO_NUMBERS),
            of(new MultiQuantileLoss(0.25, 0.75), TargetKind.NUMBER),
            of(new GaussianLoss(), TargetKind.NUMBER),
            of(new AftLoss(LogTime.logNormal()), TargetKind.TIME_AND_EVENT),
            of("Aft of Weibull", new AftLoss(LogTime.weibull()), TargetKind.TIME_AND_EVENT),
            of("Cox with Breslow's ties", new CoxLoss(Ties.BRESLOW), TargetKind.TIME_AND_EVENT),
            of("Cox with Efron's ties", new CoxLoss(Ties.EFRON), TargetKind.TIME_AND_EVENT),
            of(new PairwiseLogisticLoss(), TargetKind.GRADES),
            of(new BprLoss(), TargetKind.TAKEN),
            of(new ListNetLoss(), TargetKind.GRADES),
            of(new LambdaRankLoss(), TargetKind.GRADES),
            of(new TripletLoss(2, 0.5), TargetKind.ROLES),
            of("sum of squared and Huber", Losses.sum(0.5, new SquaredLoss(), 1, new HuberLoss(1)), TargetKind.NUMBER),
            of(
                    "sum of Softmax and focal",
                    Losses.sum(1, new SoftmaxLoss(3), 0.5, new MulticlassFocalLoss(3, 1)),
                    TargetKind.CLASSES),
            of(
                    "sum of ListNet and pairwise",
                    Losses.sum(1, new ListNetLoss(), 0.5, new PairwiseLogisticLoss()),
                    TargetKind.GRADES),
            of("smoothed logistic", Losses.labelSmoothed(new LogisticLoss(), 0.1), TargetKind.BINARY),
            of("smoothed Softmax", Losses.labelSmoothed(new SoftmaxLoss(3), 0.1), TargetKind.CLASSES),
            of("weighted logistic", Losses.weightedByClass(new LogisticLoss(), 1, 3), TargetKind.BINARY),
            of("weighted Softmax", Losses.weightedByClass(new SoftmaxLoss(3), 1, 2, 3), TargetKind.CLASSES),
            of("adjusted logistic", Losses.logitAdjusted(new LogisticLoss(), 1, 0.7, 0.3), TargetKind.BINARY),
            of("adjusted Softmax", Losses.logitAdjusted(new SoftmaxLoss(3), 1, 0.5, 0.3, 0.2), TargetKind.CLASSES),
            of("Moreau envelope of absolute", Losses.moreau(new AbsoluteLoss(), 0.5), TargetKind.NUMBER),
            of("clipped squared", Losses.clipped(new SquaredLoss(), 3), TargetKind.NUMBER));

    private LossAxis() {}

    private static LossLevel of(Loss loss, TargetKind targets) {
        return of(loss.getClass().getSimpleName(), loss, targets);
    }

    private static LossLevel of(String name, Loss loss, TargetKind targets) {
        return new LossLevel(name, loss, targets);
    }
}
