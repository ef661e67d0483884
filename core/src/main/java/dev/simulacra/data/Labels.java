package dev.simulacra.data;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The law of a label among `0, …, K − 1`, as indicator rows: 1 in the column of the label, 0 in all others, `(m, K)`.
///
/// @param shares the probability of each label
public record Labels(double... shares) implements Distribution {
    private static final double ROUNDING = 1e-6;

    /// @throws IllegalArgumentException unless the shares are at least 0 and their sum is 1
    public Labels {
        double sum = Arrays.stream(shares).sum();
        if (!(Math.abs(sum - 1) < ROUNDING) || Arrays.stream(shares).anyMatch(share -> share < 0)) {
            throw new IllegalArgumentException("labels: the shares are " + Arrays.toString(shares)
                    + "; none may be below 0, and their sum must be 1");
        }
        shares = shares.clone();
    }

    /// `count` labels, one as likely as the other.
    public static Labels equal(int count) {
        double[] shares = new double[count];
        Arrays.fill(shares, 1.0 / count);
        return new Labels(shares);
    }

    /// The label `label` of `count`, always.
    ///
    /// @throws IllegalArgumentException where it is none of them
    public static Labels only(int label, int count) {
        if (label < 0 || label >= count) {
            throw new IllegalArgumentException(
                    "labels: " + label + " is none of them; there are 0 to " + (count - 1));
        }
        double[] shares = new double[count];
        shares[label] = 1;
        return new Labels(shares);
    }

    @Override
    public double[] shares() {
        return shares.clone();
    }

    /// The number K of labels.
    @Override
    public int dimension() {
        return shares.length;
    }

    /// The labels whose share is above 0, ascending: those that are drawn at all.
    public List<Integer> drawn() {
        return IntStream.range(0, shares.length).filter(k -> shares[k] > 0).boxed().toList();
    }

    /// With u uniform and c the cumulative shares, label k is drawn where `cₖ₋₁ ≤ u < cₖ`.
    @Override
    public Tensor sample(String stream, int m) {
        int count = shares.length;
        float[] above = new float[count];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += shares[k];
            above[k] = (float) sum;
        }
        // What is left beyond the last label by rounding belongs to the last that can be drawn at all.
        Arrays.fill(above, drawn().getLast(), count, 1);
        float[] below = new float[count];
        System.arraycopy(above, 0, below, 1, count - 1);
        Tensor u = Tensor.draw(stream, new Law.Uniform(0, 1), Shape.of(m, 1));
        return row("above", above).greaterThan(u).minus(row("below", below).greaterThan(u));
    }

    private static Tensor row(String name, float[] values) {
        return Tensor.table(name, Shape.of(1, values.length), values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels(var s) && Arrays.equals(shares, s);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return "labels in the shares " + Arrays.toString(shares);
    }
}
