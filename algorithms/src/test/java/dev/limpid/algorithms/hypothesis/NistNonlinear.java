package dev.limpid.algorithms.hypothesis;

import dev.limpid.core.data.Dataset;
import dev.limpid.core.hypothesis.Dual;
import dev.limpid.core.hypothesis.FormulaHypothesis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The 27 sets for non-linear regression of the Statistical Reference Datasets of NIST/ITL (public domain, work of the US government):
 * the formulas as a user would write them, data, both starts, and certified estimates (11 digits).
 */
enum NistNonlinear {
    /** b1·(1 − exp(−b2·x)). */
    MISRA1A("Misra1a", 2, (b, x) -> b[0].times(b[1].times(-x[0]).expm1().negate())),
    /** b1·(1 − (1 + b2·x/2)⁻²). */
    MISRA1B(
            "Misra1b",
            2,
            (b, x) -> b[0].times(one().minus(b[1].times(x[0] / 2).plus(1).pow(-2)))),
    /** b1·(1 − (1 + 2·b2·x)^−½). */
    MISRA1C(
            "Misra1c",
            2,
            (b, x) -> b[0].times(one().minus(b[1].times(2 * x[0]).plus(1).pow(-0.5)))),
    /** b1·b2·x/(1 + b2·x). */
    MISRA1D(
            "Misra1d",
            2,
            (b, x) -> b[0].times(b[1]).times(x[0]).dividedBy(b[1].times(x[0]).plus(1))),
    /** exp(−b1·x)/(b2 + b3·x). */
    CHWIRUT1("Chwirut1", 3, NistNonlinear::chwirut),
    /** As Chwirut1. */
    CHWIRUT2("Chwirut2", 3, NistNonlinear::chwirut),
    /** Sum of three exponentials. */
    LANCZOS1("Lanczos1", 6, NistNonlinear::lanczos),
    /** As Lanczos1. */
    LANCZOS2("Lanczos2", 6, NistNonlinear::lanczos),
    /** As Lanczos1. */
    LANCZOS3("Lanczos3", 6, NistNonlinear::lanczos),
    /** An exponential and two bells. */
    GAUSS1("Gauss1", 8, NistNonlinear::gauss),
    /** As Gauss1. */
    GAUSS2("Gauss2", 8, NistNonlinear::gauss),
    /** As Gauss1. */
    GAUSS3("Gauss3", 8, NistNonlinear::gauss),
    /** b1·x^b2. */
    DAN_WOOD("DanWood", 2, (b, x) -> b[0].times(Dual.constant(x[0]).pow(b[1]))),
    /** (b1 + b2·x + b3·x²)/(1 + b4·x + b5·x²). */
    KIRBY2("Kirby2", 5, (b, x) -> ratio(b, 3, x[0])),
    /** (b1 + b2·x + b3·x² + b4·x³)/(1 + b5·x + b6·x² + b7·x³). */
    HAHN1("Hahn1", 7, (b, x) -> ratio(b, 4, x[0])),
    /** b1 − b2·x1·exp(−b3·x2), of log y. */
    NELSON(
            "Nelson",
            3,
            (b, x) -> b[0].minus(b[1].times(x[0]).times(b[2].times(-x[1]).exp()))),
    /** b1 + b2·exp(−x·b4) + b3·exp(−x·b5). */
    MGH17("MGH17", 5, (b, x) -> b[0].plus(exponential(b[1], b[3], x)).plus(exponential(b[2], b[4], x))),
    /** b1 − b2·x − arctan(b3/(x − b4))/π. */
    ROSZMAN1(
            "Roszman1",
            4,
            (b, x) -> b[0].minus(b[1].times(x[0]))
                    .minus(b[2].dividedBy(b[3].negate().plus(x[0])).atan().dividedBy(Math.PI))),
    /** A constant and three waves, two of unknown period. */
    ENSO(
            "ENSO",
            9,
            (b, x) -> b[0].plus(wave(b[1], b[2], Dual.constant(12), x[0]))
                    .plus(wave(b[4], b[5], b[3], x[0]))
                    .plus(wave(b[7], b[8], b[6], x[0]))),
    /** b1·(x² + x·b2)/(x² + x·b3 + b4). */
    MGH09(
            "MGH09",
            4,
            (b, x) -> b[0].times(b[1].times(x[0]).plus(x[0] * x[0]))
                    .dividedBy(b[2].times(x[0]).plus(x[0] * x[0]).plus(b[3]))),
    /** (b1 + b2·x + b3·x² + b4·x³)/(1 + b5·x + b6·x² + b7·x³). */
    THURBER("Thurber", 7, (b, x) -> ratio(b, 4, x[0])),
    /** b1·(1 − exp(−b2·x)). */
    BOX_BOD("BoxBOD", 2, MISRA1A.formula),
    /** b1/(1 + exp(b2 − b3·x)). */
    RAT42(
            "Rat42",
            3,
            (b, x) -> b[0].dividedBy(b[1].minus(b[2].times(x[0])).exp().plus(1))),
    /** b1·exp(b2/(x + b3)). */
    MGH10("MGH10", 3, (b, x) -> b[0].times(b[1].dividedBy(b[2].plus(x[0])).exp())),
    /** (b1/b2)·exp(−½((x − b3)/b2)²). */
    ECKERLE4(
            "Eckerle4",
            3,
            (b, x) -> b[0].dividedBy(b[1])
                    .times(b[2].negate()
                            .plus(x[0])
                            .dividedBy(b[1])
                            .square()
                            .times(-0.5)
                            .exp())),
    /** b1/(1 + exp(b2 − b3·x))^(1/b4). */
    RAT43(
            "Rat43",
            4,
            (b, x) -> b[0].dividedBy(b[1].minus(b[2].times(x[0])).exp().plus(1).pow(b[3].reciprocal()))),
    /** b1·(b2 + x)^(−1/b3). */
    BENNETT5(
            "Bennett5",
            3,
            (b, x) -> b[0].times(b[1].plus(x[0]).pow(b[2].reciprocal().negate())));

    /** A formula of parameters and cells. */
    interface Formula {
        Dual of(Dual[] b, double[] x);
    }

    /** A formula as a hypothesis of the library. */
    private record Curve(NistNonlinear set, int startNumber) implements FormulaHypothesis {

        @Override
        public List<String> parameters() {
            return IntStream.rangeClosed(1, set.size).mapToObj(j -> "b" + j).toList();
        }

        @Override
        public double[] start() {
            return set.certified(startNumber + 1);
        }

        @Override
        public Dual formula(Dual[] t, double[] x) {
            return set.formula.of(t, x);
        }

        @Override
        public String name() {
            return set.title;
        }
    }

    final String title;
    private final int size;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda that keeps nothing
    private final Formula formula;

    NistNonlinear(String title, int size, Formula formula) {
        this.title = title;
        this.size = size;
        this.formula = formula;
    }

    private static Dual one() {
        return Dual.constant(1);
    }

    private static Dual exponential(Dual a, Dual b, double[] x) {
        return a.times(b.times(-x[0]).exp());
    }

    private static Dual chwirut(Dual[] b, double[] x) {
        return b[0].times(-x[0]).exp().dividedBy(b[2].times(x[0]).plus(b[1]));
    }

    private static Dual lanczos(Dual[] b, double[] x) {
        return exponential(b[0], b[1], x).plus(exponential(b[2], b[3], x)).plus(exponential(b[4], b[5], x));
    }

    private static Dual gauss(Dual[] b, double[] x) {
        return exponential(b[0], b[1], x).plus(bell(b[2], b[3], b[4], x[0])).plus(bell(b[5], b[6], b[7], x[0]));
    }

    private static Dual bell(Dual height, Dual centre, Dual width, double x) {
        return height.times(centre.minus(x).dividedBy(width).square().negate().exp());
    }

    private static Dual wave(Dual cos, Dual sin, Dual period, double x) {
        Dual angle = Dual.constant(2 * Math.PI * x).dividedBy(period);
        return cos.times(angle.cos()).plus(sin.times(angle.sin()));
    }

    /** A ratio of polynomials: m coefficients above; below 1 and the rest. */
    private static Dual ratio(Dual[] b, int m, double x) {
        Dual above = Dual.constant(0);
        Dual below = Dual.constant(0);
        for (int j = m - 1; j >= 0; j--) {
            above = above.times(x).plus(b[j]);
        }
        for (int j = b.length - 1; j >= m; j--) {
            below = below.plus(b[j]).times(x);
        }
        return above.dividedBy(below.plus(1));
    }

    /** The hypothesis with one of the starts of NIST, 1 (far) or 2 (near). */
    FormulaHypothesis hypothesis(int start) {
        return new Curve(this, start);
    }

    Dataset data() {
        List<double[]> rows = numbers(lines(title.toLowerCase(Locale.ROOT)), 0);
        double[][] x =
                rows.stream().map(row -> Arrays.copyOfRange(row, 1, row.length)).toArray(double[][]::new);
        double[] y = rows.stream()
                .mapToDouble(row -> this == NELSON ? Math.log(row[0]) : row[0])
                .toArray();
        return Dataset.of(x, y);
    }

    double[] estimates() {
        return certified(4);
    }

    double[] standardErrors() {
        return certified(5);
    }

    private double[] certified(int column) {
        return lines("certified").stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals(title))
                .mapToDouble(cells -> Double.parseDouble(cells[column]))
                .toArray();
    }

    private static List<double[]> numbers(List<String> lines, int from) {
        List<double[]> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(Arrays.stream(line.split(","))
                    .skip(from)
                    .mapToDouble(Double::parseDouble)
                    .toArray());
        }
        return rows;
    }

    private static List<String> lines(String file) {
        try (InputStream in = NistNonlinear.class.getResourceAsStream("nist/" + file + ".csv")) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
