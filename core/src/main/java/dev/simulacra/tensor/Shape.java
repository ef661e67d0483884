package dev.simulacra.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The extents of a tensor along its axes, outermost first; a scalar has none.
///
/// Immutable. Two shapes are equal when their extents are. Extents are at least 1.
public final class Shape {
    /// The shape of a scalar, `()`.
    public static final Shape SCALAR = new Shape(new int[0]);

    private final int[] extents;

    private Shape(int[] extents) {
        this.extents = extents;
    }

    /// The shape with the given extents.
    ///
    /// @throws IllegalArgumentException where an extent is below 1 or the shape holds more than 2³¹ − 1 elements
    public static Shape of(int... extents) {
        long size = 1;
        for (int extent : extents) {
            if (extent < 1) {
                throw new IllegalArgumentException(
                        "shape: an extent is " + extent + " in " + text(extents) + ", every extent must be at least 1");
            }
            size *= extent;
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("shape: " + text(extents)
                        + " has more than 2147483647 elements, the most that one array holds");
            }
        }
        return extents.length == 0 ? SCALAR : new Shape(extents.clone());
    }

    /// The number of axes; 0 for a scalar.
    public int rank() {
        return extents.length;
    }

    /// The extent along `axis`, counted from the outermost, 0.
    public int extent(int axis) {
        return extents[axis];
    }

    /// The number of elements: the product of the extents.
    public int size() {
        int size = 1;
        for (int extent : extents) {
            size *= extent;
        }
        return size;
    }

    /// A copy of the extents.
    public int[] extents() {
        return extents.clone();
    }

    /// This shape with the extent along `axis` replaced.
    public Shape with(int axis, int extent) {
        int[] copy = extents.clone();
        copy[axis] = extent;
        return of(copy);
    }

    /// The shape that `this` and `other` both broadcast to, by NumPy's rule: axes are aligned at the innermost;
    /// along each, the extents are equal or one of them is 1.
    ///
    /// @throws IllegalArgumentException where an aligned pair of extents differs and neither is 1
    public Shape broadcastWith(Shape other) {
        int rank = Math.max(rank(), other.rank());
        int[] joined = new int[rank];
        for (int back = 1; back <= rank; back++) {
            int a = back <= rank() ? extents[rank() - back] : 1;
            int b = back <= other.rank() ? other.extents[other.rank() - back] : 1;
            if (a != b && a != 1 && b != 1) {
                throw new IllegalArgumentException("broadcast: " + this + " and " + other + " do not align: counted "
                        + "from the last axis, axis " + back + " has extents " + a + " and " + b
                        + "; they must be equal or one of them 1");
            }
            joined[rank - back] = Math.max(a, b);
        }
        return of(joined);
    }

    /// Whether a tensor of this shape can be broadcast to `target`.
    public boolean broadcastsTo(Shape target) {
        if (rank() > target.rank()) {
            return false;
        }
        for (int back = 1; back <= rank(); back++) {
            int here = extents[rank() - back];
            if (here != 1 && here != target.extents[target.rank() - back]) {
                return false;
            }
        }
        return true;
    }

    /// The strides, in elements, with which a tensor of this shape is read as one of shape `target`: row-major, and 0
    /// along every axis that is broadcast.
    ///
    /// @throws IllegalArgumentException where this shape does not broadcast to `target`
    public int[] stridesIn(Shape target) {
        if (!broadcastsTo(target)) {
            throw new IllegalArgumentException("broadcastTo: " + this + " does not broadcast to " + target
                    + "; from the last axis on, each extent must be equal to the target's or 1");
        }
        int[] strides = new int[target.rank()];
        int stride = 1;
        for (int back = 1; back <= rank(); back++) {
            int extent = extents[rank() - back];
            strides[target.rank() - back] = extent == 1 ? 0 : stride;
            stride *= extent;
        }
        return strides;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape that && Arrays.equals(extents, that.extents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(extents);
    }

    /// The extents in parentheses, as `(256, 2)`; a scalar is `()`.
    @Override
    public String toString() {
        return text(extents);
    }

    private static String text(int[] extents) {
        return Arrays.stream(extents).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
