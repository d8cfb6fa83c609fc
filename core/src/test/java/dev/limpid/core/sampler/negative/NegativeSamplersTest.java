package dev.limpid.core.sampler.negative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.training.Memory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NegativeSamplersTest {

    private static final int DRAWS = 40_000;

    /** Standard deviations for each of up to 20 counts: one of a million fresh seeds would fail a test. */
    private static final double DEVIATIONS = 5.45;

    private static final double[] POPULARITY = {16, 1, 81, 0, 16, 256, 1, 16};

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Items(boolean[] positive, double[] popularity, double[] scores) implements Candidates {

        static Items of(int n, int... positives) {
            boolean[] positive = new boolean[n];
            Arrays.stream(positives).forEach(i -> positive[i] = true);
            return new Items(positive, new double[0], new double[0]);
        }

        Items popular(double... counts) {
            return new Items(positive, counts, scores);
        }

        Items scored(double... f) {
            return new Items(positive, popularity, f);
        }

        @Override
        public int size() {
            return positive.length;
        }

        @Override
        public boolean isPositive(int item) {
            return positive[item];
        }

        @Override
        public boolean hasPopularity() {
            return popularity.length > 0;
        }

        @Override
        public double popularity(int item) {
            return hasPopularity() ? popularity[item] : Candidates.super.popularity(item);
        }

        @Override
        public boolean hasScores() {
            return scores.length > 0;
        }

        @Override
        public double score(int item) {
            return hasScores() ? scores[item] : Candidates.super.score(item);
        }
    }

    private static double[] shares(NegativeSampler sampler, Candidates candidates, int positive) {
        double[] shares = new double[candidates.size()];
        Memory memory = Memory.empty();
        for (int t = 0; t < DRAWS; t++) {
            Negative negative = sampler.next(candidates, positive, memory, Seeds.of(61, t));
            assertThat(negative.weight()).isEqualTo(1);
            shares[negative.item()] += 1.0 / DRAWS;
        }
        return shares;
    }

    private static void assertShares(double[] shares, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            double p = expected[i];
            assertThat(shares[i]).isCloseTo(p, within(DEVIATIONS * Math.sqrt(p * (1 - p) / DRAWS) + 1e-12));
        }
    }

    @Test
    void uniformNegativesAreEquallyLikelyAndNeverPositive() {
        double s = 1.0 / 5;
        assertShares(shares(new UniformNegativeSampler(), Items.of(8, 1, 4), 7), s, 0, s, s, 0, s, s, 0);
    }

    @Test
    void popularNegativesAreLikelierByTheirPower() {
        Items items = Items.of(8, 5).popular(POPULARITY);
        double sum = 8 + 1 + 27 + 8 + 1; // p^¾ of those left: 16, 1, 81, 16, 1
        assertShares(
                shares(new PopularityNegativeSampler(), items, 7),
                8 / sum,
                1 / sum,
                27 / sum,
                0,
                8 / sum,
                0,
                1 / sum,
                0);
    }

    @Test
    void chancesAreTheSameWhereNearlyAllItemsArePositive() {
        int n = 2000;
        int[] most = IntStream.range(0, n).filter(i -> i % 500 != 3).toArray();
        double[] counts = IntStream.range(0, n).mapToDouble(i -> 1 + i / 500).toArray();
        Items items = Items.of(n, most).popular(counts);

        double[] uniform = shares(new UniformNegativeSampler(), items, 0);
        double[] popular = shares(new PopularityNegativeSampler(1), items, 0);

        assertShares(new double[] {uniform[3], uniform[503], uniform[1003], uniform[1503]}, 0.25, 0.25, 0.25, 0.25);
        assertShares(new double[] {popular[3], popular[503], popular[1003], popular[1503]}, 0.1, 0.2, 0.3, 0.4);
    }

    @Test
    void warpWeighsByTheRankThatItsTrialsTell() {
        int n = 101;
        double[] f = IntStream.range(0, n).mapToDouble(i -> -i).toArray(); // item i has rank i
        int positive = 20; // items 0 … 20.5 violate a margin of ½: 20 of 100 negatives
        Items items = Items.of(n, positive).scored(f);
        WarpNegativeSampler warp = new WarpNegativeSampler(0.5, Integer.MAX_VALUE);
        int once = 0;
        for (int t = 0; t < DRAWS; t++) {
            Negative negative = warp.next(items, positive, Memory.empty(), Seeds.of(62, t));
            if (negative.weight() > 0) {
                assertThat(negative.item()).isLessThan(20);
                int rank = 100 / negative.trials();
                double harmonic =
                        IntStream.rangeClosed(1, rank).mapToDouble(j -> 1.0 / j).sum();
                assertThat(negative.weight()).isCloseTo(harmonic, within(1e-12));
            }
            once += negative.trials() == 1 ? 1 : 0;
        }
        assertThat((double) once / DRAWS).isCloseTo(0.2, within(DEVIATIONS * Math.sqrt(0.16 / DRAWS)));
    }

    @Test
    void warpGivesUpWhereThereIsNothingToLearn() {
        Items items = Items.of(5, 0).scored(9, 1, 2, 3, 4);

        Negative all = new WarpNegativeSampler().next(items, 0, Memory.empty(), Seeds.of(1));
        assertThat(all.weight()).isZero();
        assertThat(all.trials()).isEqualTo(4);
        assertThat(all.item()).isBetween(1, 4);
        assertThat(new WarpNegativeSampler(1, 2)
                        .next(items, 0, Memory.empty(), Seeds.of(1))
                        .trials())
                .isEqualTo(2);
    }

    @Test
    void harmonicNumbersAreRightFromOneTerm() {
        double sum = 0;
        for (int k = 1; k <= 5000; k++) {
            sum += 1.0 / k;
            assertThat(WarpNegativeSampler.harmonic(k)).isCloseTo(sum, within(1e-13 + 5e-14));
        }
        assertThat(WarpNegativeSampler.harmonic(0)).isZero();
        // 14.392726722865723631... for 10⁶ (mpmath 1.2.1, harmonic)
        assertThat(WarpNegativeSampler.harmonic(1_000_000)).isCloseTo(14.392726722865724, within(4e-15));
    }

    @Test
    void whatCandidatesLackIsSaid() {
        Items none = Items.of(3, 0, 1, 2);
        for (NegativeSampler sampler :
                List.of(new UniformNegativeSampler(), new PopularityNegativeSampler(), new WarpNegativeSampler())) {
            assertThatThrownBy(
                            () -> sampler.next(none.popular(1, 1, 1).scored(1, 1, 1), 0, Memory.empty(), Seeds.of(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(sampler.name() + " needs an item that is not positive and can be drawn, but of 3 items"
                            + " there is none: leave the context out");
            assertThat(sampler.formula()).isNotEmpty();
            assertThat(sampler.source()).isNotEmpty();
        }
        Items plain = Items.of(3, 0);
        assertThatThrownBy(() -> new PopularityNegativeSampler().next(plain, 0, Memory.empty(), Seeds.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PopularityNegativeSampler needs items with a popularity, but these have none: override"
                        + " popularity(item), or use UniformNegativeSampler");
        assertThatThrownBy(() -> new WarpNegativeSampler().next(plain, 0, Memory.empty(), Seeds.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WarpNegativeSampler needs items with scores, but these have none: override score(item), or"
                        + " use UniformNegativeSampler");
        assertThatThrownBy(() -> plain.popularity(2))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("items have no popularity: ask hasPopularity() before popularity(2)");
        assertThatThrownBy(() -> plain.score(1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("items have no scores: ask hasScores() before score(1)");
    }

    @Test
    void settingsAndNumbersAreRefusedByName() {
        assertThatThrownBy(() -> new PopularityNegativeSampler(-1))
                .hasMessage("power must be finite and >= 0, but was -1.0");
        assertThatThrownBy(() -> new WarpNegativeSampler(Double.NaN, 3))
                .hasMessage("margin must be finite and >= 0, but was NaN");
        assertThatThrownBy(() -> new WarpNegativeSampler(1, 0)).hasMessage("maxTrials must be >= 1, but was 0");
        assertThatThrownBy(() -> new Negative(-1, 1, 1)).hasMessage("item must be >= 0, but was -1");
        assertThatThrownBy(() -> new Negative(1, Double.NaN, 1))
                .hasMessage("weight must be finite and >= 0, but was NaN");
        assertThatThrownBy(() -> new Negative(1, 1, 0)).hasMessage("trials must be >= 1, but was 0");
        assertThatThrownBy(() -> new PopularityNegativeSampler()
                        .next(Items.of(2).popular(1, -3), 0, Memory.empty(), Seeds.of(1)))
                .hasMessage("popularity must be finite and >= 0, but popularity(1) was -3.0");
        assertThatThrownBy(() ->
                        new PopularityNegativeSampler().next(Items.of(2).popular(0, 0), 0, Memory.empty(), Seeds.of(1)))
                .hasMessage("popularity must be > 0 for an item at least, but all 2 have 0");
        assertThatThrownBy(() -> new WarpNegativeSampler()
                        .next(Items.of(2).scored(1, Double.NaN), 0, Memory.empty(), Seeds.of(1)))
                .hasMessage("score must be a number, but score(1) was NaN");
    }
}
