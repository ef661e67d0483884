package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ValueFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A usual pattern of dates, times or timestamps.
///
/// @param kind   the kind that has it
/// @param format the reading of its texts
/// @param order  which of day and month comes first, where both are numbers
record KnownPattern(ColumnKind.Ordered kind, ValueFormat format, DayOrder order) {
    /// The order of days and months that are written as numbers.
    enum DayOrder {
        DAY_FIRST, MONTH_FIRST, PLAIN
    }

    /// Patterns of dates. Of two that read the same texts the likelier comes first.
    private static final List<String> DATES = List.of("uuuu-MM-dd", "uuuu/MM/dd", "uuuu.MM.dd", "uuuuMMdd",
            "dd.MM.uuuu", "d.M.uuuu", "MM/dd/uuuu", "dd/MM/uuuu", "M/d/uuuu", "d/M/uuuu", "dd-MM-uuuu", "MM-dd-uuuu",
            "d-M-uuuu", "M-d-uuuu", "uuuu-M-d", "uuuu/M/d", "dd-MMM-uuuu", "d-MMM-uuuu", "dd MMM uuuu", "d MMM uuuu",
            "dd MMMM uuuu", "d MMMM uuuu", "MMM dd, uuuu", "MMM d, uuuu", "MMMM dd, uuuu", "MMMM d, uuuu", "dd.MM.uu",
            "MM/dd/uu", "dd/MM/uu", "M/d/uu", "d/M/uu", "dd-MMM-uu", "d-MMM-uu");

    /// Patterns of dates alone.
    private static final List<String> DATES_ALONE = List.of("uuuu-MM", "uuuu/MM", "MMM uuuu", "MMMM uuuu", "MMM-uuuu");

    private static final List<String> TIMES = Stream.concat(
            Stream.of("HH:mm", "HH:mm:ss", "H:mm", "H:mm:ss", "hh:mm a", "h:mm a", "hh:mm:ss a", "h:mm:ss a"),
            Stream.iterate("S", s -> s + "S").limit(9).map(s -> "HH:mm:ss." + s)).toList();

    private static final List<String> OFFSETS =
            List.of("", "XXX", "xxx", "XX", "xx", "x", " XXX", " xxx", " xx", "' UTC'");

    private static final List<KnownPattern> ALL = all();

    /// All usual patterns.
    static List<KnownPattern> known() {
        return ALL;
    }

    private static List<KnownPattern> all() {
        List<KnownPattern> all = new ArrayList<>();
        Stream.concat(DATES.stream(), DATES_ALONE.stream())
                .forEach(pattern -> all.add(of(new ColumnKind.Date(pattern), pattern)));
        TIMES.forEach(pattern -> all.add(of(new ColumnKind.Time(pattern), pattern)));
        for (String date : DATES) {
            for (String separator : List.of(" ", "'T'")) {
                for (String time : TIMES) {
                    OFFSETS.forEach(offset -> all.add(timestamp(date + separator + time + offset)));
                }
            }
        }
        return List.copyOf(all);
    }

    private static KnownPattern timestamp(String pattern) {
        boolean hasOffset = pattern.endsWith("x") || pattern.endsWith("X");
        return of(new ColumnKind.Timestamp(pattern, hasOffset ? "Z" : ""), pattern);
    }

    private static KnownPattern of(ColumnKind.Ordered kind, String pattern) {
        int day = pattern.indexOf('d');
        int month = pattern.indexOf('M');
        boolean isPlain = day < 0 || pattern.startsWith("uuuu") || pattern.contains("MMM");
        return new KnownPattern(kind, ValueFormat.of(kind),
                isPlain ? DayOrder.PLAIN : day < month ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST);
    }

    /// The kind whose texts have the offset of `example`.
    ColumnKind.Ordered withOffsetOf(String example) {
        if (!(kind instanceof ColumnKind.Timestamp(String pattern, String zone)) || zone.isEmpty()) {
            return kind;
        }
        int sign = Math.max(example.lastIndexOf('+'), example.lastIndexOf('-'));
        return new ColumnKind.Timestamp(pattern, example.endsWith("Z") ? "Z" : example.substring(sign));
    }
}
