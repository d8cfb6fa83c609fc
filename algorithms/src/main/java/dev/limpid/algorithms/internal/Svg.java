package dev.limpid.algorithms.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A chart of curves as an SVG element. */
public final class Svg {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 320;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 16;
    private static final int BOTTOM = 44;
    private static final int LEGEND_LINE = 18;

    /** Curves with a line in the legend. */
    public static final int LEGEND = 12;

    /** Colours that people with any colour vision tell apart (Okabe, Ito 2008). */
    private static final List<String> COLORS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

    private static final List<String> DASHES = List.of("none", "6 3", "2 3");

    private Svg() {}

    /** A chart of curves over steps. */
    public static String chart(String name, List<Curve> curves) {
        return chart(name, "step", curves, List.of());
    }

    /** A vertical bar from one height to another. */
    public record Bar(double x, double low, double high) {}

    /**
     * A chart of curves, with error bars behind them.
     *
     * @param name what it shows, for those who hear it
     * @param below what runs from left to right
     * @param curves the curves; the first of them have a line in the legend
     * @param bars the bars
     */
    public static String chart(String name, String below, List<Curve> curves, List<Bar> bars) {
        Axis x = Axis.linear(
                curves.stream().mapToDouble(Curve::minX).min().orElse(0),
                curves.stream().mapToDouble(Curve::maxX).max().orElse(1));
        Axis y = Axis.fitting(
                DoubleStream.concat(
                                curves.stream().mapToDouble(Curve::minY),
                                bars.stream().mapToDouble(Bar::low))
                        .min()
                        .orElse(0),
                DoubleStream.concat(
                                curves.stream().mapToDouble(Curve::maxY),
                                bars.stream().mapToDouble(Bar::high))
                        .max()
                        .orElse(1));
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\" font-size=\"12\">\n",
                WIDTH,
                HEIGHT,
                escape(name)));
        axes(svg, x, y, below);
        for (Bar bar : bars) {
            double place = across(x.place(bar.x()));
            line(svg, place, down(y.place(bar.low())), place, down(y.place(bar.high())), "#bbb");
        }
        for (int k = 0; k < curves.size(); k++) {
            curve(svg, curves.get(k), x, y, k);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void axes(StringBuilder svg, Axis x, Axis y, String below) {
        for (double tick : y.ticks()) {
            double place = down(y.place(tick));
            line(svg, LEFT, place, WIDTH - RIGHT, place, "#ddd");
            text(svg, LEFT - 8, place + 4, "end", y.label(tick));
        }
        for (double tick : x.ticks()) {
            double place = across(x.place(tick));
            line(svg, place, HEIGHT - BOTTOM, place, HEIGHT - BOTTOM + 5, "#888");
            text(svg, place, HEIGHT - BOTTOM + 18, "middle", x.label(tick));
        }
        line(svg, LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "#888");
        text(
                svg,
                (LEFT + WIDTH - RIGHT) / 2.0,
                HEIGHT - 8,
                "middle",
                below + (y.logarithmic() ? " (logarithmic scale upwards)" : ""));
    }

    private static void curve(StringBuilder svg, Curve curve, Axis x, Axis y, int k) {
        String color = COLORS.get(k % COLORS.size());
        String dash = DASHES.get(k / COLORS.size() % DASHES.size());
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"").append(color);
        svg.append("\" stroke-dasharray=\"").append(dash).append("\" points=\"");
        for (int i = 0; i < curve.size(); i++) {
            svg.append(i == 0 ? "" : " ").append(number(across(x.place(curve.x()[i]))));
            svg.append(',').append(number(down(y.place(curve.y()[i]))));
        }
        svg.append("\"/>\n");
        if (curve.size() == 1) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%s\" cy=\"%s\" r=\"3\" fill=\"%s\"/>\n",
                    number(across(x.place(curve.x()[0]))),
                    number(down(y.place(curve.y()[0]))),
                    color));
        }
        if (k >= LEGEND) {
            return;
        }
        double height = TOP + 4.0 + k * LEGEND_LINE;
        line(svg, WIDTH - RIGHT - 34, height, WIDTH - RIGHT - 8, height, color);
        text(svg, WIDTH - RIGHT - 40, height + 4, "end", curve.label());
    }

    private static double across(double place) {
        return LEFT + place * (WIDTH - LEFT - RIGHT);
    }

    private static double down(double place) {
        return HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM);
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2, String color) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>\n",
                number(x1),
                number(y1),
                number(x2),
                number(y2),
                color));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n",
                number(x),
                number(y),
                anchor,
                escape(words)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Text as it may stand in HTML and SVG, inside elements and attributes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
