package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.NumberShape;

/// Evidence for one decimal mark: the numbers of a column as they read under it.
final class MarkEvidence {
    private final char mark;
    private boolean isAlive = true;
    private boolean hasFraction;
    private int least = Integer.MAX_VALUE;
    private int most;
    private char grouping;
    private boolean hasLongUngrouped;

    /// @param mark the decimal mark
    MarkEvidence(char mark) {
        this.mark = mark;
    }

    void observe(NumberShape shape) {
        int places = shape.places(mark);
        char separator = shape.grouping(mark);
        if (places < 0 || separator != 0 && grouping != 0 && separator != grouping) {
            isAlive = false;
            return;
        }
        grouping = separator != 0 ? separator : grouping;
        hasLongUngrouped |= separator == 0 && shape.digits() - places > 3;
        hasFraction |= places > 0;
        if (!shape.hasExponent()) {
            least = Math.min(least, places);
            most = Math.max(most, places);
        }
    }

    /// The decimal mark.
    char mark() {
        return mark;
    }

    /// Whether every number reads under this mark.
    boolean isAlive() {
        return isAlive;
    }

    boolean hasFraction() {
        return hasFraction;
    }

    /// The least number of decimal places.
    int least() {
        return Math.min(least, most);
    }

    /// The largest number of decimal places.
    int most() {
        return most;
    }

    /// The separator of thousands; empty where there is none.
    String grouping() {
        return grouping == 0 ? "" : String.valueOf(grouping);
    }

    /// Whether some thousands are separated and some are not.
    boolean isMixed() {
        return grouping != 0 && hasLongUngrouped;
    }
}
