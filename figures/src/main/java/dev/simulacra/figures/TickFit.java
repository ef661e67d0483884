package dev.simulacra.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The choice of ticks whose labels have room: as many as the axis is long enough for, fewer where the labels are wide,
/// and with a common power of ten or a common offset where they are wider still.
final class TickFit {
    /// The size of letters on axes, and the least space between two labels.
    static final int SMALL = 12;

    /// The widest label beside a vertical axis.
    private static final double WIDEST = 72;

    private TickFit() {}

    /// Ticks of the lower side of a plot that is `width` pixels wide; labels may reach `left` and `right` beyond it.
    static Ticks below(Axis axis, double width, double left, double right) {
        ToDoubleFunction<Tick> place = tick -> axis.share(tick.value()) * width;
        return chosen(axis, wanted(width, 62),
                ticks -> hasRoom(shown(ticks.all(), place, -left, width + right), place));
    }

    /// Ticks of the left side of a plot that is `height` pixels high.
    static Ticks beside(Axis axis, double height) {
        return chosen(axis, wanted(height, 55), ticks -> widest(ticks) <= WIDEST);
    }

    /// The ticks among `all` whose labels lie between `low` and `high`.
    static List<Tick> shown(List<Tick> all, ToDoubleFunction<Tick> place, double low, double high) {
        return all.stream().filter(tick -> place.applyAsDouble(tick) - half(tick) >= low
                && place.applyAsDouble(tick) + half(tick) <= high).toList();
    }

    /// The first of `shown` and each further one that does not overlap the one kept before.
    static List<Tick> apart(List<Tick> shown, ToDoubleFunction<Tick> place) {
        List<Tick> kept = new ArrayList<>();
        for (Tick tick : shown) {
            if (kept.isEmpty() || !overlap(kept.getLast(), tick, place)) {
                kept.add(tick);
            }
        }
        return kept;
    }

    /// Every label, or every second, third and so on, such that none overlap.
    static List<Tick> evenly(List<Tick> all, ToDoubleFunction<Tick> place) {
        return IntStream.rangeClosed(1, Math.max(1, all.size()))
                .mapToObj(every -> IntStream.range(0, all.size()).filter(i -> i % every == 0)
                        .mapToObj(all::get).toList())
                .filter(some -> IntStream.range(1, some.size()).allMatch(i ->
                        place.applyAsDouble(some.get(i)) - half(some.get(i))
                                > place.applyAsDouble(some.get(i - 1)) + half(some.get(i - 1)) + 2))
                .findFirst()
                .orElse(List.of());
    }

    /// The width of the widest label.
    static double widest(Ticks ticks) {
        return ticks.all().stream().mapToDouble(tick -> TextWidth.of(tick.label(), SMALL)).max().orElse(0);
    }

    private static double half(Tick tick) {
        return TextWidth.of(tick.label(), SMALL) / 2;
    }

    private static Ticks chosen(Axis axis, int most, Predicate<Ticks> fits) {
        if (!axis.labels()) {
            return Ticks.of(axis, most, Notation.PLAIN);
        }
        Range range = axis.range();
        return Stream.of(Notation.PLAIN, Notation.scientific(range), Notation.relative(range))
                .flatMap(notation -> IntStream.iterate(most, wanted -> wanted >= 2, wanted -> wanted - 1)
                        .mapToObj(wanted -> Ticks.of(axis, wanted, notation)))
                .filter(ticks -> ticks.areShort() && fits.test(ticks))
                .findFirst()
                .orElseGet(() -> Ticks.of(axis, 2, Notation.relative(range)));
    }

    /// Whether at least two labels are shown and no two overlap.
    private static boolean hasRoom(List<Tick> shown, ToDoubleFunction<Tick> place) {
        return shown.size() > 1 && apart(shown, place).size() == shown.size();
    }

    private static boolean overlap(Tick before, Tick after, ToDoubleFunction<Tick> place) {
        return place.applyAsDouble(after) - half(after) <= place.applyAsDouble(before) + half(before) + SMALL;
    }

    private static int wanted(double length, int distance) {
        return Math.max(2, (int) (length / distance));
    }
}
