package dev.limpid.core.optimizer.variance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class RestTest {

    private static final int SWEEPS = 40;

    /** Returns the sweeps, counted from 1, in which it is the turn of row 1 of three. */
    private static List<Integer> turns(IntPredicate idle) {
        Rest rest = new Rest(3);
        List<Integer> turns = new ArrayList<>();
        for (int s = 1; s <= SWEEPS; s++) {
            if (rest.isOver(1)) {
                turns.add(s);
                rest.visited(1, idle.test(s));
            }
        }
        assertThat(rest.visits()).isEqualTo(turns.size());
        return turns;
    }

    @Test
    void aRowWithNothingToDoRestsForOneSweepThenTwoThenFourThenEight() {
        assertThat(turns(s -> true)).containsExactly(1, 3, 6, 11, 20, 29, 38);
    }

    @Test
    void aRowWithSomethingToDoNeverRests() {
        assertThat(turns(s -> false)).hasSize(SWEEPS);
    }

    @Test
    void restsAreShortAgainAfterThereWasSomethingToDo() {
        assertThat(turns(s -> s != 6)).startsWith(1, 3, 6, 7, 9, 12, 17, 26);
    }

    @Test
    void rowsRestByThemselves() {
        Rest rest = new Rest(3);
        for (int i = 0; i < 3; i++) {
            assertThat(rest.isOver(i)).isTrue();
            rest.visited(i, i == 1);
        }

        assertThat(rest.isOver(0)).isTrue();
        assertThat(rest.isOver(1)).isFalse();
        assertThat(rest.isOver(2)).isTrue();
    }
}
