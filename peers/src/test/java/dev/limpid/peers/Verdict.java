package dev.limpid.peers;

import dev.limpid.core.explain.Part;
import dev.limpid.core.loss.Loss;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.update.Update;
import dev.limpid.testkit.declaration.LossDeclaration;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.declaration.PenaltySubject;
import dev.limpid.testkit.declaration.UpdateDeclaration;
import dev.limpid.testkit.declaration.UpdateSubject;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import dev.limpid.testkit.law.PenaltyLaws;
import dev.limpid.testkit.law.Report;
import dev.limpid.testkit.law.UpdateLaws;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the laws say of a part.
 *
 * @param line how many laws were run
 * @param broken the text of each law that was found broken, by id
 */
record Verdict(String line, Map<String, String> broken) {

    static Verdict of(Loss loss) {
        return of(loss, LossLaws.all(), LossSubject.of(loss));
    }

    static Verdict of(Penalty penalty) {
        return of(penalty, PenaltyLaws.all(), PenaltySubject.of(penalty));
    }

    static Verdict of(Update update) {
        return of(update, UpdateLaws.all(), UpdateSubject.of(update));
    }

    static Verdict of(Loss loss, LossDeclaration declares) {
        return of(loss, LossLaws.all(), new LossSubject(loss, declares));
    }

    static Verdict of(Update update, UpdateDeclaration declares) {
        return of(update, UpdateLaws.all(), new UpdateSubject(update, declares));
    }

    private static <T> Verdict of(Part part, List<Law<T>> laws, T subject) {
        Report report = Report.of(part.name(), laws, () -> subject, Map.of());
        Map<String, String> broken = report.entries().stream()
                .filter(entry -> entry.outcome().isFailure())
                .collect(Collectors.toMap(
                        entry -> entry.law().id(), entry -> entry.outcome().text(), (a, b) -> a, TreeMap::new));
        Verdict verdict = new Verdict(report.line(), broken);
        System.out.println(verdict.line + (broken.isEmpty() ? "" : "; broken: " + String.join(", ", broken.keySet())));
        return verdict;
    }
}
