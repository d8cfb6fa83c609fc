package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How the covariance of coefficients is estimated. With H = Σᵢ vᵢ·∂²ℓᵢ and gᵢ the gradient of row i's loss, both by the
 * coefficients:
 *
 * <pre>
 *   model:   φ·H⁻¹                                             right if the family is
 *   HC0:     H⁻¹·(Σᵢ vᵢ·gᵢ·gᵢᵀ)·H⁻¹                            right for independent rows, whatever they are drawn from
 *   HC1:     HC0·V/(V − p)                                     V = Σᵢ vᵢ
 *   HC2:     gᵢ·gᵢᵀ/(1 − hᵢ) in place of gᵢ·gᵢᵀ                hᵢ = ∂²ℓ/∂f²·xᵢᵀ·H⁻¹·xᵢ the leverage of row i
 *   HC3:     gᵢ·gᵢᵀ/(1 − hᵢ)²
 *   clusters: H⁻¹·(Σ_c s_c·s_cᵀ)·H⁻¹·C/(C − 1)·(V − 1)/(V − p)  s_c = Σ vᵢ·gᵢ over the rows of cluster c, C clusters
 * </pre>
 *
 * <p>For losses of groups gᵢ are score residuals, where the loss can tell them (Cox's does); clusters then have no correction,
 * as in R's {@code coxph}, and HC1 to HC3 aren't to be had. Losses for ranking have errors by clusters alone, which hold
 * their groups whole.
 *
 * <p><b>References</b>
 * <ol><li>H. White (1980): A Heteroskedasticity-Consistent Covariance Matrix Estimator and a Direct Test for
 *     Heteroskedasticity. Econometrica 48(4).
 * <li>J. G. MacKinnon, H. White (1985): Some Heteroskedasticity-Consistent Covariance Matrix Estimators with Improved Finite
 *     Sample Properties. Journal of Econometrics 29(3).
 * <li>K.-Y. Liang, S. L. Zeger (1986): Longitudinal Data Analysis Using Generalized Linear Models. Biometrika 73(1). * <li>D. Y. Lin, L. J. Wei (1989): The Robust Inference for the Cox Proportional Hazards Model. Journal of the American
 *     Statistical Association 84(408).</ol>
 *
 * @since 0.1.0
 */
public final class StandardErrors {

    /** The estimates. */
    enum Kind {
        MODEL("from the model"),
        SCALED("from the model, with the dispersion estimated"),
        HC0("robust (HC0)"),
        HC1("robust (HC1)"),
        HC2("robust (HC2)"),
        HC3("robust (HC3)"),
        CLUSTERED("robust, clustered");

        final String words;

        Kind(String words) {
            this.words = words;
        }

        boolean isRobust() {
            return compareTo(HC0) >= 0;
        }

        boolean needsLeverage() {
            return this == HC2 || this == HC3;
        }
    }

    private final Kind kind;
    private final int[] clusters; // empty: the groups of the data

    private StandardErrors(Kind kind, int... clusters) {
        this.kind = kind;
        this.clusters = clusters;
    }

    /**
     * Errors that trust the family.
     *
     * @return φ·H⁻¹ with φ = 1 where the family knows it
     */
    public static StandardErrors model() {
        return new StandardErrors(Kind.MODEL);
    }

    /**
     * Errors that trust the family but for a factor: quasi-Poisson, quasi-binomial.
     *
     * @return φ·H⁻¹ with φ estimated by Pearson's statistic, whatever the family knows
     */
    public static StandardErrors scaled() {
        return new StandardErrors(Kind.SCALED);
    }

    /**
     * White's errors.
     *
     * @return HC0
     */
    public static StandardErrors hc0() {
        return new StandardErrors(Kind.HC0);
    }

    /**
     * White's errors, larger for the coefficients that were fitted.
     *
     * @return HC1
     */
    public static StandardErrors hc1() {
        return new StandardErrors(Kind.HC1);
    }

    /**
     * Errors that are unbiased where rows scatter alike.
     *
     * @return HC2
     */
    public static StandardErrors hc2() {
        return new StandardErrors(Kind.HC2);
    }

    /**
     * Errors near those of the jackknife, the usual choice for few rows.
     *
     * @return HC3
     */
    public static StandardErrors hc3() {
        return new StandardErrors(Kind.HC3);
    }

    /**
     * Errors for rows that depend on one another within the groups of the data.
     *
     * @return clustered errors, to be used with data that has groups
     */
    public static StandardErrors clustered() {
        return new StandardErrors(Kind.CLUSTERED);
    }

    /**
     * Errors for rows that depend on one another within clusters.
     *
     * @param clusters number of each row's cluster, length n; copied
     * @return clustered errors
     */
    public static StandardErrors clustered(int[] clusters) {
        if (clusters.length == 0) {
            throw new IllegalArgumentException("clusters must have one number per row, but is empty");
        }
        return new StandardErrors(Kind.CLUSTERED, clusters.clone());
    }

    Kind kind() {
        return kind;
    }

    /** The same with the clusters of the rows of positive weight: those handed over, or the groups of the data. */
    StandardErrors forRows(Dataset data) {
        if (kind != Kind.CLUSTERED) {
            return this;
        }
        int[] ids = clusters.length == 0 ? data.groups() : clusters;
        if (ids.length == 0) {
            throw new IllegalArgumentException("clustered standard errors need data with groups, but the data has none:"
                    + " name the column that tells which rows belong together, or hand the clusters over");
        }
        if (ids.length != data.size()) {
            throw new IllegalArgumentException(
                    "clusters must have length " + data.size() + " (one number per row), but has length " + ids.length);
        }
        int[] kept = IntStream.range(0, ids.length)
                .filter(i -> data.weights().at(i) > 0)
                .map(i -> ids[i])
                .toArray();
        if (Arrays.stream(kept).distinct().count() < 2) {
            throw new IllegalArgumentException("clusters must be two at least, but all rows are in one");
        }
        return new StandardErrors(kind, kept);
    }

    /** The cluster of each row, once it is known. */
    int[] clusters() {
        return clusters;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StandardErrors that && that.kind == kind && Arrays.equals(that.clusters, clusters);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + Arrays.hashCode(clusters);
    }

    @Override
    public String toString() {
        return kind.words;
    }
}
