package dev.limpid.testkit.internal.loss;

import dev.limpid.core.loss.Unit;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Differences.Estimate;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** First and second derivatives beside differences. */
public final class GradientTests {

    private GradientTests() {}

    /**
     * Compares the gradient with differences of the value at all points.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome gradient(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        Outcome noisy = NoiseTest.value(probe);
        if (noisy.isFailure()) {
            return noisy;
        }
        List<Reading> readings = new ArrayList<>();
        for (LossProbe.Case given : probe.cases()) {
            double noise = probe.valueNoise(given);
            double slack = probe.gradientNoise(given);
            for (double[] f : probe.scores(given)) {
                readings.addAll(readings(probe, new LossProbe.Point(given, f), noise, slack));
            }
        }
        return judge(probe, readings, "gradient", "value");
    }

    /**
     * Compares the gradient with differences of the value at one point.
     *
     * @param subject a loss of rows
     * @param y the row's targets
     * @param f its scores
     * @return the outcome
     */
    public static Outcome gradientAt(LossSubject subject, double[] y, double[] f) {
        double[][] columns = new double[y.length][1];
        for (int t = 0; t < y.length; t++) {
            columns[t][0] = y[t];
        }
        return gradientAt(subject, new LossProbe.Case(columns, new double[] {1}), f);
    }

    /**
     * Compares the gradient with differences of the value at one point.
     *
     * @param subject a loss of units
     * @param unit the unit
     * @return the outcome
     */
    public static Outcome gradientAt(LossSubject subject, Unit unit) {
        return gradientAt(subject, new LossProbe.Case(unit.y(), unit.w()), unit.f());
    }

    private static Outcome gradientAt(LossSubject subject, LossProbe.Case given, double[] f) {
        LossProbe probe = LossProbe.of(subject);
        List<Reading> readings = readings(
                probe, new LossProbe.Point(given, f.clone()), probe.valueNoise(given), probe.gradientNoise(given));
        if (readings.isEmpty()) {
            return Outcome.vacuous("value is not finite around this point, so there is nothing to compare with.");
        }
        return readings.stream().allMatch(Reading::right)
                ? Outcome.passed()
                : judge(probe, readings, "gradient", "value");
    }

    private static List<Reading> readings(LossProbe probe, LossProbe.Point point, double noise, double slack) {
        double[] g = probe.gradient(point.with(point.f().clone()));
        List<Reading> readings = new ArrayList<>();
        for (int k = 0; k < g.length; k++) {
            int component = k;
            Reading reading = Reading.of(
                    point,
                    k,
                    g[k],
                    x -> {
                        double[] f = point.f().clone();
                        f[component] = x;
                        return probe.value(point.given(), f);
                    },
                    noise,
                    slack);
            if (reading.isMeasured()) {
                readings.add(reading);
            }
        }
        return readings;
    }

    /**
     * Compares the second derivative with differences of the gradient.
     *
     * @param subject the loss
     * @return the outcome; not applicable if the loss states none
     */
    public static Outcome secondDerivative(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        List<Reading> readings = new ArrayList<>();
        for (LossProbe.Case given : probe.cases()) {
            double noise = probe.gradientNoise(given);
            for (double[] f : probe.scores(given)) {
                try {
                    readings.addAll(secondReadings(probe, new LossProbe.Point(given, f), noise));
                } catch (UnsupportedOperationException none) {
                    return Outcome.notApplicable("no second derivative declared");
                }
            }
        }
        if (readings.stream().noneMatch(Reading::saysSomething)) {
            return readings.stream().allMatch(r -> r.stated() == 0)
                    ? Outcome.passed() // a loss of straight pieces: all second derivatives are 0, and stated so
                    : Outcome.vacuous("All second derivatives are lost in rounding.");
        }
        return judge(probe, readings, "secondDerivative", "gradient");
    }

    private static List<Reading> secondReadings(LossProbe probe, LossProbe.Point point, double noise) {
        int k = point.f().length;
        double[][] second = new double[k][k];
        probe.second(point.given(), point.f().clone(), second);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                int row = i;
                int column = j;
                Reading reading = Reading.of(
                        point,
                        column,
                        second[row][column],
                        x -> {
                            double[] f = point.f().clone();
                            f[column] = x;
                            return probe.gradient(point.with(f))[row];
                        },
                        noise,
                        noise);
                if (reading.isMeasured()) {
                    readings.add(reading);
                }
            }
        }
        return readings;
    }

    private static Outcome judge(LossProbe probe, List<Reading> readings, String method, String below) {
        List<Reading> telling = readings.stream().filter(Reading::saysSomething).toList();
        List<Reading> wrong = telling.stream().filter(r -> !r.right()).toList();
        if (telling.isEmpty()) {
            return Outcome.vacuous("All " + readings.size() + " numbers looked at are 0, as if " + below
                    + " did not depend on the score.");
        }
        if (!wrong.isEmpty()) {
            return Outcome.failed(describe(probe, readings, wrong, method, below));
        }
        return Outcome.passed();
    }

    private static String describe(
            LossProbe probe, List<Reading> all, List<Reading> wrong, String method, String below) {
        Reading shown = wrong.stream()
                .min(Comparator.comparingDouble(r -> Math.abs(Math.log(Math.max(1e-12, Math.abs(r.f()))))))
                .orElseThrow();
        Estimate measured = shown.measured();
        String component = shown.point().f().length > 1 ? ", component " + shown.component() : "";
        String label = "derivative of " + below;
        int width = Math.max(label.length(), method.length()) + 2;
        return "at " + probe.print(shown.point()) + component + "\n"
                + "  " + pad(method, width) + shown.stated() + "\n"
                + "  " + pad(label, width) + measured.value() + "  (± " + Text.brief(measured.error()) + ")\n"
                + "  " + pad("ratio", width) + Text.ratio(shown.ratio()) + "\n"
                + "Likely cause: " + new Diagnosis(probe, all, method, below).sentence()
                + (method.equals("gradient") ? "\nReplay: " + probe.replay(shown.point()) : "");
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
