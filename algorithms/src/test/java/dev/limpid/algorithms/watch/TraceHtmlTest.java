package dev.limpid.algorithms.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limpid.core.training.Memory;
import dev.limpid.core.training.OracleCount;
import dev.limpid.core.training.Run;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.StopReason;
import dev.limpid.core.training.Stopping;
import dev.limpid.core.training.Trace;
import dev.limpid.core.training.Training;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TraceHtmlTest {

    private static Trace trace(int steps, IntToDoubleFunction objective) {
        Memory memory = Memory.empty();
        Run run = new Run() {
            @Override
            public Step step() {
                double[] t = memory.array("t", 1);
                t[0]++;
                double value = objective.applyAsDouble((int) t[0]);
                return new Step((long) t[0], value, 1 / t[0], 1, OracleCount.NONE, Map.of(), StopReason.RUNNING);
            }

            @Override
            public Memory memory() {
                return memory;
            }
        };
        return Training.of(run, trace -> trace, List.of(Stopping.maxIterations(steps)), List.of())
                .finish();
    }

    private static List<String> charts(String page) {
        List<String> charts = new ArrayList<>();
        Matcher matcher = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(page);
        while (matcher.find()) {
            charts.add(matcher.group());
        }
        return charts;
    }

    private static Element parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    @Test
    void chartsAreWellFormedAndHaveALineForEachFit() throws Exception {
        String page = TraceHtml.page("Fits", Map.of("one", trace(20, t -> 1.0 / t), "two", trace(5, t -> -t)));

        List<String> charts = charts(page);
        assertThat(charts).hasSize(2); // objective, gradient; there is no validation
        for (String chart : charts) {
            NodeList lines = parse(chart).getElementsByTagName("polyline");
            assertThat(lines.getLength()).isEqualTo(2);
        }
    }

    @Test
    void pointsLieInsideTheChartAndFollowTheNumbers() throws Exception {
        Element chart = parse(charts(TraceHtml.page("Fit", Map.of("fit", trace(50, t -> 50 - t))))
                .get(0));

        String points = ((Element) chart.getElementsByTagName("polyline").item(0)).getAttribute("points");
        String[] pairs = points.split(" ");

        assertThat(pairs).hasSize(50);
        assertThat(pairs[0]).isEqualTo("70.0,16.0"); // first step at the left, the largest value at the top
        assertThat(pairs[49]).isEqualTo("740.0,276.0");
        assertThat(pairs[7]).isEqualTo("165.7,53.1"); // 7/49 of the way
    }

    @Test
    void decadesGetALogarithmicScale() {
        String wide = TraceHtml.page("Fit", Map.of("fit", trace(9, t -> Math.pow(10, -t))));
        String narrow =
                charts(TraceHtml.page("Fit", Map.of("fit", trace(9, t -> t)))).get(0);

        assertThat(charts(wide).get(0)).contains("logarithmic").contains(">1e-05<");
        assertThat(narrow).doesNotContain("logarithmic").contains(">2<");
    }

    @Test
    void numbersThatAreNotFiniteAreLeftOut() throws Exception {
        String page = TraceHtml.page("Fit", Map.of("fit", trace(9, t -> t == 4 ? Double.NaN : t)));

        String points = ((Element) parse(charts(page).get(0))
                        .getElementsByTagName("polyline")
                        .item(0))
                .getAttribute("points");
        assertThat(points.split(" ")).hasSize(8);
        assertThat(points).doesNotContain("NaN");
    }

    @Test
    void oddTracesGiveAPageToo() throws Exception {
        for (Trace odd : List.of(
                new Trace(),
                trace(1, t -> 3),
                trace(3, t -> 7),
                trace(3, t -> 0),
                trace(3, t -> t * 1e300),
                trace(3, t -> 1e9 + t * 1e-7),
                trace(3, t -> t * 1e-310))) {
            for (String chart : charts(TraceHtml.page("Odd", Map.of("fit", odd)))) {
                parse(chart);
                assertThat(chart).doesNotContain("NaN").doesNotContain("Infinity");
            }
        }
    }

    @Test
    void longTracesAreThinned() {
        String page = TraceHtml.page("Long", Map.of("fit", trace(5000, t -> 1.0 / t)));

        assertThat(page.length()).isLessThan(40_000);
    }

    @Test
    void textIsEscaped() {
        String page = TraceHtml.page("a < b & \"c\"", Map.of("<script>alert('x')</script>", trace(3, t -> t)));

        assertThat(page)
                .contains("<h1>a &lt; b &amp; &quot;c&quot;</h1>")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        String page = TraceHtml.page("Fit", Map.of("fit", trace(3, t -> t)));

        assertThat(page)
                .doesNotContain("http")
                .doesNotContain("src=")
                .doesNotContain("url(")
                .doesNotContain("<link");
    }

    @Test
    void theEndOfEachFitIsInTheTable() {
        assertThat(TraceHtml.page("Fit", Map.of("fit", trace(3, t -> t))))
                .contains("<tr><td>fit</td><td>3</td><td>3.00000</td><td>0.333333</td><td>LIMIT: The limit of 3 steps");
    }

    @Test
    void theSameTraceGivesTheSamePage(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("fit.html");

        TraceHtml.write(path, "Fit", trace(30, t -> 1.0 / t), trace(30, t -> 2.0 / t));

        assertThat(Files.readString(path)).contains(">run 1<").contains(">run 2<");
        String first = Files.readString(path);
        TraceHtml.write(path, "Fit", trace(30, t -> 1.0 / t), trace(30, t -> 2.0 / t));
        assertThat(Files.readString(path)).isEqualTo(first);
    }

    @Test
    void aPageWithoutTracesIsRefused() {
        assertThatThrownBy(() -> TraceHtml.page("Fit", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("traces must have at least one entry, but was empty");
    }
}
