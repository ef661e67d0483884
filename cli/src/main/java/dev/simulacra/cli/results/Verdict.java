package dev.simulacra.cli.results;

import dev.simulacra.runs.Measurement;
import java.util.Comparator;
import java.util.List;

/// The conclusion from some measurements: how many are as good as their yardsticks, and which is furthest from its own.
///
/// @param compared the measurements that have a value and a yardstick
/// @param missed   those that are worse than their yardsticks by more than the tolerance, the furthest first
record Verdict(List<Measurement> compared, List<Measurement> missed) {
    /// The share of the yardstick by which a value may be worse than it; where the yardstick is 0, the value itself.
    private static final double TOLERANCE = 0.03;

    static Verdict of(List<Measurement> measurements) {
        List<Measurement> compared = measurements.stream()
                .filter(each -> Double.isFinite(each.value()) && Double.isFinite(each.yardstick()))
                .toList();
        List<Measurement> missed = compared.stream()
                .filter(each -> !reaches(each))
                .sorted(Comparator.comparingDouble(Verdict::distance).reversed())
                .toList();
        return new Verdict(compared, missed);
    }

    boolean isReached() {
        return missed.isEmpty();
    }

    private static boolean reaches(Measurement each) {
        return Criterion.of(each).reaches(each.value(), each.yardstick(), TOLERANCE * scale(each));
    }

    private static double distance(Measurement each) {
        return Math.abs(each.value() - each.yardstick()) / scale(each);
    }

    private static double scale(Measurement each) {
        return each.yardstick() == 0 ? 1 : Math.abs(each.yardstick());
    }

    /// The verdict in one sentence; empty where nothing can be compared.
    String sentence() {
        if (compared.isEmpty()) {
            return "";
        }
        String tolerance = " to within 3 %";
        if (isReached()) {
            return (compared.size() == 1 ? "The result reaches its yardstick"
                    : "All " + compared.size() + " results reach their yardsticks") + tolerance + ".";
        }
        Measurement furthest = missed.getFirst();
        return (compared.size() - missed.size()) + " of " + compared.size() + " results reach their yardsticks"
                + tolerance + "; the furthest from its yardstick is " + furthest.name() + ", "
                + Table.number(furthest.value()) + " where the yardstick is "
                + Table.number(furthest.yardstick()) + ".";
    }
}
