package dev.limpid.algorithms.hypothesis;

import dev.limpid.algorithms.internal.Complete;
import dev.limpid.algorithms.internal.Fingerprint;
import dev.limpid.algorithms.internal.Targets;
import dev.limpid.algorithms.internal.ValidatedRun;
import dev.limpid.algorithms.model.Model;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Sample;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.LeastSquares;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Trace;
import dev.limpid.core.training.Workers;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A spec put together with its training data: objective, optimizer, start; and the model that comes of it. */
final class HypothesisFit<M extends Model> {

    private final HypothesisSpec<M> spec;
    private final Assembly<M> assembly;
    private final Dataset data;
    private final Hypothesis hypothesis;
    private final Objective objective;
    private final Choice choice;

    HypothesisFit(HypothesisSpec<M> spec, Dataset given) {
        this.spec = spec;
        this.assembly = spec.assembly();
        this.hypothesis = assembly.hypothesis(given.schema());
        this.data = usable(given);
        Targets.require(data, spec.loss(), assembly.name());
        this.objective = penalized(risk(data));
        this.choice = spec.optimizer()
                .map(optimizer -> new Choice(optimizer, ""))
                .orElseGet(
                        () -> Choice.of(assembly, spec.loss(), spec.penalties().values(), facts()));
    }

    private Dataset usable(Dataset rows) {
        Dataset weighted = rows.positiveWeights();
        return hypothesis.allowsMissing() ? weighted : Complete.require(weighted, assembly.name());
    }

    private FiniteSum risk(Dataset rows) {
        return EmpiricalRisk.of(hypothesis, spec.loss(), rows, Workers.of(spec.threads()));
    }

    private Facts facts() {
        boolean squares = objective instanceof LeastSquares;
        return new Facts(squares, data, hypothesis.blocks().size());
    }

    /** Adds the penalties, those with a gradient first, so that they stay in the smooth part. */
    private Objective penalized(FiniteSum risk) {
        FiniteSum smooth = risk;
        for (Map.Entry<String, Penalty> entry : spec.penalties().entrySet()) {
            if (entry.getValue() instanceof SmoothPenalty penalty) {
                smooth = smooth.penalized(entry.getKey(), penalty);
            }
        }
        Composite<? extends FiniteSum> composite = null;
        for (Map.Entry<String, Penalty> entry : spec.penalties().entrySet()) {
            if (!(entry.getValue() instanceof SmoothPenalty)) {
                composite = composite == null
                        ? smooth.penalized(entry.getKey(), entry.getValue())
                        : composite.penalized(entry.getKey(), entry.getValue());
            }
        }
        return composite == null ? smooth : composite;
    }

    /** Starts the optimizer, or resumes it from a filled memory. */
    ValidatedRun run(@Nullable Dataset validation, Memory memory) {
        Fingerprint.require(
                memory, spec.recipe().toString() + choice.optimizer().recipe() + spec.seed(), data);
        ParameterRun run = start(choice.optimizer(), memory.scope("optimizer"));
        return new ValidatedRun(run, validation == null ? null : validationRisk(validation), memory);
    }

    private <V extends Objective> ParameterRun start(Optimizer<V> optimizer, Memory memory) {
        V view = optimizer.needs().require(optimizer.name(), objective);
        return optimizer.start(view, theta0(), spec.seed(), memory);
    }

    private FiniteSum validationRisk(Dataset validation) {
        Dataset rows = validation.conform(data.schema()).conformTargets(data.schema());
        return risk(usable(rows));
    }

    private double[] theta0() {
        int p = hypothesis.blocks().size();
        double[] theta = spec.start().orElseGet(() -> ownStart(p));
        if (theta.length != p) {
            throw new IllegalArgumentException("start must have " + p + " numbers (one for each parameter of "
                    + hypothesis.name() + "), but has " + theta.length);
        }
        if (objective instanceof Composite<?> composite && composite.penalty(theta) == Double.POSITIVE_INFINITY) {
            composite.prox(theta, 1); // into the penalty's set
        }
        return theta;
    }

    private double[] ownStart(int p) {
        double[] theta = new double[p];
        hypothesis.start(new SplittableRandom(spec.seed()), theta);
        if (assembly.shiftsIntercept() && spec.loss() instanceof ScalarLoss loss) {
            List<Values> zeros = List.of(Values.constant(0, data.size()));
            Sample sample =
                    new Sample(data.targets(), data.offsets().isEmpty() ? zeros : data.offsets(), data.weights());
            theta[hypothesis.blocks().get(LinearHypothesis.INTERCEPT).offset()] = loss.bestShift(sample);
        }
        return theta;
    }

    M model(double[] theta, Trace trace) {
        return assembly.model(new Fitted(
                data,
                spec.loss(),
                hypothesis,
                theta,
                HypothesisRecipe.of(
                        spec, hypothesis.recipe(), choice, !data.offsets().isEmpty()),
                trace));
    }
}
