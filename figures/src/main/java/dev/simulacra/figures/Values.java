package dev.simulacra.figures;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// An immutable list of numbers, which need not be finite.
public final class Values {
    private final double[] numbers;

    private Values(double[] numbers) {
        this.numbers = numbers;
    }

    /// A copy of `numbers`.
    public static Values of(double... numbers) {
        return new Values(numbers.clone());
    }

    /// A copy of `numbers` in double precision.
    public static Values of(float... numbers) {
        return new Values(IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray());
    }

    /// Column `column`, counted from 0, of rows of `columns` numbers each.
    public static Values column(double[] rows, int columns, int column) {
        return new Values(
                IntStream.range(0, rows.length / columns).mapToDouble(row -> rows[row * columns + column]).toArray());
    }

    /// The number of numbers.
    public int size() {
        return numbers.length;
    }

    /// Number `i`, counted from 0.
    public double at(int i) {
        return numbers[i];
    }

    /// The numbers in their order.
    public DoubleStream stream() {
        return Arrays.stream(numbers);
    }

    /// The values of `function` at each number.
    public Values map(DoubleUnaryOperator function) {
        return new Values(stream().map(function).toArray());
    }

    /// A copy as an array.
    public double[] toArray() {
        return numbers.clone();
    }

    /// At most `most` of the numbers, at equal distances in their order.
    public Values thinned(int most) {
        int count = Math.min(most, numbers.length);
        return new Values(IntStream.range(0, count)
                .mapToDouble(i -> numbers[(int) ((long) i * numbers.length / count)]).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && Arrays.equals(numbers, values.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return numbers.length + " values";
    }
}
