package dev.limpid.algorithms.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A summary as text in the manner of statsmodels. */
final class SummaryTable {

    private static final int NUMBER = 11;
    private static final int LEAST_NAME = 16;

    /** Lines of warnings are broken before they get longer. */
    private static final int WIDTH = 100;

    private final Summary summary;
    private final int name;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    SummaryTable(Summary summary) {
        this.summary = summary;
        this.name = summary.coefficients().stream()
                .mapToInt(
                        row -> Math.max(row.name().length(), side(row.output()).length()))
                .reduce(LEAST_NAME, Math::max);
        this.width = name + 6 * NUMBER;
        head();
        coefficients();
        warnings();
    }

    private void line(char c) {
        text.append(String.valueOf(c).repeat(width)).append('\n');
    }

    private void head() {
        String title = summary.title();
        text.append(" ".repeat(Math.max(0, (width - title.length()) / 2)))
                .append(title)
                .append('\n');
        line('=');
        Map<String, String> cells = cells();
        int k = 0;
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            int half = k % 2 == 0 ? (width - 4) / 2 : width - 4 - (width - 4) / 2;
            int gap =
                    Math.max(1, half - cell.getKey().length() - cell.getValue().length());
            text.append(cell.getKey()).append(" ".repeat(gap)).append(cell.getValue());
            text.append(k % 2 == 0 && k < cells.size() - 1 ? "    " : "\n");
            k++;
        }
    }

    private Map<String, String> cells() {
        FitMeasures m = summary.measures();
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("Family:", summary.family().isEmpty() ? "unknown" : summary.family());
        cells.put("Rows:", Integer.toString(m.rows()));
        cells.put("Log-likelihood:", number(m.logLikelihood()));
        cells.put("Sum of weights:", number(m.weight()));
        cells.put("AIC:", number(m.aic()));
        cells.put("Coefficients:", Integer.toString(m.parameters()));
        cells.put("BIC:", number(m.bic()));
        cells.put("Residual degrees:", number(m.residualDegrees()));
        cells.put("Deviance:", number(m.deviance()));
        cells.put("Dispersion:", number(m.dispersion()));
        cells.put("Null deviance:", number(m.nullDeviance()));
        cells.put(summary.family().equals("Gaussian") ? "R²:" : "1 − D/D₀:", number(m.rSquared()));
        boolean f = summary.usesT();
        cells.put(
                (f
                                ? "F(" + m.statisticDegrees() + ", " + number(m.residualDegrees()) + ")"
                                : "χ²(" + m.statisticDegrees() + ")")
                        + ":",
                number(m.statistic()));
        cells.put("P of that:", number(m.pValue()));
        cells.put("Condition number:", number(m.condition()));
        cells.put("Standard errors:", summary.errors().toString());
        return cells;
    }

    private void coefficients() {
        int output = -1;
        for (CoefficientRow row : summary.coefficients()) {
            if (row.output() != output) {
                header(row.output());
                output = row.output();
            }
            text.append(row.name()).append(" ".repeat(name - row.name().length()));
            if (row.isEstimated()) {
                cell(number(row.estimate()));
                cell(number(row.standardError()));
                cell(decimals(row.statistic()));
                cell(decimals(row.pValue()));
                cell(number(row.lower()));
                cell(number(row.upper()));
            } else {
                cell(number(row.estimate()));
                text.append("   (").append(row.note()).append(')');
            }
            text.append('\n');
        }
        line('=');
    }

    private void header(int output) {
        line(output == summary.coefficients().get(0).output() ? '=' : '-');
        String side = side(output);
        text.append(side).append(" ".repeat(Math.max(0, name - side.length())));
        String letter = summary.usesT() ? "t" : "z";
        double tail = (1 - summary.confidence()) / 2;
        List.of("coef", "std err", letter, "P>|" + letter + "|", "[" + percent(tail), percent(1 - tail) + "]")
                .forEach(this::cell);
        text.append('\n');
        line('-');
    }

    /** Which score the lines are of, and from which it counts. */
    private String side(int output) {
        if (summary.outputs().size() == 1) {
            return "";
        }
        boolean relative = summary.coefficients().get(0).output() > 0;
        return summary.outputs().get(output)
                + (relative ? " from " + summary.outputs().get(0) : "");
    }

    private static String percent(double part) {
        String digits = String.format(Locale.ROOT, "%.4f", part);
        return digits.endsWith("0") ? digits.substring(0, digits.length() - 1) : digits;
    }

    private void cell(String number) {
        text.append(" ".repeat(Math.max(1, NUMBER - number.length()))).append(number);
    }

    private static String decimals(double x) {
        return Double.isNaN(x)
                ? "n/a"
                : Math.abs(x) < 1e6 ? String.format(Locale.ROOT, "%.3f", x) : String.format(Locale.ROOT, "%.2e", x);
    }

    /** Five digits, without zeros that say nothing. */
    private static String number(double x) {
        if (Double.isNaN(x)) {
            return "n/a";
        }
        if (x == Math.rint(x) && Math.abs(x) < 1e7) {
            return Long.toString((long) x);
        }
        double size = Math.abs(x);
        if (size < 1e-4 || size >= 1e7) {
            return String.format(Locale.ROOT, "%.3e", x);
        }
        int whole = size < 1 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
        return String.format(Locale.ROOT, "%." + Math.max(0, 5 - whole) + "f", x);
    }

    private void warnings() {
        int k = 0;
        for (String warning : summary.warnings()) {
            k++;
            StringBuilder out = new StringBuilder("[" + k + "]");
            for (String word : warning.split(" ", -1)) {
                if (out.length() + 1 + word.length() > WIDTH) {
                    text.append(out).append('\n');
                    out = new StringBuilder("   ");
                }
                out.append(' ').append(word);
            }
            text.append(out).append('\n');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
