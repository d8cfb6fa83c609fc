package dev.limpid.algorithms.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.loss.survival.CoxLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Directions without end: each answer is held to its definition. */
class RecessionTest {

    @SuppressWarnings("ArrayRecordComponent") // a bundle of rows, never compared
    private record Given(double[][] z) implements Recession.Rows {
        @Override
        public int size() {
            return z.length;
        }

        @Override
        public void copy(int i, double[] out) {
            System.arraycopy(z[i], 0, out, 0, out.length);
        }
    }

    private static Recession of(double[]... z) {
        return new Recession(new Given(z), z[0].length);
    }

    private static double margin(double[] z, double[] direction) {
        double sum = 0;
        double size = 0;
        for (int j = 0; j < z.length; j++) {
            sum += z[j] * direction[j];
            size += Math.abs(z[j] * direction[j]);
        }
        return size == 0 ? 0 : sum / size;
    }

    @Test
    void aRowAndItsOppositeLeaveNothing() {
        assertThat(of(new double[] {1, 2}, new double[] {-1, -2}).verdict()).isEqualTo(Recession.Verdict.BOUNDED);
        assertThat(of(new double[] {1, 0}, new double[] {-1, 1}, new double[] {0, -1})
                        .verdict())
                .isEqualTo(Recession.Verdict.BOUNDED);
        assertThat(of(new double[] {0, 0}).verdict()).isEqualTo(Recession.Verdict.BOUNDED);
    }

    /** The first column can't move, the second can. */
    @Test
    void aDirectionThatLeavesSomeRowsAsTheyAre() {
        Recession found = of(new double[] {1, 0}, new double[] {-1, 0}, new double[] {5, 300}, new double[] {-3, 100});

        assertThat(found.verdict()).isEqualTo(Recession.Verdict.GROWS);
        assertThat(found.moves(0)).isFalse();
        assertThat(found.moves(1)).isTrue();
        assertThat(found.better()).isEqualTo(2);
    }

    /**
     * Random signs of random points with an intercept, few enough that about half of them are separated (T. M. Cover, 1965: 2·p
     * points in general position are separated with chance ½). A direction is checked against all rows; where there is none,
     * neither has any of ten thousand at random.
     */
    @Test
    void randomPoints() {
        SplittableRandom random = new SplittableRandom(7);
        int grows = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[][] z = new double[6][3];
            for (double[] row : z) {
                double sign = random.nextBoolean() ? 1 : -1;
                row[0] = sign;
                row[1] = sign * random.nextGaussian();
                row[2] = sign * 100 * random.nextGaussian();
            }
            Recession found = of(z);
            assertThat(found.verdict()).isNotEqualTo(Recession.Verdict.UNDECIDED);
            if (found.verdict() == Recession.Verdict.GROWS) {
                grows++;
                for (double[] row : z) {
                    assertThat(margin(row, found.direction())).isGreaterThan(-1e-6);
                }
                assertThat(found.better()).isPositive();
            } else {
                assertThat(anyAtRandom(z, random)).isFalse();
            }
        }
        assertThat(grows).isBetween(70, 130); // 100 ± 4.2 standard deviations of 200 tosses
    }

    private static boolean anyAtRandom(double[][] z, SplittableRandom random) {
        for (int k = 0; k < 10_000; k++) {
            double[] d = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian() / 100};
            boolean all = true;
            for (double[] row : z) {
                all &= margin(row, d) >= 0;
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** Rows that don't separate but for one, and that by little, of a hundred thousand. */
    @Test
    void oneRowOfMany() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] z = new double[100_000][3];
        for (int i = 0; i < z.length; i++) {
            z[i] = new double[] {random.nextGaussian(), random.nextGaussian(), 0};
        }
        assertThat(of(z).verdict()).isEqualTo(Recession.Verdict.BOUNDED);
        z[777][2] = 1e-3;
        Recession found = of(z);
        assertThat(found.verdict()).isEqualTo(Recession.Verdict.GROWS);
        assertThat(found.better()).isEqualTo(1);
        assertThat(found.moves(2)).isTrue();
    }

    /** Few comparisons say all of Cox's: the same answer as from every event with every row at risk, ties and strata included. */
    @Test
    void fewPairsOfCoxSayAll() {
        SplittableRandom random = new SplittableRandom(7);
        int grows = 0;
        for (int trial = 0; trial < 200; trial++) {
            double[][] x = new double[6][];
            double[][] y = new double[2][6];
            int[] stratum = new int[6];
            for (int i = 0; i < 6; i++) {
                x[i] = new double[] {random.nextInt(-2, 3), random.nextInt(-2, 3)};
                y[0][i] = random.nextInt(5);
                y[1][i] = i == 0 || random.nextInt(3) > 0 ? 1 : 0;
                stratum[i] = random.nextInt(2);
            }
            Dataset data = Dataset.unlabeled(x).withTargets(y).withGroups(stratum);
            UnitDerivatives at = new UnitDerivatives(
                    Layout.of(new LinearHypothesis(2, 1, false)), new CoxLoss(), data, new double[2]);
            List<double[]> all = new ArrayList<>();
            all.add(new double[2]);
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < 6; j++) {
                    if (stratum[i] == stratum[j] && y[1][i] == 1 && y[0][j] >= y[0][i]) {
                        all.add(new double[] {x[i][0] - x[j][0], x[i][1] - x[j][1]});
                    }
                }
            }
            Recession.Verdict expected = of(all.toArray(double[][]::new)).verdict();
            grows += expected == Recession.Verdict.GROWS ? 1 : 0;

            assertThat(Separation.of(new CoxLoss(), at).orElseThrow().verdict()).isEqualTo(expected);
        }
        assertThat(grows).isBetween(20, 180);
    }
}
