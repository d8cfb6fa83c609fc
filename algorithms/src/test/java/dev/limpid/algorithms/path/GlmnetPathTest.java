package dev.limpid.algorithms.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.linear.ElasticNet;
import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.loss.glm.PoissonLoss;
import dev.limpid.core.optimizer.coordinate.CoordinateDescent;
import dev.limpid.core.penalty.ElasticNetPenalty;
import dev.limpid.core.penalty.Penalty;
import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Coefficients and deviance ratios along paths of glmnet 4.1-6 (R 4.2.2), {@code glmnet(x, y, family, alpha, lambda, thresh = 1e-14)},
 * on the diabetes data: intercept first, raw columns in the order of the file.
 */
class GlmnetPathTest {

    /** glmnet ends where no coefficient of a standardised column moves by 10⁻⁷ of the target's deviation, and columns have spreads from 0.5 up. */
    private static final double TOOL = 2e-7;

    /** Standard deviation of the progression. */
    private static final double DEVIATION = 77;

    private static void assertPath(
            LinearSpec spec,
            DoubleFunction<Penalty> family,
            Dataset data,
            double tolerance,
            double[] strengths,
            double[][] expected,
            double... ratios) {
        LinearSpec standardized = spec.standardizePenalty(true).optimizer(new CoordinateDescent(1e-11));
        RegularizationPath path =
                PathSpec.of(standardized, family).strengths(strengths).fit(data);
        for (int k = 0; k < strengths.length; k++) {
            double[] w = path.model(k).coefficients()[0];
            double[] all = new double[w.length + 1];
            all[0] = path.model(k).intercept();
            System.arraycopy(w, 0, all, 1, w.length);
            for (int j = 0; j < all.length; j++) {
                assertThat(all[j]).isCloseTo(expected[k][j], within(tolerance * Math.max(1, Math.abs(expected[k][j]))));
            }
            assertThat(path.point(k).explained()).isCloseTo(ratios[k], within(TOOL));
        }
    }

    private static void assertGaussian(double alpha, double[][] expected, double... ratios) {
        Dataset data = PathSets.diabetes();
        assertPath(
                ElasticNet.fromGlmnet(1, alpha, data),
                lambda -> ElasticNet.fromGlmnet(lambda, alpha, data).penalty(),
                data,
                TOOL * DEVIATION,
                new double[] {20, 5, 1},
                expected,
                ratios);
    }

    private static void assertOther(
            Loss loss, double alpha, Dataset data, double[] strengths, double[][] expected, double... ratios) {
        assertPath(
                LinearModel.with(loss),
                lambda -> ElasticNetPenalty.of(lambda, alpha),
                data,
                10 * TOOL,
                strengths,
                expected,
                ratios);
    }

    @Test
    void gaussianLasso() {
        assertGaussian(
                1,
                new double[][] {
                    {-96.7855758036823, 0, 0, 4.0866728559474, 0.0646371355231, 0, 0, 0, 0, 29.0885938725988, 0},
                    {
                        -218.78493738430,
                        0,
                        -4.31948840364,
                        5.48719297059,
                        0.74781219581,
                        0,
                        0,
                        -0.54391890246,
                        0,
                        40.68471379287,
                        0
                    },
                    {
                        -235.544532558008,
                        0,
                        -18.676173881503,
                        5.626744224744,
                        1.019786134088,
                        -0.139979777743,
                        0,
                        -0.822222784413,
                        0,
                        46.801389725535,
                        0.223095328683
                    }
                },
                0.369039995408,
                0.489248522867,
                0.513284182639);
    }

    @Test
    void gaussianElasticNetThroughTheConverter() {
        assertGaussian(
                0.5,
                new double[][] {
                    {
                        -161.113231224573,
                        0,
                        0,
                        4.582682098728,
                        0.531212864572,
                        0,
                        0,
                        -0.315154095742,
                        0,
                        33.995734778046,
                        0
                    },
                    {
                        -216.925030111,
                        0,
                        -12.8042899133,
                        5.40693359521,
                        0.907788912887,
                        -0.00867332423251,
                        -0.0237990188003,
                        -0.787253114574,
                        0,
                        40.8436321607,
                        0.146170819917
                    },
                    {
                        -245.893442930130,
                        0,
                        -20.448478120985,
                        5.630105588165,
                        1.058087585425,
                        -0.217643285645,
                        0,
                        -0.662545250852,
                        2.498721429483,
                        47.336925626842,
                        0.259481316162
                    }
                },
                0.447977466498,
                0.504412962536,
                0.514813061964);
    }

    @Test
    void binomialLasso() {
        assertOther(
                new LogisticLoss(),
                1,
                PathSets.diabetesClasses(),
                new double[] {0.1, 0.02, 0.005},
                new double[][] {
                    {
                        -6.116610170823966,
                        0,
                        0,
                        0.081350164693321,
                        0.003964936812552,
                        0,
                        0,
                        -0.000996581531585,
                        0,
                        0.786483507782195,
                        0
                    },
                    {
                        -9.303997440655120,
                        0,
                        -0.558482603825897,
                        0.126348191773527,
                        0.027899882501262,
                        -0.000981121102822,
                        0,
                        -0.029585358870339,
                        0,
                        1.255640150427978,
                        0
                    },
                    {
                        -10.45204612002761,
                        0.00136681651660,
                        -0.93716908506409,
                        0.14334438033712,
                        0.03679593348516,
                        -0.00657991883986,
                        0,
                        -0.03717794991932,
                        0,
                        1.64304210329600,
                        0
                    }
                },
                0.19572371682,
                0.297180255926,
                0.312799762202);
    }

    @Test
    void binomialElasticNet() {
        assertOther(
                new LogisticLoss(),
                0.5,
                PathSets.diabetesClasses(),
                new double[] {0.1, 0.02, 0.005},
                new double[][] {
                    {
                        -6.9765423418767,
                        0,
                        0,
                        0.0911332069351,
                        0.0147748933087,
                        0,
                        0,
                        -0.0131609855213,
                        0,
                        0.8265994096504,
                        0
                    },
                    {
                        -9.35919287605660,
                        0,
                        -0.69892624244359,
                        0.13055278244969,
                        0.03173586444783,
                        -0.00207271336496,
                        -0.00130749921031,
                        -0.03384889482126,
                        0,
                        1.33374533022603,
                        0
                    },
                    {
                        -10.5140265772,
                        0.00278365420064,
                        -0.980302788272,
                        0.144282050030,
                        0.0373840518472,
                        -0.00718787903309,
                        0,
                        -0.0381573258506,
                        0,
                        1.65803433497,
                        0.000780806965057
                    }
                },
                0.238547972062,
                0.304806372569,
                0.313414743415);
    }

    /** Counts whose best loss isn't 0, so that the deviance ratio is another one than the share of the loss. */
    @Test
    void poissonLasso() {
        Dataset data = PathSets.diabetes();
        double[] y = data.targets().get(0).toArray();
        assertOther(
                new PoissonLoss(),
                1,
                data.withTargets(Arrays.stream(y).map(v -> Math.rint(v / 50)).toArray()),
                new double[] {0.5, 0.1, 0.02},
                new double[][] {
                    {-0.1508395499278, 0, 0, 0.0227078629645, 0, 0, 0, 0, 0, 0.1409744861171, 0},
                    {
                        -1.27616794749751,
                        0,
                        -0.02226560686202,
                        0.03521119721741,
                        0.00493504201787,
                        0,
                        0,
                        -0.00401474395511,
                        0,
                        0.25397428786298,
                        0
                    },
                    {
                        -1.310887116265093,
                        0.000565120868348,
                        -0.116319912319900,
                        0.035685879625559,
                        0.006592233138504,
                        -0.000591908067727,
                        0,
                        -0.006512771678670,
                        0,
                        0.279451152322870,
                        0.000892312180351
                    }
                },
                0.288181924124,
                0.447700715397,
                0.467943601435);
    }
}
