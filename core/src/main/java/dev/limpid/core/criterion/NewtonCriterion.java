package dev.limpid.core.criterion;

/**
 * The second-order criterion of gradient boosting: a leaf makes a Newton step.
 *
 * <p>A leaf that adds v to the scores of its rows changes the objective, up to second order and with a ridge on v, by
 * G·v + ½(H + λ)·v², where G and H are the sums of the weighted gradients and curvatures of its rows. Its minimum over v:
 *
 * <pre>
 *   v     = −G / (H + λ)                                                     (1)
 *   score = ½·G² / (H + λ)                                                   (2)  what the minimum takes off
 *   gain  = ½·[G_L²/(H_L + λ) + G_R²/(H_R + λ) − G²/(H + λ)]                      of a split into L and R
 * </pre>
 *
 * <p>Where the curvature of a node sums to 0, W = Σw takes the place of H: the leaf then is a step against the mean
 * gradient. For squared loss ½r² without ridge, (1) is the mean residual and the gain is half of what the split takes off
 * the sum of squares.
 *
 * <p><b>Differences from the paper:</b> the price γ of a leaf is the tree's {@code minGain}; W in place of a vanishing H.
 *
 * @param l2 strength λ of the ridge on leaf values, in units of curvature; λ ≥ 0
 * @since 0.1.0
 */
public record NewtonCriterion(double l2) implements GradientCriterion {

    /** {@value}: λ unless set. */
    public static final double DEFAULT_L2 = 1;

    /** Checks that λ is finite and ≥ 0. */
    public NewtonCriterion {
        if (!(l2 >= 0 && l2 < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("l2 must be finite and >= 0, but was " + l2);
        }
    }

    /**
     * The criterion with λ = {@value #DEFAULT_L2}.
     *
     * @return the criterion
     */
    public static NewtonCriterion defaults() {
        return new NewtonCriterion(DEFAULT_L2);
    }

    @Override
    public double leaf(double[] s, int at) {
        return -s[at + G] / (curvature(s, at) + l2); // (1)
    }

    @Override
    public double score(double[] s, int at) {
        double g = s[at + G];
        return 0.5 * g * g / (curvature(s, at) + l2); // (2)
    }

    private static double curvature(double[] s, int at) {
        double h = s[at + H];
        return h > 0 ? h : s[at + W];
    }

    @Override
    public String formula() {
        return "gain = ½[G_L²/(H_L+λ) + G_R²/(H_R+λ) − G²/(H+λ)], leaf = −G/(H+λ)";
    }

    @Override
    public String source() {
        return "T. Chen, C. Guestrin (2016): XGBoost: A Scalable Tree Boosting System, equations 5 to 7";
    }
}
