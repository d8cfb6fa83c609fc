package dev.limpid.algorithms.watch;

import dev.limpid.algorithms.internal.Curve;
import dev.limpid.algorithms.internal.Svg;
import dev.limpid.core.training.Step;
import dev.limpid.core.training.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A page with the curves of fits: objective, validation loss and gradient, step by step, as SVG. It needs no script and nothing
 * from elsewhere, so it can be mailed, archived and looked at in any browser.
 *
 * @since 0.1.0
 */
public final class TraceHtml {

    private static final String STYLE =
            "body{font:15px/1.5 sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#222}"
                    + "table{border-collapse:collapse;margin:1rem 0}td,th{padding:.2rem .8rem;text-align:right;border-bottom:1px solid #ddd}"
                    + "td:first-child,th:first-child,td:last-child,th:last-child{text-align:left}svg{width:100%;height:auto}";

    private TraceHtml() {}

    /**
     * Writes a page with the curves of fits that are called {@code run 1}, {@code run 2}, ….
     *
     * @param path file to write; overwritten
     * @param title heading of the page
     * @param traces the fits, at least one
     * @throws IOException if the file can't be written
     */
    public static void write(Path path, String title, Trace... traces) throws IOException {
        Map<String, Trace> named = new LinkedHashMap<>();
        for (Trace trace : traces) {
            named.put("run " + (named.size() + 1), trace);
        }
        write(path, title, named);
    }

    /**
     * Writes a page with the curves of fits.
     *
     * @param path file to write; overwritten
     * @param title heading of the page
     * @param traces the fits by name, in their order, at least one
     * @throws IOException if the file can't be written
     */
    public static void write(Path path, String title, Map<String, Trace> traces) throws IOException {
        Files.writeString(path, page(title, traces), StandardCharsets.UTF_8);
    }

    /**
     * Returns the page as text.
     *
     * @param title heading of the page
     * @param traces the fits by name, in their order, at least one
     * @return HTML
     */
    public static String page(String title, Map<String, Trace> traces) {
        if (traces.isEmpty()) {
            throw new IllegalArgumentException("traces must have at least one entry, but was empty");
        }
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<title>")
                .append(Svg.escape(title))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n");
        page.append("<body>\n<h1>").append(Svg.escape(title)).append("</h1>\n");
        chart(page, "Objective", traces, Trace::objective);
        chart(page, "Validation loss", traces, trace -> trace.series(Step.VALIDATION));
        chart(
                page,
                "Gradient (largest entry)",
                traces,
                trace -> trace.steps().stream().mapToDouble(Step::gradientNorm).toArray());
        table(page, traces);
        return page.append("</body>\n</html>\n").toString();
    }

    private static void chart(
            StringBuilder page, String name, Map<String, Trace> traces, Function<Trace, double[]> values) {
        List<Curve> curves = new ArrayList<>();
        traces.forEach((label, trace) -> {
            double[] x = trace.steps().stream().mapToDouble(Step::iteration).toArray();
            Curve curve = Curve.of(label, x, values.apply(trace));
            if (curve.size() > 0) {
                curves.add(curve);
            }
        });
        if (!curves.isEmpty()) {
            page.append("<h2>").append(name).append("</h2>\n").append(Svg.chart(name, curves));
        }
    }

    private static void table(StringBuilder page, Map<String, Trace> traces) {
        page.append("<table>\n<tr><th>fit</th><th>steps</th><th>objective</th><th>gradient</th><th>end</th></tr>\n");
        traces.forEach((label, trace) -> {
            page.append("<tr><td>")
                    .append(Svg.escape(label))
                    .append("</td><td>")
                    .append(trace.size())
                    .append("</td>");
            if (trace.size() > 0) {
                Step last = trace.last();
                page.append("<td>")
                        .append(number(last.objective()))
                        .append("</td><td>")
                        .append(number(last.gradientNorm()));
                page.append("</td><td>")
                        .append(Svg.escape(last.stop().toString()))
                        .append("</td>");
            }
            page.append("</tr>\n");
        });
        page.append("</table>\n");
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.6g", value);
    }
}
