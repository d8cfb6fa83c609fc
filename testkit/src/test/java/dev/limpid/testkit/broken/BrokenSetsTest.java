package dev.limpid.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.parameter.Block;
import dev.limpid.core.penalty.LinearMinimizationOracle;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.constraint.Box;
import dev.limpid.core.penalty.constraint.L2Ball;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.law.PenaltyLaws;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sets whose linear minimum has one fault each. */
class BrokenSetsTest {

    private static final L2Ball BALL = L2Ball.of(2);

    @FunctionalInterface
    interface Minimum {
        void find(double[] g, Block b, double[] s);
    }

    record Fault(String name, Minimum minimum, String cause) implements LinearMinimizationOracle {

        @Override
        public double value(double[] t, Block b) {
            return BALL.value(t, b);
        }

        @Override
        public void prox(double[] z, Block b, double step) {
            BALL.prox(z, b, step);
        }

        @Override
        public void linearMinimum(double[] g, Block b, double[] s) {
            minimum.find(g, b, s);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static void scale(double[] s, Block b, double factor) {
        for (int j = b.offset(); j < b.end(); j++) {
            s[j] *= factor;
        }
    }

    private static Stream<Fault> faults() {
        return Stream.of(
                new Fault(
                        "highest instead of lowest",
                        (g, b, s) -> {
                            BALL.linearMinimum(g, b, s);
                            scale(s, b, -1);
                        },
                        "the sign: this is the highest point of the set"),
                new Fault(
                        "not out to the edge",
                        (g, b, s) -> {
                            BALL.linearMinimum(g, b, s);
                            scale(s, b, 0.99);
                        },
                        "not an extreme point"),
                new Fault(
                        "the square of the radius",
                        (g, b, s) -> {
                            BALL.linearMinimum(g, b, s);
                            scale(s, b, 2);
                        },
                        "the point is not in the set"),
                new Fault(
                        "all parameters",
                        (g, b, s) -> {
                            BALL.linearMinimum(g, b, s);
                            s[0] = 0;
                        },
                        "the loop runs over all parameters"),
                new Fault(
                        "the direction as scratch space",
                        (g, b, s) -> {
                            scale(g, b, 0.5);
                            BALL.linearMinimum(g, b, s);
                        },
                        "the array is used as scratch space"));
    }

    static Stream<Mutant<PenaltySubject>> mutants() {
        return faults().map(fault -> Mutant.of(
                fault.name(), PenaltySubject.of(fault), PenaltyLaws.LINEAR_MINIMUM, "Likely cause: " + fault.cause()));
    }

    @Test
    void aSetWithoutEndIsNotAsked() {
        Penalty half = Box.of(0, Double.POSITIVE_INFINITY);

        assertThat(PenaltyLaws.LINEAR_MINIMUM.test(PenaltySubject.of(half)).toString())
                .contains("not bounded");
    }
}
