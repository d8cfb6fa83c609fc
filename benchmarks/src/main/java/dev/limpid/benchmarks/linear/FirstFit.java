package dev.limpid.benchmarks.linear;

import dev.limpid.algorithms.data.Csv;
import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearRegression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The first linear fit of a JVM, from a CSV file: a process from its start to its end, on the class path of these benchmarks. */
final class FirstFit implements Case {

    private static final int ROWS = 1000;
    private static final int COLUMNS = 10;

    /** Coefficients are read as they were written; beyond this they are those of something else. */
    private static final double ROUNDING = 1e-9;

    @Override
    public String name() {
        return "first-fit";
    }

    @Override
    public String about() {
        return "a JVM that reads a CSV file of 1,000 x 10 and fits a linear regression, from start to end";
    }

    @Override
    public void run(Options options) throws IOException {
        Path csv = Files.createTempFile("limpid-first-fit", ".csv");
        try {
            Files.write(csv, lines());
            double[] seconds = new double[options.rounds()];
            double worst = 0;
            for (int k = 0; k < seconds.length; k++) {
                long start = System.nanoTime();
                List<String> said = ChildJvm.run(Program.class, List.of(), List.of(csv.toString()));
                seconds[k] = (System.nanoTime() - start) / 1e9;
                worst = Math.max(worst, error(said));
            }
            Arrays.sort(seconds);
            System.out.println(Contest.format(
                    "RATIO %s limpid=%.3f peer=none:NaN ratio=NaN quality=error:%.1e<=%.0e,least:%.3f,most:%.3f",
                    name(), seconds[seconds.length / 2], worst, ROUNDING, seconds[0], seconds[seconds.length - 1]));
            if (!(worst <= ROUNDING)) {
                throw new IllegalStateException(
                        "coefficients must be within " + ROUNDING + ", but are off by " + worst);
            }
        } finally {
            Files.delete(csv);
        }
    }

    /** y = 1·x₀ + 2·x₁ + … without noise. */
    private static List<String> lines() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder();
        for (int j = 0; j < COLUMNS; j++) {
            head.append('x').append(j).append(',');
        }
        lines.add(head + "y");
        for (int i = 0; i < ROWS; i++) {
            StringBuilder line = new StringBuilder();
            double y = 0;
            for (int j = 0; j < COLUMNS; j++) {
                double x = random.nextDouble();
                line.append(x).append(',');
                y += (j + 1) * x;
            }
            lines.add(line.toString() + y);
        }
        return lines;
    }

    private static double error(List<String> said) {
        double worst = 0;
        for (int j = 0; j < COLUMNS; j++) {
            worst = Math.max(worst, Math.abs(Double.parseDouble(said.get(j)) - (j + 1)));
        }
        return worst;
    }

    /** What the new JVM does. */
    static final class Program {

        private Program() {}

        /** Prints the coefficients of a regression on the columns of a file. */
        public static void main(String[] arguments) {
            LinearModel model = LinearRegression.of()
                    .fit(Csv.of(Path.of(arguments[0])).target("y").read());
            for (double w : model.coefficients()[0]) {
                System.out.println(w);
            }
        }
    }
}
