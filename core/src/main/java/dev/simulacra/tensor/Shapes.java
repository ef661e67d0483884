package dev.simulacra.tensor;

import dev.simulacra.tensor.Op.*;
import java.util.List;

/// The shape of each operation's result, and what its operands must satisfy.
final class Shapes {
    private Shapes() {}

    /// The shape of `op`'s result.
    ///
    /// @throws IllegalArgumentException where the operands do not fit the operation
    static Shape of(Op op) {
        return switch (op) {
            case Constant _, OfStep _ -> Shape.SCALAR;
            case Table(var name, var shape, var values) -> table(name, shape, values.length);
            case Input(var _, var shape) -> shape;
            case Value(var parameter) -> parameter.shape();
            case Draw(var _, var _, var shape) -> shape;
            case Unary unary -> unary.x().shape();
            case Binary binary -> same(op, binary.a(), binary.b());
            case Select(var condition, var a, var b) -> {
                same(op, condition, a);
                yield same(op, a, b);
            }
            case MatMul(var a, var b) -> product(a.shape(), b.shape());
            case Transpose(var x) -> transposed(x.shape());
            case Reshape(var x, var shape) -> reshaped(x.shape(), shape);
            case BroadcastTo(var x, var shape) -> broadcast(op, x.shape(), shape, shape);
            case SumTo(var x, var shape) -> broadcast(op, shape, x.shape(), shape);
            case MaxTo(var x, var shape) -> broadcast(op, shape, x.shape(), shape);
            case Slice(var x, var axis, var from, var to) -> slice(x.shape(), axis, from, to);
            case Concatenate(var parts, var axis) -> concatenated(parts, axis);
            case Gather(var table, var rows) -> gathered(op, table.shape(), rows.shape());
            case Scatter(var x, var rows, var n) -> scattered(op, x.shape(), rows.shape(), n);
        };
    }

    private static Shape table(String name, Shape shape, int length) {
        require(shape.size() == length,
                "table " + name + ": " + shape + " needs " + shape.size() + " values, not " + length);
        return shape;
    }

    private static Shape same(Op op, Tensor a, Tensor b) {
        require(a.shape().equals(b.shape()), op.operation() + ": shapes differ: " + a.shape() + " and " + b.shape());
        return a.shape();
    }

    private static Shape product(Shape a, Shape b) {
        require(a.rank() == 2 && b.rank() == 2, "matmul: both operands must be matrices, not " + a + " × " + b);
        require(
                a.extent(1) == b.extent(0),
                "matmul: inner extents differ: " + a + " × " + b + " needs " + a.extent(1) + " = " + b.extent(0));
        return Shape.of(a.extent(0), b.extent(1));
    }

    private static Shape transposed(Shape x) {
        require(x.rank() == 2, "transpose: needs a matrix, not " + x);
        return Shape.of(x.extent(1), x.extent(0));
    }

    private static Shape reshaped(Shape x, Shape shape) {
        require(
                x.size() == shape.size(),
                "reshape: " + x + " has " + x.size() + " elements, " + shape + " needs " + shape.size());
        return shape;
    }

    private static Shape broadcast(Op op, Shape small, Shape large, Shape result) {
        require(
                small.broadcastsTo(large),
                op.operation() + ": " + small + " does not broadcast to " + large
                        + "; from the last axis on, each extent must be equal to the larger shape's or 1");
        return result;
    }

    private static Shape slice(Shape x, int axis, int from, int to) {
        axis("slice", x, axis);
        require(
                0 <= from && from < to && to <= x.extent(axis),
                "slice: [" + from + ", " + to + ") along axis " + axis + " of " + x + " needs 0 ≤ from < to ≤ "
                        + x.extent(axis));
        return x.with(axis, to - from);
    }

    private static Shape concatenated(List<Tensor> parts, int axis) {
        require(!parts.isEmpty(), "concatenate: needs at least one part");
        Shape first = parts.getFirst().shape();
        axis("concatenate", first, axis);
        int extent = 0;
        for (Tensor part : parts) {
            require(
                    part.shape().rank() == first.rank()
                            && part.shape().with(axis, 1).equals(first.with(axis, 1)),
                    "concatenate: " + part.shape() + " and " + first + " may differ along axis " + axis + " only");
            extent = Math.addExact(extent, part.shape().extent(axis));
        }
        return first.with(axis, extent);
    }

    private static Shape gathered(Op op, Shape table, Shape rows) {
        rows(op, table, rows);
        return table.with(0, rows.extent(0));
    }

    private static Shape scattered(Op op, Shape x, Shape rows, int n) {
        rows(op, x, rows);
        require(
                x.extent(0) == rows.extent(0),
                "scatter: " + x + " has " + x.extent(0) + " rows, but " + rows.extent(0) + " row numbers are given");
        return x.with(0, n);
    }

    private static void rows(Op op, Shape x, Shape rows) {
        require(x.rank() >= 1, op.operation() + ": a scalar has no rows");
        require(rows.rank() == 1, op.operation() + ": row numbers must have one axis, not " + rows);
    }

    private static void axis(String name, Shape x, int axis) {
        require(0 <= axis && axis < x.rank(), name + ": " + x + " has no axis " + axis);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
