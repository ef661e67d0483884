package dev.simulacra.tables.schema;

import dev.simulacra.tables.schema.MomentField.Part;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// The format of dates and times.
final class MomentText implements ValueFormat {
    private static final double DAY = 86_400;
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    /// What the values of dates and times count.
    enum Unit {
        /// Days since 1970-01-01.
        DAY,
        /// Seconds since midnight.
        TIME,
        /// Seconds since 1970-01-01T00:00.
        SECOND
    }

    private final MomentPattern pattern;
    private final Unit unit;
    private final int offset;
    private final int fractionDigits;
    /// The seconds between two moments with different texts; 1 where there are digits for fractions.
    private final double step;

    /// @param pattern how they are written
    /// @param unit    what values count
    /// @param zone    the offset in which they are written; empty where the pattern has none
    MomentText(MomentPattern pattern, Unit unit, String zone) {
        boolean hasOffset = pattern.has(Part.OFFSET);
        Requirement.holds(hasOffset != zone.isEmpty(), "timestamp", "the pattern " + pattern.pattern() + (hasOffset
                ? " has an offset, and there is no zone; a zone as Z or +02:00 is required"
                : " has no offset, and there is the zone " + zone + "; no zone is required"));
        this.pattern = pattern;
        this.unit = unit;
        this.offset = offset(zone);
        this.fractionDigits = pattern.fractionDigits();
        this.step = pattern.has(Part.SECOND) ? 1 : pattern.has(Part.MINUTE) ? 60
                : pattern.has(Part.HOUR) || pattern.has(Part.CLOCK_HOUR) ? 3600 : DAY;
    }

    private static int offset(String zone) {
        try {
            return zone.isEmpty() ? 0 : ZoneOffset.of(zone).getTotalSeconds();
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(
                    "timestamp: the zone " + zone + " is no offset; Z or an offset as +02:00 is required");
        }
    }

    @Override
    public double parse(char[] text, int from, int to) {
        List<Moment> found = MomentParser.parse(pattern.fields(), text, from, to);
        if (found.isEmpty()) {
            return Double.NaN;
        }
        Moment moment = found.getFirst();
        return switch (unit) {
            case DAY -> moment.epochDay();
            case TIME -> moment.secondOfDay();
            case SECOND -> DAY * moment.epochDay() + moment.secondOfDay() - moment.offset;
        };
    }

    @Override
    public void write(double value, StringBuilder out) {
        double local = switch (unit) {
            case DAY -> DAY * Math.rint(value);
            case TIME -> value;
            case SECOND -> value + offset;
        };
        MomentWriter.write(pattern.fields(), clamped(rounded(local)), fractionDigits, offset, out);
    }

    /// The nearest moment that the pattern has digits for.
    private double rounded(double local) {
        if (fractionDigits > 0) {
            double scale = Math.pow(10, Math.min(6, fractionDigits));
            double whole = Math.floor(local);
            return whole + Math.rint((local - whole) * scale) / scale;
        }
        return Math.rint(local / step) * step;
    }

    private double clamped(double local) {
        return unit == Unit.TIME
                ? Math.clamp(local, 0, DAY - 1)
                : Math.clamp(local, DAY * FIRST_DAY, DAY * LAST_DAY + DAY - 1);
    }
}
