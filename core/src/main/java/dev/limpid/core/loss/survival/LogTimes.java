package dev.limpid.core.loss.survival;

import dev.limpid.core.loss.Jet;
import dev.limpid.core.loss.Normal;

/** The built-in distributions of log times. */
enum LogTimes implements LogTime {
    WEIBULL("Weibull", Math.log(Math.log(2)), "−log φ = eᶻ − z,  −log S = eᶻ") {
        @Override
        public Jet event(Jet z) {
            return z.exp().minus(z);
        }

        @Override
        public Jet censored(Jet z) {
            return z.exp();
        }
    },
    LOG_LOGISTIC("Log-logistic", 0, "−log φ = z + 2·log(1 + e⁻ᶻ),  −log S = log(1 + eᶻ)") {
        @Override
        public Jet event(Jet z) {
            return z.softplus().plus(z.negate().softplus()); // z + 2·log(1 + e⁻ᶻ), the same to both sides
        }

        @Override
        public Jet censored(Jet z) {
            return z.softplus();
        }
    },
    LOG_NORMAL("Log-normal", 0, "−log φ = ½z² + ½·log 2π,  −log S = −log Φ(−z)") {
        @Override
        public Jet event(Jet z) {
            return z.square().times(0.5).plus(HALF_LOG_2_PI);
        }

        @Override
        public Jet censored(Jet z) {
            double hazard = Normal.hazard(z.value());
            double slope = Normal.hazardSlope(z.value());
            return new Jet(
                    -Normal.logCdf(-z.value()),
                    hazard * z.first(),
                    slope * z.first() * z.first() + hazard * z.second());
        }
    };

    private static final double HALF_LOG_2_PI = 0.5 * Math.log(2 * Math.PI);

    private final String label;
    private final double median;
    private final String formula;

    LogTimes(String label, double median, String formula) {
        this.label = label;
        this.median = median;
        this.formula = formula;
    }

    @Override
    public double median() {
        return median;
    }

    /** The name of the distribution; {@code name()} is that of the constant, which no one may override. */
    @Override
    public String toString() {
        return label;
    }

    @Override
    public String formula() {
        return formula;
    }
}
