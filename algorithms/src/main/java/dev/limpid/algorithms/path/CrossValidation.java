package dev.limpid.algorithms.path;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Values;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.training.Workers;
import java.util.Objects;

/**
 * The choice of a strength by the loss on rows that were left out.
 *
 * <pre>
 *   the rows fall into K folds; V_f is the sum of the weights of fold f
 *   m_fk = (1/V_f)·Σᵢ in f vᵢ·ℓ(yᵢ, score of the model of λₖ that was fitted without f)      (1)
 *   mₖ   = Σ_f V_f·m_fk / Σ_f V_f                                                         (2)
 *   sₖ   = √(Σ_f V_f·(m_fk − mₖ)² / Σ_f V_f / (K − 1))                                    (3)  standard error of mₖ
 * </pre>
 *
 * <p>The strengths are those of all rows, for each fold the same. Rows of classes are dealt out class by class; rows of a group
 * stay together. Folds are fitted side by side, in as many threads as the spec allows, which makes no difference to the
 * result.
 *
 * <pre>{@code
 * ValidatedPath chosen = CrossValidation.of(path).folds(5).fit(data);
 * LinearModel model = chosen.model(chosen.oneStandardError());
 * }</pre>
 *
 * <p><b>References</b>
 * <ol><li>T. Hastie, R. Tibshirani, J. Friedman (2009): The Elements of Statistical Learning, 2nd edition, section 7.10.</ol>
 *
 * @since 0.1.0
 */
public final class CrossValidation {

    /** K unless set: {@value}. */
    public static final int DEFAULT_FOLDS = 10;

    private final PathSpec path;
    private final int folds;
    private final long seed;

    private CrossValidation(PathSpec path, int folds, long seed) {
        this.path = path;
        this.folds = folds;
        this.seed = seed;
    }

    /**
     * Begins the description of a choice.
     *
     * @param path what is fitted
     * @return {@value #DEFAULT_FOLDS} folds, seed 0
     */
    public static CrossValidation of(PathSpec path) {
        return new CrossValidation(Objects.requireNonNull(path, "path"), DEFAULT_FOLDS, 0);
    }

    /**
     * Sets the number of folds.
     *
     * @param newFolds K ≥ 2
     * @return the copy
     */
    public CrossValidation folds(int newFolds) {
        if (newFolds < 2) {
            throw new IllegalArgumentException("folds must be >= 2, but was " + newFolds);
        }
        return new CrossValidation(path, newFolds, seed);
    }

    /**
     * Sets the seed of the deal.
     *
     * @param newSeed all randomness comes from it
     * @return the copy
     */
    public CrossValidation seed(long newSeed) {
        return new CrossValidation(path, folds, newSeed);
    }

    /**
     * Fits the path to all rows and to all but each fold.
     *
     * @param given the training rows
     * @return the path with its losses on rows left out
     * @throws IllegalArgumentException if there are fewer rows or groups than folds, a class has one row, the loss is not one of
     *     rows, or the spec can't be fitted to the data
     */
    public ValidatedPath fit(Dataset given) {
        Dataset data = given.positiveWeights();
        Loss loss = path.spec().loss();
        if (loss instanceof UnitLoss) {
            throw new IllegalArgumentException(
                    "loss must be one of rows for CrossValidation, but was " + loss.name() + ", a UnitLoss");
        }
        Folds parts = Folds.of(data, loss.classes() > 0, folds, seed);
        RegularizationPath whole = path.fit(data);
        PathSpec fixed = path.threads(1).strengths(whole.strengths());
        double[][] losses = new double[folds][];
        double[] masses = new double[folds];
        try (Workers workers = Workers.of(path.spec().threads())) {
            workers.forEach(folds, f -> {
                RegularizationPath without = fixed.fit(data.select(parts.outside(f)));
                Dataset left = data.select(parts.inside(f));
                losses[f] = losses(without, left); // (1)
                masses[f] = left.weights().sum();
            });
        }
        return new ValidatedPath(whole, losses, masses);
    }

    private static double[] losses(RegularizationPath path, Dataset left) {
        double[][] y = left.targets().stream().map(Values::toArray).toArray(double[][]::new);
        double[] w = left.weights().toArray();
        double[] losses = new double[path.size()];
        for (int k = 0; k < losses.length; k++) {
            LinearModel model = path.model(k);
            double[][] f = model.scores(left);
            losses[k] = LossKernel.of(model.loss()).value(w.length, y, f, w)
                    / left.weights().sum();
        }
        return losses;
    }
}
