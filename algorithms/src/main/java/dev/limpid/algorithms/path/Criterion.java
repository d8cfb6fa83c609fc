package dev.limpid.algorithms.path;

/**
 * What a fit costs in bits: its lack of fit D plus a price for its k free parameters, on n rows.
 *
 * <pre>
 *   D     = n·ln(2·S) for the squared loss ½·(y − f)², whose variance is estimated; 2·n·S for others     (1)
 *   AIC   = D + 2·k                                                                                      (2)
 *   AICc  = AIC + 2·k·(k + 1)/(n − k − 1);  +∞ where n − k − 1 ≤ 0                                        (3)
 *   BIC   = D + k·ln n                                                                                   (4)
 *   EBIC  = BIC + 2·ln(p over m)                                                                         (5)  m of p coefficients aren't 0
 * </pre>
 *
 * <p>S is the mean loss and n the sum of the weights. (1) is −2 times the log-likelihood, up to a constant, for losses that are
 * negative log-likelihoods: squared, logistic, Poisson and so on. k counts as
 * {@link RegularizationPath#degreesOfFreedom degreesOfFreedom} does.
 *
 * <p><b>References</b>
 * <ol><li>H. Akaike (1974): A New Look at the Statistical Model Identification. IEEE Transactions on Automatic Control 19(6).
 * <li>C. M. Hurvich, C.-L. Tsai (1989): Regression and Time Series Model Selection in Small Samples. Biometrika 76(2).
 * <li>G. Schwarz (1978): Estimating the Dimension of a Model. Annals of Statistics 6(2).
 * <li>J. Chen, Z. Chen (2008): Extended Bayesian Information Criteria for Model Selection with Large Model Spaces. Biometrika
 *     95(3), with γ = 1.</ol>
 *
 * @since 0.1.0
 */
public enum Criterion {

    /** Akaike's information criterion (2). */
    AIC {
        @Override
        double price(double n, double k, int p, int m) {
            return 2 * k; // (2)
        }
    },

    /** Akaike's information criterion, corrected for few rows (3). */
    AICC {
        @Override
        double price(double n, double k, int p, int m) {
            return n - k - 1 > 0 ? 2 * k + 2 * k * (k + 1) / (n - k - 1) : Double.POSITIVE_INFINITY; // (3)
        }
    },

    /** Schwarz's Bayesian information criterion (4). */
    BIC {
        @Override
        double price(double n, double k, int p, int m) {
            return k * Math.log(n); // (4)
        }
    },

    /** The extended Bayesian information criterion, for many columns (5). */
    EBIC {
        @Override
        double price(double n, double k, int p, int m) {
            double choices = 0;
            for (int i = 1; i <= m; i++) {
                choices += Math.log((p - m + i) / (double) i);
            }
            return k * Math.log(n) + 2 * choices; // (5)
        }
    };

    /** What parameters cost: k on n rows, m of p coefficients not 0. */
    abstract double price(double n, double k, int p, int m);
}
