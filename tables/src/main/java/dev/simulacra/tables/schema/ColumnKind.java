package dev.simulacra.tables.schema;

import java.util.List;

/// The kind of a column: what its cells mean, and how they are written as text.
///
/// The set is closed, because reading, writing, learning and judging each treat every kind. Cells of any kind may be
/// missing ([ColumnSchema#missing]).
public sealed interface ColumnKind {
    /// A kind whose cells are numbers on an axis: a number, a date, a time.
    sealed interface Ordered extends ColumnKind {}

    /// A kind whose cells are one of a finite set of words.
    sealed interface Worded extends ColumnKind {}

    /// A kind whose cells are not learned.
    sealed interface Unlearned extends ColumnKind {}

    /// Real numbers, written with as few digits as tell them apart at the precision in which they came.
    ///
    /// From 1e16 on and below 1e-4 they are written with an exponent, as `1.5e+16` and `1e-05`.
    ///
    /// @param digits the largest number of significant digits that is written, from 1 to 17
    /// @param least  the least number of decimal places that is written without an exponent, 0 or 1
    record Real(NumberFormat format, int digits, int least) implements Ordered {
        /// @throws IllegalArgumentException where `digits` or `least` is outside its range
        public Real {
            Requirement.inRange("real", "digits", digits, 1, 17);
            Requirement.inRange("real", "least", least, 0, 1);
        }

        /// Real numbers written with up to 17 significant digits, which lose nothing.
        public Real(NumberFormat format) {
            this(format, 17, 0);
        }
    }

    /// Whole numbers.
    record Whole(NumberFormat format) implements Ordered {}

    /// Decimal numbers: multiples of `10^−places`.
    ///
    /// @param places the largest number of decimal places, from 1 to 15
    /// @param least  the number of decimal places down to which zeros at the end are left away; equal to `places` where
    ///     every cell has the same number of places, as in sums of money
    record Decimal(NumberFormat format, int places, int least) implements Ordered {
        /// @throws IllegalArgumentException where `places` or `least` is outside its range
        public Decimal {
            Requirement.inRange("decimal", "places", places, 1, 15);
            Requirement.inRange("decimal", "least", least, 0, places);
        }

        /// Decimal numbers that are all written with `places` decimal places.
        public Decimal(NumberFormat format, int places) {
            this(format, places, places);
        }
    }

    /// Days, as numbers of days since 1970-01-01.
    ///
    /// @param pattern how they are written, in the letters of [MomentPattern], as `uuuu-MM-dd` or `uuuuMMdd`
    record Date(String pattern) implements Ordered {}

    /// Times of day, as numbers of seconds since midnight.
    ///
    /// @param pattern how they are written, in the letters of [MomentPattern], as `HH:mm:ss`
    record Time(String pattern) implements Ordered {}

    /// Moments, as numbers of seconds since 1970-01-01T00:00, of UTC where the pattern has a zone or an offset and of
    /// the local clock otherwise.
    ///
    /// @param pattern how they are written, in the letters of [MomentPattern], as `uuuu-MM-dd'T'HH:mm:ssXXX`
    /// @param zone    the offset in which they are written, as `Z` or `+02:00`; empty where the pattern has none
    record Timestamp(String pattern, String zone) implements Ordered {}

    /// One of a set of words, kept as they are written.
    ///
    /// @param words the words, in the order of their first appearance
    record Category(List<String> words) implements Worded {
        public Category {
            words = List.copyOf(words);
        }
    }

    /// One of two words.
    record Truth(String no, String yes) implements Worded {}

    /// Values of which no two are equal: identifiers, which are made up and not learned.
    ///
    /// @param pattern the characters of a key, in the letters of [KeyPattern]; empty for the numbers of the rows
    /// @param first   the first number where `pattern` is empty
    record Key(String pattern, long first) implements Unlearned {}

    /// Text that is left out of the learning: it comes back as missing.
    ///
    /// @param reason why it is left out
    record Text(String reason) implements Unlearned {}

    /// The same text in every row.
    record Constant(String value) implements Unlearned {}
}
