package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.classification.SoftmaxLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.loss.regression.AbsoluteLoss;
import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.core.loss.regression.QuantileLoss;
import dev.limpid.core.loss.regression.SquaredLoss;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A subclass that changes value and gradient is not overruled by what the built-in computes in one go. */
class SubclassTest {

    private static final Sample SAMPLE =
            Sample.of(new double[] {0, 1, 1, 0}, new double[] {0, 0, 0, 0}, new double[] {1, 1, 1, 2});

    /** The squared loss around f = y + 3, as a subclass of each built-in. */
    static List<ScalarLoss> shifted() {
        return List.of(
                new SquaredLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new AbsoluteLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new HuberLoss(1) {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new QuantileLoss(0.5) {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new PoissonLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new LogisticLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                });
    }

    private static double shiftedValue(double y, double f) {
        return 0.5 * (f - y - 3) * (f - y - 3);
    }

    private static double shiftedGradient(double y, double f) {
        return f - y - 3;
    }

    @ParameterizedTest
    @MethodSource("shifted")
    void allInOneGoFollowsTheSubclass(ScalarLoss loss) {
        Jet at = loss.at(1, 0.5);

        assertThat(at.value()).isEqualTo(shiftedValue(1, 0.5));
        assertThat(at.first()).isEqualTo(shiftedGradient(1, 0.5));
    }

    @ParameterizedTest
    @MethodSource("shifted")
    void bestShiftFollowsTheSubclass(ScalarLoss loss) {
        double meanOfTargets = 0.4;

        assertThat(loss.bestShift(SAMPLE)).isCloseTo(3 + meanOfTargets, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("shifted")
    void formulaAndSourceOfTheParentAreNotClaimed(ScalarLoss loss) {
        assertThat(loss.formula()).isEmpty();
        assertThat(loss.source()).isEmpty();
    }

    @Test
    void softmaxFollowsTheSubclassToo() {
        VectorLoss twice = new SoftmaxLoss(2) {
            @Override
            public double value(double[] y, double[] f) {
                return 2 * super.value(y, f);
            }

            @Override
            public void gradient(double[] y, double[] f, double[] out) {
                super.gradient(y, f, out);
                out[0] *= 2;
                out[1] *= 2;
            }
        };
        double[] g = new double[2];

        double value = twice.at(new double[] {1}, new double[] {0, 0}, g, new double[2]);

        assertThat(value).isEqualTo(2 * Scores.log1p(1));
        assertThat(g).containsExactly(1, -1);
    }
}
