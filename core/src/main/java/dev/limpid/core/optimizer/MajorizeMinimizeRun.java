package dev.limpid.core.optimizer;

import dev.limpid.core.internal.optimizer.KnownLine;
import dev.limpid.core.internal.optimizer.Patience;
import dev.limpid.core.internal.optimizer.Sentences;
import dev.limpid.core.internal.optimizer.Steps;
import dev.limpid.core.internal.optimizer.Vectors;
import dev.limpid.core.objective.Curved;
import dev.limpid.core.objective.Line;
import dev.limpid.core.parameter.Block;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import java.util.BitSet;

/** A run of {@link MajorizeMinimize}; the numbers in comments are those of its steps. */
final class MajorizeMinimizeRun implements ParameterRun {

    /** The decrement that rounding of the gradient alone makes, as a part of √(2·|F|). */
    private static final double ROUNDING = 1e-13;

    /** Steps in a row without progress before the run gives up. */
    private static final int PATIENCE = 10;

    private static final int MOST_DOUBLINGS = 50;

    private final MajorizeMinimize method;
    private final Curved objective;
    private final Memory memory;
    private final CurvatureCap cap;
    private final Patience patience;
    private final double[] theta;
    private final double[] decrements; // λ₀, and λ of the last step
    private final KnownPoint known;
    private final double[] d;

    MajorizeMinimizeRun(MajorizeMinimize method, Curved objective, double[] theta0, Memory memory) {
        boolean resumes = memory.has("theta");
        this.method = method;
        this.objective = objective;
        this.memory = memory;
        this.cap = new CurvatureCap(memory.scope("cap"));
        this.patience = new Patience(PATIENCE, "the Newton decrement", memory);
        this.theta = memory.array("theta", theta0.length);
        this.decrements = memory.array("decrement", 2);
        this.known = new KnownPoint(objective, theta0.length, memory.scope("known"));
        this.d = new double[theta0.length];
        if (!resumes) {
            Vectors.copy(theta0, theta);
        }
    }

    @Override
    public Step step() {
        Steps steps = new Steps(memory, objective);
        if (steps.iteration() == 1) {
            cap.start(objective, theta);
        }
        double value = known.at(theta, cap.value()); // (1)
        double[] g = known.gradient();
        double norm = Vectors.maxNorm(g);
        if (!Double.isFinite(value) || !Double.isFinite(norm)) {
            return steps.still(value, norm, Sentences.diverged(value, norm));
        }
        BitSet aliased = solve(g);
        double slope = Vectors.dot(g, d);
        double decrement = Math.sqrt(Math.max(0, -slope)); // (3)
        if (steps.iteration() == 1) {
            decrements[0] = decrement;
        }
        if (norm == 0) {
            return steps.still(value, norm, StopReason.converged("The gradient is 0." + named(aliased)));
        }
        Line.Point found = new Line.Point(0, value, slope);
        if (slope < 0) {
            Line line = new KnownLine(line(steps.iteration(), decrement), found);
            found = method.search().along(line, 1); // (4)
            found = cap.isOn() ? doubled(line, found) : found; // (5)
            Vectors.add(theta, found.alpha(), d); // (6)
        }
        known.moved(found.alpha());
        decrements[1] = decrement;
        StopReason reason = judge(value, found, decrement, norm, aliased);
        return steps.moved(value, slope, found.alpha(), found.value(), norm, reason)
                .with("decrement", decrement)
                .with("cap", cap.value());
    }

    /** Along d: what is computed at its first try, the whole step, is kept for the step after this one, if there is to be one. */
    private Line line(long iteration, double decrement) {
        double last = method.tolerance() * decrements[0];
        if (cap.isOn() || decrement <= last) {
            return objective.along(theta, d);
        }
        double ratio = iteration == 1 ? 1 : decrement / decrements[1];
        boolean ends = known.hasOwnMatrix() && ratio * ratio * decrement <= last; // (7)
        return known.along(theta, d, !ends);
    }

    /** Line (5): twice as far as long as the objective falls. */
    private static Line.Point doubled(Line line, Line.Point found) {
        Line.Point best = found;
        for (int k = 0; k < MOST_DOUBLINGS && best.alpha() >= 1; k++) {
            Line.Point next = line.at(2 * best.alpha());
            if (!(next.value() < best.value())) {
                return best;
            }
            best = next;
        }
        return best;
    }

    private BitSet solve(double[] g) {
        for (int j = 0; j < d.length; j++) {
            d[j] = -g[j];
        }
        known.factor().solve(d); // (2)
        return known.factor().aliased();
    }

    private StopReason judge(double value, Line.Point found, double decrement, double norm, BitSet aliased) {
        if (cap.isOn()) {
            return cap.after(value, found.value(), named(aliased));
        }
        if (decrement <= method.tolerance() * decrements[0] && found.alpha() > 0) {
            return StopReason.converged("The Newton decrement, " + decrement + ", is at most " + method.tolerance()
                    + " of its start, " + decrements[0] + "." + named(aliased));
        }
        if (decrement <= ROUNDING * Math.sqrt(2 * Math.abs(value))) {
            return new StopReason(
                    StopReason.Kind.STALLED,
                    "The Newton decrement, " + decrement + ", is rounding of the objective, " + value
                            + ": this is as exact as its digits allow." + named(aliased));
        }
        if (found.alpha() == 0) {
            StopReason stalled = Sentences.noBetterPoint(method.search().name(), value, found.slope(), norm, norm);
            return new StopReason(stalled.kind(), stalled.sentence() + named(aliased));
        }
        patience.see(found.value(), decrement);
        if (patience.isOver()) {
            StopReason stalled = patience.stalled(found.value(), decrement);
            return new StopReason(stalled.kind(), stalled.sentence() + named(aliased));
        }
        return StopReason.RUNNING;
    }

    /** A sentence that names the parameters that were left alone; empty if there are none. */
    private String named(BitSet aliased) {
        if (aliased.isEmpty()) {
            return "";
        }
        StringBuilder names = new StringBuilder();
        aliased.stream().limit(10).forEach(j -> {
            for (Block block : objective.blocks().list()) {
                if (block.offset() <= j && j < block.end()) {
                    names.append(names.length() == 0 ? "" : ", ")
                            .append(block.name())
                            .append('[')
                            .append(j - block.offset())
                            .append(']');
                }
            }
        });
        return " Parameters that depend on others stay where they began: " + names
                + (aliased.cardinality() > 10 ? ", …." : ".");
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
