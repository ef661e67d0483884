package dev.simulacra.tables.schema;

import java.time.LocalDate;
import java.util.List;

/// The writing of one moment by the fields of a pattern.
final class MomentWriter {
    private static final long DAY = 86_400;

    private MomentWriter() {}

    /// Appends the moment that is `local` seconds after 1970-01-01T00:00 on the local clock.
    ///
    /// @param digits the digits of the fraction of a second; from the seventh on they are 0
    /// @param offset the seconds by which the local clock is ahead of UTC
    static void write(List<MomentField> fields, double local, int digits, int offset, StringBuilder out) {
        long whole = (long) Math.floor(local);
        int scale = (int) Math.pow(10, Math.min(6, digits));
        int fraction = (int) Math.rint((local - whole) * scale);
        if (fraction == scale) {
            whole++;
            fraction = 0;
        }
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(whole, DAY));
        int second = (int) Math.floorMod(whole, DAY);
        for (MomentField field : fields) {
            write(field, date, second, fraction, offset, out);
        }
    }

    private static void write(MomentField field, LocalDate date, int second, int fraction, int offset,
            StringBuilder out) {
        int width = field.width();
        String month = MomentPattern.MONTHS.get(date.getMonthValue() - 1);
        int hour = second / 3600;
        switch (field.part()) {
            case YEAR -> number(date.getYear(), 4, out);
            case SHORT_YEAR -> number(date.getYear() % 100, 2, out);
            case MONTH -> number(date.getMonthValue(), width, out);
            case SHORT_MONTH_NAME -> out.append(month, 0, 3);
            case MONTH_NAME -> out.append(month);
            case DAY -> number(date.getDayOfMonth(), width, out);
            case HOUR -> number(hour, width, out);
            case CLOCK_HOUR -> number((hour + 11) % 12 + 1, width, out);
            case HALF_DAY -> out.append(hour < 12 ? "AM" : "PM");
            case MINUTE -> number(second / 60 % 60, width, out);
            case SECOND -> number(second % 60, width, out);
            case FRACTION -> {
                number(fraction, Math.min(6, width), out);
                out.repeat('0', Math.max(0, width - 6));
            }
            case OFFSET -> offset(field.literal(), offset, out);
            case LITERAL -> out.append(field.literal());
        }
    }

    private static void number(int value, int width, StringBuilder out) {
        for (int limit = 10, i = 1; i < width; i++, limit *= 10) {
            if (value < limit) {
                out.append('0');
            }
        }
        out.append(value);
    }

    private static void offset(String letters, int offset, StringBuilder out) {
        if (offset == 0 && letters.startsWith("X")) {
            out.append('Z');
            return;
        }
        int minutes = Math.abs(offset) / 60;
        out.append(offset < 0 ? '-' : '+');
        number(minutes / 60, 2, out);
        if (letters.length() > 1) {
            out.append(letters.length() == 3 ? ":" : "");
            number(minutes % 60, 2, out);
        }
    }
}
