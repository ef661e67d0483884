package dev.simulacra.tables.schema;

/// A two-way map between the values of an ordered kind and their texts.
///
/// `parse(text of x) = x` for each x that a text of this format has. Formats are immutable and used by many threads at
/// once.
public interface ValueFormat {
    /// The value of the characters `from` (inclusive) to `to` (exclusive) of `text`, in the units of the kind.
    ///
    /// @return the value; NaN where the characters are no text of this format, infinite where a number has no double
    double parse(char[] text, int from, int to);

    /// Appends the text of `value`, which is finite, to `out`. A value between two texts is rounded to the nearer.
    void write(double value, StringBuilder out);

    /// The value of `text`; NaN where it is no text of this format.
    default double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /// The text of `value`, which is finite.
    default String text(double value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /// The format of a kind.
    ///
    /// @throws IllegalArgumentException where a pattern or a zone of the kind is none
    static ValueFormat of(ColumnKind.Ordered kind) {
        return switch (kind) {
            case ColumnKind.Real(NumberFormat format, int digits, int least) ->
                    new NumberText(format, new RealDigits(digits, least));
            case ColumnKind.Whole(NumberFormat format) -> new NumberText(format, new DecimalDigits(0, 0));
            case ColumnKind.Decimal(NumberFormat format, int places, int least) ->
                    new NumberText(format, new DecimalDigits(places, least));
            case ColumnKind.Date(String pattern) -> new MomentText(MomentPattern.of(pattern), MomentText.Unit.DAY, "");
            case ColumnKind.Time(String pattern) -> new MomentText(MomentPattern.of(pattern), MomentText.Unit.TIME, "");
            case ColumnKind.Timestamp(String pattern, String zone) ->
                    new MomentText(MomentPattern.of(pattern), MomentText.Unit.SECOND, zone);
        };
    }
}
