package dev.limpid.benchmarks.linear;

import dev.limpid.benchmarks.linear.Contestant.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Fits of several programs in turn, and the line about them.
 *
 * <p>Each makes a fit from which memory is read; then all of them in turn a warm one, and again, so that what else the
 * machine does falls on all alike. The medians count. A peer whose objective is further from the best than the gap allows
 * doesn't count, and is named in the quality. A peer whose first fit takes more than {@value #LONG} s makes no other. Limpid and the
 * peers also make a cold fit, with the data in memory, each as the first of a JVM of its own.
 *
 * <p>A line {@code FORMULA} follows where the loss was also written as a formula: see {@link Duel}.
 */
public final class Contest {

    private static final String COLD = "COLD ";

    private static final double MEGABYTE = 1 << 20;

    /** A peer whose first fit takes more seconds isn't asked again. */
    private static final double LONG = 30;

    private final String name;
    private final String workload;
    private final double gap;
    private final List<Runner<?>> runners = new ArrayList<>();
    private Optional<Contestant<?>> formula = Optional.empty();

    /**
     * Begins a contest.
     *
     * @param name of the case
     * @param workload the name under which harnesses of other languages know it; the case's own if they don't
     * @param gap largest gap that counts as the same objective
     */
    public Contest(String name, String workload, double gap) {
        this.name = name;
        this.workload = workload;
        this.gap = gap;
    }

    /**
     * Adds a contestant: first Limpid, as people would use it, then its other settings and the peers.
     *
     * @param contestant the contestant
     * @return this
     */
    public Contest add(Contestant<?> contestant) {
        runners.add(new Runner<>(contestant));
        return this;
    }

    /**
     * Adds what the first contestant does, with its loss as a formula; it takes part in the contest, and in a duel.
     *
     * @param contestant the contestant
     * @return this
     */
    public Contest formula(Contestant<?> contestant) {
        formula = Optional.of(contestant);
        return add(contestant);
    }

    /**
     * Lets all run and prints the lines.
     *
     * @param options what the command line said
     */
    public void run(Options options) {
        if (options.cold().isPresent()) {
            System.out.println(COLD + runner(options.cold().get()).fit().seconds());
            return;
        }
        if (options.alone()) {
            runners.removeIf(runner -> !runner.contestant.ours());
        }
        runners.forEach(Runner::first);
        for (int round = 0; round < options.rounds(); round++) {
            runners.forEach(Runner::warm);
        }
        if (options.forks()) {
            runners.stream().filter(this::isRacer).forEach(runner -> runner.cold = cold(runner, options));
        }
        System.out.println(line(options));
        formula.ifPresent(other -> System.out.println("FORMULA " + name + " " + duel(other, options)));
        if (options.details()) {
            runners.forEach(runner -> System.out.println("  " + runner.describe(gap)));
        }
    }

    private Runner<?> runner(String contestant) {
        return runners.stream()
                .filter(runner -> runner.contestant.name().equals(contestant))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it is Limpid as people would use it, or a peer. */
    private boolean isRacer(Runner<?> runner) {
        return runner == runners.get(0) || !runner.contestant.ours();
    }

    /** Seconds of the first fit of another JVM. */
    private double cold(Runner<?> runner, Options options) {
        List<String> words = options.data(name, "-cold", runner.contestant.name());
        words.addAll(options.settings().words());
        if (runner.contestant.ours()) {
            words.add("-alone");
        }
        return ChildJvm.run(LinearGroup.class, List.of(), words).stream()
                .filter(line -> line.startsWith(COLD))
                .mapToDouble(line -> Double.parseDouble(line.substring(COLD.length())))
                .findFirst()
                .orElseThrow();
    }

    private Duel.Result duel(Contestant<?> other, Options options) {
        Contestant<?> first = runners.get(0).contestant;
        return new Duel(() -> first.fit().get(), () -> other.fit().get(), Meter::processCpuTime)
                .samples(options.samples(), options.seconds());
    }

    private String line(Options options) {
        Runner<?> first = runners.get(0);
        List<Peer> peers = peers(options);
        List<String> quality = new ArrayList<>(List.of(first.qualityText(gap), first.cost()));
        Peer best = null;
        for (Peer peer : peers) {
            if (peer.counts && (best == null || peer.seconds < best.seconds)) {
                best = peer;
            }
        }
        for (Runner<?> runner : runners.subList(1, runners.size())) {
            if (runner.contestant.ours()) {
                quality.add(format("%s:%.4g(%.3f)", runner.contestant.name(), runner.seconds(), runner.ratio(first)));
            }
        }
        for (Peer peer : peers) {
            if (peer != best) {
                quality.add(format("%s:%.4g%s", peer.name, peer.seconds, peer.remark));
            }
        }
        return format("RATIO %s limpid=%.4g ", name, first.seconds())
                + (best == null
                        ? "peer=none:NaN ratio=NaN"
                        : format("peer=%s:%.4g ratio=%.3f", best.name, best.seconds, first.seconds() / best.seconds))
                + " quality=" + (best == null ? "" : best.remark + ",") + String.join(",", quality);
    }

    /** A peer's row, whether it ran here or elsewhere. */
    private record Peer(String name, double seconds, boolean counts, String remark) {}

    private List<Peer> peers(Options options) {
        List<Peer> peers = new ArrayList<>();
        for (Runner<?> runner : runners) {
            if (!runner.contestant.ours()) {
                boolean counts = runner.quality().gap() <= gap;
                String remark = format(
                        "[%s%s%s]", counts ? "" : "does not count: ", runner.qualityText(gap), runner.coldText());
                peers.add(new Peer(runner.contestant.name(), runner.seconds(), counts, remark));
            }
        }
        for (Options.Elsewhere other : HarnessResults.of(options, workload, name)) {
            double reached = HarnessResults.gap(other.quality());
            String remark = "[measured beside" + (other.quality().isEmpty() ? "" : ": " + other.quality()) + "]";
            peers.add(new Peer(other.name(), other.seconds(), !(reached > gap), remark));
        }
        return peers;
    }

    static String format(String pattern, Object... numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }

    /** A contestant and its fits so far. */
    private static final class Runner<R> {

        private final Contestant<R> contestant;
        private final List<Meter<R>> warm = new ArrayList<>();
        private Meter<R> first;
        private double cold = Double.NaN;

        Runner(Contestant<R> contestant) {
            this.contestant = contestant;
        }

        Meter<R> fit() {
            return Meter.of(contestant.fit());
        }

        void first() {
            first = Meter.withPeak(contestant.fit());
        }

        void warm() {
            if (!contestant.ours() && first.seconds() > LONG) {
                return; // the first fit is the only one
            }
            warm.add(fit());
        }

        private double median(ToDoubleFunction<Meter<R>> what) {
            double[] all = (warm.isEmpty() ? List.of(first) : warm)
                    .stream().mapToDouble(what).sorted().toArray();
            return (all[all.length / 2] + all[(all.length - 1) / 2]) / 2;
        }

        double seconds() {
            return median(Meter::seconds);
        }

        /** The median of the ratios to another contestant's fits in the same rounds, by processor time. */
        double ratio(Runner<?> other) {
            double[] ratios = new double[warm.size()];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = warm.get(i).cpuSeconds() / other.warm.get(i).cpuSeconds();
            }
            java.util.Arrays.sort(ratios);
            return ratios.length == 0 ? Double.NaN : ratios[ratios.length / 2];
        }

        Quality quality() {
            return contestant.quality().apply(first.result());
        }

        String qualityText(double gap) {
            Quality quality = quality();
            return format("gap:%.2e<=%.0e", quality.gap(), gap).replace("<=", quality.gap() <= gap ? "<=" : ">")
                    + (quality.text().isEmpty() ? "" : "," + quality.text());
        }

        String cost() {
            return format(
                    "cpu:%.4g%s,allocated:%.0fMB,peak:%.0fMB",
                    median(Meter::cpuSeconds),
                    coldText(),
                    first.allocatedBytes() / MEGABYTE,
                    first.peakBytes() / MEGABYTE);
        }

        String coldText() {
            return Double.isNaN(cold) ? "" : format(",cold:%.4g", cold);
        }

        String describe(double gap) {
            return format("%s seconds:%.4g,%s,%s", contestant.name(), seconds(), cost(), qualityText(gap));
        }
    }
}
