package dev.limpid.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.core.loss.classification.CloglogLoss;
import dev.limpid.core.loss.classification.FocalLoss;
import dev.limpid.core.loss.classification.ProbitLoss;
import dev.limpid.core.loss.glm.GammaLoss;
import dev.limpid.core.loss.glm.InverseGaussianLoss;
import dev.limpid.core.loss.glm.NegativeBinomialLoss;
import dev.limpid.core.loss.glm.TweedieLoss;
import dev.limpid.core.loss.margin.ExponentialLoss;
import dev.limpid.core.loss.margin.HingeLoss;
import dev.limpid.core.loss.margin.HuberizedHingeLoss;
import dev.limpid.core.loss.margin.ModifiedHuberLoss;
import dev.limpid.core.loss.margin.SavageLoss;
import dev.limpid.core.loss.margin.SquaredHingeLoss;
import dev.limpid.core.loss.margin.TangentLoss;
import dev.limpid.core.loss.regression.EpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.ExpectileLoss;
import dev.limpid.core.loss.regression.LogCoshLoss;
import dev.limpid.core.loss.regression.PseudoHuberLoss;
import dev.limpid.core.loss.regression.SquaredEpsilonInsensitiveLoss;
import dev.limpid.core.loss.regression.SquaredLogLoss;
import dev.limpid.core.loss.robust.CauchyLoss;
import dev.limpid.core.loss.robust.StudentTLoss;
import dev.limpid.core.loss.robust.TukeyLoss;
import dev.limpid.core.loss.robust.WelschLoss;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As {@link SubclassTest}: a subclass that changes value and gradient is not overruled, whatever its parent. */
class ScalarLossSubclassTest {

    private static final Sample SAMPLE =
            Sample.of(new double[] {0, 1, 1, 0}, new double[] {0, 0, 0, 0}, new double[] {1, 1, 1, 2});

    private static double shiftedValue(double y, double f) {
        return 0.5 * (f - y - 3) * (f - y - 3);
    }

    private static double shiftedGradient(double y, double f) {
        return f - y - 3;
    }

    /** The squared loss around f = y + 3, as a subclass of each loss of numbers. */
    private static List<ScalarLoss> ofNumbers() {
        return List.of(
                new PseudoHuberLoss(1) {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new LogCoshLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new ExpectileLoss(0.3) {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new EpsilonInsensitiveLoss(0.3) {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new SquaredEpsilonInsensitiveLoss(0.3) {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new SquaredLogLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new TukeyLoss(3) {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new CauchyLoss(3) {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new WelschLoss(3) {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new StudentTLoss(3, 1) {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new GammaLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new InverseGaussianLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new TweedieLoss(1.5) {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new NegativeBinomialLoss(1) {
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

    /** The same as a subclass of each loss of two classes. */
    private static List<ScalarLoss> ofClasses() {
        return List.of(
                new HingeLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new SquaredHingeLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new HuberizedHingeLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new ExponentialLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new ModifiedHuberLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new SavageLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new TangentLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new FocalLoss(2) {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new ProbitLoss() {
                    @Override
                    public double value(double y, double f) {
                        return shiftedValue(y, f);
                    }

                    @Override
                    public double gradient(double y, double f) {
                        return shiftedGradient(y, f);
                    }
                },
                new CloglogLoss() {
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

    static Stream<ScalarLoss> shifted() {
        return Stream.concat(ofNumbers().stream(), ofClasses().stream());
    }

    @ParameterizedTest
    @MethodSource("shifted")
    void followsTheSubclass(ScalarLoss loss) {
        Jet at = loss.at(1, 0.5);
        double meanOfTargets = 0.4;

        assertThat(at.value()).isEqualTo(shiftedValue(1, 0.5));
        assertThat(at.first()).isEqualTo(shiftedGradient(1, 0.5));
        assertThat(loss.bestShift(SAMPLE)).isCloseTo(3 + meanOfTargets, within(1e-9));
        assertThat(loss.formula()).isEmpty();
        assertThat(loss.source()).isEmpty();
    }
}
