package dev.limpid.core.objective;

import dev.limpid.core.data.Column;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.Workers;
import java.util.Optional;

/**
 * The mean loss of a linear hypothesis.
 *
 * <pre>
 *   F(w, b) = (1/W)·Σᵢ vᵢ·ℓ(yᵢ, fᵢ),   fᵢₖ = Σⱼ xᵢⱼ·wⱼₖ + bₖ + oᵢₖ      (1)
 *   ∂F/∂wₖ  = (1/W)·Xᵀ·gₖ,             gᵢₖ = vᵢ·∂ℓ/∂fᵢₖ                 (2)
 *   ∂F/∂bₖ  = (1/W)·Σᵢ gᵢₖ                                              (3)
 * </pre>
 *
 * <p>with v the weights of the rows and W = Σᵢ vᵢ.
 */
final class LinearRisk implements LinearSum {

    final LinearHypothesis hypothesis;
    final Loss loss;
    final LossKernel kernel;
    final RiskRows rows;
    final Counter counter = new Counter();
    private final Blocks blocks;

    LinearRisk(LinearHypothesis hypothesis, Loss loss, RiskRows rows) {
        if (rows.x.columns() != hypothesis.features()) {
            throw new IllegalArgumentException("features of the hypothesis must be " + rows.x.columns()
                    + " (the columns of the data), but was " + hypothesis.features());
        }
        for (Column column : rows.columns) {
            if (column.isCategorical()) {
                throw new IllegalArgumentException(
                        "column '" + column.name()
                                + "' must be numeric for LinearHypothesis, but is categorical: encode its levels as columns first");
            }
        }
        this.hypothesis = hypothesis;
        this.loss = loss;
        this.kernel = LossKernel.of(loss);
        this.rows = rows;
        this.blocks = hypothesis.blocks();
    }

    @Override
    public Blocks blocks() {
        return blocks;
    }

    @Override
    public Population units() {
        return rows.population();
    }

    @Override
    public Optional<LinearDesign> design() {
        return Optional.of(new LinearDesign(
                hypothesis, loss, rows.x, rows.targets, rows.weights, rows.offsets, 1 / rows.totalWeight));
    }

    @Override
    public Workers workers() {
        return rows.workers;
    }

    @Override
    public double value(double[] t) {
        counter.value(rows.size());
        Theta theta = Theta.of(hypothesis, t);
        Scalars sums = rows.walk(rows.all(), 1, theta.outputs(), Scalars::new, (tile, sum) -> {
            theta.scores(tile, rows);
            sum.value += kernel.value(tile.size, tile.y, tile.f, tile.w); // (1)
        });
        return sums.value / rows.totalWeight;
    }

    @Override
    public double gradient(double[] t, double[] g) {
        return gradient(t, rows.all(), g, FeedbackSink.NONE);
    }

    @Override
    public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
        counter.gradient(batch.size());
        Theta theta = Theta.of(hypothesis, t);
        Feedbacks seen = new Feedbacks(batch, feedback);
        Theta sums = rows.walk(batch, t.length, theta.outputs(), theta::zeros, (tile, sum) -> {
            theta.scores(tile, rows);
            sum.value += seen.visit(kernel, tile); // (1)
            sum.addGradient(tile, rows); // (2) (3)
        });
        seen.tell();
        double scale = batch.fraction() * rows.totalWeight;
        sums.write(g, scale);
        return sums.value / scale;
    }

    @Override
    public Line along(double[] t, double[] d) {
        return new LinearLine(this, t, d);
    }

    @Override
    public HessianProduct hessian(double[] t) {
        return LinearHessian.of(this, t);
    }

    @Override
    public double quadratic(double[] t, double cap, double[] g, double[][] b) {
        counter.matrix(rows.size());
        return Gram.quadratic(this, t, cap, g, b);
    }

    @Override
    public double typicalCurvature(double[] t) {
        counter.visit(rows.size());
        Theta theta = Theta.of(hypothesis, t);
        Scalars sums = rows.walk(rows.all(), 2, theta.outputs(), Scalars::new, (tile, sum) -> {
            theta.scores(tile, rows);
            double[][] h = new double[tile.f.length][Tile.SIZE];
            kernel.quadratic(tile.size, tile.y, tile.f, tile.w, tile.g, h);
            for (double[] hk : h) {
                for (int i = 0; i < tile.size; i++) {
                    if (hk[i] > 0) {
                        sum.value += tile.w[i] / Math.sqrt(hk[i] / tile.w[i]);
                        sum.weight += tile.w[i];
                    }
                }
            }
        });
        double mean = sums.value / sums.weight;
        return sums.weight == 0 ? 0 : 1 / (mean * mean);
    }

    @Override
    public boolean needsCap() {
        return loss instanceof ScalarLoss scalar && scalar.kind() == Curvature.MAJORISER && !loss.smooth();
    }

    @Override
    public String kink() {
        return loss.smooth() ? "" : loss.name();
    }

    @Override
    public OracleCount count() {
        return counter.count();
    }

    @Override
    public String formula() {
        return Formulas.head(blocks) + "(1/Σw) Σᵢ wᵢ·ℓ(yᵢ, fᵢ)";
    }

    /** Two sums over rows. */
    static final class Scalars implements RiskRows.Sums<Scalars> {

        double value;
        double weight;

        @Override
        public void add(Scalars later) {
            value += later.value;
            weight += later.weight;
        }
    }
}
