package dev.limpid.testkit.internal.optimizer;

import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.StopReason;
import dev.limpid.testkit.declaration.OptimizerDeclaration.Change;
import dev.limpid.testkit.declaration.OptimizerSubject;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.problem.Problem;
import dev.limpid.testkit.problem.Problems;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** What the author of an optimizer states about it: descent, quadratics, changes of the problem. */
public final class DeclaredTests {

    private static final int STEPS = 40;
    private static final int COMPARED = 4; // later steps multiply the rounding of early ones
    private static final double ROUNDING = 1e-12;
    private static final double SAME_PATH = 1e-5;
    private static final double SOLVED = 1e-9; // part of the way down that rounding may leave

    private DeclaredTests() {}

    /**
     * Looks for steps that lead uphill.
     *
     * @param subject the optimizer
     * @return the outcome; not applicable unless descent is declared
     */
    public static Outcome descent(OptimizerSubject subject) {
        if (!subject.declares().descent()) {
            return Outcome.notApplicable("not declared");
        }
        for (Trial trial : Trial.of(subject.optimizer())) {
            ParameterRun run = trial.start(Trial.SEED, Memory.empty());
            double before = trial.problem().objective().value(run.theta());
            for (int t = 1; t <= STEPS; t++) {
                StopReason stop = run.step().stop();
                double now = trial.problem().objective().value(run.theta());
                if (!(now <= before + ROUNDING * Math.abs(before))) {
                    return Outcome.failed("on " + trial.problem() + ", step " + t + "\n  F before  " + before
                            + "\n  F after   " + now
                            + "\nLikely cause: a step is accepted without a look at the value, or the value of another"
                            + " point is compared.");
                }
                before = now;
                if (stop.isFinal()) {
                    break;
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Counts steps on convex quadratics of two and five parameters.
     *
     * @param subject the optimizer
     * @return the outcome; not applicable unless their number is declared
     */
    public static Outcome quadratics(OptimizerSubject subject) {
        IntUnaryOperator declared = subject.declares().stepsOnQuadratic();
        if (declared == null) {
            return Outcome.notApplicable("not declared");
        }
        int looked = 0;
        for (Problem<?> problem : List.of(Problems.sphere(), Problems.booth(), Problems.illConditioned())) {
            if (!subject.optimizer().needs().view().isInstance(problem.objective())) {
                continue;
            }
            looked++;
            int limit = declared.applyAsInt(problem.start().length);
            Trial.End end = Trial.run(trial(subject.optimizer(), problem).start(Trial.SEED, Memory.empty()), limit);
            double gap = problem.gap(end.run().theta());
            if (!(gap <= SOLVED)) {
                return Outcome.failed("on " + problem + ", " + problem.formula() + ", after "
                        + end.steps().size() + " steps, the number declared for " + problem.start().length
                        + " parameters\n  left of the way  " + Text.brief(gap) + " of 1"
                        + "\nLikely cause: directions that are not conjugate (a wrong β, a restart), a search that is not"
                        + " exact, or a matrix that is not the Hessian.");
            }
        }
        return looked == 0 ? Outcome.vacuous("No quadratic offers what it needs.") : Outcome.passed();
    }

    @SuppressWarnings("unchecked") // the view was asked for
    private static Trial trial(Optimizer<?> optimizer, Problem<?> problem) {
        return new Trial((Optimizer<Objective>) optimizer, problem);
    }

    /**
     * Changes the variables or the size of problems, and compares the paths.
     *
     * @param subject the optimizer
     * @return the outcome; not applicable unless invariances are declared
     */
    public static Outcome invariances(OptimizerSubject subject) {
        if (subject.declares().invariances().isEmpty()) {
            return Outcome.notApplicable("not declared");
        }
        int looked = 0;
        // of moderate scale: in a badly scaled one rounding alone parts the paths
        for (Problem<? extends Smooth> problem :
                List.of(Problems.sphere(), Problems.illConditioned(), Problems.booth(), Problems.rosenbrock())) {
            if (!subject.optimizer().needs().view().isInstance(problem.objective())) {
                continue;
            }
            Trial trial = trial(subject.optimizer(), problem);
            for (Change change : Change.values()) {
                Changed changed = Changed.of(problem.objective(), change);
                if (subject.declares().invariances().contains(change)
                        && subject.optimizer().needs().view().isInstance(changed)) {
                    looked++;
                    Outcome outcome = samePath(trial, change, changed);
                    if (outcome.isFailure()) {
                        return outcome;
                    }
                }
            }
        }
        return looked == 0 ? Outcome.vacuous("No problem that can be changed offers what it needs.") : Outcome.passed();
    }

    private static Outcome samePath(Trial trial, Change change, Changed changed) {
        double[] start = trial.problem().start();
        ParameterRun plain = trial.start(Trial.SEED, Memory.empty());
        ParameterRun other = trial.optimizer().start(changed, changed.inverse(start), Trial.SEED, Memory.empty());
        for (int t = 1; t <= COMPARED; t++) {
            StopReason end = plain.step().stop();
            StopReason otherEnd = other.step().stop();
            double[] x = plain.theta();
            double[] z = changed.forward(other.theta());
            double apart = 0;
            double moved = 0;
            for (int j = 0; j < x.length; j++) {
                apart = Math.max(apart, Math.abs(x[j] - z[j]));
                moved = Math.max(moved, Math.abs(x[j] - start[j]));
            }
            if (!(apart <= SAME_PATH * moved + ROUNDING)) {
                return Outcome.failed("on " + trial.problem() + ", step " + t + ", under a change by " + change
                        + "\n  point                       " + Text.plain(x) + "\n  point of the changed run    "
                        + Text.plain(z) + "\nLikely cause: a constant with units in it (a start step of 1, an absolute"
                        + " tolerance or damping), or a coordinate that is treated otherwise.");
            }
            if (end.isFinal() || otherEnd.isFinal()) {
                break;
            }
        }
        return Outcome.passed();
    }
}
