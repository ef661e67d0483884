package dev.simulacra.program;

import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The use that a thread makes of one array while it computes some rows of a cluster's result.
///
/// @param array  the array: the parameter whose values it holds, or else the tensor
/// @param rows   into how many rows the array is divided, of which a thread touches its own; 0 where it may touch all
/// @param width  the elements of a row
/// @param writes whether it writes there
record ArrayAccess(Object array, int rows, int width, boolean writes) {
    /// Products whose second factor is larger than this divide their result in another way than by rows, so that not
    /// every thread has to read all of it: half of a second-level cache.
    private static final long MOST = 1 << 18;

    /// Whether threads that compute their own rows of one cluster after those of another never wait for each other on
    /// account of an array that both touch.
    boolean agreesWith(ArrayAccess other) {
        return !writes && !other.writes || rows > 0 && rows == other.rows && width == other.width;
    }

    /// The number of rows of a tensor: the first extent above 1.
    static int rows(Shape shape) {
        for (int extent : shape.extents()) {
            if (extent > 1) {
                return extent;
            }
        }
        return 1;
    }

    /// What is touched where threads share the rows of `cluster`, its results aside; nothing where they cannot.
    static Optional<List<ArrayAccess>> reads(Cluster cluster) {
        return switch (cluster) {
            case Cluster.Loop loop -> Optional.of(reads(loop));
            case Cluster.Single(var y) -> reads(y);
        };
    }

    private static List<ArrayAccess> reads(Cluster.Loop loop) {
        Set<Tensor> sources = Collections.newSetFromMap(new IdentityHashMap<>());
        sources.addAll(loop.sources());
        List<ArrayAccess> reads = new ArrayList<>();
        for (Tensor tensor : loop.body()) {
            for (Tensor operand : tensor.op().operands()) {
                Tensor x = Storage.withoutBroadcast(operand);
                if (sources.contains(Storage.root(x))) {
                    reads.add(isByRow(x.shape(), loop.shape()) ? byRow(x, rows(loop.shape())) : whole(x));
                }
            }
        }
        return reads;
    }

    /// Whether each row of `to` reads its own row of what has `from`.
    private static boolean isByRow(Shape from, Shape to) {
        if (from.size() == to.size()) {
            return true;
        }
        int axis = 0;
        while (axis < to.rank() && to.extent(axis) == 1) {
            axis++;
        }
        return axis < to.rank() && from.stridesIn(to)[axis] * to.extent(axis) == from.size();
    }

    private static Optional<List<ArrayAccess>> reads(Tensor y) {
        int rows = rows(y.shape());
        boolean isByFirstAxis = y.shape().rank() > 0 && y.shape().extent(0) == rows;
        return switch (y.op()) {
            case MatMul(var a, var b) -> isByFirstAxis && b.shape().size() <= MOST
                    ? Optional.of(product(a, b, rows))
                    : Optional.empty();
            case SumTo(var x, var target) -> reduction(x, target, rows);
            case MaxTo(var x, var target) -> reduction(x, target, rows);
            case Concatenate(var parts, var axis) when isByFirstAxis ->
                Optional.of(parts.stream().map(x -> axis > 0 ? byRow(x, rows) : whole(x)).toList());
            case Slice(var x, var axis, var _, var _) when isByFirstAxis ->
                Optional.of(List.of(axis > 0 ? byRow(x, rows) : whole(x)));
            case Gather(var table, var places) when isByFirstAxis ->
                Optional.of(List.of(whole(table), byRow(places, rows)));
            case Leaf _, Unary _, Binary _, Select _, Structural _, Concatenate _, Gather _, Scatter _ ->
                Optional.empty();
        };
    }

    private static List<ArrayAccess> product(Tensor a, Tensor b, int rows) {
        Tensor left = Storage.withoutTranspose(a);
        return List.of(left == a ? byRow(a, rows) : whole(left), whole(Storage.withoutTranspose(b)));
    }

    /// A reduction of neighbouring axes sums within rows or, where it begins with the first axis, down columns.
    private static Optional<List<ArrayAccess>> reduction(Tensor x, Shape target, int rows) {
        List<AxisRuns.Run> runs = AxisRuns.of(x.shape(), target);
        return runs.size() != 1
                ? Optional.empty()
                : Optional.of(List.of(runs.getFirst().outer() > 1 ? byRow(x, rows) : whole(x)));
    }

    private static ArrayAccess byRow(Tensor x, int rows) {
        return new ArrayAccess(array(x), rows, x.shape().size() / rows, false);
    }

    private static ArrayAccess whole(Tensor x) {
        return new ArrayAccess(array(x), 0, 0, false);
    }

    private static Object array(Tensor x) {
        Tensor root = Storage.root(x);
        return root.op() instanceof Value(var parameter) ? parameter : root;
    }

    /// What is written where threads share the rows of `result`.
    static ArrayAccess write(Tensor result) {
        return write(result, result);
    }

    /// What is written where `result` is computed in a parameter's own array.
    static ArrayAccess write(Tensor result, Parameter target) {
        return write(result, (Object) target);
    }

    private static ArrayAccess write(Tensor result, Object array) {
        int rows = rows(result.shape());
        return new ArrayAccess(array, rows, result.shape().size() / rows, true);
    }
}
