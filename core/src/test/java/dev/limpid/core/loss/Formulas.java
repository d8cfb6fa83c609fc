package dev.limpid.core.loss;

/** Losses written as formulas, as a user would. */
final class Formulas {

    static final FormulaLoss LOGISTIC = (y, f) -> f.softplus().minus(f.times(y));
    static final FormulaLoss STOCKOUT = new Stockout();
    static final FormulaLoss PINBALL = new Pinball();
    static final FormulaLoss EXPECTILE = (y, f) -> f.minus(y).square().times(0.5 * (f.value() < y ? 0.8 : 0.2));
    static final FormulaLoss GAMMA = (y, f) -> f.negate().exp().times(y).plus(f);
    static final FormulaLoss POISSON = (y, f) -> f.exp().minus(f.times(y));
    static final FormulaLoss TWEEDIE = (y, f) ->
            f.times(0.5).exp().dividedBy(0.5).minus(f.times(-0.5).exp().times(y).dividedBy(-0.5));
    static final FormulaLoss NEGATIVE_BINOMIAL =
            (y, f) -> f.exp().plus(2).log().times(y + 2).minus(f.times(y));
    static final FormulaLoss CLOGLOG =
            (y, f) -> Jet.where(y > 0.5, f.exp().negate().expm1().negate().log().negate(), f.exp());

    static final ResidualLoss PSEUDO_HUBER = new Robust("pseudo-Huber") {
        @Override
        public Jet rho(Jet r) {
            return r.square().plus(1).sqrt().minus(1);
        }
    };
    static final ResidualLoss LOG_COSH = new Robust("log-cosh") {
        @Override
        public Jet rho(Jet r) {
            return r.logCosh();
        }
    };
    static final ResidualLoss CAUCHY = new Robust("Cauchy") {
        @Override
        public Jet rho(Jet r) {
            return r.square().log1p().times(0.5);
        }
    };
    static final ResidualLoss TUKEY = new Robust("Tukey") {
        @Override
        public Jet rho(Jet r) {
            double c = 4.685;
            Jet inside = r.dividedBy(c).square().min(1).negate().plus(1);
            return inside.times(inside).times(inside).negate().plus(1).times(c * c / 6);
        }
    };
    static final ResidualLoss ABSOLUTE = new Robust("absolute") {
        @Override
        public Jet rho(Jet r) {
            return r.abs();
        }

        @Override
        public boolean smooth() {
            return false;
        }
    };
    static final ResidualLoss FOURTH_POWER = r -> r.pow(4);

    static final MarginLoss SQUARED_HINGE = m -> m.negate().plus(1).max(0).square();
    static final MarginLoss EXPONENTIAL = m -> m.negate().exp();
    static final MarginLoss LOGISTIC_MARGIN = m -> m.negate().softplus();
    static final MarginLoss FOCAL =
            m -> m.negate().softplus().times(m.negate().sigmoid().square());
    static final MarginLoss POLY = m -> m.negate().softplus().plus(m.negate().sigmoid());
    static final MarginLoss GENERALISED =
            m -> m.sigmoid().pow(0.7).negate().plus(1).dividedBy(0.7);
    static final MarginLoss HINGE = m -> m.negate().plus(1).max(0);

    private Formulas() {}

    private abstract static class Robust implements ResidualLoss {
        private final String name;

        Robust(String name) {
            this.name = name;
        }

        @Override
        public boolean concaveInSquare() {
            return true;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final class Stockout implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            Jet r = f.minus(y);
            return r.square().times(r.value() < 0 ? 4 : 1);
        }
    }

    private static final class Pinball implements FormulaLoss {
        @Override
        public Jet formula(double y, Jet f) {
            Jet r = f.minus(y);
            return r.times(-0.8).max(r.times(0.2));
        }

        @Override
        public boolean smooth() {
            return false;
        }

        @Override
        public boolean convex() {
            return true;
        }
    }
}
