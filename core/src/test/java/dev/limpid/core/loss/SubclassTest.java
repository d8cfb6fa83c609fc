package dev.limpid.core.loss;

import static dev.limpid.core.loss.Shifted.SHIFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.data.Values;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A subclass that changes value and gradient is not overruled by what its parent computes in one go or knows in closed form,
 * whichever loss of core the parent is ({@link BuiltInsTest} sees that the table has them all).
 */
class SubclassTest {

    private static final double[] Y = {0, 1, 1, 0};
    private static final double[] W = {1, 1, 1, 2};
    private static final double MEAN = 0.4; // of Y, weighted by W
    private static final double SEARCHED = 1e-9; // a minimum that is found by a search

    private static Stream<Loss> subclasses() {
        return BuiltIn.all().filter(BuiltIn::isOpen).map(Shifted::subclassOf);
    }

    static Stream<ScalarLoss> scalars() {
        return subclasses().filter(ScalarLoss.class::isInstance).map(ScalarLoss.class::cast);
    }

    static Stream<VectorLoss> vectors() {
        return subclasses().filter(VectorLoss.class::isInstance).map(VectorLoss.class::cast);
    }

    @ParameterizedTest
    @MethodSource("subclasses")
    void formulaAndSourceOfTheParentAreNotClaimed(Loss loss) {
        assertThat(loss.formula()).isEmpty();
        assertThat(loss.source()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void allInOneGoFollowsTheSubclass(ScalarLoss loss) {
        Jet at = loss.at(1, 0.5);

        assertThat(at.value()).isEqualTo(Shifted.value(1, 0.5));
        assertThat(at.first()).isEqualTo(Shifted.gradient(1, 0.5));
        assertThat(loss.leastSquares()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void bestShiftAndProxFollowTheSubclass(ScalarLoss loss) {
        double step = 0.5;

        assertThat(loss.bestShift(Sample.of(Y, new double[4], W))).isCloseTo(SHIFT + MEAN, within(SEARCHED));
        if (loss.convex()) {
            // x − (y + 3) + (x − f)/step = 0
            assertThat(loss.prox(1, 0.25, step)).isCloseTo((0.25 + step * (1 + SHIFT)) / (1 + step), within(SEARCHED));
        }
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void aBlockOfRowsFollowsTheSubclass(ScalarLoss loss) {
        double[][] g = new double[1][4];

        double value = LossKernel.of(loss).valueAndGradient(4, new double[][] {Y}, new double[1][4], W, g);

        // 3 units of weight with y = 0: ½·3², 2 with y = 1: ½·4²
        assertThat(value).isEqualTo(3 * 4.5 + 2 * 8);
        assertThat(g[0]).containsExactly(-3, -4, -4, -6);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void allInOneGoFollowsTheSubclassOfSeveralScores(VectorLoss loss) {
        double[] y = new double[loss.targets()];
        double[] f = new double[loss.scores()];
        double[] g = new double[loss.scores()];

        double value = loss.at(y, f, g, new double[loss.scores()]);

        assertThat(value).isEqualTo(Shifted.value(0, f));
        assertThat(g).containsOnly(Shifted.gradient(0, 0));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void bestShiftFollowsTheSubclassOfSeveralScores(VectorLoss loss) {
        double[] shift = new double[loss.scores()];

        loss.bestShift(
                new Sample(
                        Collections.nCopies(loss.targets(), Values.of(Y)),
                        Collections.nCopies(loss.scores(), Values.constant(0, 4)),
                        Values.of(W)),
                shift);

        assertThat(shift).hasSize(loss.scores()).containsOnly(shift[0]);
        assertThat(shift[0]).isCloseTo(SHIFT + MEAN, within(SEARCHED));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aBlockOfRowsFollowsTheSubclassOfSeveralScores(VectorLoss loss) {
        double[][] y = new double[loss.targets()][];
        double[][] g = new double[loss.scores()][4];
        Arrays.fill(y, Y);

        double value = LossKernel.of(loss).valueAndGradient(4, y, new double[loss.scores()][4], W, g);

        assertThat(value).isEqualTo(loss.scores() * (3 * 4.5 + 2 * 8));
        assertThat(List.of(g)).allSatisfy(column -> assertThat(column).containsExactly(-3, -4, -4, -6));
    }
}
