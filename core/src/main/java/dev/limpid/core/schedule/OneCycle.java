package dev.limpid.core.schedule;

import dev.limpid.core.internal.update.Settings;
import dev.limpid.core.training.Memory;
import dev.limpid.core.training.Progress;

/**
 * One cycle: the learning rate rises to its peak and falls far below where it began, each along half a wave of the cosine.
 *
 * <pre>
 *   start = peak/a,  end = start/b,  u = min(1, epoch/T)
 *   α = from start to peak as u/s goes from 0 to 1                 (1)  while u &lt; s
 *   α = from peak to end as (u − s)/(1 − s) goes from 0 to 1       (2)  then
 * </pre>
 *
 * <p><b>Differences from the paper:</b> its first version has straight lines; the momentum is not cycled. PyTorch counts steps so
 * that the peak of N steps is at step s·N − 1 and the end at N − 1; here times are shares of T.
 *
 * <p><b>References</b>
 * <ol><li>L. N. Smith, N. Topin (2019): Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates.
 *     arXiv:1708.07120.</ol>
 *
 * @param peak the highest rate; finite and &gt; 0
 * @param epochs T, when it ends; finite and &gt; 0
 * @param rise s, share of T that is spent rising; in (0, 1)
 * @param startDivisor a; finite and ≥ 1
 * @param endDivisor b; finite and ≥ 1
 * @since 0.1.0
 */
public record OneCycle(double peak, double epochs, double rise, double startDivisor, double endDivisor)
        implements Schedule {

    /** Checks the ranges. */
    public OneCycle {
        Settings.positive("peak", peak);
        Settings.positive("epochs", epochs);
        Settings.inside("rise", rise);
        divisor("startDivisor", startDivisor);
        divisor("endDivisor", endDivisor);
    }

    private static void divisor(String name, double value) {
        if (!(value >= 1 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and >= 1, but was " + value);
        }
    }

    /**
     * The usual settings.
     *
     * @param peak the highest rate; finite and &gt; 0
     * @param epochs when it ends; finite and &gt; 0
     * @return s = 0.3, a = 25, b = 10⁴
     */
    public static OneCycle of(double peak, double epochs) {
        return new OneCycle(peak, epochs, 0.3, 25, 1e4);
    }

    @Override
    public double at(Progress progress, Memory memory) {
        double start = peak / startDivisor;
        double u = Math.min(1, progress.epoch() / epochs);
        return u < rise
                ? Cosine.between(start, peak, u / rise) // (1)
                : Cosine.between(peak, start / endDivisor, (u - rise) / (1 - rise)); // (2)
    }

    @Override
    public String formula() {
        return "α = " + peak / startDivisor + " → " + peak + " → " + peak / startDivisor / endDivisor + " in " + epochs
                + " epochs";
    }

    @Override
    public String source() {
        return "L. N. Smith, N. Topin (2019): Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates";
    }
}
