package dev.limpid.algorithms.linear.matrix;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.core.update.Chain;
import dev.limpid.core.update.Momentum;
import dev.limpid.core.update.Nesterov;
import dev.limpid.core.update.PolyakLevel;
import dev.limpid.core.update.PolyakStep;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.adaptive.Adadelta;
import dev.limpid.core.update.adaptive.Adagrad;
import dev.limpid.core.update.adaptive.Adam;
import dev.limpid.core.update.adaptive.AdamW;
import dev.limpid.core.update.adaptive.Adamax;
import dev.limpid.core.update.adaptive.AmsGrad;
import dev.limpid.core.update.adaptive.CenteredRmsProp;
import dev.limpid.core.update.adaptive.Lamb;
import dev.limpid.core.update.adaptive.Lion;
import dev.limpid.core.update.adaptive.Nadam;
import dev.limpid.core.update.adaptive.Prodigy;
import dev.limpid.core.update.adaptive.Radam;
import dev.limpid.core.update.adaptive.RmsProp;
import dev.limpid.core.update.adaptive.Sophia;
import dev.limpid.core.update.average.Averaged;
import dev.limpid.core.update.average.ExponentialAverage;
import dev.limpid.core.update.average.Lookahead;
import dev.limpid.core.update.average.ScheduleFree;
import dev.limpid.core.update.average.Swa;
import dev.limpid.core.update.stage.ClipBlockNorm;
import dev.limpid.core.update.stage.ClipGlobalNorm;
import dev.limpid.core.update.stage.ClipValue;
import dev.limpid.core.update.stage.CoupledDecay;
import dev.limpid.core.update.stage.DecoupledDecay;
import dev.limpid.core.update.stage.Sam;
import dev.limpid.core.update.stage.TrustRatio;
import java.util.List;
import java.util.function.DoubleFunction;

/** Every update and every stage of the library, with rates that follow from a problem's curvature. */
final class UpdateAxis {

    /**
     * A level of the axis.
     *
     * @param name how cells call it
     * @param of the update for a gradient step of this length
     */
    record UpdateLevel(String name, DoubleFunction<Update> of) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Passes over the data of a stochastic run. */
    static final double EPOCHS = 80;

    /** Rate at the end, as a part of that at the start. */
    private static final double LAST = 1e-3;

    /** Rate of updates whose steps have the size of the rate whatever the gradient is. */
    private static final double SIGN_RATE = 0.05;

    /** Strength of decay that the objective doesn't know of, too small to tell at two digits. */
    private static final double DECAY = 1e-5;

    static final List<UpdateLevel> LEVELS = List.of(
            new UpdateLevel("Sgd", step -> new Sgd(falling(step))),
            new UpdateLevel("Momentum", step -> new Momentum(falling(0.2 * step), 0.9, 0)),
            new UpdateLevel("Nesterov", step -> new Nesterov(falling(0.2 * step), 0.9)),
            new UpdateLevel("PolyakStep", step -> PolyakStep.withMinimum(0, step)),
            new UpdateLevel("PolyakLevel", step -> PolyakLevel.withGap(0.1, step)),
            new UpdateLevel("Adagrad", step -> new Adagrad(falling(10 * SIGN_RATE), 0, 1e-10)),
            new UpdateLevel("Adadelta", step -> Adadelta.defaults()),
            new UpdateLevel("RmsProp", step -> new RmsProp(falling(SIGN_RATE), 0.9, 1e-8)),
            new UpdateLevel("CenteredRmsProp", step -> new CenteredRmsProp(falling(SIGN_RATE), 0.9, 1e-4)),
            new UpdateLevel("Adam", step -> new Adam(falling(SIGN_RATE), 0.9, 0.999, 1e-8)),
            new UpdateLevel("AdamW", step -> new AdamW(falling(SIGN_RATE), 0.9, 0.999, 1e-8, DECAY)),
            new UpdateLevel("Adamax", step -> new Adamax(falling(SIGN_RATE), 0.9, 0.999, 1e-8)),
            new UpdateLevel("AmsGrad", step -> new AmsGrad(falling(SIGN_RATE), 0.9, 0.999, 1e-8)),
            new UpdateLevel("Nadam", step -> new Nadam(falling(SIGN_RATE), 0.9, 0.999, 1e-8, 0.004)),
            new UpdateLevel("Radam", step -> new Radam(falling(SIGN_RATE), 0.9, 0.999, 1e-8)),
            new UpdateLevel("Lion", step -> new Lion(falling(SIGN_RATE), 0.9, 0.99, 0)),
            new UpdateLevel("Lamb", step -> new Lamb(falling(SIGN_RATE), 0.9, 0.999, 1e-6, 0)),
            new UpdateLevel("Sophia", step -> new Sophia(falling(SIGN_RATE), 0.9, 0.99, 1, 1e-12, 5, 0)),
            new UpdateLevel("Prodigy", step -> Prodigy.withSchedule(Schedule.polynomial(1, LAST, EPOCHS, 1))),
            new UpdateLevel("Averaged Sgd", step -> new Averaged(Sgd.withLearningRate(step), EPOCHS / 2)),
            new UpdateLevel("Swa of Sgd", step -> new Swa(Sgd.withLearningRate(step), EPOCHS / 2, 1)),
            new UpdateLevel("ExponentialAverage of Sgd", step -> new ExponentialAverage(new Sgd(falling(step)), 0.9)),
            new UpdateLevel(
                    "Lookahead of Adam", step -> Lookahead.around(new Adam(falling(SIGN_RATE), 0.9, 0.999, 1e-8))),
            new UpdateLevel("ScheduleFree Sgd", step -> ScheduleFree.around(Sgd.withLearningRate(step))),
            new UpdateLevel("Sgd with ClipGlobalNorm", step -> sgd(step).onGradient(ClipGlobalNorm.of(5))),
            new UpdateLevel("Sgd with ClipBlockNorm", step -> sgd(step).onGradient(ClipBlockNorm.of(5))),
            new UpdateLevel("Sgd with ClipValue", step -> sgd(step).onGradient(ClipValue.of(5))),
            new UpdateLevel("Sgd with CoupledDecay", step -> sgd(step).onGradient(CoupledDecay.of(DECAY))),
            new UpdateLevel("Sgd with DecoupledDecay", step -> sgd(step).onStep(DecoupledDecay.of(DECAY))),
            new UpdateLevel("Sgd with Sam", step -> sgd(step).onGradient(Sam.of(1e-3))),
            new UpdateLevel("Sgd with TrustRatio", step -> sgd(SIGN_RATE).onStep(new TrustRatio())));

    private UpdateAxis() {}

    private static Chain sgd(double rate) {
        return Chain.of(new Sgd(falling(rate)));
    }

    private static Schedule falling(double rate) {
        return Schedule.polynomial(rate, LAST * rate, EPOCHS, 1);
    }
}
