package dev.limpid.algorithms.linear.matrix;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.algorithms.linear.matrix.Cells.Cell;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.optimizer.Fista;
import dev.limpid.core.optimizer.Lbfgs;
import dev.limpid.core.optimizer.MajorizeMinimize;
import dev.limpid.core.optimizer.Optimizer;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.optimizer.splitting.Pdhg;
import dev.limpid.core.penalty.L1Penalty;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.sampler.FullSampler;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.update.Momentum;
import dev.limpid.core.update.Nesterov;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.adaptive.Adam;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What sentences tell to use instead, and whether it is taken. */
final class Advice {

    /**
     * A piece of advice.
     *
     * @param words as they stand in the sentence, behind its colon
     * @param follow the cell with the advice taken; empty where the words don't apply to it
     */
    private record Piece(String words, Function<Cell, Optional<LinearSpec>> follow) {}

    private static final double RATE = 1e-3;
    private static final int BATCH = 4;
    private static final int STEPS = 3;

    private static final List<Piece> PIECES = List.of(
            optimizer("Fista", Fista.defaults()),
            optimizer("CoordinateDescent", CoordinateDescent.defaults()),
            optimizer("Lbfgs", Lbfgs.defaults()),
            optimizer("MajorizeMinimize", MajorizeMinimize.defaults()),
            optimizer("Pdhg", Pdhg.defaults()),
            optimizer("Stochastic", new Stochastic(Sgd.withLearningRate(RATE), ShuffledSampler.of(BATCH))),
            update("Sgd", Sgd.withLearningRate(RATE)),
            update("Momentum", Momentum.withLearningRate(RATE)),
            update("Nesterov", Nesterov.withLearningRate(RATE)),
            update("Adam", Adam.withLearningRate(RATE)),
            sampler("ShuffledSampler", ShuffledSampler.of(BATCH)),
            sampler("FullSampler", new FullSampler()),
            new Piece("L1Penalty", cell -> Optional.of(shuffled(cell).penalty(L1Penalty.of(1)))),
            new Piece("L2Penalty", cell -> Optional.of(shuffled(cell).penalty(L2Penalty.of(1)))),
            new Piece("HuberLoss", Advice::withHuber));

    private final Map<LinearSpec, Boolean> taken = new HashMap<>(); // of one problem, whose cells get the same advice

    private boolean isTaken(Cell cell, LinearSpec spec) {
        return taken.computeIfAbsent(
                spec.maxIterations(STEPS), s -> !(Outcome.of(cell.problem(), s) instanceof Outcome.Refused));
    }

    private static Piece optimizer(String words, Optimizer<?> optimizer) {
        return new Piece(words, cell -> Optional.of(cell.spec().optimizer(optimizer)));
    }

    private static Piece update(String words, Update update) {
        return new Piece(
                words, cell -> Optional.of(cell.spec().optimizer(new Stochastic(update, ShuffledSampler.of(BATCH)))));
    }

    private static Piece sampler(String words, Sampler sampler) {
        return new Piece(
                words,
                cell -> cell.stochastic().map(steps -> cell.spec().optimizer(new Stochastic(steps.update(), sampler))));
    }

    /** What an update needs is another matter than what a sampler needs. */
    private static LinearSpec shuffled(Cell cell) {
        return cell.stochastic()
                .map(steps -> cell.spec().optimizer(new Stochastic(steps.update(), ShuffledSampler.of(BATCH))))
                .orElse(cell.spec());
    }

    /** A loss of numbers helps whose targets are numbers. */
    private static Optional<LinearSpec> withHuber(Cell cell) {
        return cell.problem().loss().targets() == TargetKind.NUMBER
                        && cell.problem().loss().loss().scores() == 1
                ? Optional.of(LinearModel.with(new HuberLoss(1))
                        .penalty(cell.problem().penalty())
                        .threads(1))
                : Optional.empty();
    }

    /** Returns what is wrong with the advice of a sentence; empty if it gives some and all of it is taken. */
    Optional<String> fault(Cell cell, String sentence) {
        String advice = sentence.substring(sentence.indexOf(": ") + 1).replace("or OwlQn for absolute values", "");
        List<String> refused = new ArrayList<>();
        boolean any = false;
        for (Piece piece : PIECES) {
            if (advice.matches(".*\\b" + piece.words() + "\\b.*")) {
                any = true;
                piece.follow()
                        .apply(cell)
                        .filter(spec -> !isTaken(cell, spec))
                        .ifPresent(spec -> refused.add(piece.words()));
            }
        }
        if (!any) {
            return Optional.of("it tells nothing to use");
        }
        return refused.isEmpty() ? Optional.empty() : Optional.of("it tells to use what is refused too: " + refused);
    }
}
