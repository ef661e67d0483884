package dev.simulacra.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// One comparison: how long `work` takes, and how long it takes a peer.
///
/// @param work             what was done
/// @param threads          how many threads of ours
/// @param microseconds     the median of one run
/// @param peer             who did the same, or what stands for the least possible time
/// @param peerThreads      how many threads of the peer's
/// @param peerMicroseconds the median of the peer's run
/// @param ratio            the median over the rounds of ours over the peer's
/// @param low              the ratio below which a quarter of the rounds lies
/// @param high             the ratio above which a quarter of the rounds lies
/// @param rounds           the number of rounds
/// @param wanted           the most that the ratio should be; infinite where nothing is wanted
/// @param more             further figures by name
record Row(
        String work,
        int threads,
        double microseconds,
        String peer,
        int peerThreads,
        double peerMicroseconds,
        double ratio,
        double low,
        double high,
        int rounds,
        double wanted,
        Map<String, Double> more) {

    Row {
        more = Map.copyOf(more);
    }

    /// What `ours` and `peer` showed at the same work.
    static Row of(Work work, Arena.Showing ours, Arena.Showing peer) {
        return of(
                work.name(),
                ours.contender().threads(),
                ours.microseconds(),
                peer.contender().name(),
                peer.contender().threads(),
                peer.microseconds());
    }

    /// What `ours` showed beside the `microseconds` in which the machine could do it at best.
    static Row of(String work, Arena.Showing ours, String bound, double microseconds) {
        double[] constant = new double[ours.microseconds().values().length];
        Arrays.fill(constant, microseconds);
        int threads = ours.contender().threads();
        return of(work, threads, ours.microseconds(), bound, threads, new Sample(constant));
    }

    /// The microseconds of ours and of a peer's, measured in turns.
    static Row of(String work, int threads, Sample ours, String peer, int peerThreads, Sample theirs) {
        Sample ratios = ours.over(theirs);
        return new Row(
                work,
                threads,
                ours.median(),
                peer,
                peerThreads,
                theirs.median(),
                ratios.median(),
                ratios.quantile(0.25),
                ratios.quantile(0.75),
                ratios.values().length,
                Double.POSITIVE_INFINITY,
                Map.of());
    }

    /// This row with the most that its ratio should be.
    Row wanted(double most) {
        return new Row(
                work, threads, microseconds, peer, peerThreads, peerMicroseconds, ratio, low, high, rounds, most,
                more);
    }

    /// This row with one more figure.
    Row with(String name, double value) {
        Map<String, Double> all = new LinkedHashMap<>(more);
        all.put(name, value);
        return new Row(
                work, threads, microseconds, peer, peerThreads, peerMicroseconds, ratio, low, high, rounds, wanted,
                all);
    }

    /// Whether the ratio is what is wanted.
    boolean isMet() {
        return ratio <= wanted;
    }
}
