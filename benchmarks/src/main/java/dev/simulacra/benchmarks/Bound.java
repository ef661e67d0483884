package dev.simulacra.benchmarks;

import java.util.Locale;

/// This machine's highest measured rate: the yardstick of what runs on it. Each thread does the same for itself.
public record Bound(Kind kind) implements Work {
    /// The number of elements of an array that is in no cache.
    static final int LARGE = 1 << 24;

    /// The multiply-adds of one run: whole vectors of any width for each of twelve sums.
    static final int MULTIPLY_ADDS = 12 * 16 * 1_000_000;

    /// What is done.
    public enum Kind {
        FMA("independent multiply-adds in registers", 2.0 * Bound.MULTIPLY_ADDS),
        COPY("c = a over arrays in memory", 2.0 * 4 * Bound.LARGE),
        TRIAD("c = a + s b over arrays in memory", 3.0 * 4 * Bound.LARGE);

        private final String description;
        private final double amount;

        Kind(String description, double amount) {
            this.description = description;
            this.amount = amount;
        }
    }

    static Bound of(String name) {
        return new Bound(Kind.valueOf(name.substring(name.indexOf('-') + 1).toUpperCase(Locale.ROOT)));
    }

    /// What one thread does in one run: floating-point operations, or bytes read and written.
    double amount() {
        return kind.amount;
    }

    @Override
    public String name() {
        return "bound-" + kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String description() {
        return kind.description;
    }
}
