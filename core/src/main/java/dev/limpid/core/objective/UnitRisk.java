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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
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
    private final List<Unit> units;
    private final double totalMass;
    private final Counter counter = new Counter();

    UnitRisk(Hypothesis hypothesis, UnitLoss loss, RiskRows rows) {
        if (rows.groups.length == 0 && !loss.allowsOneUnit()) {
            throw new IllegalArgumentException(
                    loss.name()
                            + " needs data with groups, but the data has none: name the column that tells which rows belong together");
        }
        this.hypothesis = hypothesis;
        this.loss = loss;
        this.rows = rows;
        this.blocks = hypothesis.blocks();
        this.members = members(rows.groups.length == 0 ? new int[rows.size()] : rows.groups);
        this.units = Arrays.stream(members).map(this::unit).toList();
        this.totalMass = units.stream().mapToDouble(loss::mass).sum();
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

    /** The unit with scores 0. */
    private Unit unit(int[] member) {
        double[][] y = rows.targets.stream()
                .map(column -> column.select(member).toArray())
                .toArray(double[][]::new);
        return new Unit(y, rows.weights.select(member).toArray(), new double[member.length * loss.scores()]);
    }

    private Unit withScores(int u, double[] f) {
        return new Unit(units.get(u).y(), units.get(u).w(), f);
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
        Batch all = Batch.range(0, members.length, 1);
        return new Visit(t, all).value() / totalMass;
    }

    @Override
    public double gradient(double[] t, double[] g) {
        return gradient(t, Batch.range(0, members.length, 1), g, FeedbackSink.NONE);
    }

    @Override
    public double gradient(double[] t, Batch batch, double[] g, FeedbackSink feedback) {
        Visit visit = new Visit(t, batch);
        counter.gradient(visit.df[0].length);
        double scale = batch.fraction() * totalMass;
        double value = visit.valueAndGradient(feedback != FeedbackSink.NONE) / scale;
        Arrays.fill(g, 0);
        visit.pass.pullback(visit.df, g); // (2)
        for (int j = 0; j < g.length; j++) {
            g[j] /= scale;
        }
        for (int k = 0; k < batch.size(); k++) {
            if (batch.weight(k) > 0) {
                feedback.accept(batch.unit(k), visit.sizes[k], visit.curvatures[k]);
            }
        }
        return value;
    }

    /** The units of a batch at θ: where their rows begin, their scores, and the gradient of their losses. */
    private final class Visit {

        private final Batch batch;
        private final int[] start;
        private final double[][] f;
        private final double[][] df;
        private final double[] sizes;
        private final double[] curvatures;
        private final Pass pass;

        Visit(double[] t, Batch batch) {
            this.batch = batch;
            start = new int[batch.size() + 1];
            for (int k = 0; k < batch.size(); k++) {
                start[k + 1] = start[k] + members[batch.unit(k)].length;
            }
            int[] entries = IntStream.range(0, batch.size())
                    .flatMap(k -> Arrays.stream(members[batch.unit(k)]))
                    .toArray();
            f = new double[loss.scores()][entries.length];
            df = new double[loss.scores()][entries.length];
            sizes = new double[batch.size()];
            curvatures = new double[batch.size()];
            pass = hypothesis.forward(t, rows.x, rowBatch(entries), f);
            for (int j = 0; j < rows.offsets.size(); j++) {
                for (int i = 0; i < entries.length; i++) {
                    f[j][i] += rows.offsets.get(j).at(entries[i]);
                }
            }
        }

        double value() {
            return sum((k, unit) -> {});
        }

        double valueAndGradient(boolean withCurvature) {
            return sum((k, unit) -> {
                keepGradient(k, unit);
                if (withCurvature) {
                    double[] h = new double[unit.f().length];
                    loss.curvature(unit, h);
                    curvatures[k] = Arrays.stream(h).sum();
                }
            });
        }

        /** Units are computed by several threads, but added in the order of the batch. */
        private double sum(BiConsumer<Integer, Unit> and) {
            double[] values = new double[batch.size()];
            rows.workers.forEach(batch.size(), k -> {
                Unit unit = withScores(batch.unit(k), scores(k));
                values[k] = batch.weight(k) * loss.value(unit); // (1)
                and.accept(k, unit);
            });
            return Arrays.stream(values).reduce(0, Double::sum);
        }

        private void keepGradient(int k, Unit unit) {
            double[] gradient = new double[unit.f().length];
            loss.gradient(unit, gradient);
            sizes[k] = norm(gradient);
            for (int i = 0; i < gradient.length; i++) {
                df[i % df.length][start[k] + i / df.length] = batch.weight(k) * gradient[i];
            }
        }

        /** The scores of the batch's k-th unit, row by row. */
        private double[] scores(int k) {
            double[] scores = new double[(start[k + 1] - start[k]) * f.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = f[i % f.length][start[k] + i / f.length];
            }
            return scores;
        }
    }

    /** Rows that lie one behind the other are read as they lie. */
    private static Batch rowBatch(int[] entries) {
        for (int i = 1; i < entries.length; i++) {
            if (entries[i] != entries[i - 1] + 1) {
                return Batch.of(entries, 1);
            }
        }
        return entries.length == 0 ? Batch.range(0, 0, 1) : Batch.range(entries[0], entries[0] + entries.length, 1);
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
