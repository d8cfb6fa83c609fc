package dev.limpid.algorithms.linear.matrix;

import dev.limpid.algorithms.linear.matrix.Judge.Judged;
import dev.limpid.algorithms.linear.matrix.Judge.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The matrix in one line, and in a table by optimizer. */
final class Report {

    private Report() {}

    static String of(List<Judged> judged) {
        Map<String, List<Judged>> rows = new LinkedHashMap<>();
        for (Judged each : judged) {
            String optimizer = row(each);
            rows.computeIfAbsent(optimizer, name -> new ArrayList<>()).add(each);
        }
        StringBuilder table = new StringBuilder(line(judged));
        table.append(String.format(
                Locale.ROOT,
                "%n%-42s %6s %6s %6s %6s  %s",
                "optimizer",
                "cells",
                "agree",
                "refuse",
                "stop",
                "largest gap"));
        rows.forEach((optimizer, fits) -> table.append(String.format(
                Locale.ROOT,
                "%n%-42s %6d %6d %6d %6d  %.0e",
                optimizer,
                fits.size(),
                count(fits, Verdict.AGREES),
                count(fits, Verdict.REFUSED),
                count(fits, Verdict.STOPPED),
                fits.stream()
                        .mapToDouble(Judged::gap)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(Double.NaN))));
        return table.toString();
    }

    /** An optimizer's name; of a stochastic run that of its update. */
    private static String row(Judged judged) {
        String name = judged.cell().optimizer();
        return judged.cell().stochastic().isPresent() ? "Stochastic " + name.substring(0, name.indexOf(" by ")) : name;
    }

    private static String line(List<Judged> judged) {
        return "MATRIX cells=" + judged.size() + " agree=" + count(judged, Verdict.AGREES) + " refused="
                + count(judged, Verdict.REFUSED) + " stopped=" + count(judged, Verdict.STOPPED);
    }

    private static long count(List<Judged> judged, Verdict verdict) {
        return judged.stream().filter(each -> each.verdict() == verdict).count();
    }
}
