package dev.limpid.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.algorithms.boosting.GradientBoosting;
import dev.limpid.algorithms.linear.LinearModel;
import dev.limpid.algorithms.model.Model;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.explain.Explanation;
import dev.limpid.core.penalty.L2Penalty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job says what it promises, and its explanations add up on every hour of the data. */
class BikeDemandTest {

    @TempDir
    Path folder;

    @Test
    void linearExplanationsAddUpOnEveryRow() throws IOException {
        Dataset bikes = BikeDemand.read();

        explainsEveryRow(
                LinearModel.with(new StockoutLoss()).penalty(L2Penalty.of(1e-3)).fit(bikes), bikes, 1);
    }

    @Test
    void boostedExplanationsAddUpOnEveryRow() throws IOException {
        Dataset bikes = BikeDemand.read();
        int rounds = 40;

        explainsEveryRow(
                GradientBoosting.with(new StockoutLoss()).rounds(rounds).fit(bikes), bikes, rounds);
    }

    /** Each part of a sum is itself a sum of at most {@code termsOfAPart} numbers. */
    private static void explainsEveryRow(Model model, Dataset data, int termsOfAPart) {
        double[] scores = model.scores(data)[0];
        for (int i = 0; i < data.size(); i++) {
            Explanation why = model.explain(data.row(i));
            double size = 0;
            for (Explanation part : why.parts()) {
                size += Math.abs(part.value());
            }
            double bound = 4.0 * why.parts().size() * termsOfAPart * Math.ulp(1.0) * size;

            assertThat(why.value()).as("row %d", i).isEqualTo(scores[i]);
            assertThat(Math.abs(why.recompute() - scores[i])).as("row %d", i).isLessThanOrEqualTo(bound);
        }
    }

    @Test
    void theJobPrintsEachOfItsPartsAndWritesThePage() throws IOException {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            BikeDemand.main(new String[] {folder.toString()});
        } finally {
            System.setOut(out);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("F(w, b) = (1/Σv) Σᵢ vᵢ·ℓ(yᵢ, w·xᵢ + b) + 0.001/2·‖w‖²")
                .contains("loss: StockoutLoss: 4·r² if r < 0, else r²,  r = f − y  instead of  SquaredLoss: ½(f − y)²")
                .contains("objective after step 2")
                .contains("start, the best constant");
        assertThat(folder.resolve("bike-demand.html")).content().contains("<svg", "linear model", "boosted trees");
    }
}
