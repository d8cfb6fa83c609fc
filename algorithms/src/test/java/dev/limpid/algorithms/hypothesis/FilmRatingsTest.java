package dev.limpid.algorithms.hypothesis;

import static dev.limpid.algorithms.hypothesis.FactorizationMachineTest.rmse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.algorithms.SharedData;
import dev.limpid.algorithms.data.Csv;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.training.StopReason;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A factorization machine on a real set. */
class FilmRatingsTest {

    /** MovieTweetings (Dooms, De Pessemier, Martens 2013): 100,000 ratings of films, 0 … 10. */
    @Test
    void filmsAreRatedBetterThanByBiasesAlone() {
        Dataset data = Csv.of(SharedData.path("movietweetings/ratings_100k.csv.gz"))
                .target("rating")
                .categorical("user_id", "movie_id")
                .drop("timestamp")
                .read();
        SplittableRandom random = new SplittableRandom(1);
        int[] fold = random.ints(data.size(), 0, 10).toArray();
        Dataset train = data.select(
                IntStream.range(0, data.size()).filter(i -> fold[i] > 0).toArray());
        Dataset test = data.select(
                IntStream.range(0, data.size()).filter(i -> fold[i] == 0).toArray());
        double mean = train.targets().get(0).sum() / train.size();
        double[] constant = new double[test.size()];
        Arrays.fill(constant, mean);

        FactorizationMachine biases = FactorizationMachine.with(new SquaredLoss(), 1, 1e-6)
                .penalty("weights", L2Penalty.of(3e-5))
                .penalty("factors", L2Penalty.of(1))
                .maxIterations(80)
                .fit(train);
        FactorizationMachine machine = FactorizationMachine.with(new SquaredLoss(), 4)
                .penalty("weights", L2Penalty.of(3e-5))
                .penalty("factors", L2Penalty.of(4e-4))
                .maxIterations(30)
                .fit(train);

        double[] errors = {rmse(constant, test), rmse(biases.predict(test), test), rmse(machine.predict(test), test)};
        System.out.printf(
                Locale.ROOT,
                "MovieTweetings, RMSE on %d ratings: mean %.4f, biases %.4f, machine %.4f; %s%n",
                test.size(),
                errors[0],
                errors[1],
                errors[2],
                machine);
        assertThat(errors[1]).isLessThan(errors[0]);
        assertThat(errors[2]).isLessThan(errors[1]);
        assertThat(machine.stopReason().kind()).isNotEqualTo(StopReason.Kind.DIVERGED);
    }
}
