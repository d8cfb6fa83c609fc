package dev.limpid.core.sampler.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.training.Memory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportanceSamplersTest {

    /** Standard deviations that a mean may be off: a fresh seed fails a test of one mean once in a million times. */
    private static final double ONE_IN_A_MILLION = 4.892;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(double[] g, double[] h) implements Feedback {
        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public double gradient(int unit) {
            return g[unit];
        }

        @Override
        public double curvature(int unit) {
            return h[unit];
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Weights(double... w) implements Population {
        @Override
        public int size() {
            return w.length;
        }

        @Override
        public double weight(int unit) {
            return w[unit];
        }
    }

    private static double[] some(int n, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(n).map(z -> Math.exp(3 * z) - 1).toArray();
    }

    private static Feedback gradients(double... g) {
        double[] none = new double[g.length];
        Arrays.fill(none, Double.NaN);
        return new Known(g, none);
    }

    private static Batch draw(Sampler sampler, Population population, Feedback feedback, long step) {
        return sampler.next(population, feedback, Memory.empty(), Seeds.of(41, step));
    }

    @Test
    void gossTakesTheLargestAndWeighsTheOthersByTheFactorOfThePaper() {
        double[] g = some(100, 1);
        double least = Arrays.stream(g).sorted().toArray()[80];

        Batch batch = draw(new GossSampler(), Population.of(100), gradients(g), 1);

        assertThat(batch.size()).isEqualTo(30);
        assertThat(batch.fraction()).isEqualTo(1);
        assertThat(IntStream.range(0, 30).map(batch::unit).distinct().count()).isEqualTo(30);
        for (int k = 0; k < 30; k++) {
            assertThat(g[batch.unit(k)] >= least).isEqualTo(k < 20);
            assertThat(batch.weight(k)).isEqualTo(k < 20 ? 1 : 8); // (1 − 0.2)/0.1
        }
    }

    @Test
    void gossCountsTiesUnknownUnitsAndWeights() {
        Batch ties = draw(new GossSampler(0.4, 0.2), Population.of(5), gradients(2, 2, 2, 2, 9), 1);
        assertThat(new int[] {ties.unit(0), ties.unit(1)}).containsExactly(0, 4);

        Batch unknown = draw(new GossSampler(0.4, 0.2), Population.of(5), gradients(8, Double.NaN, 9, 0, 1), 1);
        assertThat(new int[] {unknown.unit(0), unknown.unit(1)}).containsExactly(1, 2);

        Batch weighted = draw(new GossSampler(0.5, 0.5), new Weights(1, 0, 3, 0), gradients(2, 9, 1, 9), 1);
        assertThat(new int[] {weighted.unit(0), weighted.unit(1)}).containsExactly(2, 0);
        assertThat(weighted.size()).isEqualTo(2);

        Batch all = draw(new GossSampler(0.9, 0.1), Population.of(4), gradients(1, 2, 3, 4), 1);
        assertThat(IntStream.range(0, all.size()).map(all::unit)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void mvsThresholdIsWhatBisectionFinds() {
        for (int seed = 0; seed < 200; seed++) {
            double[] sizes = some(2 + seed % 40, seed);
            double m = 1 + new SplittableRandom(seed).nextDouble() * (sizes.length - 1) * 0.999;
            double mu = MvsThreshold.of(sizes, m);

            double low = 1e-12;
            double high = 1e6;
            for (int i = 0; i < 200; i++) {
                double middle = Math.sqrt(low * high);
                double sum =
                        Arrays.stream(sizes).map(x -> Math.min(1, x / middle)).sum();
                low = sum > m ? middle : low;
                high = sum > m ? high : middle;
            }
            assertThat(mu / high).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(sizes).map(x -> Math.min(1, x / mu)).sum()).isCloseTo(m, within(1e-11));
        }
    }

    @Test
    void mvsThresholdAtItsEdges() {
        assertThat(MvsThreshold.of(new double[] {1, 1, 1, 1}, 2)).isEqualTo(2);
        assertThat(MvsThreshold.of(new double[] {1, 2, 3}, 3)).isEqualTo(1); // all have probability 1
        assertThat(MvsThreshold.of(new double[] {0, 0, 3}, 2)).isEqualTo(Double.MIN_VALUE);
        assertThat(MvsThreshold.of(new double[] {0, 0, 0}, 2)).isEqualTo(Double.MIN_VALUE);
        assertThat(MvsThreshold.of(new double[] {1, 1, Double.POSITIVE_INFINITY}, 2))
                .isEqualTo(2);
        assertThat(MvsThreshold.of(new double[] {1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}, 2))
                .isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void mvsDrawsEachUnitWithItsProbabilityAndWeighsItByTheInverse() {
        int n = 30;
        double[] g = some(n, 7);
        double[] h = some(n, 8);
        double[] w = some(n, 9);
        double[] sizes = IntStream.range(0, n)
                .mapToDouble(u -> w[u] * Math.sqrt(g[u] * g[u] + 0.5 * h[u] * h[u]))
                .toArray();
        double mu = MvsThreshold.of(sizes, 0.4 * n);
        int draws = 20_000;
        int[] counts = new int[n];
        double size = 0;
        for (int t = 0; t < draws; t++) {
            Batch batch = draw(new MvsSampler(0.4, 0.5), new Weights(w), new Known(g, h), t);
            assertThat(batch.fraction()).isEqualTo(1);
            size += batch.size();
            for (int k = 0; k < batch.size(); k++) {
                int u = batch.unit(k);
                counts[u]++; // P(empty) = Π(1 − p) < e⁻¹², which can't be told from 0 here
                assertThat(batch.weight(k)).isCloseTo(Math.max(1, mu / sizes[u]), within(1e-4));
            }
        }
        double variance = 0;
        for (int u = 0; u < n; u++) {
            double p = Math.min(1, sizes[u] / mu);
            variance += p * (1 - p);
            assertThat((double) counts[u] / draws).isCloseTo(p, within(5.5 * Math.sqrt(p * (1 - p) / draws) + 1e-5));
        }
        assertThat(size / draws).isCloseTo(0.4 * n, within(ONE_IN_A_MILLION * Math.sqrt(variance / draws) + 1e-4));
    }

    @Test
    void mvsLooksAtUnknownUnitsAndAtAllWhereNothingIsLeftToLearn() {
        assertThat(draw(MvsSampler.of(0.2), Population.of(50), Feedback.none(), 1)
                        .size())
                .isEqualTo(50);
        assertThat(draw(new MvsSampler(0.2, 0), Population.of(5), gradients(0, 0, 0, 0, 0), 1)
                        .size())
                .isEqualTo(5);
        Batch zeros = draw(new MvsSampler(0.8, 0), Population.of(5), gradients(0, 2, 0, 1, 0), 1);
        assertThat(IntStream.range(0, zeros.size()).map(zeros::unit)).containsExactly(1, 3);
    }

    @Test
    void mvsWithoutCurvaturesSaysWhatToDo() {
        assertThatThrownBy(() -> draw(MvsSampler.of(0.5), Population.of(3), gradients(1, 2, 3), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MvsSampler needs the curvature of units, but the objective told none of unit 0: use"
                        + " curvatureWeight 0, which looks at gradients alone");
        assertThat(draw(new MvsSampler(0.5, 0), Population.of(3), gradients(1, 2, 3), 1)
                        .size())
                .isBetween(1, 3);
    }

    @Test
    void gradientNormMixesGradientsAndWeights() {
        double[] g = {1, 3, Double.NaN, 0}; // the third counts as the mean of the others, 4/3
        double[] w = {1, 1, 2, 1};
        double sum = 1 + 3 + 8 / 3.0;
        double[] p = {0.8 / sum + 0.2 / 5, 0.8 * 3 / sum + 0.2 / 5, 0.8 * (8 / 3.0) / sum + 0.2 * 2 / 5, 0.2 / 5};
        int b = 100_000;
        Batch batch = draw(GradientNormSampler.of(b), new Weights(w), gradients(g), 1);

        int[] counts = new int[4];
        for (int k = 0; k < b; k++) {
            int u = batch.unit(k);
            counts[u]++;
            assertThat(batch.weight(k)).isCloseTo(1 / (4 * p[u]), within(1e-13));
        }
        assertThat(batch.fraction()).isEqualTo(b / 4.0);
        for (int u = 0; u < 4; u++) {
            assertThat((double) counts[u] / b).isCloseTo(p[u], within(5.2 * Math.sqrt(p[u] * (1 - p[u]) / b)));
        }
    }

    @Test
    void gradientNormSetsItsProbabilitiesAnewOnceAnEpoch() {
        Memory memory = Memory.empty();
        GradientNormSampler sampler = new GradientNormSampler(2, 0.5);
        double[] before = null;
        for (int step = 0; step < 3; step++) { // 5 units, 3 steps
            sampler.next(Population.of(5), gradients(step, 1, 1, 1, 1), memory, Seeds.of(1, step));
            double[] sums = memory.array("sums", 5).clone();
            assertThat(sums).isEqualTo(before == null ? sums : before);
            before = sums;
        }
        sampler.next(Population.of(5), gradients(9, 1, 1, 1, 1), memory, Seeds.of(1, 3));
        assertThat(memory.array("sums", 5)[0]).isCloseTo(0.5 * 9 / 13 + 0.1, within(1e-15));
        assertThat(memory.array("sums", 5)[4]).isCloseTo(1, within(1e-15));
    }

    static List<Sampler> samplers() {
        return List.of(
                GradientNormSampler.of(4), new GossSampler(0.3, 0.3), MvsSampler.of(0.4), new MvsSampler(0.4, 0));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void weightsUndoTheBiasWhateverTheFeedback(Sampler sampler) {
        int n = 12;
        double[] g = some(n, 3);
        g[5] = Double.NaN;
        double[] h = some(n, 4);
        double all = IntStream.range(0, n).mapToDouble(u -> Math.cos(u) + 2).sum();
        double mean = 0;
        double squares = 0;
        int draws = 20_000;
        for (int t = 1; t <= draws; t++) {
            Batch batch = draw(sampler, new Weights(some(n, 5)), new Known(g, h), t);
            double sum = 0;
            for (int k = 0; k < batch.size(); k++) {
                sum += batch.weight(k) * (Math.cos(batch.unit(k)) + 2);
            }
            double error = sum / batch.fraction() - all;
            double off = error - mean;
            mean += off / t;
            squares += off * (error - mean);
        }
        assertThat(Math.abs(mean)).isLessThanOrEqualTo(ONE_IN_A_MILLION * Math.sqrt(squares / draws / draws));
        assertThat(sampler.usesFeedback()).isTrue();
        assertThat(sampler.isBiased()).isFalse();
        assertThat(sampler.formula()).isNotEmpty();
        assertThat(sampler.source()).isNotEmpty();
    }

    @Test
    void settingsAreRefusedByName() {
        assertThatThrownBy(() -> new GossSampler(1, 0.1)).hasMessage("topShare must be in [0, 1), but was 1.0");
        assertThatThrownBy(() -> new GossSampler(0.5, 0.6))
                .hasMessage("otherShare must be in (0, 0.5] (what topShare leaves), but was 0.6");
        assertThatThrownBy(() -> new GossSampler(0.5, Double.NaN))
                .hasMessage("otherShare must be in (0, 0.5] (what topShare leaves), but was NaN");
        assertThatThrownBy(() -> MvsSampler.of(0)).hasMessage("fraction must be in (0, 1], but was 0.0");
        assertThatThrownBy(() -> new MvsSampler(0.5, -1))
                .hasMessage("curvatureWeight must be finite and >= 0, but was -1.0");
        assertThatThrownBy(() -> new GradientNormSampler(0, 0.5)).hasMessage("batchSize must be >= 1, but was 0");
        assertThatThrownBy(() -> new GradientNormSampler(3, 0))
                .hasMessage("uniformShare must be in (0, 1], but was 0.0");
        assertThatThrownBy(() -> draw(new GossSampler(), Population.of(1), Feedback.none(), 1))
                .hasMessage(
                        "GossSampler needs an objective that sums over several units, but this one is a single unit:"
                                + " use FullSampler");
    }
}
