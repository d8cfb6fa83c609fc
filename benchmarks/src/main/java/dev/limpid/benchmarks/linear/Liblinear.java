package dev.limpid.benchmarks.linear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.limpid.benchmarks.linear.Contestant.Quality;
import java.util.Arrays;
import java.util.function.Function;

/** liblinear-java on sparse rows, with C = 1 and no bias; its input is made outside of the clock. */
final class Liblinear {

    private static final String VERSION = "liblinear-java-2.44-";

    private static final double LEAST_TOLERANCE = 1e-7;

    private static final int ITERATIONS = 3000;

    private final Problem problem = new Problem();

    private final boolean logistic;

    Liblinear(SparseSet set, boolean logistic) {
        this.logistic = logistic;
        problem.l = set.rows();
        problem.n = set.columns();
        problem.bias = -1;
        problem.x = new Feature[set.rows()][];
        problem.y = set.targets();
        for (int i = 0; i < problem.l; i++) {
            int start = set.starts()[i];
            problem.x[i] = new Feature[set.starts()[i + 1] - start];
            for (int k = 0; k < problem.x[i].length; k++) {
                problem.x[i][k] = new FeatureNode(set.indices()[start + k] + 1, set.values()[start + k]);
            }
        }
    }

    /** Returns the loosest tolerance of 0.1, 0.01, … that gets to the gap. */
    double loosest(boolean dual, double gap, Function<double[], Quality> quality) {
        double tolerance = 0.1;
        while (tolerance > LEAST_TOLERANCE
                && !(quality.apply(fit(dual, tolerance)).gap() <= gap)) {
            tolerance /= 10;
        }
        return tolerance;
    }

    /** Returns a solver with a tolerance. */
    Contestant<double[]> contestant(boolean dual, double tolerance, Function<double[], Quality> quality) {
        return Contestant.peer(VERSION + (dual ? "dualCD" : "TRON"), () -> fit(dual, tolerance), quality);
    }

    private SolverType solver(boolean dual) {
        if (logistic) {
            return dual ? SolverType.L2R_LR_DUAL : SolverType.L2R_LR;
        }
        return dual ? SolverType.L2R_L2LOSS_SVC_DUAL : SolverType.L2R_L2LOSS_SVC;
    }

    private double[] fit(boolean dual, double tolerance) {
        Linear.disableDebugOutput();
        Linear.resetRandom();
        Model model = Linear.train(problem, new Parameter(solver(dual), 1, tolerance, ITERATIONS));
        double[] w = Arrays.copyOf(model.getFeatureWeights(), problem.n);
        if (model.getLabels()[0] == 0) {
            Arrays.setAll(w, j -> -w[j]);
        }
        return w;
    }
}
