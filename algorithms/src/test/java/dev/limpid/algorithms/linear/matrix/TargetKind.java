package dev.limpid.algorithms.linear.matrix;

import java.util.SplittableRandom;

/** What a row has for targets, drawn so that a linear score tells much of it but not all: minima are at finite points. */
enum TargetKind {
    /** A number, with outliers. */
    NUMBER {
        @Override
        double[] draw(double score, int row, SplittableRandom random) {
            return new double[] {score + (row % 13 == 5 ? 6 : 0)};
        }
    },
    /** A number &gt; 0. */
    POSITIVE {
        @Override
        double[] draw(double score, int row, SplittableRandom random) {
            return new double[] {Math.exp(0.5 * score)};
        }
    },
    /** A number ≥ 0, some of them 0. */
    AMOUNT {
        @Override
        double[] draw(double score, int row, SplittableRandom random) {
            return new double[] {Math.max(0, Math.exp(0.5 * score) - 0.6)};
        }
    },
    /** A count. */
    COUNT {
        @Override
        double[] draw(double score, int row, SplittableRandom random) {
            return new double[] {Math.floor(Math.exp(0.5 * score) + random.nextDouble())};
        }
    },
    /** 0 or 1. */
    BINARY {
        @Override
        double[] draw(double score, int row, SplittableRandom random) {
            return new double[] {(score > 0.3) == (row % 6 != 1) ? 1 : 0};
        }
    },
    /** 0, 1 or 2, in an order. */
    CLASSES {
        @Override
        double[] draw(double score, int row, SplittableRandom random) {
            return new double[] {row % 4 == 1 ? row / 4 % 3 : (score > 1 ? 2 : score > -0.3 ? 1 : 0)};
        }
    },
    /** Three numbers &gt; 0 whose sum is 1. */
    SHARES {
        @Override
        double[] draw(double score, int row, SplittableRandom random) {
            double[] y = {Math.exp(0.4 * score), Math.exp(0.5 * random.nextGaussian()), 1};
            double sum = y[0] + y[1] + y[2];
            return new double[] {y[0] / sum, y[1] / sum, 1 - (y[0] + y[1]) / sum};
        }
    },
    /** Two numbers. */
    TWO_NUMBERS {
        @Override
        double[] draw(double score, int row, SplittableRandom random) {
            return new double[] {score, 1 - 0.5 * score + random.nextGaussian()};
        }
    },
    /** A time &gt; 0, of which several rows have the same, and 1 if something happened then, 0 if not yet. */
    TIME_AND_EVENT {
        @Override
        double[] draw(double score, int row, SplittableRandom random) {
            return new double[] {Math.ceil(2 * Math.exp(0.5 * score)) / 2, row % 3 == 1 ? 0 : 1};
        }
    },
    /** A grade 0 … 3 among the rows of its group. */
    GRADES {
        @Override
        double[] draw(double score, int row, SplittableRandom random) {
            return new double[] {row % 4 == 1 ? row / 4 % 4 : Math.max(0, Math.min(3, Math.rint(score + 1)))};
        }
    },
    /** 1 for what was taken among the rows of its group, 0 for the rest. */
    TAKEN {
        @Override
        double[] draw(double score, int row, SplittableRandom random) {
            return new double[] {row % 4 == 1 ? row / 4 % 2 : score > 0.3 ? 1 : 0};
        }
    },
    /** 0 anchor, 1 positive, 2 negative. */
    ROLES {
        @Override
        double[] draw(double score, int row, SplittableRandom random) {
            return new double[] {row % 3};
        }
    };

    /**
     * Draws the targets of a row.
     *
     * @param score what the features say, and noise
     * @param row number of the row
     * @param random for more noise
     * @return one number for each target column
     */
    abstract double[] draw(double score, int row, SplittableRandom random);
}
