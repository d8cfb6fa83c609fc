package dev.limpid.benchmarks.linear;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A program with its data at hand.
 *
 * @param name name and version
 * @param ours whether it is Limpid; the first one of these is what others are compared to
 * @param fit makes a whole fit and returns what came of it (coefficients, a path …)
 * @param quality recomputes, in double numbers and outside of the clock, what the fit reached
 * @param <R> what comes of a fit
 */
public record Contestant<R>(String name, boolean ours, Supplier<R> fit, Function<? super R, Quality> quality) {

    /**
     * What a fit reached.
     *
     * @param gap distance to the best known objective, relative to it (or what the case says); what {@link Contest} compares
     * @param text more to print, such as {@code nnz:12}; empty for nothing
     */
    public record Quality(double gap, String text) {}

    /**
     * Names a way of Limpid.
     *
     * @param name {@code limpid}, or with a word behind it for another setting
     * @param fit makes a whole fit
     * @param quality recomputes what it reached
     * @param <R> what comes of a fit
     * @return the contestant
     */
    public static <R> Contestant<R> limpid(String name, Supplier<R> fit, Function<? super R, Quality> quality) {
        return new Contestant<>(name, true, fit, quality);
    }

    /**
     * Names another library.
     *
     * @param name name and version
     * @param fit makes a whole fit
     * @param quality recomputes what it reached
     * @param <R> what comes of a fit
     * @return the contestant
     */
    public static <R> Contestant<R> peer(String name, Supplier<R> fit, Function<? super R, Quality> quality) {
        return new Contestant<>(name, false, fit, quality);
    }
}
