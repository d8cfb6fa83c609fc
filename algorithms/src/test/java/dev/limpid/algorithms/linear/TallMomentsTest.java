package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.training.Workers;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Moments in one walk over many rows, held to those of columns at hand. */
class TallMomentsTest {

    private static final int N = 100_001;

    /** 10⁻¹⁰ of the number: √n·ε, and the two digits that may be lost. */
    private static final double PERCENT = 1e-8;

    private final SplittableRandom random = new SplittableRandom(6);
    private final double[][] columns = columns();
    private final double[] w = column(0.5, 0.1);
    private final Dataset data =
            Dataset.of(Rows.ofColumns(columns), Missing.REFUSE).withWeights(w);

    private double[][] columns() {
        double[] sorted = column(0, 1);
        Arrays.sort(sorted); // the first rows are far from the mean
        double[] drifting = new double[N];
        Arrays.setAll(drifting, i -> i < N / 2 ? random.nextDouble() : 1e9 + random.nextDouble());
        return new double[][] {
            column(0, 1),
            column(-40, 3),
            column(1e6, 0.1),
            column(1e-200, 1e-201),
            column(0, 1e200),
            sorted,
            drifting,
            new double[N],
            filled(0.1),
            filled(-1e300)
        };
    }

    private double[] column(double mean, double spread) {
        double[] x = new double[N];
        Arrays.setAll(x, i -> mean + spread * random.nextDouble());
        return x;
    }

    private static double[] filled(double cell) {
        double[] x = new double[N];
        Arrays.fill(x, cell);
        return x;
    }

    @Test
    void momentsAreThoseOfTheColumnsAtHand() {
        for (boolean centred : new boolean[] {true, false}) {
            Moments[] tall = TallMoments.of(data, centred, Workers.serial());
            for (int j = 0; j < columns.length; j++) {
                Moments plain = Moments.of(columns[j], w, data.weights().sum(), centred);
                assertThat(tall[j].centre()).isCloseTo(plain.centre(), withinPercentage(PERCENT));
                assertThat(tall[j].spread()).isCloseTo(plain.spread(), withinPercentage(PERCENT));
                assertThat(tall[j].isNever()).isEqualTo(plain.isNever());
            }
        }
    }

    @Test
    void threadsDontChangeTheBits() {
        try (Workers three = Workers.of(3)) {
            assertThat(TallMoments.of(data, true, three)).containsExactly(TallMoments.of(data, true, Workers.serial()));
        }
    }
}
