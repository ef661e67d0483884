package dev.simulacra.program;

import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Tensor;
import java.util.List;

/// Which tensors an operation reads from memory, once views are looked through.
///
/// A reshape is the same array. A broadcast is read in place by elementwise loops, a transpose by matrix products; only
/// for other readers are they written out.
final class Storage {
    private Storage() {}

    /// The tensor whose array holds `tensor`'s elements: `tensor` itself, or what it reshapes.
    static Tensor root(Tensor tensor) {
        Tensor root = tensor;
        while (root.op() instanceof Reshape(var x, var _)) {
            root = x;
        }
        return root;
    }

    /// Whether `tensor` is computed element by element from tensors of its shape.
    static boolean isElementwise(Tensor tensor) {
        return switch (tensor.op()) {
            case Unary _, Binary _, Select _ -> true;
            case Leaf _, Structural _, MatMul _, Concatenate _, Gather _, Scatter _ -> false;
        };
    }

    /// Whether `tensor` needs an array only where some reader cannot look through it.
    static boolean isView(Tensor tensor) {
        return switch (tensor.op()) {
            case Reshape _, BroadcastTo _, Transpose _ -> true;
            case SumTo _, MaxTo _, Slice _ -> false;
            case Leaf _, Unary _, Binary _, Select _, MatMul _, Concatenate _, Gather _, Scatter _ -> false;
        };
    }

    /// The tensors whose arrays are read to compute `op`.
    static List<Tensor> sources(Op op) {
        return switch (op) {
            case Leaf _ -> List.of();
            case Unary _, Binary _, Select _ ->
                op.operands().stream().map(Storage::withoutBroadcast).map(Storage::root).toList();
            case MatMul(var a, var b) -> List.of(root(withoutTranspose(a)), root(withoutTranspose(b)));
            case Structural _, Concatenate _, Gather _, Scatter _ ->
                op.operands().stream().map(Storage::root).toList();
        };
    }

    static Tensor withoutBroadcast(Tensor tensor) {
        return tensor.op() instanceof BroadcastTo(var x, var _) ? x : tensor;
    }

    static Tensor withoutTranspose(Tensor tensor) {
        return tensor.op() instanceof Transpose(var x) ? x : tensor;
    }
}
