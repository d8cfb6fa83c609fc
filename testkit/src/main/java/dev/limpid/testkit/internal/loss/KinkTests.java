package dev.limpid.testkit.internal.loss;

import dev.limpid.testkit.declaration.LossSubject;
import dev.limpid.testkit.internal.Differences.Estimate;
import dev.limpid.testkit.internal.Text;
import dev.limpid.testkit.law.Outcome;
import java.util.List;

/** Kinks and jumps: declared ones exist, others don't. */
public final class KinkTests {

    private KinkTests() {}

    /**
     * Compares {@code smooth()} with what is found.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome smooth(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        List<KinkSearch.Jump> kinks = kinks(probe);
        if (probe.loss.smooth() && !kinks.isEmpty()) {
            KinkSearch.Jump kink = kinks.get(0);
            return Outcome.failed("smooth() is true, but at " + place(kink)
                    + "\n  slope of value to the left   " + kink.left().value()
                    + "\n  slope of value to the right  " + kink.right().value()
                    + "\nLikely cause: smooth() is not overridden; let it return false, so that optimizers that need a"
                    + " gradient everywhere refuse the loss.");
        }
        if (!probe.loss.smooth() && kinks.isEmpty()) {
            return Outcome.failed("smooth() is false, but no kink was found for scores from -10000 to 10000."
                    + "\nLikely cause: smooth() is overridden without need; while it is false, L-BFGS and others refuse"
                    + " the loss.");
        }
        return Outcome.passed();
    }

    /**
     * Looks at the gradient beside each kink.
     *
     * @param subject the loss
     * @return the outcome; not applicable to a loss without kinks
     */
    public static Outcome gradientAtKinks(LossSubject subject) {
        LossProbe probe = LossProbe.of(subject);
        List<KinkSearch.Jump> kinks = kinks(probe);
        if (kinks.isEmpty()) {
            return Outcome.notApplicable("no kinks");
        }
        for (KinkSearch.Jump kink : kinks) {
            Estimate left = kink.left();
            Estimate right = kink.right();
            double slack = Math.max(
                    left.error() + right.error(), 1e-9 * Math.max(Math.abs(left.value()), Math.abs(right.value())));
            for (double t : new double[] {kink.before(), kink.after()}) {
                double stated = kink.line().slope(t);
                if (!(stated >= Math.min(left.value(), right.value()) - slack
                        && stated <= Math.max(left.value(), right.value()) + slack)) {
                    return Outcome.failed("at the kink " + place(kink) + "\n  gradient                     " + stated
                            + "\n  slope of value to the left   " + left.value()
                            + "\n  slope of value to the right  " + right.value()
                            + "\nLikely cause: the kink is a case of its own in gradient (0/0, a sign of 0, a missing"
                            + " =); any number between the two slopes will do.");
                }
            }
        }
        return Outcome.passed();
    }

    /**
     * Looks for jumps of the value.
     *
     * @param subject the loss
     * @return the outcome
     */
    public static Outcome continuous(LossSubject subject) {
        List<KinkSearch.Jump> gaps = KinkSearch.gaps(LossProbe.of(subject));
        if (gaps.isEmpty()) {
            return Outcome.passed();
        }
        KinkSearch.Jump gap = gaps.get(0);
        return Outcome.failed("at " + place(gap)
                + "\n  value just before  " + gap.line().value(gap.before())
                + "\n  value just after   " + gap.line().value(gap.after())
                + "\nLikely cause: two branches that do not meet where they join, such as |r| − ½ for |r| − ½δ, or a"
                + " number that is cut to an integer; no"
                + " optimizer sees a jump in a gradient.");
    }

    private static List<KinkSearch.Jump> kinks(LossProbe probe) {
        return KinkSearch.kinks(probe).stream()
                .filter(KinkSearch.Jump::isKinkOfValue)
                .toList();
    }

    private static String place(KinkSearch.Jump jump) {
        LossProbe probe = jump.line().probe();
        LossProbe.Point at = jump.line().point(jump.after());
        return probe.print(at) + " (" + Text.hex(at.f()) + ")";
    }
}
