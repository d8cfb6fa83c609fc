package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.Curvature;
import dev.limpid.core.loss.Domain;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.ScalarLoss;
import dev.limpid.core.loss.UnitLoss;
import dev.limpid.core.loss.VectorLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** One view of the three kinds of losses: a function of a vector of scores, for given targets and row weights. */
abstract class LossProbe {

    static final long SEED = 42;

    /** Targets of a row or a unit, shape [T][m], and the weights of its rows; rows and vectors have m = 1. */
    @SuppressWarnings("ArrayRecordComponent") // a bundle of inputs, never compared
    record Case(double[][] y, double[] w) {

        /** The first target: what a scalar loss reads. */
        double y0() {
            return y[0][0];
        }

        /** The targets of a row. */
        double[] row(int i) {
            double[] row = new double[y.length];
            for (int t = 0; t < y.length; t++) {
                row[t] = y[t][i];
            }
            return row;
        }
    }

    /** A place to look at. */
    @SuppressWarnings("ArrayRecordComponent") // a bundle of inputs, never compared
    record Point(Case given, double[] f) {

        Point with(double[] scores) {
            return new Point(given, scores);
        }
    }

    final Loss loss;
    final LossSubject subject;

    LossProbe(LossSubject subject) {
        this.subject = subject;
        this.loss = subject.loss();
    }

    static LossProbe of(LossSubject subject) {
        Loss loss = subject.loss();
        if (loss instanceof ScalarLoss scalar) {
            return new ScalarProbe(subject, scalar);
        }
        if (loss instanceof VectorLoss vector) {
            return new VectorProbe(subject, vector);
        }
        if (loss instanceof UnitLoss unit) {
            return new UnitProbe(subject, unit);
        }
        throw new IllegalArgumentException("loss must be a ScalarLoss, a VectorLoss or a UnitLoss, but "
                + loss.getClass().getName() + " is none of them");
    }

    /** Returns ℓ at the scores. */
    abstract double value(Case c, double[] f);

    /** Writes ∂ℓ/∂f to g. */
    abstract void gradient(Case c, double[] f, double[] g);

    /** Writes the curvature to h. */
    abstract void curvature(Case c, double[] f, double[] h);

    /** Returns what the curvature is. */
    abstract Curvature kind();

    /** Returns ℓ, and writes gradient and curvature, by the combined call. */
    abstract double at(Case c, double[] f, double[] g, double[] h);

    /** Writes the matrix of second derivatives to out; throws UnsupportedOperationException if there is none. */
    abstract void second(Case c, double[] f, double[][] out);

    /** The cases to look at: borders of the domain first, then draws. */
    abstract List<Case> cases();

    /** Scores to look at for a case, from −800 to 800. */
    abstract List<double[]> scores(Case c);

    /** The step of {@code LossAssert} that looks at one point again. */
    abstract String replay(Point p);

    final double[] gradient(Point p) {
        double[] g = new double[p.f().length];
        gradient(p.given(), p.f(), g);
        return g;
    }

    final double value(Point p) {
        return value(p.given(), p.f());
    }

    /**
     * Returns what values of a case may be rounded by: the last digits of a typical one, for formulas such as p − y are
     * differences of numbers of that size.
     */
    final double valueNoise(Case c) {
        return rounding(scores(c).stream().mapToDouble(f -> value(c, f)).toArray());
    }

    /** Returns what gradients of a case may be rounded by. */
    final double gradientNoise(Case c) {
        return rounding(scores(c).stream()
                .flatMapToDouble(f -> java.util.Arrays.stream(gradient(new Point(c, f))))
                .toArray());
    }

    private static double rounding(double[] numbers) {
        double[] sizes = java.util.Arrays.stream(numbers)
                .map(Math::abs)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 0 : 4 * Math.ulp(sizes[sizes.length / 2]);
    }

    /** All points: each case with each of its scores. */
    final List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (Case c : cases()) {
            for (double[] f : scores(c)) {
                points.add(new Point(c, f));
            }
        }
        return points;
    }

    /** Prints a point: {@code y = 1.0, f = -1.7}. */
    final String print(Point p) {
        double[][] y = p.given().y();
        StringBuilder text = new StringBuilder("y = ");
        if (y.length == 1) {
            text.append(Text.plain(y[0]));
        } else {
            text.append(java.util.Arrays.deepToString(y));
        }
        if (p.given().w().length > 1) {
            text.append(", w = ").append(Text.plain(p.given().w()));
        }
        return text.append(", f = ").append(Text.plain(p.f())).toString();
    }

    /** Targets of rows: the borders of the domain first, then draws; or the user's own draws. */
    final List<double[]> targetRows(int draws) {
        RandomGenerator random = new SplittableRandom(SEED);
        List<double[]> rows = new ArrayList<>();
        if (subject.declares().targets() == null) {
            for (double border : borders(loss.domain())) {
                double[] row = new double[loss.targets()];
                java.util.Arrays.fill(row, border);
                rows.add(row);
            }
        }
        for (int i = 0; i < draws; i++) {
            double[] row = drawTargets(random);
            if (rows.stream().noneMatch(seen -> java.util.Arrays.equals(seen, row))) {
                rows.add(row);
            }
        }
        return rows;
    }

    final double[] drawTargets(RandomGenerator random) {
        if (subject.declares().targets() != null) {
            return subject.declares().targets().apply(random);
        }
        double[] row = new double[loss.targets()];
        for (int t = 0; t < row.length; t++) {
            row[t] = loss.domain().draw(random);
        }
        return row;
    }

    /** The smallest and the largest target (or nearly, where they are outside), 0, 1 and −1 as far as they are inside. */
    static List<Double> borders(Domain domain) {
        List<Double> borders = new ArrayList<>();
        double low = domain.lower();
        if (Double.isFinite(low)) {
            borders.add(domain.lowerOpen() ? (domain.integer() ? low + 1 : low + 1e-3) : low);
        }
        if (Double.isFinite(domain.upper())) {
            borders.add(domain.upper());
        }
        for (double y : new double[] {0, 1, -1}) {
            if (!borders.contains(y)) {
                borders.add(y);
            }
        }
        borders.removeIf(y -> !domain.contains(y));
        return borders;
    }
}
