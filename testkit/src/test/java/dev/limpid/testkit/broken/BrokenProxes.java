package dev.limpid.testkit.broken;

import dev.limpid.core.loss.VectorLoss;
import dev.limpid.core.loss.multioutput.MultiOutputLoss;
import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.law.LossLaws;
import java.util.stream.Stream;

/** Squared distances of two scores, whose prox has one fault each. */
final class BrokenProxes {

    /** Writes a prox. */
    @FunctionalInterface
    private interface Prox {

        void at(double[] y, double[] f, double step, double[] out);
    }

    /** A loss with another prox. */
    private record Faulty(VectorLoss loss, Prox prox) implements VectorLoss {

        @Override
        public int scores() {
            return loss.scores();
        }

        @Override
        public int targets() {
            return loss.targets();
        }

        @Override
        public double value(double[] y, double[] f) {
            return loss.value(y, f);
        }

        @Override
        public void gradient(double[] y, double[] f, double[] out) {
            loss.gradient(y, f, out);
        }

        @Override
        public boolean convex() {
            return true;
        }

        @Override
        public boolean hasProx() {
            return true;
        }

        @Override
        public void prox(double[] y, double[] f, double step, double[] out) {
            prox.at(y, f, step, out);
        }
    }

    private BrokenProxes() {}

    static Stream<Mutant<LossSubject>> mutants() {
        VectorLoss right = MultiOutputLoss.squared(2);
        return Stream.of(
                fault(
                        "a prox of several scores without its step",
                        "the step is left out",
                        (y, f, step, out) -> right.prox(y, f, 1, out)),
                fault("a prox of the first score alone", "or a score left out", (y, f, step, out) -> {
                    right.prox(y, f, step, out);
                    out[1] = f[1];
                }),
                fault("a prox of several scores that overflows", "an overflow or a 0/0", (y, f, step, out) -> {
                    right.prox(y, f, step, out);
                    out[0] = Math.exp(800 + f[0]);
                }));
    }

    private static Mutant<LossSubject> fault(String name, String cause, Prox prox) {
        return Mutant.of(name, LossSubject.of(new Faulty(MultiOutputLoss.squared(2), prox)), LossLaws.PROX, cause);
    }
}
