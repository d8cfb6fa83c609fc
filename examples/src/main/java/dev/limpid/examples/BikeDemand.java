package dev.limpid.examples;

import dev.limpid.algorithms.boosting.BoostingSpec;
import dev.limpid.algorithms.boosting.GradientBoosting;
import dev.limpid.algorithms.data.Csv;
import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.linear.LinearSpec;
import dev.limpid.algorithms.model.Model;
import dev.limpid.algorithms.watch.TraceHtml;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Recipe;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.loss.regression.SquaredLoss;
import dev.limpid.core.penalty.L2Penalty;
import dev.limpid.core.training.Trace;
import dev.limpid.core.training.Training;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The main job: hourly demand for rental bikes, where a bike that is missing costs four times as much as one that stands
 * idle.
 *
 * <p>One loss, written once ({@link StockoutLoss}), trains a linear model and a boosted one on two years of hours; the last
 * eight weeks are held out. The program prints what was fitted, how the fit went, what it costs, and why one hour got its
 * forecast.
 */
public final class BikeDemand {

    private static final int HELD_OUT = 8 * 7 * 24;

    private BikeDemand() {}

    /**
     * Runs the job.
     *
     * @param arguments folder for the HTML page; {@code target} if there is none
     * @throws IOException if the page can't be written
     */
    public static void main(String[] arguments) throws IOException {
        long begin = System.nanoTime();
        Path folder = Files.createDirectories(Path.of(arguments.length > 0 ? arguments[0] : "target"));
        Dataset bikes = read();
        Dataset train = bikes.slice(0, bikes.size() - HELD_OUT);
        Dataset test = bikes.slice(bikes.size() - HELD_OUT, bikes.size());
        Loss loss = new StockoutLoss();

        LinearSpec linear = LinearModel.with(loss).penalty(L2Penalty.of(1e-3));
        LinearSpec plainLinear = LinearModel.with(new SquaredLoss()).penalty(L2Penalty.of(1e-3));
        BoostingSpec boosted = GradientBoosting.with(loss).rounds(200);
        BoostingSpec plainBoosted = GradientBoosting.with(new SquaredLoss()).rounds(200);

        Training<LinearModel> training = linear.begin(train);
        training.step();
        training.step();
        String secondStep = training.explainStep().toString();
        LinearModel line = training.finish();
        LinearModel plainLine = plainLinear.fit(train);
        title("What was fitted");
        System.out.println(line.recipe());
        title("What changes against squared loss");
        System.out.println(Recipe.diff(plainLine.recipe(), line.recipe()));
        title("How the linear model learned");
        System.out.println(line.trace());
        title("One step in numbers");
        System.out.println(secondStep);

        title("The same loss, unchanged, trains boosted trees");
        GradientBoosting trees = boosted.fit(train);
        System.out.println(boosted.recipe());
        System.out.println(trees.trace());
        Path page = folder.resolve("bike-demand.html");
        Map<String, Trace> curves = new LinkedHashMap<>();
        curves.put("linear model", line.trace());
        curves.put("boosted trees", trees.trace());
        TraceHtml.write(page, "Bike demand", curves);
        System.out.println("The curves: " + page);

        title("What it costs on the last eight weeks, per hour (4 a missing bike, 1 an idle bike)");
        row("", "squared loss", "stockout loss");
        row("linear model", cost(plainLine, test), cost(line, test));
        row("boosted trees", cost(plainBoosted.fit(train), test), cost(trees, test));

        title("Why the forecast for " + hour(test, 17));
        System.out.println(trees.explain(test.row(17), 0));
        System.out.printf(Locale.ROOT, "%n%.1f seconds%n", (System.nanoTime() - begin) / 1e9);
    }

    static Dataset read() throws IOException {
        try (Reader csv = new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(
                        BikeDemand.class.getResourceAsStream("bike_hour.csv.gz"), "bike_hour.csv.gz")),
                StandardCharsets.UTF_8)) {
            return Csv.of(csv, "bike_hour.csv.gz")
                    .target("cnt")
                    .drop("instant", "dteday", "casual", "registered")
                    .categorical("season", "mnth", "hr", "weekday", "weathersit")
                    .read();
        }
    }

    /** Mean cost of an hour: 4 for each bike that was missing, 1 for each that stood idle. */
    private static double cost(Model model, Dataset hours) {
        double[] forecast = model.scores(hours)[0];
        double sum = 0;
        for (int i = 0; i < forecast.length; i++) {
            double r = forecast[i] - hours.targets().get(0).at(i);
            sum += r < 0 ? -4 * r : r;
        }
        return sum / forecast.length;
    }

    private static String hour(Dataset data, int row) {
        return data.row(row) + " (rented: " + Math.round(data.targets().get(0).at(row)) + ")";
    }

    private static void title(String text) {
        System.out.println("\n== " + text);
    }

    private static void row(String name, Object first, Object second) {
        System.out.printf(Locale.ROOT, "%-16s %14s %14s%n", name, cell(first), cell(second));
    }

    private static String cell(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : value.toString();
    }
}
