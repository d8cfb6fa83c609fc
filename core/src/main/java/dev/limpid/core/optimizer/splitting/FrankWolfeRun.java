package dev.limpid.core.optimizer.splitting;

import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Constrained;
import dev.limpid.core.objective.Line;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;

/** A run of {@link FrankWolfe}; the numbers in comments are those of its steps. */
final class FrankWolfeRun implements ParameterRun {

    /** Part of the terms of a sum that its rounding may be. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    /** Steps in a row without progress before the run gives up. */
    private static final int PATIENCE = 100;

    private final FrankWolfe frankWolfe;
    private final Constrained<?> objective;
    private final Memory memory;
    private final Patience patience;
    private final Atoms atoms;
    private final double[] theta;
    private final double[] g;
    private final double[] state; // S(θ), S(θ₀)
    private final double[] s;
    private final double[] d;

    FrankWolfeRun(FrankWolfe frankWolfe, Constrained<?> objective, double[] theta0, Memory memory) {
        int p = theta0.length;
        boolean resumes = memory.has("theta");
        this.frankWolfe = frankWolfe;
        this.objective = objective;
        this.memory = memory;
        this.patience = new Patience(PATIENCE, "the duality gap", memory);
        this.atoms = new Atoms(memory, p);
        this.theta = memory.array("theta", p);
        this.g = memory.array("gradient", p);
        this.state = memory.array("state", 2);
        this.s = new double[p];
        this.d = new double[p];
        if (!resumes) {
            Vectors.copy(theta0, theta);
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, objective);
        if (steps.iteration() == 1) {
            begin();
        }
        double before = state[0];
        if (!Double.isFinite(before) || !Double.isFinite(Vectors.maxNorm(g))) {
            return steps.still(before, Vectors.maxNorm(g), Sentences.diverged(before, Vectors.maxNorm(g)));
        }
        objective.linearMinimum(g, s); // (1)
        double gap = gap(); // (2)
        StopReason reason = judge(gap);
        if (reason.isFinal()) {
            return steps.still(before, gap, reason);
        }
        int away = direct(gap);
        double slope = Vectors.dot(g, d);
        double gamma = move(away, steps.iteration() - 1);
        patience.see(state[0], gap);
        boolean over = frankWolfe.rule() != FrankWolfe.Rule.OPEN_LOOP && patience.isOver();
        return steps.moved(
                before, slope, gamma, state[0], gap, over ? patience.stalled(state[0], gap) : StopReason.RUNNING);
    }

    private void begin() {
        if (objective.penalty(theta) != 0) {
            objective.prox(theta, 1);
        }
        state[0] = objective.smooth().gradient(theta, g);
        state[1] = state[0];
        if (frankWolfe.rule() == FrankWolfe.Rule.AWAY_STEPS) {
            atoms.start(theta);
        }
    }

    private double gap() {
        double sum = 0;
        for (int j = 0; j < theta.length; j++) {
            sum += g[j] * (theta[j] - s[j]);
        }
        return Math.max(sum, 0); // below 0 by rounding only, as s is lowest
    }

    private StopReason judge(double gap) {
        double fall = state[1] - state[0];
        if (gap <= frankWolfe.tolerance() * fall) {
            return StopReason.converged("The duality gap, " + gap + ", is at most " + frankWolfe.tolerance()
                    + " of the decrease so far, " + fall + ".");
        }
        double size = 0;
        for (int j = 0; j < theta.length; j++) {
            size += Math.abs(g[j]) * (Math.abs(theta[j]) + Math.abs(s[j]));
        }
        return gap <= ROUNDING * size
                ? StopReason.converged("The duality gap, " + gap + ", is its rounding.")
                : StopReason.RUNNING;
    }

    /** Lines (3) to (5): the direction, and which atom it leads away from; −1 for none. */
    private int direct(double gap) {
        for (int j = 0; j < d.length; j++) {
            d[j] = s[j] - theta[j]; // (3)
        }
        if (frankWolfe.rule() != FrankWolfe.Rule.AWAY_STEPS) {
            return -1;
        }
        int v = atoms.highest(g); // (4)
        double[] atom = atoms.get(v);
        if (Vectors.dot(g, atom) - Vectors.dot(g, theta) > gap) {
            for (int j = 0; j < d.length; j++) {
                d[j] = theta[j] - atom[j]; // (5)
            }
            return v;
        }
        return -1;
    }

    private double move(int away, long k) {
        double most = away < 0 ? 1 : atoms.share(away) / (1 - atoms.share(away));
        double gamma;
        double[] gNext = new double[g.length];
        boolean known = false;
        double value = Double.NaN;
        if (frankWolfe.rule() == FrankWolfe.Rule.OPEN_LOOP) {
            gamma = 2.0 / (k + 2); // (6)
        } else {
            Line line = objective.smooth().along(theta.clone(), d.clone());
            Line.Point found = Segment.minimum(line, new Line.Point(0, state[0], Vectors.dot(g, d)), most);
            gamma = found.alpha();
            value = found.value();
            known = gamma > 0 && line.gradient(gamma, gNext);
        }
        if (frankWolfe.rule() == FrankWolfe.Rule.AWAY_STEPS) {
            atoms.move(away, s, gamma, gamma == most);
        }
        Vectors.add(theta, gamma, d); // (7)
        state[0] = known ? value : objective.smooth().gradient(theta, gNext);
        Vectors.copy(gNext, g);
        return gamma;
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public double[] theta() {
        return theta.clone();
    }
}
