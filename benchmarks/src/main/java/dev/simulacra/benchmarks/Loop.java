package dev.simulacra.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A pass over arrays of `n` floats.
///
/// @param n a multiple of [#COLUMNS]
public record Loop(Kind kind, int n) implements Work {
    /// The columns of the matrix of `n` elements where rows or columns are summed.
    public static final int COLUMNS = 256;

    /// What is done to each element.
    public enum Kind {
        ADD("c = a + b", 12),
        RELU("max(a, 0)", 8),
        SQRT("√a", 8),
        EXP("exp a", 8),
        LOG("ln a", 8),
        TANH("tanh a", 8),
        SIGMOID("1 / (1 + exp −a)", 8),
        SOFTPLUS("ln(1 + exp a)", 8),
        BIAS("a + b, b one row", 8),
        SUM("the sum of all", 4),
        COLUMN_SUMS("the sum of each column of 256", 4),
        ROW_MAXIMA("the maximum of each row of 256", 4),
        UNIFORM("uniform draws", 4),
        NORMAL("normal draws", 4),
        BERNOULLI("draws of 0 and 1", 4),
        ADAM("Adam's update of w, m and v", 28);

        private final String description;
        private final int bytes;

        Kind(String description, int bytes) {
            this.description = description;
            this.bytes = bytes;
        }

        /// The bytes that one element must be read and written with at least.
        public int bytes() {
            return bytes;
        }
    }

    static Loop of(String name) {
        String[] parts = name.split("-");
        return new Loop(Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[2]));
    }

    /// Every kind at `n` elements.
    static List<Loop> all(int n) {
        return Arrays.stream(Kind.values()).map(kind -> new Loop(kind, n)).toList();
    }

    /// The bytes of one run.
    public double bytes() {
        return (double) n * kind.bytes;
    }

    @Override
    public String name() {
        return "loop-" + kind.name().toLowerCase(Locale.ROOT) + "-" + n;
    }

    @Override
    public String description() {
        return kind.description;
    }
}
