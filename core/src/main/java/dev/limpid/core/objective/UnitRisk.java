package dev.limpid.core.objective;

import dev.limpid.core.hypothesis.Hypothesis;
import dev.limpid.core.hypothesis.Pass;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.training.OracleCount;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The mean loss of a hypothesis over the groups of a data set.
 *
 * <pre>
 *   F(θ) = Σᵤ Lᵤ(f) / Σᵤ massᵤ,   f = f_θ(X) + o           (1)
 *   ∇F(θ) = Σᵤ Jᵤᵀ·∂Lᵤ/∂f / Σᵤ massᵤ                       (2)
 * </pre>
 *
 * <p>All scores are computed first, then the units, then the gradient is pulled back: a unit's loss can't begin before all
 * of its scores are there, so there is no fused pass. Units are in the order of their group numbers, their rows in the
 * order of the data.
 */
final class UnitRisk implements FiniteSum {

    private final Hypothesis hypothesis;
    private final UnitLoss loss;
    private final RiskRows rows;
    private final Blocks blocks;
    private final int[][] members;
    private final double totalMass;
    private final Counter counter = new Counter();

    UnitRisk(Hypothesis hypothesis, UnitLoss loss, RiskRows rows) {
        if (rows.groups.length == 0) {
            throw new IllegalArgumentException(
                    loss.name()
                            + " needs data with groups, but the data has none: name the column that tells which rows belong together");
        }
        if (loss.scores() != 1) {
            throw new IllegalArgumentException(
                    "scores of a UnitLoss must be 1, but was " + loss.scores() + " for " + loss.name());
        }
        this.hypothesis = hypothesis;
        this.loss = loss;
        this.rows = rows;
        this.blocks = hypothesis.blocks();
        this.members = members(rows.groups);
        this.totalMass = Arrays.stream(members)
                .mapToDouble(m -> loss.mass(unit(m, new double[m.length])))
                .sum();
        if (!(totalMass > 0)) {
            throw new IllegalArgumentException(
                    "mass of all units together must be > 0 for " + loss.name() + ", but was " + totalMass);
        }
    }

    private static int[][] members(int[] groups) {
        Map<Integer, IntStream.Builder> rowsOf = new TreeMap<>();
        for (int i = 0; i < groups.length; i++) {
            rowsOf.computeIfAbsent(groups[i], group -> IntStream.builder()).add(i);
        }
        return rowsOf.values().stream().map(rows -> rows.build().toArray()).toArray(int[][]::new);
    }

    private Unit unit(int[] member, double[] f) {
        double[][] y = new double[rows.targets.size()][];
        for (int k = 0; k < y.length; k++) {
            y[k] = rows.targets.get(k).select(member).toArray();
        }
        return new Unit(y, rows.weights.select(member).toArray(), f);
    }

    @Override
    public Blocks blocks() {
        return blocks;
    }

    @Override
    public Population units() {
        return Population.of(members.length);
    }

    @Override
    public double value(double[] t) {
        counter.value(rows.size());
        double[][] f = new double[1][rows.size()];
        forward(t, rows.all(), f);
        double sum = 0;
        for (int[] member : members) {
            sum += loss.value(unit(member, pick(f[0], member))); // (1)
        }
        return sum / totalMass;
    }

    @Override
    public double gradient(double[] t, double[] g) {
        return gradient(t, Batch.range(0, members.length, 1), g, FeedbackSink.NONE);
    }

    @Override
    public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
        int[] batchRows = IntStream.range(0, batch.size())
                .flatMap(k -> Arrays.stream(members[batch.unit(k)]))
                .toArray();
        counter.gradient(batchRows.length);
        double[][] f = new double[1][batchRows.length];
        double[][] df = new double[1][batchRows.length];
        Pass pass = forward(t, Batch.of(batchRows, 1), f);
        double value = 0;
        int at = 0;
        for (int k = 0; k < batch.size(); k++) {
            int[] member = members[batch.unit(k)];
            Unit unit = unit(member, Arrays.copyOfRange(f[0], at, at + member.length));
            double[] gradient = new double[member.length];
            value += batch.weight(k) * loss.value(unit); // (1)
            loss.gradient(unit, gradient);
            for (int i = 0; i < member.length; i++) {
                df[0][at + i] = batch.weight(k) * gradient[i];
            }
            at += member.length;
            if (batch.weight(k) > 0) {
                feedback.accept(batch.unit(k), norm(gradient));
            }
        }
        Arrays.fill(g, 0);
        pass.pullback(df, g); // (2)
        double scale = batch.fraction() * totalMass;
        for (int j = 0; j < g.length; j++) {
            g[j] /= scale;
        }
        return value / scale;
    }

    private Pass forward(double[] t, Batch batch, double[][] f) {
        Pass pass = hypothesis.forward(t, rows.x, batch, f);
        if (!rows.offsets.isEmpty()) {
            for (int i = 0; i < batch.size(); i++) {
                f[0][i] += rows.offsets.get(0).at(batch.unit(i));
            }
        }
        return pass;
    }

    private static double[] pick(double[] f, int[] member) {
        return Arrays.stream(member).mapToDouble(i -> f[i]).toArray();
    }

    private static double norm(double[] gradient) {
        double square = 0;
        for (double x : gradient) {
            square += x * x;
        }
        return Math.sqrt(square);
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
        return Formulas.head(blocks) + "Σᵤ Lᵤ(f) / Σᵤ massᵤ";
    }
}
