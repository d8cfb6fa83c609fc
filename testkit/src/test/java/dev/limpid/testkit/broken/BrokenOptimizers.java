package dev.limpid.testkit.broken;

import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Need;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.testkit.declaration.OptimizerSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.OptimizerLaws;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A gradient descent with switches for the usual faults of optimizers. */
final class BrokenOptimizers {

    private BrokenOptimizers() {}

    enum Flaw {
        ASCENDS,
        BELIEVES_TOO_SOON,
        ABSOLUTE_GRADIENT,
        ABSOLUTE_CHANGE,
        DIVERGES,
        REPORTS_BEFORE,
        COUNTS_FROM_ZERO,
        NO_SENTENCE,
        FORGETS,
        FIELD,
        RANDOM,
        KEEPS_START,
        DIVIDES_BY_ZERO,
        BLIND_TO_NAN,
        STARTS_ELSEWHERE,
        SHARES_MEMORY,
        KEEPS_OBJECTIVE
    }

    /** Gradient descent with halving steps, until the gradient is a billionth of the first. */
    static final class Descent implements Optimizer<Smooth> {
        private final Set<Flaw> flaws;
        private double field = 1;

        Descent(Flaw... flaws) {
            this.flaws = EnumSet.noneOf(Flaw.class);
            this.flaws.addAll(Set.of(flaws));
        }

        @Override
        public Need<Smooth> needs() {
            return new Need<>(Smooth.class, true, "a smooth objective");
        }

        @Override
        public String name() {
            return "Descent";
        }

        private boolean has(Flaw flaw) {
            return flaws.contains(flaw);
        }

        @Override
        public ParameterRun start(Smooth objective, double[] theta0, long seed, Memory memory) {
            needs().require(name(), objective);
            return new DescentRun(this, objective, theta0, memory);
        }

        @Override
        public ParameterRun startAfter(ParameterRun earlier, Smooth objective, long seed, Memory memory) {
            if (has(Flaw.STARTS_ELSEWHERE)) {
                return start(objective, new double[earlier.answer().length], seed, memory);
            }
            if (has(Flaw.SHARES_MEMORY)) {
                return start(objective, earlier.answer(), seed, earlier.memory());
            }
            boolean keeps = has(Flaw.KEEPS_OBJECTIVE) && earlier instanceof DescentRun;
            return start(keeps ? ((DescentRun) earlier).objective : objective, earlier.answer(), seed, memory);
        }
    }

    private static final class DescentRun implements ParameterRun {
        private final Descent method;
        private final Smooth objective;
        private final Memory memory;
        private final double[] state; // iteration, ‖g₁‖, rate
        private double[] theta;
        private double forgotten = 1;

        DescentRun(Descent method, Smooth objective, double[] theta0, Memory memory) {
            this.method = method;
            this.objective = objective;
            this.memory = memory;
            boolean resumes = memory.has("theta");
            theta = method.has(Flaw.KEEPS_START) ? theta0 : memory.array("theta", theta0.length);
            state = memory.array("state", 3);
            if (!resumes) {
                memory.array("theta", theta0.length);
                System.arraycopy(theta0, 0, theta, 0, theta0.length);
                state[2] = 1;
            }
        }

        @Override
        public Step step() {
            double[] g = new double[theta.length];
            double value = objective.gradient(theta, g);
            double norm = 0;
            for (double x : g) {
                norm = Math.max(norm, Math.abs(x));
            }
            long iteration = (long) ++state[0];
            state[1] = iteration == 1 ? norm : state[1];
            double rate = state[2];
            if (method.has(Flaw.DIVIDES_BY_ZERO)) {
                theta[0] -= 1e-12 * g[0] / norm;
            }
            if (method.has(Flaw.FORGETS)) {
                forgotten *= 0.9;
                rate *= forgotten;
            }
            if (method.has(Flaw.FIELD)) {
                method.field *= 0.9;
                rate *= method.field;
            }
            rate *= method.has(Flaw.RANDOM) ? 0.5 + 0.5 * Math.random() : 1;
            rate *= method.has(Flaw.ASCENDS) ? -1e-3 : 1;
            double after = move(g, norm, value, rate);
            StopReason reason = StopReason.RUNNING;
            double limit = method.has(Flaw.BELIEVES_TOO_SOON) ? 0.3 : 1e-9;
            if (norm <= limit * state[1] || isNear(norm, value - after)) {
                reason = StopReason.converged(
                        method.has(Flaw.NO_SENTENCE) ? "done" : "The gradient is " + norm + ", small enough.");
            } else if (Double.isNaN(after) && !method.has(Flaw.BLIND_TO_NAN)) {
                reason = new StopReason(StopReason.Kind.DIVERGED, "The objective left the finite numbers.");
            }
            return new Step(
                    iteration - (method.has(Flaw.COUNTS_FROM_ZERO) ? 1 : 0),
                    method.has(Flaw.REPORTS_BEFORE) ? value : after,
                    norm,
                    rate,
                    OracleCount.NONE,
                    Map.of(),
                    reason);
        }

        /** Compares with numbers that have the units of the objective. */
        private boolean isNear(double norm, double change) {
            return (method.has(Flaw.ABSOLUTE_GRADIENT) && norm <= 1e-2)
                    || (method.has(Flaw.ABSOLUTE_CHANGE) && change <= 1e-3);
        }

        /** Halves the rate until the value falls by a tenth of the slope; the next step tries twice of what was right. */
        private double move(double[] g, double norm, double value, double rate) {
            double[] from = theta.clone();
            double square = 0;
            for (double x : g) {
                square += x * x;
            }
            double length = rate;
            for (int i = 0; i < 60; i++, length /= 2) {
                for (int j = 0; j < g.length; j++) {
                    theta[j] = from[j] - length * g[j];
                }
                double after = objective.value(theta);
                boolean any = method.has(Flaw.ASCENDS) || method.has(Flaw.DIVERGES);
                if (any
                        || after <= value - 0.1 * length * square
                        || (method.has(Flaw.BLIND_TO_NAN) && !(after > value))) {
                    state[2] = method.has(Flaw.DIVERGES) ? 1 : Math.min(2 * Math.abs(length), 1e3);
                    return after;
                }
            }
            System.arraycopy(from, 0, theta, 0, from.length);
            return norm == 0 || isNumberNear(g, from) ? value : Double.NaN;
        }

        private boolean isNumberNear(double[] g, double[] from) {
            double[] near = from.clone();
            near[0] -= 1e-12 * g[0] + 1e-300;
            return !Double.isNaN(objective.value(near));
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

    private static Mutant<OptimizerSubject> fault(Flaw flaw, Law<OptimizerSubject> law, String cause) {
        return Mutant.of(flaw.toString(), OptimizerSubject.of(new Descent(flaw)), law, cause);
    }

    private static Stream<Mutant<OptimizerSubject>> descents() {
        return Stream.of(
                fault(Flaw.ASCENDS, OptimizerLaws.MINIMISES, "Likely cause: "),
                fault(
                        Flaw.BELIEVES_TOO_SOON,
                        OptimizerLaws.MINIMISES,
                        "the tolerance is compared with the wrong number"),
                fault(Flaw.ABSOLUTE_GRADIENT, OptimizerLaws.MINIMISES, "the wrong number (an absolute one")
                        .as("B-OPTI-062"),
                fault(Flaw.ABSOLUTE_CHANGE, OptimizerLaws.MINIMISES, "the wrong number (an absolute one")
                        .as("B-OBJE-012"),
                fault(Flaw.DIVERGES, OptimizerLaws.MINIMISES, "Likely cause: steps too long for a convex problem"),
                fault(Flaw.REPORTS_BEFORE, OptimizerLaws.STEPS, "the step reports the point before it")
                        .as("B-OBJE-004"),
                fault(Flaw.COUNTS_FROM_ZERO, OptimizerLaws.STEPS, "counts from 0"),
                fault(Flaw.NO_SENTENCE, OptimizerLaws.STEPS, "no sentence; say which number fell below which"),
                fault(Flaw.FORGETS, OptimizerLaws.RESUME, "is not kept in the memory"),
                fault(Flaw.FIELD, OptimizerLaws.SAME_SEED, "state is kept in a field of the optimizer"),
                fault(Flaw.RANDOM, OptimizerLaws.SAME_SEED, "Likely cause: "),
                fault(Flaw.KEEPS_START, OptimizerLaws.INPUTS, "θ₀ is kept, or θ handed out, without a copy"),
                fault(Flaw.DIVIDES_BY_ZERO, OptimizerLaws.AT_THE_MINIMUM, "0/0 where the gradient is 0"),
                fault(Flaw.BLIND_TO_NAN, OptimizerLaws.NOT_A_NUMBER, "write !(value <= limit)"),
                fault(Flaw.STARTS_ELSEWHERE, OptimizerLaws.SUCCESSION, "another point than earlier.answer()"),
                fault(Flaw.SHARES_MEMORY, OptimizerLaws.SUCCESSION, "both runs write to the same arrays"),
                fault(Flaw.KEEPS_OBJECTIVE, OptimizerLaws.SUCCESSION, "true of the earlier objective alone"));
    }

    /** Refuses whatever it is handed, in one word. */
    private record Curt() implements Optimizer<Objective> {
        @Override
        public Need<Objective> needs() {
            return new Need<>(Objective.class, false, "a finite sum");
        }

        @Override
        public ParameterRun start(Objective objective, double[] theta0, long seed, Memory memory) {
            throw new IllegalArgumentException("no");
        }
    }

    static Stream<Mutant<OptimizerSubject>> mutants() {
        OptimizerSubject curt = OptimizerSubject.of(new Curt());
        return Stream.concat(
                descents(),
                Stream.of(
                        Mutant.of(
                                "refuses in a word",
                                curt,
                                OptimizerLaws.REFUSAL,
                                "no sentence like 'Curt needs a finite sum, but …: use …'"),
                        Mutant.of(
                                "refuses all problems",
                                curt,
                                OptimizerLaws.MINIMISES,
                                "No problem of the catalogue offers what it needs (a finite sum).")));
    }

    static Stream<Awkward<OptimizerSubject>> right() {
        return Stream.of(Awkward.of("slow but truthful", OptimizerSubject.of(new Descent()), OptimizerLaws.all()));
    }
}
