package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.Complete;
import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.algorithms.internal.Fingerprint;
import dev.limpid.algorithms.internal.Targets;
import dev.limpid.algorithms.internal.ValidatedRun;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Trace;
import dev.limpid.core.training.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A spec put together with its training data: design, objective, optimizer, start; and the model that comes of it. */
final class LinearFit {

    private final LinearSpec spec;
    private final Dataset data;
    private final Encoding encoding;
    private final Design design;
    private final LinearHypothesis hypothesis;
    private final Objective objective;
    private final Choice choice;

    LinearFit(LinearSpec spec, Dataset given) {
        this.spec = spec;
        this.data = Complete.require(given.positiveWeights(), "LinearModel");
        Targets.require(data, spec.loss(), "LinearModel");
        this.encoding = new Encoding(data.schema());
        boolean intercept = spec.intercept() && !spec.loss().shiftInvariant();
        boolean centred = intercept || spec.loss().shiftInvariant();
        this.design = Design.of(data, encoding, centred, scale(spec), !(spec.penalty() instanceof NoPenalty));
        this.hypothesis = new LinearHypothesis(design.size(), spec.loss().scores(), intercept);
        this.objective = objective();
        this.choice = spec.optimizer()
                .map(optimizer -> new Choice(optimizer, ""))
                .orElseGet(() -> Choice.of(
                        spec.loss(),
                        spec.penalty(),
                        data.size(),
                        hypothesis.blocks().size()));
    }

    private static Design.Scale scale(LinearSpec spec) {
        if (spec.standardizePenalty()) {
            return Design.Scale.DEVIATION;
        }
        return spec.penalty() instanceof SeparablePenalty ? Design.Scale.POWER_OF_TWO : Design.Scale.NONE;
    }

    private Objective objective() {
        FiniteSum risk = risk(design.encode(data));
        Penalty penalty = innerPenalty();
        return penalty instanceof SmoothPenalty smooth
                ? risk.penalized(LinearHypothesis.WEIGHTS, smooth)
                : risk.penalized(LinearHypothesis.WEIGHTS, penalty);
    }

    private FiniteSum risk(Dataset encoded) {
        Workers workers = Workers.of(spec.threads());
        return spec.loss() instanceof UnitLoss
                ? EmpiricalRisk.of(hypothesis, spec.loss(), encoded, workers)
                : EmpiricalRisk.linear(hypothesis, spec.loss(), encoded, workers);
    }

    /** Returns the penalty as a function of the design's coefficients w̃ = s∘w. */
    private Penalty innerPenalty() {
        return !spec.standardizePenalty() && spec.penalty() instanceof SeparablePenalty separable
                ? separable.scaledBy(design.scales(spec.loss().scores()))
                : spec.penalty();
    }

    /** Starts the optimizer, or resumes it from a filled memory. */
    ValidatedRun run(@Nullable Dataset validation, Memory memory) {
        Fingerprint.require(
                memory, LinearRecipe.of(spec).toString() + choice.optimizer().recipe() + spec.seed(), data);
        ParameterRun run = start(choice.optimizer(), memory.scope("optimizer"));
        return new ValidatedRun(run, validation == null ? null : validationRisk(validation), memory);
    }

    private <V extends Objective> ParameterRun start(Optimizer<V> optimizer, Memory memory) {
        V view = optimizer.needs().require(optimizer.name(), objective);
        return optimizer.start(view, theta0(), spec.seed(), memory);
    }

    private FiniteSum validationRisk(Dataset validation) {
        Dataset rows =
                validation.conform(data.schema()).conformTargets(data.schema()).positiveWeights();
        return risk(design.encode(Complete.require(rows, "LinearModel")));
    }

    /** Weights 0, and the best intercepts to go with them. */
    private double[] theta0() {
        double[] theta = new double[hypothesis.blocks().size()];
        if (hypothesis.intercept() && !(spec.loss() instanceof UnitLoss)) {
            double[] shift = bestShift(spec.loss());
            Block block = hypothesis.blocks().get(LinearHypothesis.INTERCEPT);
            System.arraycopy(shift, 0, theta, block.offset(), shift.length);
        }
        return theta;
    }

    private double[] bestShift(Loss loss) {
        Values zeros = Values.constant(0, data.size());
        List<Values> scores = data.offsets().isEmpty() ? Collections.nCopies(loss.scores(), zeros) : data.offsets();
        Sample sample = new Sample(data.targets(), scores, data.weights());
        double[] shift = new double[loss.scores()];
        if (loss instanceof ScalarLoss scalar) {
            shift[0] = scalar.bestShift(sample);
        } else if (loss instanceof VectorLoss vector) {
            vector.bestShift(sample, shift);
        }
        return shift;
    }

    LinearModel model(double[] theta, Trace trace) {
        List<LinearScore> scores = new ArrayList<>();
        for (int k = 0; k < hypothesis.outputs(); k++) {
            double[] w = design.coefficients(theta, k);
            double b =
                    hypothesis.intercept() ? design.intercept(w, theta[design.size() * hypothesis.outputs() + k]) : 0;
            scores.add(new LinearScore(encoding, w, b));
        }
        return new LinearModel(data.schema(), spec.loss(), scores, recipe(), trace);
    }

    private Recipe recipe() {
        return LinearRecipe.of(spec, choice, !data.offsets().isEmpty());
    }
}
