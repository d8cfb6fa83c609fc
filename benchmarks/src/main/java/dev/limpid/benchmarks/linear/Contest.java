package dev.limpid.benchmarks.linear;

import dev.limpid.benchmarks.linear.Contestant.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Fits of several programs in turn, and the line about them.
 *
 * <p>Each makes a cold fit, from which memory is read too; then all of them in turn a warm one, and again, so that what else the
 * machine does falls on all alike. The medians count. A peer whose objective is further from the best than the gap allows
 * doesn't count, and is named in the quality. A peer whose first fit takes more than {@value #LONG} s makes no other.
 */
public final class Contest {

    private static final double MEGABYTE = 1 << 20;

    /** A peer whose first fit takes more seconds isn't asked again. */
    private static final double LONG = 30;

    private final String name;
    private final String workload;
    private final double gap;
    private final List<Runner<?>> runners = new ArrayList<>();

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
     * Lets all run and prints the line.
     *
     * @param options what the command line said
     */
    public void run(Options options) {
        if (options.alone()) {
            runners.removeIf(runner -> !runner.contestant.ours());
        }
        runners.forEach(Runner::cold);
        for (int round = 0; round < options.rounds(); round++) {
            runners.forEach(Runner::warm);
        }
        System.out.println(line(options));
        if (options.details()) {
            runners.forEach(runner -> System.out.println("  " + runner.describe(gap)));
        }
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
                String remark = format("[%s%s]", counts ? "" : "does not count: ", runner.qualityText(gap));
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
        private Meter<R> cold;

        Runner(Contestant<R> contestant) {
            this.contestant = contestant;
        }

        void cold() {
            cold = Meter.withPeak(contestant.fit());
        }

        void warm() {
            if (!contestant.ours() && cold.seconds() > LONG) {
                return; // the cold fit is the only one
            }
            warm.add(Meter.of(contestant.fit()));
        }

        private double median(ToDoubleFunction<Meter<R>> what) {
            double[] all = (warm.isEmpty() ? List.of(cold) : warm)
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
            return contestant.quality().apply(cold.result());
        }

        String qualityText(double gap) {
            Quality quality = quality();
            return format("gap:%.2e<=%.0e", quality.gap(), gap).replace("<=", quality.gap() <= gap ? "<=" : ">")
                    + (quality.text().isEmpty() ? "" : "," + quality.text());
        }

        String cost() {
            return format(
                    "cpu:%.4g,cold:%.4g,allocated:%.0fMB,peak:%.0fMB",
                    median(Meter::cpuSeconds),
                    cold.seconds(),
                    cold.allocatedBytes() / MEGABYTE,
                    cold.peakBytes() / MEGABYTE);
        }

        String describe(double gap) {
            return format("%s seconds:%.4g,%s,%s", contestant.name(), seconds(), cost(), qualityText(gap));
        }
    }
}
