package dev.limpid.testkit.internal.optimizer;

import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.parameter.Blocks;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.testkit.internal.Bits;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import dev.limpid.testkit.problem.Problem;
import java.util.Arrays;
import java.util.List;

/** Runs of an optimizer over the catalogue of problems. */
public final class OptimizerTests {

    private static final int LIMIT = 3000;
    private static final long QUESTIONS = 10_000; // values, gradients and matrices that a run may ask for
    private static final int STEPS = 12;
    private static final double REACHED =
            1e-6; // part of the way down that may be left where a run says that it converged
    private static final double FLAT = 1e-6; // part of the first gradient that counts as none where F isn't convex

    private OptimizerTests() {}

    /** What to say of an optimizer that takes no problem. */
    static Outcome none(Optimizer<?> optimizer) {
        return Outcome.vacuous("No problem of the catalogue offers what it needs ("
                + optimizer.needs().what() + ").");
    }

    /**
     * Minimises each problem that the optimizer takes, within 3000 steps and 10,000 questions to the objective. Where F is
     * convex, a run that says it converged or can't go on has to be at the minimum, and one that is still under way has to
     * have come down. Elsewhere a run that says it converged has to be at a known minimum, or where the gradient is a
     * millionth of that at the start; it may say that it can't go on.
     *
     * @param optimizer the optimizer
     * @return the outcome
     */
    public static Outcome minimises(Optimizer<?> optimizer) {
        List<Trial> trials = Trial.of(optimizer);
        for (Trial trial : trials) {
            Outcome outcome = minimises(trial);
            if (outcome.isFailure()) {
                return outcome;
            }
        }
        return trials.isEmpty() ? none(optimizer) : Outcome.passed();
    }

    /**
     * Minimises one problem, and asks that the run get there.
     *
     * @param optimizer the optimizer
     * @param problem the problem
     * @return the outcome
     */
    public static Outcome minimises(Optimizer<?> optimizer, Problem<?> problem) {
        if (!optimizer.needs().view().isInstance(problem.objective())) {
            return Outcome.failed("It needs " + optimizer.needs().what() + ", which " + problem + " is not.");
        }
        @SuppressWarnings("unchecked") // the view was asked for
        Trial trial = new Trial((Optimizer<Objective>) optimizer, problem);
        Trial.End end = trial.run(LIMIT, QUESTIONS);
        double gap = problem.gap(end.run().answer());
        return gap <= REACHED
                ? Outcome.passed()
                : Outcome.failed(describe(trial, end, gap) + "\nIt did not get there.");
    }

    private static Outcome minimises(Trial trial) {
        Trial.End end = trial.run(LIMIT, QUESTIONS);
        double gap = trial.problem().gap(end.run().answer());
        String text = describe(trial, end, gap);
        switch (end.stop().kind()) {
            case CONVERGED, STALLED -> {
                if (!(gap <= REACHED) && !isTruthful(trial.problem(), end)) {
                    return Outcome.failed(
                            text + "\nLikely cause: the tolerance is compared with the wrong number (an absolute"
                                    + " one, a step length, the value of another point).");
                }
            }
            case DIVERGED -> {
                if (trial.problem().convex()) {
                    return Outcome.failed(
                            text + "\nLikely cause: steps too long for a convex problem of size 1: a line search"
                                    + " that accepts too much, or a learning rate that is too large for a test.");
                }
            }
            default -> {
                if (!(gap < 0.5) && trial.problem().convex()) {
                    return Outcome.failed(text + "\nLikely cause: steps that go uphill or are far too short.");
                }
            }
        }
        return Outcome.passed();
    }

    /** Where F isn't convex, a run may end at another minimum, where F is flat, or say that it can't go on. */
    private static boolean isTruthful(Problem<?> problem, Trial.End end) {
        if (problem.convex()) {
            return false;
        }
        double[] answer = end.run().answer();
        return end.stop().kind() == StopReason.Kind.STALLED
                || problem.gapToNearest(answer) <= REACHED
                || (problem.objective() instanceof Smooth smooth
                        && slope(smooth, answer) <= FLAT * slope(smooth, problem.start()));
    }

    private static double slope(Smooth smooth, double[] t) {
        double[] g = new double[t.length];
        smooth.gradient(t, g);
        return Arrays.stream(g).map(Math::abs).max().orElse(0);
    }

    private static String describe(Trial trial, Trial.End end, double gap) {
        return "on " + trial.problem() + ", " + trial.problem().formula() + ", after "
                + end.steps().size()
                + " steps\n  it says           " + end.stop() + "\n  it stands at      "
                + Text.plain(end.run().answer()) + "\n  the minimum is at "
                + Text.plain(trial.problem().minimiser())
                + "\n  left of the way   " + Text.brief(gap) + " of 1";
    }

    /**
     * Compares the steps' numbers with the objective where the run stands.
     *
     * @param optimizer the optimizer
     * @return the outcome
     */
    public static Outcome steps(Optimizer<?> optimizer) {
        List<Trial> trials = Trial.of(optimizer);
        for (Trial trial : trials) {
            boolean estimates = trial.isRandom() || isStochastic(optimizer);
            ParameterRun run = trial.start(Trial.SEED, Memory.empty());
            for (int t = 1; t <= STEPS; t++) {
                Step step = run.step();
                double value = trial.problem().objective().value(run.theta());
                boolean right = estimates
                        || Double.isNaN(step.objective())
                        || Math.abs(step.objective() - value) <= 1e-10 * Math.max(Math.abs(value), 1e-10);
                if (step.iteration() != t || !right) {
                    return Outcome.failed(
                            "on " + trial.problem() + ", step " + t + "\n  iteration           "
                                    + step.iteration() + "\n  objective           " + step.objective()
                                    + "\n  value where it"
                                    + " stands " + value
                                    + "\nLikely cause: the step reports the point before it, or counts from 0 or in its own time.");
                }
                if (step.oracle().values() < 0
                        || step.oracle().gradients() < 0
                        || step.oracle().matrices() < 0
                        || step.oracle().rows() < 0) {
                    return Outcome.failed("on " + trial.problem() + ", step " + t + "\n  oracle  " + step.oracle()
                            + "\nLikely cause: counts are subtracted the wrong way round.");
                }
                if (step.stop().isFinal()) {
                    if (step.stop().sentence().length() < 10
                            || !step.stop().sentence().contains(" ")) {
                        return Outcome.failed("on " + trial.problem() + ", step " + t + "\n  it says  " + step.stop()
                                + "\nLikely cause: no sentence; say which number fell below which.");
                    }
                    break;
                }
            }
        }
        return trials.isEmpty() ? none(optimizer) : Outcome.passed();
    }

    private static boolean isStochastic(Optimizer<?> optimizer) {
        Class<?> view = optimizer.needs().view();
        return view == Objective.class || view == FiniteSum.class;
    }

    /**
     * Saves after some steps, restores and goes on.
     *
     * @param optimizer the optimizer
     * @return the outcome
     */
    public static Outcome resume(Optimizer<?> optimizer) {
        List<Trial> trials = Trial.of(optimizer);
        for (Trial trial : trials) {
            double[] whole = Trial.path(trial.start(Trial.SEED, Memory.empty()), STEPS);
            for (int cut : new int[] {1, 2, 5}) {
                int p = trial.problem().start().length;
                if (whole.length <= cut * p) {
                    continue; // the run is over before
                }
                ParameterRun begun = trial.start(Trial.SEED, Memory.empty());
                double[] pieces = Arrays.copyOf(Trial.path(begun, cut), whole.length);
                Memory saved = Memory.of(begun.memory().snapshot());
                double[] rest = Trial.path(trial.start(Trial.SEED, saved), STEPS - cut);
                System.arraycopy(rest, 0, pieces, cut * p, Math.min(rest.length, whole.length - cut * p));
                int difference = Bits.firstDifference(whole, pieces);
                if (difference >= 0 || rest.length != whole.length - cut * p) {
                    return Outcome.failed(
                            "on " + trial.problem() + ", saved after step " + cut + " and resumed\n  "
                                    + (difference < 0
                                            ? "the run has another length"
                                            : "step " + (1 + difference / p) + ", parameter " + difference % p
                                                    + "\n  in one go " + whole[difference] + "\n  resumed   "
                                                    + pieces[difference])
                                    + "\nLikely cause: a number (a counter, a moment, the last gradient) is not kept in the memory.");
                }
            }
        }
        return trials.isEmpty() ? none(optimizer) : Outcome.passed();
    }

    /**
     * Runs again from the same seed, with another run in between, from threads, and looks at the start point.
     *
     * @param optimizer the optimizer
     * @return the outcome
     */
    public static Outcome sameSeed(Optimizer<?> optimizer) {
        List<Trial> trials = Trial.of(optimizer);
        for (Trial trial : trials) {
            double[] alone = Trial.path(trial.start(Trial.SEED, Memory.empty()), STEPS);
            ParameterRun first = trial.start(Trial.SEED, Memory.empty());
            ParameterRun second = trial.start(Trial.SEED + 1, Memory.empty());
            double[] begin = Trial.path(first, 2);
            Trial.path(second, 3);
            double[] interleaved = Arrays.copyOf(begin, alone.length);
            if (alone.length > begin.length) {
                double[] rest = Trial.path(first, STEPS - 2);
                System.arraycopy(
                        rest, 0, interleaved, begin.length, Math.min(rest.length, alone.length - begin.length));
            }
            if (Bits.firstDifference(alone, interleaved) >= 0) {
                return Outcome.failed("on " + trial.problem() + ", with another run in between\n  the steps differ"
                        + "\nLikely cause: state is kept in a field of the optimizer; keep it in the run's memory.");
            }
            for (double[] path :
                    Bits.fromEightThreads(() -> Trial.path(trial.start(Trial.SEED, Memory.empty()), STEPS))) {
                if (Bits.firstDifference(alone, path) >= 0) {
                    return Outcome.failed("on " + trial.problem() + ", the same seed again\n  the steps differ"
                            + "\nLikely cause: a generator of its own, the clock, or state in a field.");
                }
            }
        }
        return trials.isEmpty() ? none(optimizer) : Outcome.passed();
    }

    /**
     * Looks whether θ₀ is copied and θ handed out as a copy.
     *
     * @param optimizer the optimizer
     * @return the outcome
     */
    public static Outcome inputs(Optimizer<?> optimizer) {
        List<Trial> trials = Trial.of(optimizer);
        for (Trial trial : trials) {
            double[] start = trial.problem().start();
            ParameterRun run = trial.optimizer().start(trial.problem().objective(), start, Trial.SEED, Memory.empty());
            if (Bits.firstDifference(run.theta(), trial.problem().start()) >= 0) {
                return Outcome.failed(
                        "on " + trial.problem() + ", before the first step\n  θ   " + Text.plain(run.theta())
                                + "\n  θ₀  " + Text.plain(start) + "\nLikely cause: the run does not begin at θ₀.");
            }
            Arrays.fill(run.theta(), 1e6);
            Arrays.fill(start, 1e6);
            double[] scribbled = Trial.path(run, 3);
            double[] plain = Trial.path(trial.start(Trial.SEED, Memory.empty()), 3);
            if (Bits.firstDifference(scribbled, plain) >= 0) {
                return Outcome.failed(
                        "on " + trial.problem() + ", with the caller's arrays overwritten\n  the steps differ"
                                + "\nLikely cause: θ₀ is kept, or θ handed out, without a copy.");
            }
        }
        return trials.isEmpty() ? none(optimizer) : Outcome.passed();
    }

    /**
     * Starts at the minimum.
     *
     * @param optimizer the optimizer
     * @return the outcome
     */
    public static Outcome atTheMinimum(Optimizer<?> optimizer) {
        List<Trial> trials = Trial.of(optimizer);
        for (Trial trial : trials) {
            double[] minimiser = trial.problem().minimiser();
            ParameterRun run =
                    trial.optimizer().start(trial.problem().objective(), minimiser, Trial.SEED, Memory.empty());
            Trial.End end = Trial.run(run, 50);
            double gap = trial.problem().gap(end.run().answer());
            boolean finite = Arrays.stream(end.run().theta()).allMatch(Double::isFinite);
            boolean away = !(gap <= 1e-3) && !trial.isRandom() && !isStochastic(optimizer);
            if (!finite || away || end.stop().kind() == StopReason.Kind.DIVERGED) {
                return Outcome.failed("on " + trial.problem() + ", started at its minimum " + Text.plain(minimiser)
                        + "\n  it says       " + end.stop() + "\n  it stands at  "
                        + Text.plain(end.run().theta())
                        + "\nLikely cause: 0/0 where the gradient is 0; look whether it is before dividing.");
            }
        }
        return trials.isEmpty() ? none(optimizer) : Outcome.passed();
    }

    /**
     * Hands over an objective that is NaN everywhere but at the start.
     *
     * @param optimizer the optimizer
     * @return the outcome; not applicable to an optimizer that takes no plain smooth objective
     */
    @SuppressWarnings("unchecked") // the view was asked for
    public static Outcome notANumber(Optimizer<?> optimizer) {
        Smooth broken = new Broken();
        if (!optimizer.needs().view().isInstance(broken)
                || Trial.of(optimizer).stream()
                        .noneMatch(t ->
                                t.problem().objective().getClass().getPackage().equals(Problem.class.getPackage()))) {
            return Outcome.notApplicable("takes no plain smooth objective");
        }
        ParameterRun run;
        try {
            run = ((Optimizer<Objective>) optimizer).start(broken, new double[2], Trial.SEED, Memory.empty());
        } catch (IllegalArgumentException refused) { // the law REFUSAL looks at the sentence
            return Outcome.notApplicable("takes no plain smooth objective");
        }
        Trial.End end = Trial.run(run, 200);
        boolean says = end.stop().kind() != StopReason.Kind.CONVERGED;
        boolean finite = Arrays.stream(end.run().theta()).allMatch(Double::isFinite);
        boolean seen = end.stop().isFinal() || end.steps().stream().anyMatch(s -> Double.isNaN(s.objective()));
        return says && seen && finite
                ? Outcome.passed()
                : Outcome.failed("on an objective that is NaN everywhere but at 0\n  it says       " + end.stop()
                        + "\n  it stands at  " + Text.plain(end.run().theta())
                        + "\nLikely cause: comparisons with NaN are false, so that a test like value > limit never ends"
                        + " the run; write !(value <= limit).");
    }

    /** 1 at 0 with the gradient (1, 1), NaN elsewhere. */
    private static final class Broken implements Smooth {
        @Override
        public Blocks blocks() {
            return Blocks.single(2);
        }

        @Override
        public double value(double[] t) {
            return t[0] == 0 && t[1] == 0 ? 1 : Double.NaN;
        }

        @Override
        public double gradient(double[] t, double[] g) {
            Arrays.fill(g, Double.isNaN(value(t)) ? Double.NaN : 1);
            return value(t);
        }
    }

    /**
     * Looks how an objective is refused that does not offer what is needed.
     *
     * @param optimizer the optimizer
     * @return the outcome; not applicable to an optimizer that takes any objective
     */
    public static Outcome refusal(Optimizer<?> optimizer) {
        Objective poor = new Objective() {
            @Override
            public Blocks blocks() {
                return Blocks.single(2);
            }

            @Override
            public double value(double[] t) {
                return t[0] * t[0] + t[1] * t[1];
            }
        };
        String name = optimizer.name();
        try {
            if (optimizer.needs().view() == Objective.class) {
                @SuppressWarnings("unchecked") // it says that it takes any
                Optimizer<Objective> any = (Optimizer<Objective>) optimizer;
                any.start(poor, new double[2], Trial.SEED, Memory.empty());
            } else {
                optimizer.needs().require(name, poor);
            }
            return Outcome.notApplicable("takes any objective");
        } catch (IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            return message.contains(name) && message.contains("use ")
                    ? Outcome.passed()
                    : Outcome.failed("an objective with a value alone\n  it threw  " + message
                            + "\nLikely cause: no sentence like '" + name + " needs "
                            + optimizer.needs().what()
                            + ", but …: use …'; Need.require writes it.");
        }
    }
}
