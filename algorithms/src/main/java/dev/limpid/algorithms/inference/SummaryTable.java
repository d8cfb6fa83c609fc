package dev.limpid.algorithms.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A summary as text in the manner of statsmodels. */
final class SummaryTable {

    private static final int NUMBER = 11;
    private static final int LEAST_NAME = 16;

    /** A chance below this one is printed as if it were this one, for it is rounding (R does so, too). */
    private static final double NOTHING = 2e-16;

    private static final String UNKNOWN = "n/a";

    /** Lines of warnings are broken before they get longer. */
    private static final int WIDTH = 100;

    /** A label and what stands at the other end of its half of the line. */
    private record Cell(String label, String value) {}

    private final Summary summary;
    private final SummaryHead head;
    private final int name;
    private final int width;
    private final StringBuilder text = new StringBuilder();

    SummaryTable(Summary summary) {
        this.summary = summary;
        this.head = summary.head();
        this.name = summary.coefficients().stream()
                .mapToInt(
                        row -> Math.max(row.name().length(), side(row.output()).length()))
                .reduce(LEAST_NAME, Math::max);
        this.width = name + 6 * NUMBER;
        head();
        coefficients();
        if (head.hazards()) {
            hazards();
        }
        warnings();
    }

    private void line(char c) {
        text.append(String.valueOf(c).repeat(width)).append('\n');
    }

    private void head() {
        String title = head.title();
        text.append(" ".repeat(Math.max(0, (width - title.length()) / 2)))
                .append(title)
                .append('\n');
        line('=');
        List<Cell> cells = cells();
        int k = 0;
        for (Cell cell : cells) {
            int half = k % 2 == 0 ? (width - 4) / 2 : width - 4 - (width - 4) / 2;
            int gap = Math.max(1, half - cell.label().length() - cell.value().length());
            text.append(cell.label()).append(" ".repeat(gap)).append(cell.value());
            text.append(k % 2 == 0 && k < cells.size() - 1 ? "    " : "\n");
            k++;
        }
    }

    private List<Cell> cells() {
        FitMeasures m = summary.measures();
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell("Family:", head.family().isEmpty() ? "unknown" : head.family()));
        cells.add(new Cell("Rows:", Integer.toString(m.rows())));
        cells.add(new Cell("Log-likelihood:", number(m.logLikelihood())));
        cells.add(new Cell(head.weight() + ":", number(m.weight())));
        cells.add(new Cell("AIC:", number(m.aic())));
        cells.add(new Cell("Coefficients:", Integer.toString(m.parameters())));
        cells.add(new Cell("BIC:", number(m.bic())));
        if (summary.tests().isEmpty()) {
            ofRows(m, cells);
        } else {
            ofTests(cells);
        }
        cells.add(new Cell("Condition number:", number(m.condition())));
        cells.add(new Cell("Standard errors:", head.errors().toString()));
        if (head.information() == Information.EXPECTED) {
            cells.add(new Cell("Information:", "expected"));
        }
        cells.removeIf(cell -> cell.value().equals(UNKNOWN)); // of a loss that is no likelihood there is little to say
        return cells;
    }

    private void ofRows(FitMeasures m, List<Cell> cells) {
        cells.add(new Cell("Residual degrees:", number(m.residualDegrees())));
        cells.add(new Cell("Deviance:", number(m.deviance())));
        cells.add(new Cell("Dispersion:", number(m.dispersion())));
        cells.add(new Cell("Null deviance:", number(m.nullDeviance())));
        cells.add(new Cell(head.family().equals("Gaussian") ? "R²:" : "1 − D/D₀:", number(m.rSquared())));
        String test = head.usesT()
                ? "F(" + m.statisticDegrees() + ", " + number(m.residualDegrees()) + "):"
                : "χ²(" + m.statisticDegrees() + "):";
        cells.add(new Cell(test, number(m.statistic())));
        cells.add(new Cell("P of that:", chance(m.pValue())));
    }

    private void ofTests(List<Cell> cells) {
        cells.add(new Cell("Concordance:", number(summary.concordance().orElse(Double.NaN))));
        for (GlobalTest test : summary.tests()) {
            String label =
                    Character.toUpperCase(test.name().charAt(0)) + test.name().substring(1);
            cells.add(new Cell(label + " χ²(" + test.degrees() + "):", number(test.statistic())));
            cells.add(new Cell("P of that:", chance(test.pValue())));
        }
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
                cell(chance(row.pValue()));
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
        String letter = head.usesT() ? "t" : "z";
        double tail = (1 - head.confidence()) / 2;
        List.of("coef", "std err", letter, "P>|" + letter + "|", "[" + percent(tail), percent(1 - tail) + "]")
                .forEach(this::cell);
        text.append('\n');
        line('-');
    }

    /** Which score the lines are of, and from which it counts. */
    private String side(int output) {
        if (head.outputs().size() == 1) {
            return "";
        }
        boolean relative = summary.coefficients().get(0).output() > 0;
        return head.outputs().get(output)
                + (relative ? " from " + head.outputs().get(0) : "");
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
                ? UNKNOWN
                : Math.abs(x) < 1e6 ? String.format(Locale.ROOT, "%.3f", x) : String.format(Locale.ROOT, "%.2e", x);
    }

    /** Four decimals, or as many digits as a small one has to be told by. */
    private static String chance(double p) {
        return Double.isNaN(p)
                ? UNKNOWN
                : p < NOTHING ? "<2e-16" : String.format(Locale.ROOT, p < 1e-3 ? "%.2e" : "%.4f", p);
    }

    /** Five digits, four below 1, without zeros that say nothing. */
    private static String number(double x) {
        if (Double.isNaN(x)) {
            return UNKNOWN;
        }
        if (x == Math.rint(x) && Math.abs(x) < 1e7) {
            return Long.toString((long) x);
        }
        double size = Math.abs(x);
        if (size < 1e-4 || size >= 1e7) {
            return String.format(Locale.ROOT, "%.3e", x);
        }
        int whole = (int) Math.floor(Math.log10(size)) + 1;
        return String.format(Locale.ROOT, "%." + Math.max(0, (size < 1 ? 4 : 5) - whole) + "f", x);
    }

    /** What coefficients multiply hazards by, with its inverse and its interval, as R's {@code coxph} has them. */
    private void hazards() {
        text.append(" ".repeat(name));
        double tail = (1 - head.confidence()) / 2;
        List.of("exp(coef)", "exp(-coef)", "[" + percent(tail), percent(1 - tail) + "]")
                .forEach(this::cell);
        text.append('\n');
        line('-');
        for (CoefficientRow row : summary.coefficients()) {
            if (row.isEstimated()) {
                text.append(row.name()).append(" ".repeat(name - row.name().length()));
                cell(number(Math.exp(row.estimate())));
                cell(number(Math.exp(-row.estimate())));
                cell(number(Math.exp(row.lower())));
                cell(number(Math.exp(row.upper())));
                text.append('\n');
            }
        }
        line('=');
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
