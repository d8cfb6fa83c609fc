package dev.limpid.testkit.broken;

import java.util.stream.Stream;

/** All parts with a fault and all odd right ones. A new family of them is added here and nowhere else. */
final class Mutants {

    private Mutants() {}

    static Stream<Mutant<?>> all() {
        return Stream.of(
                        BrokenLosses.mutants(),
                        BrokenProxes.mutants(),
                        BrokenPenalties.mutants(),
                        CatalogueLosses.mutants(),
                        CataloguePenalties.mutants(),
                        CatalogueReductions.mutants(),
                        BrokenSetsTest.mutants(),
                        BrokenObjectives.mutants(),
                        CatalogueObjectives.mutants(),
                        BrokenUpdates.mutants(),
                        CatalogueUpdates.mutants(),
                        BrokenOptimizers.mutants(),
                        BrokenSamplers.mutants(),
                        MoreBrokenSamplers.mutants(),
                        BrokenNegativeSamplersTest.mutants(),
                        BrokenReservoirsTest.mutants(),
                        BrokenSchedulesTest.mutants(),
                        BrokenDeclarations.mutants(),
                        RuleLosses.mutants(),
                        BrokenExpectations.mutants(),
                        RuleParts.mutants(),
                        RuleRuns.mutants())
                .flatMap(mutants -> mutants);
    }

    static Stream<Awkward<?>> awkward() {
        return Stream.of(
                        AwkwardLossesTest.right(),
                        BrokenExpectations.right(),
                        BrokenPenalties.right(),
                        BrokenObjectives.right(),
                        BrokenUpdates.right(),
                        CatalogueUpdates.right(),
                        BrokenOptimizers.right(),
                        BrokenSamplers.right(),
                        BrokenDeclarations.right())
                .flatMap(parts -> parts);
    }
}
