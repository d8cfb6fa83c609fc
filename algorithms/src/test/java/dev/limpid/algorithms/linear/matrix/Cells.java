package dev.limpid.algorithms.linear.matrix;

import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.algorithms.linear.matrix.LossAxis.LossLevel;
import dev.limpid.algorithms.linear.matrix.OptimizerAxis.OptimizerLevel;
import dev.limpid.algorithms.linear.matrix.PenaltyAxis.PenaltyLevel;
import dev.limpid.algorithms.linear.matrix.SamplerAxis.SamplerLevel;
import dev.limpid.algorithms.linear.matrix.UpdateAxis.UpdateLevel;
import dev.limpid.core.objective.Smooth;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.penalty.LinearMinimizationOracle;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.update.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cells of the matrix. Each loss meets each penalty; such a pair is a problem. In what setting it is posed, and which updates and
 * samplers make its stochastic runs, is chosen so that all pairs of levels of any two axes meet. A problem goes to each
 * optimizer; slow ones, and those that are sure to refuse it, take every fourth problem, in diagonals, so that they meet each
 * loss and each penalty too.
 */
final class Cells {

    /**
     * A fit.
     *
     * @param problem what is minimised
     * @param optimizer name of what minimises it
     * @param spec the model as a user writes it
     * @param stochastic how its steps are drawn; empty for other optimizers
     */
    record Cell(Problem problem, String optimizer, LinearSpec spec, Optional<Steps> stochastic) {

        @Override
        public String toString() {
            return problem + " | " + optimizer;
        }
    }

    /**
     * The parts of a stochastic run.
     *
     * @param update its update
     * @param sampler its sampler
     */
    record Steps(Update update, Sampler sampler) {}

    /** Levels of a problem, by number. */
    private record Posed(int loss, int penalty, Setting setting, List<int[]> draws) {}

    /** Stochastic runs of each problem. */
    private static final int DRAWS = 2;

    /** Problems from one run of a slow optimizer to the next. */
    private static final int PERIOD = 4;

    /** Parameters that Nelder–Mead is made for, by its own word. */
    private static final int MOST_OF_A_SIMPLEX = 10;

    private static final List<Setting.Storage> STORAGES = List.of(Setting.Storage.values());
    private static final List<Setting> SETTINGS = Setting.all();

    private final Covering settings = new Covering(LossAxis.LEVELS.size(), PenaltyAxis.LEVELS.size(), 3, 2, 2, 2);
    private final Covering draws = new Covering(
            LossAxis.LEVELS.size(),
            PenaltyAxis.LEVELS.size(),
            UpdateAxis.LEVELS.size(),
            SamplerAxis.LEVELS.size(),
            3,
            2,
            2,
            2);
    private final List<Posed> posed = new ArrayList<>();

    Cells() {
        for (int loss = 0; loss < LossAxis.LEVELS.size(); loss++) {
            for (int penalty = 0; penalty < PenaltyAxis.LEVELS.size(); penalty++) {
                posed.add(pose(loss, penalty));
            }
        }
        for (Posed at : posed) { // pairs that were left over
            draws.choose(drawCandidates(at.loss(), at.penalty(), at.setting()), 1)
                    .ifPresent(at.draws()::add);
        }
    }

    private Posed pose(int loss, int penalty) {
        List<int[]> candidates =
                SETTINGS.stream().map(setting -> levels(setting, loss, penalty)).toList();
        Setting setting = SETTINGS.get(candidates.indexOf(settings.choose(candidates)));
        List<int[]> chosen = new ArrayList<>();
        for (int k = 0; k < DRAWS; k++) {
            chosen.add(draws.choose(drawCandidates(loss, penalty, setting)));
        }
        return new Posed(loss, penalty, setting, chosen);
    }

    private static int[] levels(Setting setting, int... first) {
        int[] levels = java.util.Arrays.copyOf(first, first.length + 4);
        levels[first.length] = STORAGES.indexOf(setting.storage());
        levels[first.length + 1] = setting.weighted() ? 1 : 0;
        levels[first.length + 2] = setting.offset() ? 1 : 0;
        levels[first.length + 3] = setting.intercept() ? 1 : 0;
        return levels;
    }

    private static List<int[]> drawCandidates(int loss, int penalty, Setting setting) {
        List<int[]> candidates = new ArrayList<>();
        for (int u = 0; u < UpdateAxis.LEVELS.size(); u++) {
            for (int s = 0; s < SamplerAxis.LEVELS.size(); s++) {
                candidates.add(levels(setting, loss, penalty, u, s));
            }
        }
        return candidates;
    }

    /** Returns the number of problems. */
    int problems() {
        return posed.size();
    }

    /** Returns the pairs of levels that never meet. */
    List<String> missing() {
        List<String> missing = new ArrayList<>(settings.missing());
        missing.addAll(draws.missing());
        return missing;
    }

    /** Returns the fits of a problem. */
    List<Cell> of(int problem) {
        Posed at = posed.get(problem);
        LossLevel loss = LossAxis.LEVELS.get(at.loss());
        PenaltyLevel penalty = PenaltyAxis.LEVELS.get(at.penalty());
        Problem p = Problem.of(loss, penalty, at.setting());
        List<Cell> cells = new ArrayList<>();
        for (OptimizerLevel level : OptimizerAxis.LEVELS) {
            if (isPosed(level, at, p)) {
                LinearSpec spec = level.optimizer().map(p.spec()::optimizer).orElseGet(p::spec);
                cells.add(new Cell(p, level.name(), spec, Optional.empty()));
            }
        }
        at.draws().forEach(levels -> cells.add(drawn(p, levels[2], levels[3])));
        return cells;
    }

    private static boolean isPosed(OptimizerLevel level, Posed at, Problem problem) {
        boolean turn = (at.loss() + at.penalty()) % PERIOD == 0;
        boolean small = problem.objective().size() <= MOST_OF_A_SIMPLEX;
        return switch (level.name()) {
            case "NelderMead" -> turn && small;
            case "Admm", "Saga", "Svrg" -> turn;
            case "Pdhg" -> turn || !problem.isSmooth();
            default -> turn || (level.name().startsWith("FrankWolfe") ? isSet(problem) : isTaken(level, problem));
        };
    }

    /** What needs a gradient of all of F is refused where the penalty has none: to see that now and then is enough. */
    private static boolean isTaken(OptimizerLevel level, Problem problem) {
        return problem.penalty() instanceof SmoothPenalty
                || level.optimizer().isEmpty()
                || !Smooth.class.isAssignableFrom(
                        level.optimizer().get().needs().view());
    }

    /** What Frank–Wolfe takes. */
    private static boolean isSet(Problem problem) {
        return problem.penalty() instanceof LinearMinimizationOracle && !problem.hasIntercept();
    }

    private static Cell drawn(Problem problem, int u, int s) {
        UpdateLevel update = UpdateAxis.LEVELS.get(u);
        SamplerLevel sampler = SamplerAxis.LEVELS.get(s);
        Steps steps = new Steps(
                update.of().apply(0.5 / problem.objective().curvature()),
                sampler.of().apply(problem.units()));
        LinearSpec spec = problem.spec()
                .optimizer(new Stochastic(steps.update(), steps.sampler()))
                .stopping(Stopping.maxEpochs(UpdateAxis.EPOCHS));
        return new Cell(problem, update + " by " + sampler, spec, Optional.of(steps));
    }
}
