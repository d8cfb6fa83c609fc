package dev.limpid.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.limpid.core.search.ArmijoSearch;
import dev.limpid.core.search.BarzilaiBorweinSearch;
import dev.limpid.core.search.ExactSearch;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.ParameterRun;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.testkit.contract.OptimizerContract;
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
                new Entry("Newton", Descent.along(new Newton()), 41));
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
}
