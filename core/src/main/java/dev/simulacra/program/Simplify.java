package dev.simulacra.program;

import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Graph;
import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Rewrite;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The first pass: the same values from fewer operations.
///
/// Equal operations on the same operands become one tensor, constants are computed now, neutral elements vanish, and
/// what was broadcast first and computed then is computed first and broadcast then. The sum, product and quotient of
/// constants are taken in double precision; no other rounding changes.
final class Simplify {
    private final Map<Op, Tensor> interned = new HashMap<>();

    private Simplify() {}

    static Computation of(Computation computation) {
        Simplify pass = new Simplify();
        TensorMap<Tensor> simple = new TensorMap<>();
        for (Tensor tensor : Graph.topological(computation.roots())) {
            List<Tensor> operands = tensor.op().operands().stream().map(simple::of).toList();
            simple.put(tensor, pass.leafOr(tensor, operands));
        }
        return new Computation(
                computation.outputs().stream().map(simple::of).toList(),
                computation.assignments().stream()
                        .map(a -> new Assignment(a.target(), simple.of(a.value())))
                        .toList());
    }

    /// Inputs stay the very tensors that values are fed to.
    private Tensor leafOr(Tensor tensor, List<Tensor> operands) {
        return tensor.op() instanceof Input || tensor.op() instanceof Value
                ? tensor
                : make(Rewrite.with(tensor.op(), operands));
    }

    /// The tensor that `op` comes to; its operands are simple already.
    private Tensor make(Op op) {
        return switch (op) {
            case Leaf _ -> intern(op);
            case Unary unary -> unary(unary);
            case Binary binary -> binary(binary);
            case Structural structural -> structural(structural);
            case Select _, MatMul _, Concatenate _, Gather _, Scatter _ -> intern(op);
        };
    }

    private Tensor intern(Op op) {
        return interned.computeIfAbsent(op, Tensor::new);
    }

    private Tensor unary(Unary op) {
        if (op.x().op() instanceof Constant) {
            return fold(op);
        }
        if (op.x().op() instanceof BroadcastTo(var x, var shape)) {
            return broadcast(make(Rewrite.with(op, List.of(x))), shape);
        }
        return op instanceof Negate(var y) && y.op() instanceof Negate(var x) ? x : intern(op);
    }

    private Tensor binary(Binary op) {
        if (op.a().op() instanceof Constant && op.b().op() instanceof Constant) {
            return fold(op);
        }
        Shape joined = unbroadcast(op.a()).shape().broadcastWith(unbroadcast(op.b()).shape());
        if (joined.size() < op.a().shape().size()) {
            Tensor a = broadcast(unbroadcast(op.a()), joined);
            Tensor b = broadcast(unbroadcast(op.b()), joined);
            return broadcast(make(Rewrite.with(op, List.of(a, b))), op.a().shape());
        }
        return switch (op) {
            case Add(var a, var b) -> sum(a, b);
            case Subtract(var a, var b) -> difference(a, b);
            case Multiply(var a, var b) -> product(a, b);
            case Divide(var a, var b) -> is(b, 1) ? a : intern(op);
            case Maximum _, Greater _, Equal _ -> intern(op);
        };
    }

    private Tensor sum(Tensor a, Tensor b) {
        if (is(a, 0)) {
            return b;
        }
        if (is(b, 0)) {
            return a;
        }
        return b.op() instanceof Negate(var x) ? make(new Subtract(a, x)) : intern(new Add(a, b));
    }

    private Tensor difference(Tensor a, Tensor b) {
        if (is(a, 0)) {
            return make(new Negate(b));
        }
        if (is(b, 0)) {
            return a;
        }
        return b.op() instanceof Negate(var x) ? make(new Add(a, x)) : intern(new Subtract(a, b));
    }

    private Tensor product(Tensor a, Tensor b) {
        if (is(a, 1)) {
            return b;
        }
        if (is(b, 1)) {
            return a;
        }
        return is(b, -1) ? make(new Negate(a)) : intern(new Multiply(a, b));
    }

    private Tensor structural(Structural op) {
        Tensor whole = op.x();
        return switch (op) {
            case Transpose(var x) -> x.op() instanceof Transpose(var original) ? original : intern(op);
            case Reshape(var x, var shape) -> reshape(x, shape);
            case BroadcastTo(var x, var shape) -> broadcast(x, shape);
            case SumTo(var x, var shape) -> x.shape().size() == shape.size() ? reshape(x, shape) : intern(op);
            case MaxTo(var x, var shape) -> x.shape().size() == shape.size() ? reshape(x, shape) : intern(op);
            case Slice(var _, var axis, var from, var to) ->
                from == 0 && to == whole.shape().extent(axis) ? whole : intern(op);
        };
    }

    private Tensor reshape(Tensor x, Shape shape) {
        if (x.shape().equals(shape)) {
            return x;
        }
        return x.op() instanceof Reshape(var original, var _)
                ? reshape(original, shape)
                : intern(new Reshape(x, shape));
    }

    private Tensor broadcast(Tensor x, Shape shape) {
        if (x.shape().equals(shape)) {
            return x;
        }
        if (x.op() instanceof BroadcastTo(var original, var _) && original.shape().broadcastsTo(shape)) {
            return broadcast(original, shape);
        }
        boolean constant = x.op() instanceof Constant;
        return x.shape().size() == shape.size() && !constant ? reshape(x, shape) : intern(new BroadcastTo(x, shape));
    }

    /// What the operation of constants comes to, by its definition.
    private Tensor fold(Op op) {
        return intern(new Constant(Reference.create().scalar(new Tensor(op))));
    }

    private static Tensor unbroadcast(Tensor tensor) {
        return tensor.op() instanceof BroadcastTo(var x, var _) ? x : tensor;
    }

    /// Whether every element of `tensor` is `value`, known without running.
    private static boolean is(Tensor tensor, double value) {
        return unbroadcast(tensor).op() instanceof Constant(var constant) && constant == value;
    }
}
