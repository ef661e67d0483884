package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.inference.KnownPattern.DayOrder;
import java.time.LocalDate;
import java.util.List;

/// Evidence for a column of dates or times: the usual patterns that read every text.
final class MomentEvidence {
    private static final long FIRST = LocalDate.of(1900, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(2100, 12, 31).toEpochDay();
    private static final ColumnKind DIGITS = new ColumnKind.Date("uuuuMMdd");
    private static final int SHORTEST = 4;
    private static final int LONGEST = 48;

    private List<KnownPattern> left = KnownPattern.known();
    private String first = "";
    private boolean hasSeveralOffsets;

    void observe(char[] text, int from, int to) {
        if (left.isEmpty()) {
            return;
        }
        boolean isPlausible = to - from >= SHORTEST && to - from <= LONGEST && hasDigit(text, from, to);
        if (!isPlausible || !areAllReading(text, from, to)) {
            left = isPlausible ? left.stream().filter(pattern -> reads(pattern, text, from, to)).toList() : List.of();
        }
        if (first.isEmpty()) {
            first = new String(text, from, to - from);
        } else if (!left.isEmpty() && hasOffset() && !hasSeveralOffsets) {
            hasSeveralOffsets = hasOtherOffset(new String(text, from, to - from));
        }
    }

    private static boolean hasDigit(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] >= '0' && text[i] <= '9') {
                return true;
            }
        }
        return false;
    }

    private boolean areAllReading(char[] text, int from, int to) {
        for (KnownPattern pattern : left) {
            if (!reads(pattern, text, from, to)) {
                return false;
            }
        }
        return true;
    }

    private static boolean reads(KnownPattern pattern, char[] text, int from, int to) {
        double value = pattern.format().parse(text, from, to);
        // Digits alone are a date only where the year is of our time.
        boolean isOfDigits = pattern.kind().equals(DIGITS);
        return isOfDigits ? value >= FIRST && value <= LAST : !Double.isNaN(value);
    }

    private boolean hasOffset() {
        return left.getFirst().kind() instanceof ColumnKind.Timestamp timestamp && !timestamp.zone().isEmpty();
    }

    private boolean hasOtherOffset(String text) {
        KnownPattern pattern = left.getFirst();
        return !pattern.withOffsetOf(first).equals(pattern.withOffsetOf(text));
    }

    /// Whether some pattern reads every text.
    boolean isAlive() {
        return !first.isEmpty() && !left.isEmpty();
    }

    /// The order of day and month, where the texts decide it; PLAIN where they do not or there is none.
    DayOrder order() {
        return isAmbiguous() ? DayOrder.PLAIN : left.getFirst().order();
    }

    /// Whether days and months could be exchanged.
    boolean isAmbiguous() {
        return left.stream().map(KnownPattern::order).distinct().count() > 1;
    }

    /// The kind of the texts; where days and months could be exchanged, in the order `preferred`.
    ColumnKind.Ordered kind(DayOrder preferred) {
        KnownPattern pattern = left.stream().filter(p -> p.order() == preferred).findFirst().orElse(left.getFirst());
        if (hasSeveralOffsets && pattern.kind() instanceof ColumnKind.Timestamp(String letters, String _)) {
            return new ColumnKind.Timestamp(letters, "Z");
        }
        return pattern.withOffsetOf(first);
    }

    /// Whether the texts have different offsets from UTC.
    boolean hasSeveralOffsets() {
        return hasSeveralOffsets;
    }
}
