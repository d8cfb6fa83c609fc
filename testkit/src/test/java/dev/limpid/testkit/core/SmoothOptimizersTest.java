package dev.limpid.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.objective.Composite;
import dev.limpid.core.objective.LeastSquares;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Descent;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.descent.Bfgs;
import dev.limpid.core.optimizer.descent.DaiYuan;
import dev.limpid.core.optimizer.descent.HagerZhang;
import dev.limpid.core.optimizer.descent.Newton;
import dev.limpid.core.optimizer.descent.PolakRibiere;
import dev.limpid.core.optimizer.descent.SteepestDescent;
import dev.limpid.core.optimizer.direct.NelderMead;
import dev.limpid.core.optimizer.limited.LbfgsB;
import dev.limpid.core.optimizer.limited.OwlQn;
import dev.limpid.core.optimizer.trust.LevenbergMarquardt;
import dev.limpid.core.optimizer.trust.Tron;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.search.ArmijoSearch;
import dev.limpid.core.search.BarzilaiBorweinSearch;
import dev.limpid.core.search.ExactSearch;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.testkit.contract.OptimizerContract;
import dev.limpid.testkit.problem.MoreGarbowHillstrom;
import dev.limpid.testkit.problem.Problem;
import dev.limpid.testkit.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The optimizers for smooth objectives obey the laws, and get where the literature says that the minima are. */
class SmoothOptimizersTest {

    /** What a run may ask for: values, gradients and matrices. */
    private static final long BUDGET = 10_000;

    /** Part of the way down that may be left. */
    private static final double REACHED = 1e-6;

    /** Where the gradient is a hundred-millionth of the first long before the minimum, and a run may say so. */
    private static final Set<String> BADLY_SCALED = Set.of("Meyer", "Powell badly scaled");

    /** An optimizer, and how many of the smooth problems it has to get to the end of within the budget. */
    record Entry(String name, Optimizer<?> optimizer, int least) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Entry> entries() {
        return Stream.of(
                new Entry("Lbfgs", Lbfgs.defaults(), 42),
                new Entry("Bfgs", Descent.along(new Bfgs()), 42),
                new Entry("PolakRibiere", Descent.along(new PolakRibiere()), 41),
                new Entry("HagerZhang", Descent.along(new HagerZhang()), 41),
                new Entry("DaiYuan", Descent.along(new DaiYuan()), 38),
                new Entry("Gradient", Descent.along(new SteepestDescent()), 33),
                new Entry(
                        "Gradient, BB",
                        Descent.along(new SteepestDescent()).with(BarzilaiBorweinSearch.defaults()),
                        38),
                new Entry(
                        "Gradient, exact", Descent.along(new SteepestDescent()).with(ExactSearch.defaults()), 30),
                new Entry("Bfgs, Armijo", Descent.along(new Bfgs()).with(ArmijoSearch.defaults()), 41),
                new Entry("Newton", Descent.along(new Newton()), 43),
                new Entry("Tron", Tron.defaults(), 43),
                new Entry("NelderMead", NelderMead.defaults(), 42),
                new Entry("LevenbergMarquardt", LevenbergMarquardt.defaults(), 35));
    }

    static Stream<Entry> compositeEntries() {
        return Stream.of(new Entry("OwlQn", OwlQn.defaults(), 34), new Entry("LbfgsB", LbfgsB.defaults(), 33));
    }

    /** The least-squares problems with a penalty that is 0: methods for composite objectives have to get there too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("compositeEntries")
    void getsToKnownMinimaWithoutBoundsOrStrength(Entry entry, TestReporter reporter) {
        List<Result> results = new ArrayList<>();
        for (Problem<LeastSquares> p : MoreGarbowHillstrom.problems()) {
            results.add(run(
                    entry.optimizer,
                    new Problem<>(
                            p.name(),
                            p.formula(),
                            p.objective().penalized("theta", (Penalty) L1Penalty.of(0)),
                            p.start(),
                            p.minimiser(),
                            p.minimum(),
                            p.convex(),
                            p.source(),
                            p.otherMinima())));
        }

        judge(entry, results, reporter);
    }

    /** Each least-squares problem in a box around its start, most of whose minima lie on the border. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEYER") // still coming down after 2000 steps
    void boundsLeaveNoProjectedGradient(MoreGarbowHillstrom published) {
        Problem<LeastSquares> problem = published.problem();
        double[] lower = problem.start();
        double[] upper = problem.start();
        for (int j = 0; j < lower.length; j++) {
            double half = 0.2 + 0.3 * Math.abs(lower[j]) + 0.05 * j;
            lower[j] -= half / 3;
            upper[j] += half;
        }
        Composite<? extends Smooth> boxed = problem.objective().penalized("theta", Box.of(lower, upper));

        ParameterRun run = LbfgsB.defaults().start(boxed, problem.start(), 1, Memory.empty());
        Step step = run.step();
        double first = projected(boxed, problem.start(), lower, upper);
        for (int t = 0; t < 2000 && !step.stop().isFinal(); t++) {
            step = run.step();
            assertThat(boxed.value(run.theta())).isFinite().isLessThanOrEqualTo(step.number(Step.BEFORE) * (1 + 1e-9));
        }

        assertThat(step.stop().isFinal()).as(step.toString()).isTrue();
        assertThat(projected(boxed, run.theta(), lower, upper)).isLessThanOrEqualTo(1e-6 * first);
    }

    private static double projected(Composite<? extends Smooth> boxed, double[] t, double[] lower, double[] upper) {
        double[] g = new double[t.length];
        boxed.smooth().gradient(t, g);
        double max = 0;
        for (int j = 0; j < t.length; j++) {
            max = Math.max(max, Math.abs(Math.min(Math.max(t[j] - g[j], lower[j]), upper[j]) - t[j]));
        }
        return max;
    }

    static List<Problem<Composite<? extends Smooth>>> bounded() {
        return Problems.bounded();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounded")
    void boundsThatThePathMeetsAreKept(Problem<Composite<? extends Smooth>> problem) {
        assertThat(run(LbfgsB.defaults(), problem).reached()).isTrue();
        assertThat(problem.objective().value(problem.minimiser())).isCloseTo(problem.minimum(), within(1e-14));
    }

    /** What a run on a problem came to. */
    record Result(Problem<?> problem, StopReason stop, long calls, double gap) {
        boolean reached() {
            return gap <= REACHED;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%-44s %6d  %9.1e  %s", problem.name(), calls, gap, reached() ? "" : stop.kind());
        }
    }

    @SuppressWarnings("unchecked") // the view is looked at
    private static Result run(Optimizer<?> optimizer, Problem<?> problem) {
        ParameterRun run =
                ((Optimizer<Objective>) optimizer).start(problem.objective(), problem.start(), 1, Memory.empty());
        Step step;
        long calls;
        do {
            step = run.step();
            OracleCount count = problem.objective().count();
            calls = count.values() + count.gradients() + count.matrices();
        } while (!step.stop().isFinal() && calls < BUDGET);
        return new Result(problem, step.stop(), calls, problem.gapToNearest(run.theta()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void getsToKnownMinimaOrSaysThatItDidNot(Entry entry, TestReporter reporter) {
        List<Result> results = new ArrayList<>();
        for (Problem<?> problem : Problems.all()) {
            boolean smooth = problem.objective() instanceof Smooth s && s.kink().isEmpty();
            if (smooth && entry.optimizer.needs().view().isInstance(problem.objective())) {
                results.add(run(entry.optimizer, problem));
            }
        }

        judge(entry, results, reporter);
    }

    private static void judge(Entry entry, List<Result> results, TestReporter reporter) {
        StringBuilder table = new StringBuilder(entry.name + ": problem, oracle calls, gap, end\n");
        results.forEach(result -> table.append(result).append('\n'));
        reporter.publishEntry("table", table.toString());
        assertThat(results).hasSizeGreaterThanOrEqualTo(25);
        assertThat(results)
                .filteredOn(r -> r.stop.kind() == StopReason.Kind.CONVERGED && !BADLY_SCALED.contains(r.problem.name()))
                .allMatch(Result::reached);
        assertThat(results).noneMatch(r -> r.stop.kind() == StopReason.Kind.DIVERGED);
        assertThat(results).filteredOn(Result::reached).hasSizeGreaterThanOrEqualTo(entry.least);
    }

    @Nested
    class BfgsTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Descent.along(new Bfgs());
        }
    }

    @Nested
    class PolakRibiereTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Descent.along(new PolakRibiere());
        }
    }

    @Nested
    class HagerZhangTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Descent.along(new HagerZhang());
        }
    }

    @Nested
    class DaiYuanTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Descent.along(new DaiYuan());
        }
    }

    @Nested
    class SteepestDescentTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Descent.along(new SteepestDescent());
        }
    }

    @Nested
    class BarzilaiBorweinTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Descent.along(new SteepestDescent()).with(BarzilaiBorweinSearch.defaults());
        }
    }

    @Nested
    class NewtonTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Descent.along(new Newton());
        }
    }

    @Nested
    class TronTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return Tron.defaults();
        }
    }

    @Nested
    class LevenbergMarquardtTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return LevenbergMarquardt.defaults();
        }
    }

    @Nested
    class NelderMeadTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return NelderMead.defaults();
        }
    }

    @Nested
    class OwlQnTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return OwlQn.defaults();
        }
    }

    @Nested
    class LbfgsBTest implements OptimizerContract {
        @Override
        public Optimizer<?> newOptimizer() {
            return LbfgsB.defaults();
        }
    }
}
