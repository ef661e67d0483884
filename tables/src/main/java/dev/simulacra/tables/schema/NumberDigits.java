package dev.simulacra.tables.schema;

/// The digits with which the numbers of a column are written: in ASCII, with `.` as the decimal mark and without a
/// sign.
sealed interface NumberDigits permits DecimalDigits, RealDigits {
    /// Appends the digits of `|value|`.
    void write(double value, StringBuilder out);

    /// The largest number of decimal places; negative where any number of them and an exponent may be written.
    int places();
}
