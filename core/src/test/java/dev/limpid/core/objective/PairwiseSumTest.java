package dev.limpid.core.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.limpid.core.training.Workers;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is added to whom, whatever the order in which terms come. */
class PairwiseSumTest {

    /** A sum that writes down how it was made. */
    private static final class Written implements RiskRows.Sums<Written> {

        private String text;

        Written(int term) {
            text = String.valueOf(term);
        }

        @Override
        public void add(Written later) {
            text = "(" + text + "+" + later.text + ")";
        }
    }

    private static List<Integer> order(int terms, long seed) {
        List<Integer> order = IntStream.range(0, terms).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private static String sum(List<Integer> order) {
        PairwiseSum<Written> sum = new PairwiseSum<>(order.size());
        order.forEach(term -> sum.put(term, new Written(term)));
        return sum.total().text;
    }

    @Test
    void neighboursAreAddedInPairsAndPairsInPairs() {
        assertThat(sum(order(7, 1))).isEqualTo("(((0+1)+(2+3))+((4+5)+6))");
        assertThat(sum(order(5, 1))).isEqualTo("(((0+1)+(2+3))+4)");
        assertThat(sum(order(1, 1))).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 8, 13, 64})
    void anyOrderGivesTheSameSum(int terms) {
        String inOrder = sum(IntStream.range(0, terms).boxed().collect(Collectors.toList()));
        for (int seed = 0; seed < 50; seed++) {
            assertThat(sum(order(terms, seed))).isEqualTo(inOrder);
        }
    }

    @Test
    void threadsGiveTheSameSum() {
        int terms = 61;
        String inOrder = sum(IntStream.range(0, terms).boxed().collect(Collectors.toList()));
        try (Workers workers = Workers.of(4)) {
            for (int round = 0; round < 200; round++) {
                PairwiseSum<Written> sum = new PairwiseSum<>(terms);
                workers.forEach(terms, term -> sum.put(term, new Written(term)));
                assertThat(sum.total().text).isEqualTo(inOrder);
            }
        }
    }

    @Test
    void aMissingTermIsFound() {
        PairwiseSum<Written> sum = new PairwiseSum<>(4);
        sum.put(0, new Written(0));
        sum.put(1, new Written(1));
        sum.put(3, new Written(3));
        assertThatNullPointerException().isThrownBy(sum::total).withMessageContaining("missing");
    }
}
