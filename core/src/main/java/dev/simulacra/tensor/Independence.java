package dev.simulacra.tensor;

import dev.simulacra.tensor.Op.*;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A test whether the rows of a minibatch go through a graph independently of each other.
///
/// Where they do, several minibatches can be judged as one, and the gradient of the sum of all results holds each row's
/// own gradient.
public final class Independence {
    /// A kind of dependence of a tensor on the minibatch.
    private enum Dependence {
        /// Not at all.
        NONE,
        /// Row i on row i alone.
        ROW_BY_ROW,
        /// In any other way.
        MIXED
    }

    private Independence() {}

    /// Whether row i of `y` depends on row i of `x` alone, for each i, as the operations show it.
    ///
    /// Batch normalization in training is an example where it does not: each row depends on all.
    public static boolean ofRows(Tensor y, Tensor x) {
        TensorMap<Dependence> known = new TensorMap<>();
        for (Tensor tensor : Graph.topological(List.of(y))) {
            known.put(tensor, tensor == x ? Dependence.ROW_BY_ROW : dependence(tensor, known));
        }
        return known.of(y) == Dependence.ROW_BY_ROW;
    }

    /// Whether row i of `y`, `(m, …)`, depends on rows i of random leaves of m rows alone, as the operations show it.
    ///
    /// Where it does, few of the rows can be computed without the others.
    public static boolean ofDraws(Tensor y) {
        if (y.shape().rank() == 0) {
            return false;
        }
        TensorMap<Dependence> known = new TensorMap<>();
        for (Tensor tensor : Graph.topological(List.of(y))) {
            known.put(tensor, tensor.op() instanceof Draw
                    ? (sameRows(tensor, y) ? Dependence.ROW_BY_ROW : Dependence.MIXED)
                    : dependence(tensor, known));
        }
        return known.of(y) == Dependence.ROW_BY_ROW;
    }

    /// Whether a distribution's graphs of few and of many rows differ in the number of rows alone: they consist of the
    /// same operations, constants and tables in the same order.
    ///
    /// A table that differs, as one with an element for each row, makes rows depend on their place in the minibatch.
    public static boolean ofMinibatchSize(Tensor few, Tensor many) {
        List<Tensor> a = Graph.topological(List.of(few));
        List<Tensor> b = Graph.topological(List.of(many));
        return a.size() == b.size()
                && IntStream.range(0, a.size()).allMatch(i -> sameApartFromShape(a.get(i), b.get(i)));
    }

    private static boolean sameApartFromShape(Tensor x, Tensor y) {
        if (x.op() instanceof Constant || x.op() instanceof Value) {
            return x.op().equals(y.op());
        }
        if (x.op() instanceof Table(var _, var shape, var values)) {
            return y.op() instanceof Table other && shape.equals(other.shape())
                    && Arrays.equals(values, other.values());
        }
        return x.op().getClass() == y.op().getClass();
    }

    private static Dependence dependence(Tensor y, TensorMap<Dependence> known) {
        Dependence operands =
                y.op().operands().stream().map(known::of).max(Enum::compareTo).orElse(Dependence.NONE);
        return operands != Dependence.ROW_BY_ROW || keepsRows(y, known) ? operands : Dependence.MIXED;
    }

    /// Whether row i of `y` is made of rows i of those operands that depend on the minibatch row by row.
    private static boolean keepsRows(Tensor y, TensorMap<Dependence> known) {
        return switch (y.op()) {
            case Leaf _ -> false;
            case Unary _, Binary _, Select _ -> true;
            case MatMul(var _, var b) -> known.of(b) == Dependence.NONE;
            case Transpose _ -> false;
            case Reshape(var x, var _) -> sameRows(x, y);
            case BroadcastTo(var x, var _) -> sameRows(x, y) && x.shape().rank() == y.shape().rank();
            case SumTo(var x, var _) -> sameRows(x, y) && x.shape().rank() == y.shape().rank();
            case MaxTo(var x, var _) -> sameRows(x, y) && x.shape().rank() == y.shape().rank();
            case Slice(var _, var axis, var _, var _) -> axis > 0;
            case Concatenate(var _, var axis) -> axis > 0;
            case Gather(var table, var _) -> known.of(table) == Dependence.NONE;
            case Scatter _ -> false;
        };
    }

    private static boolean sameRows(Tensor x, Tensor y) {
        return x.shape().rank() > 0 && y.shape().rank() > 0 && x.shape().extent(0) == y.shape().extent(0);
    }
}
