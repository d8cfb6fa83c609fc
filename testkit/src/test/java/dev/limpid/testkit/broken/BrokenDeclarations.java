package dev.limpid.testkit.broken;

import java.util.stream.Stream;

/** Declarations that are false, of parts that are right otherwise; and true ones. */
final class BrokenDeclarations {

    private BrokenDeclarations() {}

    static Stream<Mutant<?>> mutants() {
        return Stream.of(
                        BrokenLossDeclarations.mutants(),
                        BrokenPenaltyDeclarations.mutants(),
                        BrokenSamplerDeclarations.mutants(),
                        BrokenOptimizerDeclarations.mutants(),
                        BrokenUpdateDeclarations.mutants())
                .flatMap(mutants -> mutants);
    }

    static Stream<Awkward<?>> right() {
        return Stream.of(
                        BrokenLossDeclarations.right(),
                        BrokenPenaltyDeclarations.right(),
                        BrokenSamplerDeclarations.right(),
                        BrokenOptimizerDeclarations.right(),
                        BrokenUpdateDeclarations.right())
                .flatMap(parts -> parts);
    }
}
