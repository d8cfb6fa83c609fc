package dev.limpid.core.objective;

import dev.limpid.core.hypothesis.Pass;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.training.OracleCount;
import java.util.Arrays;

/**
 * The mean of ½(f − y)² over rows, as a sum of squares.
 *
 * <pre>
 *   F(θ) = (1/W)·Σᵢ wᵢ·½(fᵢ − yᵢ)² = Σᵢ rᵢ²,  rᵢ = √(wᵢ/(2W))·(fᵢ − yᵢ)     (1)
 *   Jᵢⱼ  = √(wᵢ/(2W))·∂fᵢ/∂θⱼ                                              (2)
 * </pre>
 *
 * <p>The residuals carry the root of the factor, so that F is the same number for optimizers that ask for residuals and for those
 * that don't. A row of J is the pullback of (1) through a pass of that row alone.
 */
final class SquaredRisk implements FiniteSum, LeastSquares {

    /** Part by which a loss may differ from ½(f − y)² by rounding. */
    private static final double TOLERANCE = 1e-12;

    private final EmpiricalRisk risk;
    private final double[] roots;

    private SquaredRisk(EmpiricalRisk risk) {
        this.risk = risk;
        this.roots = new double[risk.rows.size()];
        Arrays.setAll(roots, i -> Math.sqrt(risk.rows.weights.at(i) / (2 * risk.rows.totalWeight)));
    }

    /** Looks at some scores, so that a loss that isn't what it says is refused. */
    static SquaredRisk of(EmpiricalRisk risk, ScalarLoss loss) {
        double y = risk.rows.targets.get(0).at(0);
        for (double r : new double[] {-2, 0, 1, 3}) {
            double value = loss.value(y, y + r);
            double half = 0.5 * ((y + r) - y) * ((y + r) - y);
            if (!(Math.abs(value - half) <= TOLERANCE * half)) {
                throw new IllegalArgumentException(
                        "value of " + loss.name() + " must be ½(f − y)², as its leastSquares() is true, but"
                                + " was " + value + " instead of " + half + " at y = " + y + ", f = " + (y + r)
                                + ": override leastSquares() too");
            }
        }
        return new SquaredRisk(risk);
    }

    @Override
    public int residuals() {
        return roots.length;
    }

    @Override
    public void residuals(double[] t, double[] r) {
        risk.counter.value(r.length);
        walk((tile, sums) -> {
            risk.forward(t, tile);
            write(tile, r);
        });
    }

    @Override
    public void jacobian(double[] t, double[] r, double[][] j) {
        risk.counter.gradient(r.length);
        walk((tile, sums) -> {
            risk.forward(t, tile);
            write(tile, r);
            double[][] score = new double[1][1];
            for (int i = tile.from; i < tile.from + tile.size; i++) {
                Pass pass = risk.hypothesis.forward(t, risk.rows.x, Batch.range(i, i + 1, 1), score);
                Arrays.fill(j[i], 0);
                pass.pullback(new double[][] {{roots[i]}}, j[i]); // (2)
            }
        });
    }

    private void walk(RiskRows.Visit<Nothing> visit) {
        risk.rows.walk(risk.rows.all(), 1, 1, Nothing::new, visit);
    }

    private void write(Tile tile, double[] r) {
        for (int i = 0; i < tile.size; i++) {
            r[tile.from + i] = roots[tile.from + i] * (tile.f[0][i] - tile.y[0][i]); // (1)
        }
    }

    @Override
    public Blocks blocks() {
        return risk.blocks();
    }

    @Override
    public Population units() {
        return risk.units();
    }

    @Override
    public double value(double[] t) {
        return risk.value(t);
    }

    @Override
    public double gradient(double[] t, double[] g) {
        return risk.gradient(t, g);
    }

    @Override
    public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
        return risk.gradient(t, batch, g, feedback);
    }

    @Override
    public OracleCount count() {
        return risk.count();
    }

    @Override
    public String formula() {
        return risk.formula();
    }

    /** Residuals go straight to their places; nothing is added up. */
    private static final class Nothing implements RiskRows.Sums<Nothing> {

        @Override
        public void add(Nothing later) {}
    }
}
