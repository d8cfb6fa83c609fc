package dev.limpid.algorithms.linear;

import dev.limpid.algorithms.internal.Encoding;
import dev.limpid.core.hypothesis.LinearHypothesis;
import dev.limpid.core.objective.FiniteSum;
import dev.limpid.core.objective.Objective;
import dev.limpid.core.penalty.NoPenalty;
import dev.limpid.core.penalty.Penalty;
import dev.limpid.core.penalty.SeparablePenalty;
import dev.limpid.core.penalty.SmoothPenalty;
import dev.limpid.core.penalty.structured.PenaltySum;
import java.util.Arrays;

/**
 * Ω and the bounds, as functions of the design's coefficients w̃ = s∘w.
 *
 * @param spec says Ω and the bounds
 * @param encoding where columns stand
 * @param design says s
 * @param slopes how many scores depend on the row
 */
record Penalties(LinearSpec spec, Encoding encoding, Design design, int slopes) {

    /** Returns risk + Ω, as smooth as it can be, in its bounds. */
    Objective addTo(FiniteSum risk) {
        Penalty penalty = spec.penalty();
        if (spec.extras().bounds().isNone()) {
            return add(risk, scaled(penalty));
        }
        Penalty inner = bounds(spec.standardizePenalty() ? scales() : ones());
        if (penalty instanceof NoPenalty) {
            return add(risk, scaled(inner));
        }
        return penalty instanceof SmoothPenalty && spec.loss().smooth()
                ? ((FiniteSum) add(risk, scaled(penalty))).penalized(LinearHypothesis.WEIGHTS, scaled(inner))
                : add(risk, scaled(sum(penalty, inner)));
    }

    private static Objective add(FiniteSum risk, Penalty penalty) {
        return penalty instanceof SmoothPenalty smooth
                ? risk.penalized(LinearHypothesis.WEIGHTS, smooth)
                : risk.penalized(LinearHypothesis.WEIGHTS, penalty);
    }

    private Penalty bounds(double[] scales) {
        return spec.extras().bounds().constraint(encoding, design, slopes, scales);
    }

    private double[] scales() {
        return design.scales(slopes);
    }

    private double[] ones() {
        double[] ones = new double[slopes * design.size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Returns Ω as a function of w̃, unless that is what it is to see. */
    Penalty scaled(Penalty penalty) {
        return design.isScaled() && !spec.standardizePenalty() && penalty instanceof SeparablePenalty separable
                ? separable.scaledBy(scales())
                : penalty;
    }

    private static Penalty sum(Penalty penalty, Penalty bounds) {
        try {
            return PenaltySum.of(penalty, bounds);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "bounds need a penalty whose prox is known inside of them, but that of " + penalty.name() + " with "
                            + bounds.name() + " isn't: use a penalty of coefficients such as L1Penalty, or L2Penalty",
                    e);
        }
    }
}
