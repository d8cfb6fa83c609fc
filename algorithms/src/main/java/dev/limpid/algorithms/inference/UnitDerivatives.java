package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Unit;
import dev.limpid.core.loss.UnitLoss;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Derivatives of a loss of groups of rows.
 *
 * <pre>
 *   s  = Σᵤ Xᵤᵀ·∂Lᵤ/∂f                                   (1)
 *   H  = Σᵤ Xᵤᵀ·∂²Lᵤ/∂f∂f·Xᵤ                             (2)   one product a column of X
 *   gᵢ = what row i adds to (1) if the others are taken as they are, where the loss can tell; else of the group's
 *        sum (1) what stands at row i, which says nothing by itself
 * </pre>
 */
final class UnitDerivatives extends Derivatives {

    private final UnitLoss loss;
    private final List<int[]> members;
    private final double[][] parts; // weights included
    private final boolean independent;
    private final double[] gradient;
    private final double[][] hessian;
    private final Factor factored;

    UnitDerivatives(Layout layout, UnitLoss loss, Dataset data, double[] theta) {
        super(layout, data, theta);
        this.loss = loss;
        this.members = members(data);
        this.parts = new double[data.size()][places.size()];
        this.gradient = new double[places.size()];
        this.hessian = new double[places.size()][places.size()];
        boolean told = true;
        for (int[] rows : members) {
            told &= add(rows);
        }
        this.independent = told;
        double[][] lower = new double[places.size()][places.size()];
        for (int a = 0; a < lower.length; a++) {
            System.arraycopy(hessian[a], 0, lower[a], 0, a + 1);
        }
        this.factored = Factor.ofMatrix(lower);
    }

    /** The rows of each group, in the order of their numbers; all rows where there are no groups. */
    static List<int[]> members(Dataset data) {
        Map<Integer, IntStream.Builder> rowsOf = new TreeMap<>();
        for (int i = 0; i < data.size(); i++) {
            int group = data.groups().length == 0 ? 0 : data.groups()[i];
            rowsOf.computeIfAbsent(group, g -> IntStream.builder()).add(i);
        }
        return rowsOf.values().stream().map(rows -> rows.build().toArray()).toList();
    }

    private Unit unit(int[] rows) {
        double[] f = Arrays.stream(rows)
                .mapToObj(this::scores)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return new Unit(
                data.targets().stream()
                        .map(column -> column.select(rows).toArray())
                        .toArray(double[][]::new),
                data.weights().select(rows).toArray(),
                f);
    }

    /** Adds a group; false if its loss can't tell what each row adds. */
    private boolean add(int[] rows) {
        Unit unit = unit(rows);
        double[] g = new double[unit.f().length];
        loss.gradient(unit, g);
        double[][] columns = new double[places.size()][];
        Arrays.setAll(columns, a -> direction(places.get(a), rows, unit.f().length));
        double[] product = new double[unit.f().length];
        boolean told = true;
        for (int a = 0; a < columns.length; a++) {
            loss.secondDerivativeTimes(unit, columns[a], product);
            for (int b = 0; b < columns.length; b++) {
                hessian[b][a] += dot(columns[b], product); // (2)
            }
            gradient[a] += dot(columns[a], g); // (1)
            double[] ofRows = new double[rows.length];
            told &= residuals(unit, columns[a], g, ofRows);
            for (int i = 0; i < rows.length; i++) {
                parts[rows[i]][a] = ofRows[i];
            }
        }
        return told;
    }

    private boolean residuals(Unit unit, double[] d, double[] g, double[] out) {
        try {
            loss.scoreResiduals(unit, d, out);
            return true;
        } catch (UnsupportedOperationException notStated) {
            int k = unit.f().length / out.length;
            for (int j = 0; j < d.length; j++) {
                out[j / k] += g[j] * d[j];
            }
            return false;
        }
    }

    /** How scores of a group change with a coefficient. */
    private double[] direction(Layout.Place place, int[] rows, int length) {
        double[] d = new double[length];
        int k = length / rows.length;
        for (int i = 0; i < rows.length; i++) {
            d[i * k + place.output()] = cell(data.features().row(rows[i]), place.feature());
        }
        return d;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Σᵤ Lᵤ. */
    double value() {
        return members.stream().mapToDouble(rows -> loss.value(unit(rows))).sum();
    }

    /** Σᵤ massᵤ. */
    double mass() {
        return members.stream().mapToDouble(rows -> loss.mass(unit(rows))).sum();
    }

    /** H. */
    double[][] hessian() {
        return hessian;
    }

    /** Whether gᵢ are those of rows, and not of groups alone. */
    boolean rowsAreIndependent() {
        return independent;
    }

    @Override
    double[] gradient(int i) {
        double[] g = parts[i].clone();
        for (int a = 0; a < g.length; a++) {
            g[a] /= data.weights().at(i);
        }
        return g;
    }

    @Override
    double[] gradient() {
        return gradient;
    }

    @Override
    Factor factored() {
        return factored;
    }

    @Override
    double leverage(int i) {
        throw new UnsupportedOperationException("rows of a group have no leverage of their own");
    }
}
