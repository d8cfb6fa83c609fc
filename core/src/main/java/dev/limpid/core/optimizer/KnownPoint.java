package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.Cholesky;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.Line;
import dev.limpid.core.training.Memory;
import org.jspecify.annotations.Nullable;

/**
 * What a run knows of the point it stands at: value, gradient, and the factor of a matrix, the one there or that of the point
 * before. All of it is in the memory, but for the matrix, which a resumed run computes again from the point it belongs to.
 */
final class KnownPoint {

    private final Curved objective;
    private final double[] state; // whether value and gradient are those of the point; the value; the cap of the matrix
    private final double[] g;
    private final double[] matrixPoint;
    private final double[] ownMatrix; // 1 if matrixPoint is the point itself
    private @Nullable Cholesky factor;
    private @Nullable FirstTry tried;

    KnownPoint(Curved objective, int p, Memory memory) {
        this.objective = objective;
        this.state = memory.array("state", 3);
        this.g = memory.array("gradient", p);
        this.matrixPoint = memory.array("matrixPoint", p);
        this.ownMatrix = memory.array("ownMatrix", 1);
    }

    private static double[][] triangle(int p) {
        double[][] b = new double[p][];
        for (int j = 0; j < p; j++) {
            b[j] = new double[j + 1];
        }
        return b;
    }

    /** Returns the value at θ, and computes what isn't known there. */
    double at(double[] theta, double cap) {
        if (state[0] == 0) {
            double[][] b = triangle(g.length);
            state[1] = objective.quadratic(theta, cap, g, b);
            keepMatrix(theta, cap, b);
            state[0] = 1;
        }
        return state[1];
    }

    private void keepMatrix(double[] theta, double cap, double[][] b) {
        Vectors.copy(theta, matrixPoint);
        state[2] = cap;
        ownMatrix[0] = 1;
        factor = new Cholesky(b);
    }

    double[] gradient() {
        return g;
    }

    /** Returns the factor of the matrix. */
    Cholesky factor() {
        Cholesky known = factor;
        if (known == null) {
            double[][] b = triangle(g.length);
            objective.quadratic(matrixPoint, state[2], new double[g.length], b);
            known = new Cholesky(b);
            factor = known;
        }
        return known;
    }

    /** Tells whether the matrix is that of the point itself. */
    boolean hasOwnMatrix() {
        return ownMatrix[0] == 1;
    }

    /** Returns the line θ + α·d, which keeps what it computes at α = 1, with the matrix there or without. */
    Line along(double[] theta, double[] d, boolean withMatrix) {
        FirstTry line = new FirstTry(theta, d, withMatrix);
        tried = line;
        return line;
    }

    /** The point has moved by α·d: what was computed there is known now, the rest forgotten. */
    void moved(double alpha) {
        FirstTry line = tried;
        tried = null;
        state[0] = 0;
        if (line != null && alpha == 1) {
            state[0] = 1;
            state[1] = line.value;
            Vectors.copy(line.gradient, g);
            ownMatrix[0] = 0;
            if (line.b.length > 0) {
                keepMatrix(line.point, state[2], line.b);
            }
        }
    }

    /** A line whose first point is computed for good. */
    private final class FirstTry implements Line {

        private final Line others;
        private final double[] d;
        private final double[] point;
        private final double[] gradient;
        private final double[][] b;
        private double value = Double.NaN;
        private boolean computed;

        FirstTry(double[] theta, double[] d, boolean withMatrix) {
            this.others = objective.along(theta, d);
            this.d = d;
            this.point = theta.clone();
            this.gradient = new double[theta.length];
            this.b = triangle(withMatrix ? theta.length : 0);
            Vectors.add(point, 1, d);
        }

        @Override
        public Point at(double alpha) {
            if (alpha != 1) {
                return others.at(alpha);
            }
            if (!computed) {
                value = b.length > 0
                        ? objective.quadratic(point, Double.POSITIVE_INFINITY, gradient, b)
                        : objective.gradient(point, gradient);
                computed = true;
            }
            return new Point(1, value, Vectors.dot(gradient, d));
        }

        @Override
        public boolean gradient(double alpha, double[] out) {
            if (alpha != 1 || !computed) {
                return others.gradient(alpha, out);
            }
            Vectors.copy(gradient, out);
            return true;
        }
    }
}
