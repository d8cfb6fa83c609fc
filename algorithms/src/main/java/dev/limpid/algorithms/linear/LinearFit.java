package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.Complete;
import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.algorithms.internal.Fingerprint;
import dev.limpid.algorithms.internal.ValidatedRun;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.hypothesis.LocationHypothesis;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.EmpiricalRisk;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.LinearSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.exact.QrLeastSquares;
import dev.limpid.core.optimizer.variance.Sdca;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.training.Trace;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A spec put together with its training data: design, objective, optimizer, start; and the model that comes of it. */
final class LinearFit {

    private final LinearSpec spec;
    private final Dataset data;
    private final double[] classWeights;
    private final CommonScores scores;
    private final boolean whole;
    private final Encoding encoding;
    private final Design design;
    private final Hypothesis hypothesis;
    private final RawCoefficients raw;
    private final FiniteSum sum;
    private final Objective objective;
    private final Choice choice;

    LinearFit(LinearSpec spec, Dataset given) {
        this(spec, given, null);
    }

    /** Puts a spec together with data whose columns are centred and scaled as those of other data were. */
    LinearFit(LinearSpec spec, Dataset given, @Nullable Design known) {
        this.spec = spec;
        Dataset rows =
                LinearTargets.require(Complete.require(given.positiveWeights(), "LinearModel"), spec, known == null);
        this.classWeights = spec.extras().classWeights().factors(rows, spec.loss());
        this.data = ClassWeights.apply(classWeights, rows);
        this.scores = new CommonScores(spec.loss(), data);
        this.encoding = new Encoding(data.schema());
        this.whole = known == null;
        Design scaled = known == null ? design(spec, data, encoding, ridge()) : known;
        this.hypothesis = hypothesis(spec, scaled.size());
        this.choice =
                spec.optimizer().map(optimizer -> new Choice(optimizer, "")).orElseGet(() -> choice(scaled));
        this.design = choice.optimizer().scalesColumns() && !spec.standardizePenalty() ? scaled.raw() : scaled;
        this.raw = new RawCoefficients(design, hypothesis.blocks(), spec.loss().scores());
        this.sum = sum();
        this.objective = objective(spec);
    }

    /** Puts a spec together with the first of many chunks of rows: all columns stay. */
    static LinearFit first(LinearSpec spec, Dataset given) {
        Dataset rows = Complete.require(given.positiveWeights(), "LinearModel");
        return new LinearFit(spec, given, design(spec, rows, new Encoding(rows.schema()), j -> 0, true));
    }

    /** Chooses an optimizer, by the condition of the columns too if these are all rows. */
    private Choice choice(Design scaled) {
        Facts facts = facts(spec, data, scaled.isSparse(), hypothesis.blocks().size());
        Choice choice = Choice.of(facts);
        return whole ? choice.unlessIllConditioned(facts, () -> condition(scaled)) : choice;
    }

    private double condition(Design scaled) {
        return risk(scaled.encode(data)) instanceof LinearSum sum
                ? sum.design()
                        .map(linear -> QrLeastSquares.condition(linear, ridge(scaled)))
                        .orElse(1.0)
                : 1;
    }

    /** λ as a penalty on the design's columns, λ/2·w² = λ/s²/2·w̃². */
    private double[] ridge(Design scaled) {
        double[] mu = new double[scaled.size()];
        if (spec.penalty() instanceof L2Penalty l2) {
            Arrays.setAll(mu, j -> {
                double s = spec.standardizePenalty() ? 1 : scaled.scale(j);
                return l2.strength() / s / s;
            });
        }
        return mu;
    }

    private static boolean intercept(LinearSpec spec) {
        return spec.intercept() && !spec.loss().shiftInvariant();
    }

    /** Returns μⱼ/h: the ridge in the penalty, beside the curvature of the loss where all rows have the same score. */
    private IntToDoubleFunction ridge() {
        if (!(spec.penalty() instanceof SeparablePenalty penalty) || !(penalty.strongConvexity(0) > 0)) {
            return j -> 0;
        }
        double h = scores.curvature(
                intercept(spec) ? scores.bestOrZero() : new double[spec.loss().scores()]);
        return j -> Math.max(0, penalty.strongConvexity(j)) / h;
    }

    /** Looks at the columns; all of them stay where a penalty or a term makes the solution unique. */
    static Design design(LinearSpec spec, Dataset data, Encoding encoding) {
        return design(spec, data, encoding, j -> 0);
    }

    private static Design design(LinearSpec spec, Dataset data, Encoding encoding, IntToDoubleFunction ridge) {
        boolean unique =
                !(spec.penalty() instanceof NoPenalty) || !spec.extras().terms().isEmpty();
        return design(spec, data, encoding, ridge, unique);
    }

    private static Design design(
            LinearSpec spec, Dataset data, Encoding encoding, IntToDoubleFunction ridge, boolean all) {
        boolean centred = intercept(spec) || spec.loss().shiftInvariant();
        try (Workers workers = Workers.of(spec.threads())) {
            return Design.of(data, encoding, centred, scale(spec, data, encoding), ridge, all, workers);
        }
    }

    private static Design.Scale scale(LinearSpec spec, Dataset data, Encoding encoding) {
        if (spec.standardizePenalty()) {
            return Design.Scale.DEVIATION;
        }
        if (data.features().isSparse() && optimizer(spec, data, encoding) instanceof Sdca) {
            return Design.Scale.NONE; // its steps are the same whatever the scale, and so no copy is needed
        }
        if (!(spec.penalty() instanceof SeparablePenalty separable)) {
            return Design.Scale.NONE;
        }
        boolean ridge = separable instanceof SmoothPenalty && separable.strongConvexity(0) > 0;
        return ridge ? Design.Scale.FULL_COLUMNS : Design.Scale.POWER_OF_TWO;
    }

    /** What will minimise, where zeros aren't stored and all columns stay. */
    private static Optimizer<?> optimizer(LinearSpec spec, Dataset data, Encoding encoding) {
        return spec.optimizer().isPresent()
                ? spec.optimizer().get()
                : Choice.of(facts(spec, data, true, encoding.size())).optimizer();
    }

    /** Returns what computes the scores of so many columns. */
    static Hypothesis hypothesis(LinearSpec spec, int columns) {
        Loss loss = spec.loss();
        if (!spec.extras().locationOnly()) {
            return new LinearHypothesis(columns, loss.scores(), intercept(spec));
        }
        if (loss.scores() < 2 || !intercept(spec)) {
            throw new IllegalArgumentException("locationOnly needs a loss of two scores at least and an intercept, but "
                    + loss.name() + " has " + loss.scores()
                    + (intercept(spec) ? " score" : " scores and there is no intercept"));
        }
        return new LocationHypothesis(columns, loss.scores());
    }

    private static Facts facts(LinearSpec spec, Dataset data, boolean sparse, int parameters) {
        return new Facts(
                spec.loss(),
                spec.penalty(),
                spec.extras(),
                intercept(spec),
                sparse,
                data.features().isSparse() ? RowSizes.of(data.features()) : RowSizes.UNKNOWN,
                data.size(),
                parameters);
    }

    private FiniteSum sum() {
        FiniteSum all = risk(design.encode(data));
        for (Term term : spec.extras().terms()) {
            all = all.plus(RawTerm.of(term.of(hypothesis.blocks()), raw));
        }
        return all;
    }

    /** Returns loss and terms on the encoded rows, without the penalty. */
    FiniteSum smooth() {
        return sum;
    }

    /** Returns the objective of a spec that differs in the numbers of its penalty alone. */
    Objective objective(LinearSpec other) {
        return penalties(other).addTo(sum);
    }

    Penalties penalties(LinearSpec other) {
        return new Penalties(other, encoding, design, slopes());
    }

    Choice choice() {
        return choice;
    }

    private int slopes() {
        return hypothesis.blocks().get(LinearHypothesis.WEIGHTS).columns();
    }

    private FiniteSum risk(Dataset encoded) {
        Workers workers = Workers.of(spec.threads());
        return hypothesis instanceof LinearHypothesis linear && !(spec.loss() instanceof UnitLoss)
                ? EmpiricalRisk.linear(linear, spec.loss(), encoded, workers)
                : EmpiricalRisk.of(hypothesis, spec.loss(), encoded, workers);
    }

    Design design() {
        return design;
    }

    Dataset data() {
        return data;
    }

    /** Starts the optimizer, or resumes it from a filled memory. */
    ValidatedRun run(@Nullable Dataset validation, Memory memory) {
        Fingerprint.require(
                memory, LinearRecipe.of(spec).toString() + choice.optimizer().recipe() + spec.seed(), data);
        ParameterRun run = start(memory.scope("optimizer"));
        return new ValidatedRun(run, validation == null ? null : validationRisk(validation), memory);
    }

    /** Starts or resumes the optimizer alone. */
    ParameterRun start(Memory memory) {
        return start(choice.optimizer(), memory);
    }

    private <V extends Objective> ParameterRun start(Optimizer<V> optimizer, Memory memory) {
        V view = optimizer.needs().require(optimizer.name(), objective);
        return optimizer.start(view, theta0(), spec.seed(), memory);
    }

    private FiniteSum validationRisk(Dataset validation) {
        Dataset rows = LinearTargets.conform(validation.conform(data.schema()), data.schema(), spec);
        rows = ClassWeights.apply(classWeights, rows.positiveWeights());
        return risk(design.encode(Complete.require(rows, "LinearModel")));
    }

    /** Where another model ended; or weights 0 and the best intercepts to go with them. Inside the penalty's set. */
    private double[] theta0() {
        double[] theta = spec.start()
                .map(model -> raw.theta(StartingPoint.require(model, data.schema(), hypothesis.outputs())))
                .orElseGet(this::origin);
        if (objective instanceof Composite<?> composite && composite.penalty(theta) == Double.POSITIVE_INFINITY) {
            composite.prox(theta, 1);
        }
        return theta;
    }

    /** The rule that ends a warm start, where the optimizer's own may not know how near it began. */
    List<Stopping> warmRules() {
        boolean chosen = spec.start().isPresent() && spec.optimizer().isEmpty();
        if (!chosen || choice.optimizer() instanceof MajorizeMinimize || !(objective instanceof Smooth smooth)) {
            return List.of();
        }
        double[] g = new double[hypothesis.blocks().size()];
        smooth.gradient(origin(), g);
        return List.of(new NearMinimum(Arrays.stream(g).map(Math::abs).max().orElse(0)));
    }

    /** Weights 0, and the best intercepts to go with them. */
    double[] origin() {
        double[] theta = new double[hypothesis.blocks().size()];
        if (intercept(spec) && !(spec.loss() instanceof UnitLoss)) {
            double[] shift = startingShift();
            Block block = hypothesis.blocks().get(LinearHypothesis.INTERCEPT);
            System.arraycopy(shift, 0, theta, block.offset(), shift.length);
        }
        return theta;
    }

    /** The best intercepts; 0 if part of the rows has none, which may be as a class is missing there. */
    private double[] startingShift() {
        try {
            return scores.best();
        } catch (IllegalArgumentException e) {
            if (whole) {
                throw e;
            }
            return new double[spec.loss().scores()];
        }
    }

    LinearModel model(double[] theta, Trace trace) {
        return model(spec, theta, trace);
    }

    /** Returns the model of a spec that differs in the numbers of its penalty alone. */
    LinearModel model(LinearSpec other, double[] theta, Trace trace) {
        Recipe recipe = LinearRecipe.of(other, choice, !data.offsets().isEmpty());
        return new LinearModel(data.schema(), other.shapeOnly(), raw.scores(encoding, theta), recipe, trace);
    }
}
