package dev.limpid.benchmarks.linear;

import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.benchmarks.linear.Contestant.Quality;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.optimizer.Stochastic;
import dev.limpid.core.sampler.ShuffledSampler;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.update.Sgd;
import dev.limpid.core.update.Update;
import dev.limpid.core.update.adaptive.Adam;
import java.io.IOException;
import java.util.function.Function;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * One epoch of mini-batches of 32 on the log loss without a penalty. An epoch doesn't get to the minimum: the same objective is one
 * within a hundredth of it.
 *
 * <p>Tribuo steps along the sum over a batch, divided by nothing, which at the rates of its own harness (3·10⁻⁵) amounts to a
 * rate of 0.03 for the mean. Its Adam divides by nothing (it multiplies by the second moment), so AdaGrad stands beside
 * Limpid's Adam.
 */
final class MiniBatch implements Case {

    private static final int BATCH = 32;
    private static final double GAP = 0.01;

    private final String name;
    private final Update update;
    private final String peer;
    private final StochasticGradientOptimiser optimiser;

    private MiniBatch(String name, Update update, String peer, StochasticGradientOptimiser optimiser) {
        this.name = name;
        this.update = update;
        this.peer = peer;
        this.optimiser = optimiser;
    }

    static MiniBatch sgd() {
        return new MiniBatch(
                "sgd-dense",
                Sgd.withLearningRate(0.03),
                "tribuo-4.3.2-SGD",
                org.tribuo.math.optimisers.SGD.getSimpleSGD(3e-5));
    }

    static MiniBatch adam() {
        return new MiniBatch("adam-dense", Adam.withLearningRate(0.001), "tribuo-4.3.2-AdaGrad", new AdaGrad(0.1, 0.1));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String about() {
        return "one epoch of mini-batches of 32, log loss, 1,000,000 x 28, to a relative gap of 1e-2";
    }

    @Override
    public void run(Options options) throws IOException {
        DenseSet set = Generated.classes(options);
        Dataset data = set.dataset();
        double least = options.settings()
                .get(
                        name + "/least",
                        () -> set.logistic(LogisticDense.fit(data, LinearModel.with(new LogisticLoss())), 0));
        Function<double[], Quality> quality = w -> new Quality(set.logistic(w, 0) / least - 1, "");
        Contest contest = new Contest(name, "W10", GAP)
                .add(Contestant.limpid("limpid", () -> LogisticDense.fit(data, spec(new LogisticLoss())), quality))
                .formula(Contestant.limpid(
                        "limpid-formula", () -> LogisticDense.fit(data, spec(new LogisticDense.Formula())), quality));
        if (!options.alone()) {
            contest.add(Contestant.peer(peer, new TribuoSgd(set).epoch(optimiser, BATCH), quality));
        }
        contest.run(options);
    }

    private LinearSpec spec(Loss loss) {
        return LinearModel.with(loss)
                .optimizer(new Stochastic(update, ShuffledSampler.of(BATCH)))
                .stopping(Stopping.maxEpochs(1));
    }
}
