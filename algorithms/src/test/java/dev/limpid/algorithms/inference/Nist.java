package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The linear sets of NIST StRD, with their certified values. */
final class Nist {

    private static final Map<String, Integer> DEGREES = Map.of(
            "Norris",
            1,
            "Pontius",
            2,
            "Filip",
            10,
            "Wampler1",
            5,
            "Wampler2",
            5,
            "Wampler3",
            5,
            "Wampler4",
            5,
            "Wampler5",
            5);

    private Nist() {}

    /** The digits that certified values and powers of x are read with, before they are rounded to a double. */
    private static final MathContext EXACT = new MathContext(200, RoundingMode.UNNECESSARY);

    private static List<String[]> read(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Nist.class.getResourceAsStream("/dev/limpid/algorithms/nist/" + name + ".csv")),
                StandardCharsets.UTF_8))) {
            List<String[]> lines = new ArrayList<>();
            reader.lines().skip(1).forEach(line -> lines.add(line.split(",", -1)));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean hasIntercept(String set) {
        return !set.startsWith("NoInt");
    }

    /** The rows, powers of x exact and then rounded once. */
    static Dataset data(String set) {
        List<String[]> lines = read(set.toLowerCase(Locale.ROOT));
        double[][] x = new double[lines.size()][];
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            String[] line = lines.get(i);
            y[i] = Double.parseDouble(line[0]);
            x[i] = DEGREES.containsKey(set) ? powers(line[1], DEGREES.get(set)) : numbers(line);
        }
        return Dataset.of(x, y);
    }

    private static double[] powers(String cell, int degree) {
        double[] powers = new double[degree];
        BigDecimal x = new BigDecimal(cell);
        BigDecimal power = BigDecimal.ONE;
        for (int j = 0; j < degree; j++) {
            power = power.multiply(x, EXACT);
            powers[j] = power.doubleValue();
        }
        return powers;
    }

    private static double[] numbers(String[] line) {
        double[] numbers = new double[line.length - 1];
        for (int j = 0; j < numbers.length; j++) {
            numbers[j] = Double.parseDouble(line[j + 1]);
        }
        return numbers;
    }

    /** Certified estimates, then certified standard deviations. */
    static double[][] certified(String set) {
        List<String[]> lines =
                read("certified").stream().filter(line -> line[0].equals(set)).toList();
        double[][] values = new double[2][lines.size()];
        for (int j = 0; j < lines.size(); j++) {
            values[0][j] = Double.parseDouble(lines.get(j)[2]);
            values[1][j] = Double.parseDouble(lines.get(j)[3]);
        }
        return values;
    }

    /** Certified residual sum of squares and R². */
    static double[] certifiedFit(String set) {
        String[] line = read("certified_fit").stream()
                .filter(cells -> cells[0].equals(set))
                .findFirst()
                .orElseThrow();
        return new double[] {Double.parseDouble(line[4]), Double.parseDouble(line[6])};
    }

    /** The log relative error, the number of digits that agree, at most the 15 that are certified; absolute for 0. */
    static double digits(double value, double certified) {
        double error = certified == 0 ? Math.abs(value) : Math.abs(value - certified) / Math.abs(certified);
        return Math.min(15, -Math.log10(error));
    }
}
