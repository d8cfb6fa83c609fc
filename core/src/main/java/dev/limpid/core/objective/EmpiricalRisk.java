package dev.limpid.core.objective;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.hypothesis.Pass;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.LossKernel;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.Workers;
import java.util.Arrays;

/**
 * The mean loss of a hypothesis on a data set.
 *
 * <pre>
 *   F(θ)  = (1/W)·Σᵢ wᵢ·ℓ(yᵢ, fᵢ),   fᵢ = f_θ(xᵢ) + oᵢ,   W = Σᵢ wᵢ        (1)
 *   ∇F(θ) = (1/W)·Σᵢ wᵢ·Jᵢᵀ·∂ℓ/∂fᵢ,  Jᵢ = ∂f_θ(xᵢ)/∂θ                      (2)
 * </pre>
 *
 * <p>with the weights w and offsets o of the data set. Rows of weight 0 are left out from the start: units are counted
 * without them. With a loss that says {@code leastSquares}, the risk is a {@link LeastSquares} too, of the residuals
 * rᵢ = √(wᵢ/(2W))·(fᵢ − yᵢ), so that F is the same number in either view. One pass over the data gives value and gradient: tile by tile the rows go forward to scores, through the
 * loss, and back to the gradient, without temporaries of the size of the data. The bits of the result don't depend on the
 * number of threads.
 *
 * @since 0.1.0
 */
public final class EmpiricalRisk implements FiniteSum {

    final Hypothesis hypothesis;
    private final Loss loss;
    private final LossKernel kernel;
    final RiskRows rows;
    private final Blocks blocks;
    final Counter counter = new Counter();

    private EmpiricalRisk(Hypothesis hypothesis, Loss loss, RiskRows rows) {
        this.hypothesis = hypothesis;
        this.loss = loss;
        this.kernel = LossKernel.of(loss);
        this.rows = rows;
        this.blocks = hypothesis.blocks();
    }

    /**
     * Returns the mean loss of any hypothesis, on the calling thread.
     *
     * @param hypothesis f_θ
     * @param loss ℓ; a {@code ScalarLoss}, {@code VectorLoss} or {@link UnitLoss}
     * @param data rows with targets in the loss's domain
     * @return F; its units are the rows of positive weight, or the groups of the data for a {@link UnitLoss}
     * @throws IllegalArgumentException if hypothesis, loss and data don't fit together
     */
    public static FiniteSum of(Hypothesis hypothesis, Loss loss, Dataset data) {
        return of(hypothesis, loss, data, Workers.serial());
    }

    /**
     * Returns the mean loss of any hypothesis.
     *
     * @param hypothesis f_θ
     * @param loss ℓ; a {@code ScalarLoss}, {@code VectorLoss} or {@link UnitLoss}
     * @param data rows with targets in the loss's domain
     * @param workers the threads
     * @return F; its units are the rows of positive weight, or the groups of the data for a {@link UnitLoss}
     * @throws IllegalArgumentException if hypothesis, loss and data don't fit together
     */
    public static FiniteSum of(Hypothesis hypothesis, Loss loss, Dataset data, Workers workers) {
        RiskRows rows = RiskRows.of(hypothesis, loss, data, workers);
        if (loss instanceof UnitLoss unitLoss) {
            return new UnitRisk(hypothesis, unitLoss, rows);
        }
        EmpiricalRisk risk = new EmpiricalRisk(hypothesis, loss, rows);
        return loss instanceof ScalarLoss scalar && scalar.leastSquares() ? SquaredRisk.of(risk, scalar) : risk;
    }

    /**
     * Returns the mean loss of a linear hypothesis, on the calling thread.
     *
     * @param hypothesis f = X·W + b
     * @param loss ℓ; a {@code ScalarLoss} or {@code VectorLoss}
     * @param data rows with targets in the loss's domain
     * @return F
     * @throws IllegalArgumentException if hypothesis, loss and data don't fit together
     */
    public static LinearSum linear(LinearHypothesis hypothesis, Loss loss, Dataset data) {
        return linear(hypothesis, loss, data, Workers.serial());
    }

    /**
     * Returns the mean loss of a linear hypothesis.
     *
     * @param hypothesis f = X·W + b
     * @param loss ℓ; a {@code ScalarLoss} or {@code VectorLoss}
     * @param data rows with targets in the loss's domain
     * @param workers the threads
     * @return F
     * @throws IllegalArgumentException if hypothesis, loss and data don't fit together
     */
    public static LinearSum linear(LinearHypothesis hypothesis, Loss loss, Dataset data, Workers workers) {
        if (loss instanceof UnitLoss) {
            throw new IllegalArgumentException("loss must be a ScalarLoss or VectorLoss for a sum over rows, but was "
                    + loss.name() + ", a UnitLoss: use EmpiricalRisk.of, which sums over groups");
        }
        return new LinearRisk(hypothesis, loss, RiskRows.of(hypothesis, loss, data, workers));
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
    public double value(double[] t) {
        counter.value(rows.size());
        FlatSums sums = rows.walk(rows.all(), 1, hypothesis.outputs(), () -> new FlatSums(0), (tile, sum) -> {
            forward(t, tile);
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
        Feedbacks seen = new Feedbacks(batch, feedback);
        int p = blocks.size();
        FlatSums sums = rows.walk(batch, p, hypothesis.outputs(), () -> new FlatSums(p), (tile, sum) -> {
            Pass pass = forward(t, tile);
            sum.value += seen.visit(kernel, tile); // (1)
            pass.pullback(tile.g, sum.g); // (2)
        });
        seen.tell();
        double scale = batch.fraction() * rows.totalWeight;
        Arrays.setAll(g, j -> sums.g[j] / scale);
        return sums.value / scale;
    }

    /** Computes the scores of a tile, offsets included. */
    Pass forward(double[] t, Tile tile) {
        Pass pass = hypothesis.forward(t, rows.x, tile.rows(), tile.f);
        tile.addOffsets(rows);
        return pass;
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

    /** Sums of loss and gradient over θ. */
    private static final class FlatSums implements RiskRows.Sums<FlatSums> {

        private double value;
        private final double[] g;

        FlatSums(int size) {
            g = new double[size];
        }

        @Override
        public void add(FlatSums later) {
            value += later.value;
            for (int j = 0; j < g.length; j++) {
                g[j] += later.g[j];
            }
        }
    }
}
