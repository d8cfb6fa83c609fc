package dev.limpid.algorithms.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.limpid.algorithms.SharedData;
import dev.limpid.core.data.Dataset;
import dev.limpid.core.data.Missing;
import dev.limpid.core.data.Rows;
import dev.limpid.core.loss.classification.LogisticLoss;
import dev.limpid.core.penalty.L2Penalty;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One group of newsgroups20 against the others: 11,314 posts, 32,443 raw counts, an intercept without a penalty and classes that
 * are nearly separable, so that the ridge is weak.
 */
class Newsgroups20Test {

    private static final int COLUMNS = 32_443;

    private static int[] groups = {};
    private static Rows x = Rows.sparse(1, new int[] {0}, new int[0], new double[0]);

    @BeforeAll
    static void read() throws IOException {
        List<String> lines;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(SharedData.path("newsgroups20/newsgroups20_counts_train.libsvm.gz"))),
                StandardCharsets.US_ASCII))) {
            lines = in.lines().toList();
        }
        int n = lines.size();
        groups = new int[n];
        int[] starts = new int[n + 1];
        int[] indices = new int[2_000_000];
        double[] values = new double[2_000_000];
        for (int i = 0; i < n; i++) {
            String[] words = lines.get(i).trim().split(" ", -1);
            groups[i] = Integer.parseInt(words[0]);
            starts[i + 1] = starts[i];
            for (int k = 1; k < words.length; k++) {
                int colon = words[k].indexOf(':');
                indices[starts[i + 1]] = Integer.parseInt(words[k].substring(0, colon)) - 1;
                values[starts[i + 1]++] = Double.parseDouble(words[k].substring(colon + 1));
            }
        }
        x = Rows.sparse(COLUMNS, starts, Arrays.copyOf(indices, starts[n]), Arrays.copyOf(values, starts[n]));
    }

    private static Dataset against(int group) {
        double[] y = Arrays.stream(groups).mapToDouble(g -> g == group ? 1 : 0).toArray();
        return Dataset.of(x, Missing.REFUSE, y);
    }

    private static LinearSpec spec(Dataset data) {
        return LinearModel.with(new LogisticLoss()).penalty(L2Penalty.of(1.0 / data.size()));
    }

    /**
     * F and ‖∇F‖∞ from raw coefficients, as the formula has them.
     *
     * <pre>
     *   F = (1/n)·Σᵢ log(1 + exp(fᵢ)) − yᵢ·fᵢ + λ/2·‖w‖²,   ∂F/∂w = (1/n)·Σᵢ (pᵢ − yᵢ)·xᵢ + λ·w,   ∂F/∂b = (1/n)·Σᵢ (pᵢ − yᵢ)
     * </pre>
     */
    private static double[] valueAndGradient(Dataset data, LinearModel model) {
        double[] w = model.coefficients()[0];
        double b = model.intercepts()[0];
        int n = data.size();
        double value = 0;
        double slope = 0;
        double[] g = new double[w.length];
        for (int i = 0; i < n; i++) {
            double y = data.targets().get(0).at(i);
            double f = x.dot(i, w) + b;
            value += (Math.max(f, 0) + Math.log1p(Math.exp(-Math.abs(f))) - y * f) / n;
            double residual = (1 / (1 + Math.exp(-f)) - y) / n;
            x.add(i, residual, g);
            slope += residual;
        }
        double largest = Math.abs(slope);
        for (int j = 0; j < w.length; j++) {
            value += w[j] * w[j] / 2 / n;
            largest = Math.max(largest, Math.abs(g[j] + w[j] / n));
        }
        return new double[] {value, largest};
    }

    /** The objectives are those of newton-cg of scikit-learn 1.2.1 with C = 1 and tol = 1e-7; its gradients are below 4e-12. */
    @ParameterizedTest(name = "group {0}")
    @CsvSource({"0, 0.007402865560339297", "10, 0.007953750454654043", "15, 0.010603798955726733"})
    void oneGroupAgainstTheOthersHasTheMinimumOfScikitLearn(int group, double minimum) {
        Dataset data = against(group);
        LinearModel model = spec(data).fit(data);
        double[] found = valueAndGradient(data, model);

        assertThat(model.recipe().toString())
                .contains(
                        "Tron",
                        "because rows are sparse, 32444 parameters make a large matrix, and products with it take no more"
                                + " than a gradient");
        assertThat(found[0]).isCloseTo(minimum, within(1e-9 * minimum));
        assertThat(found[1]).isLessThan(1e-8);
    }

    @Test
    void rowsAreNotCopied() {
        Dataset data = against(0);
        Design design = LinearFit.design(spec(data), data, new dev.limpid.algorithms.internal.Encoding(data.schema()));

        assertThat(design.encode(data).features()).isSameAs(data.features());
    }

    @Test
    void oneThreadGivesTheBitsOfTwo() {
        Dataset data = against(10);

        assertThat(spec(data).threads(1).fit(data).coefficients())
                .isDeepEqualTo(spec(data).threads(2).fit(data).coefficients());
    }
}
