package dev.limpid.core.sampler.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.sampler.Batch;
import dev.limpid.core.sampler.Feedback;
import dev.limpid.core.sampler.Population;
import dev.limpid.core.sampler.Sampler;
import dev.limpid.core.sampler.Seeds;
import dev.limpid.core.training.Memory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StructuredSamplersTest {

    /** Eleven units: labels 7, 2, 5 in shares 6, 4, 1; groups of 1, 4, 2 and 4; times backwards, with two ties. */
    private static final int[] LABELS = {7, 2, 7, 7, 5, 2, 7, 2, 7, 7, 2};

    private static final int[] GROUPS = {3, 9, 9, 1, 1, 0, 9, 1, 0, 1, 9};
    private static final double[] TIMES = {10, 9, 8, 7, 6, 5, 4, 3, 3, 3, 0};
    private static final int N = LABELS.length;

    private static final Population UNITS = new Population() {
        @Override
        public int size() {
            return N;
        }

        @Override
        public double weight(int unit) {
            return 1;
        }

        @Override
        public boolean hasLabels() {
            return true;
        }

        @Override
        public int label(int unit) {
            return LABELS[unit];
        }

        @Override
        public boolean hasGroups() {
            return true;
        }

        @Override
        public int group(int unit) {
            return GROUPS[unit];
        }

        @Override
        public double time(int unit) {
            return TIMES[unit];
        }
    };

    private static Batch draw(Sampler sampler, Memory memory, int step) {
        return sampler.next(UNITS, Feedback.none(), memory, Seeds.of(31, step));
    }

    private static int[] units(Batch batch) {
        return IntStream.range(0, batch.size()).map(batch::unit).toArray();
    }

    private static long count(Batch batch, int label) {
        return Arrays.stream(units(batch)).filter(u -> LABELS[u] == label).count();
    }

    @Test
    void strataAreDealtLikeCards() {
        Memory memory = Memory.empty();
        for (int epoch = 0; epoch < 50; epoch++) {
            boolean[] seen = new boolean[N];
            for (int t = 0; t < 3; t++) { // 11 units in ⌈11/4⌉ = 3 batches: 4, 4 and 3 units
                Batch batch = draw(new StratifiedSampler(4), memory, 3 * epoch + t);
                assertThat(batch.size()).isBetween(3, 4);
                assertThat(batch.fraction()).isEqualTo(1.0 / 3);
                assertThat(count(batch, 7)).isEqualTo(2);
                assertThat(count(batch, 2)).isBetween(1L, 2L);
                assertThat(count(batch, 5)).isBetween(0L, 1L);
                for (int u : units(batch)) {
                    assertThat(seen[u]).isFalse();
                    seen[u] = true;
                }
            }
            assertThat(seen).containsOnly(true);
        }
    }

    @Test
    void everyUnitIsInEveryBatchOfAnEpochEquallyOften() {
        int epochs = 20_000;
        int[][] counts = new int[3][N];
        Memory memory = Memory.empty();
        for (int step = 0; step < 3 * epochs; step++) {
            for (int u : units(draw(new StratifiedSampler(4), memory, step))) {
                counts[step % 3][u]++;
            }
        }
        double deviation = Math.sqrt(epochs * 2 / 9.0);
        for (int[] ofBatch : counts) { // 33 counts: one of a million fresh seeds would fail at 5.5 deviations
            for (int count : ofBatch) {
                assertThat((double) count).isCloseTo(epochs / 3.0, within(5.5 * deviation));
            }
        }
    }

    @Test
    void classesAreEquallyOftenWhateverTheirShare() {
        ClassBalancedSampler sampler = ClassBalancedSampler.of(60_000);
        Batch batch = draw(sampler, Memory.empty(), 1);
        double deviation = Math.sqrt(60_000 * 2 / 9.0);
        for (int label : new int[] {7, 2, 5}) {
            assertThat((double) count(batch, label)).isCloseTo(20_000, within(4.9 * deviation));
        }
        for (int k = 0; k < 100; k++) {
            int share = LABELS[batch.unit(k)] == 7 ? 6 : LABELS[batch.unit(k)] == 2 ? 4 : 1;
            assertThat(batch.weight(k)).isEqualTo(3.0 * share / 11);
        }
        assertThat(draw(new ClassBalancedSampler(5, true), Memory.empty(), 1).weight(0))
                .isEqualTo(1);
    }

    @Test
    void groupsStayTogether() {
        Memory memory = Memory.empty();
        for (int epoch = 0; epoch < 30; epoch++) {
            Batch first = draw(new GroupSampler(3), memory, 2 * epoch);
            Batch second = draw(new GroupSampler(3), memory, 2 * epoch + 1);

            assertThat(IntStream.of(units(first)).map(u -> GROUPS[u]).distinct().count())
                    .isEqualTo(3);
            assertThat(IntStream.of(units(second))
                            .map(u -> GROUPS[u])
                            .distinct()
                            .count())
                    .isEqualTo(1);
            assertThat(IntStream.concat(IntStream.of(units(first)), IntStream.of(units(second)))
                            .sorted())
                    .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            assertThat(first.fraction()).isEqualTo(0.75);
            assertThat(second.fraction()).isEqualTo(0.25);
        }
    }

    @Test
    void oneUnitOfAGroupSpeaksForAllOfIt() {
        Memory memory = Memory.empty();
        for (int step = 0; step < 60; step++) {
            Batch batch = draw(new OnePerGroupSampler(2), memory, step);
            assertThat(batch.size()).isEqualTo(2);
            assertThat(batch.fraction()).isEqualTo(0.5);
            assertThat(GROUPS[batch.unit(0)]).isNotEqualTo(GROUPS[batch.unit(1)]);
            for (int k = 0; k < 2; k++) {
                int group = GROUPS[batch.unit(k)];
                assertThat(batch.weight(k)).isEqualTo((double)
                        Arrays.stream(GROUPS).filter(g -> g == group).count());
            }
        }
    }

    @Test
    void timeGoesForwardAndTiesAreInTheOrderOfTheData() {
        assertThat(history(new TimeOrderedSampler(4), 4))
                .isEqualTo("[10, 7, 8, 9] [6, 5, 4, 3] [2, 1, 0] [10, 7, 8, 9] ");
    }

    @Test
    void aWindowSlidesToTheEndAndStartsAnew() {
        assertThat(history(new SlidingWindowSampler(4, 3), 5))
                .isEqualTo("[10, 7, 8, 9] [9, 6, 5, 4] [4, 3, 2, 1] [3, 2, 1, 0] [10, 7, 8, 9] ");
        assertThat(history(new SlidingWindowSampler(40, 3), 2))
                .isEqualTo("[10, 7, 8, 9, 6, 5, 4, 3, 2, 1, 0] [10, 7, 8, 9, 6, 5, 4, 3, 2, 1, 0] ");
    }

    @Test
    void aWindowGrowsToTheEndAndStartsAnew() {
        assertThat(history(new ExpandingWindowSampler(2, 5), 4))
                .isEqualTo("[10, 7] [10, 7, 8, 9, 6, 5, 4] [10, 7, 8, 9, 6, 5, 4, 3, 2, 1, 0] [10, 7] ");
    }

    private static String history(Sampler sampler, int steps) {
        Memory memory = Memory.empty();
        StringBuilder text = new StringBuilder();
        for (int step = 0; step < steps; step++) {
            Batch batch = draw(sampler, memory, step);
            assertThat(batch.fraction()).isEqualTo((double) batch.size() / N);
            text.append(Arrays.toString(units(batch))).append(' ');
        }
        return text.toString();
    }

    @Test
    void rowsOfClassificationDataHaveLabelsAndRowsOfGroupedDataGroups() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}}, 0, 1, 1);

        Population classes = Population.of(data.withWeights(1, 2, 3), new LogisticLoss());
        assertThat(classes.size()).isEqualTo(3);
        assertThat(classes.weight(2)).isEqualTo(3);
        assertThat(classes.hasLabels()).isTrue();
        assertThat(IntStream.range(0, 3).map(classes::label)).containsExactly(0, 1, 1);
        assertThat(classes.hasGroups()).isFalse();
        assertThat(classes.time(2)).isEqualTo(2);
        assertThatThrownBy(() -> classes.group(1))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("units have no groups: ask hasGroups() before group(1)");

        Population numbers = Population.of(data.withGroups(4, 4, 5), new SquaredLoss());
        assertThat(numbers.hasLabels()).isFalse();
        assertThat(IntStream.range(0, 3).map(numbers::group)).containsExactly(4, 4, 5);
        assertThatThrownBy(() -> numbers.label(0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("units have no labels: ask hasLabels() before label(0)");

        Population soft = Population.of(data.withTargets(new double[] {0, 0.5, 1}), new LogisticLoss());
        assertThat(soft.hasLabels()).isFalse();
    }

    static List<Sampler> samplers() {
        return List.of(
                new StratifiedSampler(3),
                ClassBalancedSampler.of(3),
                new ClassBalancedSampler(3, true),
                new GroupSampler(2),
                new OnePerGroupSampler(2),
                new TimeOrderedSampler(3),
                new SlidingWindowSampler(3, 2),
                new ExpandingWindowSampler(3, 2));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void whatAPopulationLacksIsSaid(Sampler sampler) {
        Population plain = Population.of(5);
        if (sampler instanceof StratifiedSampler || sampler instanceof ClassBalancedSampler) {
            assertThatThrownBy(() -> sampler.next(plain, Feedback.none(), Memory.empty(), Seeds.of(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            sampler.name() + " needs units with labels, but these have none: use data with one class"
                                    + " as target and a classification loss, or a sampler without labels such as"
                                    + " ShuffledSampler");
        } else if (sampler instanceof GroupSampler || sampler instanceof OnePerGroupSampler) {
            assertThatThrownBy(() -> sampler.next(plain, Feedback.none(), Memory.empty(), Seeds.of(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(sampler.name() + " needs units with groups, but these have none: use data with groups"
                            + " (Dataset.withGroups), or a sampler without groups such as ShuffledSampler");
        } else {
            assertThat(units(sampler.next(plain, Feedback.none(), Memory.empty(), Seeds.of(1))))
                    .containsExactly(0, 1, 2);
        }
        assertThatThrownBy(() -> sampler.next(Population.of(1), Feedback.none(), Memory.empty(), Seeds.of(1)))
                .hasMessage(sampler.name()
                        + " needs an objective that sums over several units, but this one is a single unit: use"
                        + " FullSampler");
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void everySamplerSaysWhatItKeepsAndDoes(Sampler sampler) {
        assertThat(sampler.keeps()).hasSize(1);
        assertThat(sampler.formula()).isNotEmpty();
        assertThat(sampler.recipe().name()).isEqualTo(sampler.getClass().getSimpleName());
    }

    @Test
    void settingsAreRefusedByName() {
        assertThatThrownBy(() -> new StratifiedSampler(0)).hasMessage("batchSize must be >= 1, but was 0");
        assertThatThrownBy(() -> ClassBalancedSampler.of(-2)).hasMessage("batchSize must be >= 1, but was -2");
        assertThatThrownBy(() -> new GroupSampler(0)).hasMessage("groupsPerBatch must be >= 1, but was 0");
        assertThatThrownBy(() -> new OnePerGroupSampler(0)).hasMessage("groupsPerBatch must be >= 1, but was 0");
        assertThatThrownBy(() -> new TimeOrderedSampler(0)).hasMessage("batchSize must be >= 1, but was 0");
        assertThatThrownBy(() -> new SlidingWindowSampler(0, 1)).hasMessage("width must be >= 1, but was 0");
        assertThatThrownBy(() -> new SlidingWindowSampler(3, 4))
                .hasMessage("stride must be in [1, 3] (the width), but was 4");
        assertThatThrownBy(() -> new ExpandingWindowSampler(0, 1)).hasMessage("start must be >= 1, but was 0");
        assertThatThrownBy(() -> new ExpandingWindowSampler(1, 0)).hasMessage("stride must be >= 1, but was 0");
    }

    @Test
    void timesMustBeFinite() {
        Population never = new Population() {
            @Override
            public int size() {
                return 4;
            }

            @Override
            public double weight(int unit) {
                return 1;
            }

            @Override
            public double time(int unit) {
                return unit == 3 ? Double.NaN : unit;
            }
        };
        assertThatThrownBy(() -> new TimeOrderedSampler(2).next(never, Feedback.none(), Memory.empty(), Seeds.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("time must be finite, but time(3) was NaN");
    }
}
