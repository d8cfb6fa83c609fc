package dev.limpid.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limpid.core.loss.regression.HuberLoss;
import dev.limpid.testkit.law.LossLaws;
import dev.limpid.testkit.law.PenaltyLaws;
import org.junit.jupiter.api.Test;

/** What JUnit shows of a contract. */
class LossContractTest {

    @Test
    void aRightLossPassesAndSaysWhatWasNotTested() {
        Engine.run(SampleContracts.OfARightLoss.class)
                .testEvents()
                .assertStatistics(s -> s.started(LossLaws.all().size() + 1L).failed(0));
        assertThat(Engine.aborted(SampleContracts.OfARightLoss.class))
                .containsEntry(
                        "L03 at a kink the gradient lies between the one-sided slopes", "L03 not applicable: no kinks");
    }

    @Test
    void theLineIsPublished() {
        assertThat(Engine.lines(SampleContracts.OfARightLoss.class))
                .containsExactly("SquaredLoss: 35 laws, 20 passed, 15 not applicable (no kinks; a best shift for every"
                        + " target; predicts no probabilities, and predicts() states nothing; a ScalarLoss is handed no"
                        + " arrays; not declared shift-invariant; not a UnitLoss; not declared)");
    }

    @Test
    void aBrokenLossFailsInTheTestsOfTheLawsItBreaks() {
        assertThat(Engine.failures(SampleContracts.OfABrokenLoss.class).keySet())
                .contains(
                        "L02 the gradient is the derivative of the value", "L06 the curvature is of its declared kind")
                .doesNotContain("L01 scores, targets, classes and domain go together");
    }

    @Test
    void anExclusionWithAReasonIsHeeded() {
        Engine.run(SampleContracts.WithAReason.class).testEvents().assertStatistics(s -> s.failed(0));
    }

    @Test
    void anExclusionThatIsNotNeededFails() {
        assertThat(Engine.failures(SampleContracts.WithoutNeed.class).values())
                .containsExactlyInAnyOrder(
                        "SquaredLoss breaks law L02: the gradient is the derivative of the value.\n"
                                + "  exclusions() names L02 (it was broken once), but the law holds: remove the exclusion.",
                        "SquaredLoss breaks law L24: in a unit, the order of the rows does not matter.\n"
                                + "  exclusions() names L24 (no units here), but the law does not apply (not a UnitLoss):"
                                + " remove the exclusion.");
    }

    @Test
    void anExclusionWithoutAReasonFails() {
        assertThat(Engine.failures(SampleContracts.WithoutReason.class).values())
                .contains("TwiceTheGradient breaks law L02: the gradient is the derivative of the value.\n"
                        + "  exclusions() must give a reason for L02, but gave none.");
    }

    @Test
    void anExclusionOfNoLawFails() {
        assertThat(Engine.failures(SampleContracts.OfNoLaw.class).values())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("exclusions() must name laws, but L99" + " is none of [L01, L02,");
    }

    @Test
    void anExclusionOfALawOfAnotherContractFails() {
        assertThat(Engine.failures(SampleContracts.OfAnotherKind.class))
                .hasSize(1)
                .hasEntrySatisfying(
                        "L00 every law is accounted for",
                        text -> assertThat(text)
                                .startsWith("exclusions() must name laws, but P01 is none of [L01, L02,"));
    }

    @Test
    void aTestOfALawThatIsOverriddenFails() {
        assertThat(Engine.failures(SampleContracts.WithAnOverriddenTest.class))
                .doesNotContainKey("L02 the gradient is the derivative of the value")
                .containsEntry(
                        "L00 every law is accounted for",
                        "WithAnOverriddenTest must not override l02TheGradientIsTheDerivativeOfTheValue: JUnit or a reader"
                                + " would no longer see law L02. Remove the override and name L02 in exclusions(), with the"
                                + " reason.");
    }

    @Test
    void nothingThatHoldsIsAFailure() {
        assertThat(Engine.failures(SampleContracts.OfNothing.class))
                .hasEntrySatisfying(
                        "S00 every law is accounted for",
                        text -> assertThat(text)
                                .startsWith("Nothing: ")
                                .contains(" laws, 0 passed, ")
                                .endsWith("\nNothing holds of this part: no law was run to its end and kept."));
    }

    @Test
    void aLawThatWasTestedInVainFails() {
        assertThat(Engine.failures(SampleContracts.OfAnEmptyLoss.class))
                .containsEntry(
                        "L02 the gradient is the derivative of the value",
                        "Flat is not really tested by law L02: the gradient is the derivative of the value.\n"
                                + "  All 990 numbers looked at are 0, as if value did not depend on the score.");
    }

    @Test
    void aClassThatImplementsTwoContractsIsTestedByBoth() {
        Engine.run(SampleContracts.OfTwoKinds.class)
                .testEvents()
                .assertStatistics(
                        s -> s.started(LossLaws.all().size() + PenaltyLaws.all().size() + 3L)
                                .failed(0));
        assertThat(Engine.lines(SampleContracts.OfTwoKinds.class))
                .anyMatch(line -> line.startsWith("SquaredLoss: "))
                .anyMatch(line -> line.startsWith("L1Penalty[strength=0.3]: "))
                .hasSize(2);
    }

    @Test
    void recordsAndPrintedPartsShowTheirSettings() {
        assertThat(Battery.nameOf(new HuberLoss(2))).isEqualTo("HuberLoss[threshold=2.0]");
    }
}
