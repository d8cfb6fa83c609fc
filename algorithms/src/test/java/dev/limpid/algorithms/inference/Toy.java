package dev.limpid.algorithms.inference;

import dev.limpid.core.data.Dataset;
import java.util.function.IntToDoubleFunction;

/** Sixty rows of two columns made by arithmetic of whole numbers, with targets of all kinds. */
final class Toy {

    static final int ROWS = 60;

    private Toy() {}

    static double a(int i) {
        return (i * 37) % 101 / 101.0;
    }

    static double b(int i) {
        return (i * i * 53 + 7) % 97 / 97.0;
    }

    static double u(int i) {
        return (i * 29 + 3 * i * i) % 83 / 83.0;
    }

    static double real(int i) {
        return 1 + 2 * a(i) - b(i) + u(i) * (0.5 + a(i));
    }

    static double binary(int i) {
        return u(i) < 0.3 + 0.4 * a(i) ? 1 : 0;
    }

    static double count(int i) {
        return Math.floor(6 * u(i) * (0.5 + a(i)));
    }

    static double positive(int i) {
        return 0.2 + u(i) * (1 + a(i)) * Math.exp(b(i));
    }

    static double code(int i) {
        return Math.min(2, Math.floor(3 * ((u(i) + a(i)) / 2)));
    }

    static Dataset data(IntToDoubleFunction target) {
        double[][] x = new double[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            x[i] = new double[] {a(i), b(i)};
        }
        return Dataset.of(x, numbers(target)).withNames("a", "b");
    }

    static double[] numbers(IntToDoubleFunction of) {
        double[] numbers = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            numbers[i] = of.applyAsDouble(i);
        }
        return numbers;
    }

    static double[] weights() {
        return numbers(i -> 1 + i % 3);
    }

    static int[] clusters() {
        int[] clusters = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            clusters[i] = i % 7;
        }
        return clusters;
    }
}
