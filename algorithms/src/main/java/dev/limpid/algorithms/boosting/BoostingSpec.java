package dev.limpid.algorithms.boosting;

import dev.limpid.algorithms.model.RunOptions;
import dev.limpid.algorithms.model.Spec;
import dev.limpid.algorithms.tree.Binning;
import dev.limpid.algorithms.tree.TreeSettings;
import dev.limpid.core.criterion.GradientCriterion;
import dev.limpid.core.criterion.NewtonCriterion;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Schema;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.sampler.FullSampler;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.EarlyStopping;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Observer;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.training.Training;
import dev.limpid.core.training.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What fits a {@link GradientBoosting}: the loss, the settings and the parts. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * GradientBoosting model = GradientBoosting.with(new LogisticLoss())
 *         .rounds(200).learningRate(0.1).maxLeaves(31).sampler(new SubsampleSampler(0.5)).fit(data);
 * }</pre>
 *
 * <p>The start and every refitted leaf use the loss's {@code bestShift}, the splits its gradient and curvature; see
 * {@link BoostingSpec#recipe} for all of it as text. Sums that the criterion and {@link #minLeafWeight} look at are those of the rows drawn.
 *
 * @param loss what is minimised
 * @param rounds most rounds, K trees each; ≥ 1
 * @param learningRate what the leaves are multiplied by, η; in (0, 1]
 * @param tree when a tree stops growing
 * @param criterion what splits and leaves are worth
 * @param bins most bins per column, in 2 … 255
 * @param sampler draws the rows of each round
 * @param leafRefit whether leaves are refitted by the loss's best shift
 * @param run seed, threads and what ends the fit early
 * @since 0.1.0
 */
public record BoostingSpec(
        Loss loss,
        int rounds,
        double learningRate,
        TreeSettings tree,
        GradientCriterion criterion,
        int bins,
        Sampler sampler,
        LeafRefit leafRefit,
        RunSettings run)
        implements Spec<GradientBoosting>, RunOptions<BoostingSpec> {

    /** {@value}: most rounds unless set. */
    public static final int DEFAULT_ROUNDS = 100;

    /** {@value}: η unless set. */
    public static final double DEFAULT_LEARNING_RATE = 0.1;

    /** Checks the ranges, and that the loss is one of rows. */
    public BoostingSpec {
        Objects.requireNonNull(tree, "tree");
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(sampler, "sampler");
        Objects.requireNonNull(leafRefit, "leafRefit");
        Objects.requireNonNull(run, "run");
        FitChecks.requireRowLoss(Objects.requireNonNull(loss, "loss"));
        if (!(rounds >= 1)) {
            throw new IllegalArgumentException("rounds must be >= 1, but was " + rounds);
        }
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new IllegalArgumentException("learningRate must be in (0, 1], but was " + learningRate);
        }
        if (!(2 <= bins && bins <= Binning.MAX_BINS)) {
            throw new IllegalArgumentException("bins must be in 2 … " + Binning.MAX_BINS + ", but was " + bins);
        }
        if (leafRefit == LeafRefit.ON && !(loss instanceof ScalarLoss)) {
            throw new IllegalArgumentException("leafRefit must be OFF or AUTO for a loss of " + loss.scores()
                    + " scores a row, but was ON for " + loss.name());
        }
    }

    /**
     * Begins with the defaults: 100 rounds of trees with 31 leaves of at least 20 rows, learning rate 0.1, λ = 1, all rows.
     *
     * @param loss a {@code ScalarLoss} or a {@code VectorLoss}
     * @return the spec
     * @throws IllegalArgumentException if the loss is neither
     */
    public static BoostingSpec of(Loss loss) {
        return new BoostingSpec(
                loss,
                DEFAULT_ROUNDS,
                DEFAULT_LEARNING_RATE,
                TreeSettings.defaults(),
                NewtonCriterion.defaults(),
                Binning.MAX_BINS,
                new FullSampler(),
                LeafRefit.AUTO,
                RunSettings.defaults());
    }

    /**
     * Sets the number of rounds.
     *
     * @param newRounds most rounds ≥ 1; {@value #DEFAULT_ROUNDS} unless set
     * @return the copy
     */
    public BoostingSpec rounds(int newRounds) {
        return new BoostingSpec(loss, newRounds, learningRate, tree, criterion, bins, sampler, leafRefit, run);
    }

    /**
     * Sets the learning rate.
     *
     * @param newLearningRate η in (0, 1]; {@value #DEFAULT_LEARNING_RATE} unless set
     * @return the copy
     */
    public BoostingSpec learningRate(double newLearningRate) {
        return new BoostingSpec(loss, rounds, newLearningRate, tree, criterion, bins, sampler, leafRefit, run);
    }

    /**
     * Sets when a tree stops growing.
     *
     * @param newTree the settings
     * @return the copy
     */
    public BoostingSpec tree(TreeSettings newTree) {
        return new BoostingSpec(loss, rounds, learningRate, newTree, criterion, bins, sampler, leafRefit, run);
    }

    /**
     * Sets the number of leaves.
     *
     * @param maxLeaves most leaves of a tree ≥ 2; {@value TreeSettings#DEFAULT_MAX_LEAVES} unless set
     * @return the copy
     */
    public BoostingSpec maxLeaves(int maxLeaves) {
        return tree(tree.withMaxLeaves(maxLeaves));
    }

    /**
     * Sets the depth.
     *
     * @param maxDepth most splits from the root to a leaf ≥ 1; no limit unless set
     * @return the copy
     */
    public BoostingSpec maxDepth(int maxDepth) {
        return tree(tree.withMaxDepth(maxDepth));
    }

    /**
     * Sets how small a leaf may be.
     *
     * @param minLeafWeight smallest sum of case weights in a leaf (rows, where all weights are 1; never curvature), of the
     *     rows drawn; &gt; 0; 20 unless set
     * @return the copy
     */
    public BoostingSpec minLeafWeight(double minLeafWeight) {
        return tree(tree.withMinLeafWeight(minLeafWeight));
    }

    /**
     * Sets what a split must gain.
     *
     * @param minGain a split must gain more than this, in units of the weighted sum of the loss; ≥ 0; 0 unless set
     * @return the copy
     */
    public BoostingSpec minGain(double minGain) {
        return tree(tree.withMinGain(minGain));
    }

    /**
     * Sets the ridge on leaf values, by a {@link NewtonCriterion}.
     *
     * @param l2 λ ≥ 0; {@value NewtonCriterion#DEFAULT_L2} unless set
     * @return the copy
     */
    public BoostingSpec l2(double l2) {
        return criterion(new NewtonCriterion(l2));
    }

    /**
     * Sets what splits and leaves are worth.
     *
     * @param newCriterion the criterion
     * @return the copy
     */
    public BoostingSpec criterion(GradientCriterion newCriterion) {
        return new BoostingSpec(loss, rounds, learningRate, tree, newCriterion, bins, sampler, leafRefit, run);
    }

    /**
     * Sets the number of bins.
     *
     * @param newBins most bins per column, in 2 … 255; 255 unless set
     * @return the copy
     */
    public BoostingSpec bins(int newBins) {
        return new BoostingSpec(loss, rounds, learningRate, tree, criterion, newBins, sampler, leafRefit, run);
    }

    /**
     * Sets which rows a round looks at.
     *
     * @param newSampler draws rows; all of them unless set
     * @return the copy
     */
    public BoostingSpec sampler(Sampler newSampler) {
        return new BoostingSpec(loss, rounds, learningRate, tree, criterion, bins, newSampler, leafRefit, run);
    }

    /**
     * Sets whether leaves are refitted.
     *
     * @param refit true: by the loss's best shift of the leaf's rows; false: the criterion's value
     * @return the copy
     */
    public BoostingSpec leafRefit(boolean refit) {
        LeafRefit newLeafRefit = refit ? LeafRefit.ON : LeafRefit.OFF;
        return new BoostingSpec(loss, rounds, learningRate, tree, criterion, bins, sampler, newLeafRefit, run);
    }

    @Override
    public BoostingSpec seed(long seed) {
        return run(run.withSeed(seed));
    }

    @Override
    public BoostingSpec threads(int threads) {
        return run(run.withThreads(threads));
    }

    @Override
    public BoostingSpec earlyStopping(int patience) {
        return run(run.withPatience(patience));
    }

    @Override
    public BoostingSpec stopping(Stopping... rules) {
        return run(run.withStopping(rules));
    }

    @Override
    public BoostingSpec observers(Observer... observers) {
        return run(run.withObservers(observers));
    }

    private BoostingSpec run(RunSettings newRun) {
        return new BoostingSpec(loss, rounds, learningRate, tree, criterion, bins, sampler, leafRefit, newRun);
    }

    @Override
    public Training<GradientBoosting> begin(Dataset data, @Nullable Dataset validation, Memory memory) {
        if (run.patience() > 0 && validation == null) {
            throw new IllegalArgumentException("earlyStopping needs validation rows: call fit(data, validation)");
        }
        FitChecks.requireFit(data, loss);
        Dataset train = data.positiveWeights();
        Dataset held = validation == null ? null : conform(validation, train.schema());
        Workers workers = Workers.of(run.threads());
        BoostingRun boosting = new BoostingRun(this, train, held, memory, workers);
        List<Stopping> stopping = new ArrayList<>(run.stopping());
        if (run.patience() > 0) {
            stopping.add(EarlyStopping.patience(run.patience()));
        }
        stopping.add(new AllRounds(rounds));
        return Training.of(boosting, boosting::model, stopping, run.observers());
    }

    private Dataset conform(Dataset validation, Schema schema) {
        Dataset conforming = validation.conform(schema).conformTargets(schema);
        FitChecks.requireFit(conforming, loss);
        return conforming.positiveWeights();
    }

    @Override
    public Recipe recipe() {
        Recipe recipe = Recipe.named("GradientBoosting", "f(x) = c + η·Σ trees(x)")
                .with("rounds", rounds)
                .with("learningRate", learningRate)
                .with("maxLeaves", tree.maxLeaves())
                .with("maxDepth", tree.maxDepth() == TreeSettings.UNLIMITED_DEPTH ? "none" : tree.maxDepth())
                .with("minLeafWeight", tree.minLeafWeight())
                .with("minGain", tree.minGain())
                .with("bins", bins);
        recipe = recipe.with("loss", loss.recipe());
        if (ScoredRows.isKinked(loss)) {
            recipe = recipe.with(
                    "curvature",
                    Recipe.named("in units of the typical one", "g/h̄, min(h/h̄, w),  h̄ = (Σw / Σ w·h^(−½))²")
                            .because("the majoriser's weights grow without bound towards the kinks of " + loss.name()));
        }
        Recipe leaf = leafRefit.always(loss)
                ? Recipe.named("best shift", "argmin over c of Σ w·ℓ(y, f + c) over the leaf's rows")
                : Recipe.named("value of the criterion", "");
        return recipe.with("criterion", criterion.recipe())
                .with("leaf", leaf.because(leafRefit.reason(loss)))
                .with("sampler", sampler.recipe());
    }
}
