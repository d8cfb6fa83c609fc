package dev.limpid.algorithms.linear.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.algorithms.linear.matrix.Judge.Judged;
import dev.limpid.algorithms.linear.matrix.Judge.Verdict;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every loss with every penalty, with every optimizer, in every kind of storage, with weights and offsets: each fit finds the
 * optimum, is refused with a sentence that is true and helps, or says where it stopped.
 *
 * <p>The problem of a cell that fails is fitted alone with {@code -Dlimpid.matrix=REGEX}, where REGEX is found in what the failure
 * calls it, such as {@code "LogisticLoss.*L1Penalty"}.
 */
class MatrixTest {

    private static final int LEAST_CELLS = 3000;

    private static final Pattern ONLY = Pattern.compile(System.getProperty("limpid.matrix", ""));

    private final Cells cells = new Cells();

    @Test
    void allPairsOfLevelsMeet() {
        assertThat(cells.missing()).isEmpty();
    }

    @Test
    void everyCellAgreesOrSaysWhyNot() {
        List<Judged> judged = IntStream.range(0, cells.problems())
                .parallel()
                .mapToObj(cells::of)
                .filter(fits -> fits.stream()
                        .anyMatch(cell -> ONLY.matcher(cell.toString()).find()))
                .flatMap(fits -> new Judge(fits).judge().stream())
                .toList();

        System.out.println(Report.of(judged));
        List<String> wrong = judged.stream()
                .filter(each -> each.verdict() == Verdict.WRONG)
                .map(each -> each.cell() + ": " + each.why())
                .collect(Collectors.toList());
        assertThat(wrong).isEmpty();
        assertThat(judged).hasSizeGreaterThanOrEqualTo(ONLY.pattern().isEmpty() ? LEAST_CELLS : 1);
    }
}
