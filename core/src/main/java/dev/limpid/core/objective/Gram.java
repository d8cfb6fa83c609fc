package dev.limpid.core.objective;

import dev.limpid.core.loss.VectorLoss;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The local quadratic of a linear risk.
 *
 * <pre>
 *   Hᵢ = (∂²ℓ/∂fₖ∂fₗ) where a convex loss of several scores states it, else diag(hᵢₖ) of the curvatures     (1)
 *   Hᵢ ← Hᵢ·min(1, cap / maxₖ Hᵢₖₖ) for the matrix, hᵢₖ ← min(hᵢₖ, cap) for the diagonal                    (2)
 *   B  = (1/W)·Σᵢ vᵢ·Hᵢ ⊗ x̃ᵢ·x̃ᵢᵀ,   x̃ = (x, 1) with an intercept, else x                                  (3)
 *   hᵢₖ ← 1 for all i, if Σᵢ vᵢ·hᵢₖ = 0                                                                     (4)
 * </pre>
 *
 * <p>(3) is a Gram matrix for each pair of scores k ≥ l, with the weights vᵢ·Hᵢₖₗ: a lower triangle of features, a line
 * Σᵢ vᵢ·Hᵢₖₗ·xᵢ and a corner Σᵢ vᵢ·Hᵢₖₗ for the intercept.
 */
final class Gram implements RiskRows.Sums<Gram> {

    private final LinearRisk risk;
    private final @Nullable VectorLoss matrixLoss;
    private final int outputs;
    private final Theta gradient;
    private final double[][][] triangles;
    private final double[][] lines;
    private final double[] corners;

    private Gram(LinearRisk risk, @Nullable VectorLoss matrixLoss, Theta theta) {
        this.risk = risk;
        this.matrixLoss = matrixLoss;
        this.outputs = theta.outputs();
        int pairs = matrixLoss == null ? outputs : outputs * (outputs + 1) / 2;
        int d = risk.hypothesis.features();
        gradient = theta.zeros();
        triangles = new double[pairs][d][];
        for (double[][] triangle : triangles) {
            Arrays.setAll(triangle, j -> new double[j + 1]);
        }
        lines = new double[pairs][d];
        corners = new double[pairs];
    }

    static double quadratic(LinearRisk risk, double[] t, double cap, double[] g, double[][] b) {
        Theta theta = Theta.of(risk.hypothesis, t);
        VectorLoss matrixLoss = statedMatrix(risk);
        RiskRows rows = risk.rows;
        long numbers = (long) t.length * (t.length + 1) / 2;
        Gram sums = rows.walk(
                rows.all(), numbers, theta.outputs(), () -> new Gram(risk, matrixLoss, theta), (tile, sum) -> {
                    theta.scores(tile, rows);
                    sum.add(tile, cap);
                });
        sums.replaceFlat();
        sums.gradient.write(g, rows.totalWeight);
        sums.write(b);
        return sums.gradient.value / rows.totalWeight;
    }

    /** A convex loss of several scores that doesn't throw when asked for its second derivatives. */
    private static @Nullable VectorLoss statedMatrix(LinearRisk risk) {
        if (!(risk.loss instanceof VectorLoss loss) || !loss.convex()) {
            return null;
        }
        int k = loss.scores();
        try {
            double[] y = risk.rows.targets.stream()
                    .mapToDouble(column -> column.at(0))
                    .toArray();
            loss.secondDerivative(y, new double[k], new double[k][k]);
            return loss;
        } catch (UnsupportedOperationException notStated) {
            return null;
        }
    }

    private void add(Tile tile, double cap) {
        double[][] h = new double[corners.length][Tile.SIZE];
        gradient.value += matrixLoss == null ? diagonal(tile, cap, h) : matrix(matrixLoss, tile, cap, h); // (1) (2)
        gradient.addGradient(tile, risk.rows);
        for (int pair = 0; pair < h.length; pair++) {
            addPair(pair, tile, h[pair]); // (3)
        }
    }

    private double diagonal(Tile tile, double cap, double[][] h) {
        double value = risk.kernel.quadratic(tile.size, tile.y, tile.f, tile.w, tile.g, h);
        for (double[] hk : h) {
            for (int i = 0; i < tile.size; i++) {
                hk[i] = Math.min(hk[i], tile.w[i] * cap);
            }
        }
        return value;
    }

    private double matrix(VectorLoss loss, Tile tile, double cap, double[][] h) {
        double[] y = new double[tile.y.length];
        double[] f = new double[outputs];
        double[][] second = new double[outputs][outputs];
        for (int i = 0; i < tile.size; i++) {
            column(tile.y, i, y);
            column(tile.f, i, f);
            loss.secondDerivative(y, f, second);
            double largest = 0;
            for (int k = 0; k < outputs; k++) {
                largest = Math.max(largest, second[k][k]);
            }
            double weight = largest > cap ? tile.w[i] * (cap / largest) : tile.w[i];
            for (int k = 0; k < outputs; k++) {
                for (int l = 0; l <= k; l++) {
                    h[pair(k, l)][i] = weight * second[k][l];
                }
            }
        }
        return risk.kernel.valueAndGradient(tile.size, tile.y, tile.f, tile.w, tile.g);
    }

    private static void column(double[][] x, int i, double[] out) {
        for (int k = 0; k < out.length; k++) {
            out[k] = x[k][i];
        }
    }

    private void addPair(int pair, Tile tile, double[] h) {
        tile.addGram(risk.rows.x, h, triangles[pair]);
        tile.transposedTimes(risk.rows.x, h, lines[pair]);
        double sum = 0;
        for (int i = 0; i < tile.size; i++) {
            sum += h[i];
        }
        corners[pair] += sum;
    }

    private int pair(int k, int l) {
        return matrixLoss == null ? k : k * (k + 1) / 2 + l;
    }

    /** (4): the pairs k &gt; l of a flat score are 0 already, as Hᵢ is semidefinite. */
    private void replaceFlat() {
        RiskRows rows = risk.rows;
        for (int k = 0; k < outputs; k++) {
            int flat = pair(k, k);
            if (corners[flat] == 0) {
                Tile tile = new Tile(rows.targets.size(), outputs, Tile.SIZE);
                for (int from = 0; from < rows.size(); from += Tile.SIZE) {
                    tile.load(rows, rows.all(), from, Math.min(from + Tile.SIZE, rows.size()));
                    addPair(flat, tile, tile.w);
                }
            }
        }
    }

    @Override
    public void add(Gram later) {
        gradient.add(later.gradient);
        for (int pair = 0; pair < corners.length; pair++) {
            for (int j = 0; j < lines[pair].length; j++) {
                for (int k = 0; k <= j; k++) {
                    triangles[pair][j][k] += later.triangles[pair][j][k];
                }
                lines[pair][j] += later.lines[pair][j];
            }
            corners[pair] += later.corners[pair];
        }
    }

    private void write(double[][] b) {
        int d = risk.hypothesis.features();
        for (double[] row : b) {
            Arrays.fill(row, 0, Math.min(row.length, outputs * (d + 1)), 0);
        }
        for (int k = 0; k < outputs; k++) {
            for (int l = matrixLoss == null ? k : 0; l <= k; l++) {
                writeFeatures(b, k * d, l * d, triangles[pair(k, l)]);
                if (risk.hypothesis.intercept()) {
                    int end = outputs * d;
                    writeLine(b[end + k], l * d, lines[pair(k, l)]);
                    writeLine(b[end + l], k * d, lines[pair(k, l)]);
                    b[end + k][end + l] = corners[pair(k, l)] / risk.rows.totalWeight;
                }
            }
        }
    }

    private void writeFeatures(double[][] b, int row, int column, double[][] triangle) {
        for (int i = 0; i < triangle.length; i++) {
            for (int j = 0; j < (row == column ? i + 1 : triangle.length); j++) {
                b[row + i][column + j] = triangle[Math.max(i, j)][Math.min(i, j)] / risk.rows.totalWeight;
            }
        }
    }

    private void writeLine(double[] row, int column, double[] line) {
        for (int j = 0; j < line.length; j++) {
            row[column + j] = line[j] / risk.rows.totalWeight;
        }
    }
}
