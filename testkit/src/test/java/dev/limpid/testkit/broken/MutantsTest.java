package dev.limpid.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limpid.testkit.law.HypothesisLaws;
import dev.limpid.testkit.law.Law;
import dev.limpid.testkit.law.LossLaws;
import dev.limpid.testkit.law.NegativeSamplerLaws;
import dev.limpid.testkit.law.ObjectiveLaws;
import dev.limpid.testkit.law.OptimizerLaws;
import dev.limpid.testkit.law.PenaltyLaws;
import dev.limpid.testkit.law.Report;
import dev.limpid.testkit.law.ReservoirLaws;
import dev.limpid.testkit.law.SamplerLaws;
import dev.limpid.testkit.law.ScheduleLaws;
import dev.limpid.testkit.law.UpdateLaws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The testkit held to wrong parts and odd ones: each mutant is caught by its law, which names the cause; no odd part is blamed.
 * Prints {@code mutants caught X/Y, false alarms A/B, inexpressible Z}.
 */
class MutantsTest {

    private static final Set<String> CAUGHT = new HashSet<>();
    private static final Set<String> BLAMED = new HashSet<>();
    private static final Map<String, String> TODAY = new LinkedHashMap<>();
    private static final Map<String, String> GOLDEN = FailureTexts.FAILURES.read();

    static Stream<Mutant<?>> mutants() {
        return Mutants.all();
    }

    static Stream<Awkward<?>> awkward() {
        return Mutants.awkward();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void isCaughtByItsLawWhichNamesTheCause(Mutant<?> mutant) {
        String text = mutant.verify();
        CAUGHT.add(mutant.toString());
        String golden = GOLDEN.getOrDefault(mutant.toString(), "failure-texts.txt must have a text for each mutant");
        boolean same = FailureTexts.same(text, golden);
        TODAY.put(mutant.toString(), same ? golden : text);

        if (!same) {
            assertThat(text).isEqualTo(golden);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("awkward")
    void isNotBlamed(Awkward<?> part) {
        BLAMED.add(part.toString());
        Report report = part.report();

        assertThat(report.isClean()).as(report.toString()).isTrue();
        BLAMED.remove(part.toString());
    }

    @AfterAll
    static void writeTheTextsOfTodayWhereAsked() throws IOException {
        FailureTexts.FAILURES.writeWhereAsked(TODAY);
    }

    @AfterAll
    static void printTheLine() {
        System.out.println("mutants caught " + CAUGHT.size() + "/" + mutants().count() + ", false alarms "
                + BLAMED.size() + "/" + awkward().count() + ", inexpressible "
                + Inexpressible.all().count());
    }

    @Test
    void noTextIsOfAMutantThatIsGone() {
        assertThat(GOLDEN.keySet()).isEqualTo(mutants().map(Mutant::toString).collect(Collectors.toSet()));
    }

    @Test
    void everyMutantHasANameOfItsOwn() {
        assertThat(mutants().map(Mutant::toString)).doesNotHaveDuplicates();
        assertThat(awkward().map(Awkward::toString)).doesNotHaveDuplicates();
    }

    @Test
    void everyLawCatchesAMutant() {
        List<Law<?>> laws = new ArrayList<>();
        Stream.of(
                        LossLaws.all(),
                        PenaltyLaws.all(),
                        ObjectiveLaws.all(),
                        HypothesisLaws.all(),
                        UpdateLaws.all(),
                        OptimizerLaws.all(),
                        SamplerLaws.all(),
                        ScheduleLaws.all(),
                        ReservoirLaws.all(),
                        NegativeSamplerLaws.all())
                .forEach(laws::addAll);
        mutants().map(Mutant::law).forEach(laws::remove);

        assertThat(laws).as("laws that no mutant breaks").isEmpty();
    }

    /** The ids that mutants name are ids of the catalogue, where it is at hand, and none is both caught and inexpressible. */
    @Test
    void idsAreThoseOfTheCatalogue() throws IOException {
        Set<String> caught = new HashSet<>();
        mutants().forEach(mutant -> caught.addAll(mutant.catalogue()));
        List<String> inexpressible = Inexpressible.all().map(Inexpressible::id).toList();
        assertThat(inexpressible).doesNotHaveDuplicates().noneMatch(caught::contains);

        Path catalogue = Catalogue.file();
        assumeTrue(Files.exists(catalogue), "no bug catalogue at hand");
        Set<String> known = Catalogue.ids(catalogue);
        assertThat(known).containsAll(caught).containsAll(inexpressible);
    }
}
