package dev.simulacra.program;

import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Graph;
import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Rewrite;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The first pass: the same values from fewer operations.
///
/// Equal operations on the same operands become one tensor, constants are computed now, neutral elements vanish, what
/// was broadcast first and computed then is computed first and broadcast then, and a transpose moves to where it costs
/// nothing. Functions of constants are taken in double precision; no other rounding changes. NaN and infinities stay
/// where they are: nothing is taken for 0 because it is multiplied by 0. Only the sign of a zero may change.
final class Simplify {
    private final Map<Op, Tensor> interned = new HashMap<>();
    private final Set<Tensor> transposed = Collections.newSetFromMap(new IdentityHashMap<>());

    private Simplify() {}

    /// `inOrder` as one computation: each reads of a parameter what those before it have assigned to it.
    static Computation of(Computation... inOrder) {
        Simplify pass = new Simplify();
        Map<Parameter, Tensor> assigned = new LinkedHashMap<>();
        List<Tensor> outputs = new ArrayList<>();
        for (Computation computation : inOrder) {
            TensorMap<Tensor> simple = pass.simplified(computation.roots(), assigned);
            computation.outputs().forEach(output -> outputs.add(simple.of(output)));
            computation.assignments().forEach(each -> assigned.put(each.target(), simple.of(each.value())));
        }
        return new Computation(outputs, assigned.entrySet().stream()
                .map(entry -> new Assignment(entry.getKey(), entry.getValue()))
                .toList());
    }

    /// What each tensor that `roots` need comes to where `assigned` parameters have their new values.
    private TensorMap<Tensor> simplified(List<Tensor> roots, Map<Parameter, Tensor> assigned) {
        List<Tensor> order = Graph.topological(roots);
        Set<Tensor> products = productsToTranspose(roots, order);
        TensorMap<Tensor> simple = new TensorMap<>();
        for (Tensor tensor : order) {
            List<Tensor> operands = tensor.op().operands().stream().map(simple::of).toList();
            simple.put(tensor, leafOr(tensor, operands, assigned));
            if (products.contains(tensor)) {
                transposed.add(simple.of(tensor));
            }
        }
        return simple;
    }

    /// The matrix products that nothing reads but transposes.
    private static Set<Tensor> productsToTranspose(List<Tensor> roots, List<Tensor> order) {
        Set<Tensor> products = Collections.newSetFromMap(new IdentityHashMap<>());
        order.stream().filter(tensor -> tensor.op() instanceof MatMul).forEach(products::add);
        roots.forEach(products::remove);
        order.stream()
                .filter(tensor -> !(tensor.op() instanceof Transpose))
                .forEach(tensor -> tensor.op().operands().forEach(products::remove));
        return products;
    }

    /// Inputs stay the very tensors that values are fed to.
    private Tensor leafOr(Tensor tensor, List<Tensor> operands, Map<Parameter, Tensor> assigned) {
        if (tensor.op() instanceof Value(var parameter)) {
            return assigned.getOrDefault(parameter, tensor);
        }
        return tensor.op() instanceof Input ? tensor : make(Rewrite.with(tensor.op(), operands));
    }

    /// A pass that gives back the tensors of a simple graph for what they are.
    static Simplify knowing(List<Tensor> simple) {
        Simplify pass = new Simplify();
        simple.forEach(tensor -> pass.interned.put(tensor.op(), tensor));
        return pass;
    }

    /// The tensor that `op` comes to; its operands are simple already.
    Tensor make(Op op) {
        return switch (op) {
            case Leaf _ -> intern(op);
            case Unary unary -> unary(unary);
            case Binary binary -> binary(binary);
            case Structural structural -> structural(structural);
            case MatMul(var a, var b) -> matmul(a, b);
            case Select _, Concatenate _, Gather _, Scatter _ -> intern(op);
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
            // Derivatives are graphs by now, so only its value is left.
            case StraightThrough(var a, var _) -> a;
        };
    }

    private Tensor sum(Tensor a, Tensor b) {
        if (is(a, 0)) {
            return b;
        }
        if (is(b, 0)) {
            return a;
        }
        if (a.op() instanceof Negate(var x)) {
            return make(new Subtract(b, x));
        }
        if (a.op() instanceof Concatenate x && b.op() instanceof Concatenate y && divideAlike(x, y)) {
            return make(new Concatenate(IntStream.range(0, x.parts().size())
                    .mapToObj(i -> make(new Add(x.parts().get(i), y.parts().get(i))))
                    .toList(), x.axis()));
        }
        return b.op() instanceof Negate(var x) ? make(new Subtract(a, x)) : intern(new Add(a, b));
    }

    /// Whether the parts are of the same shapes one by one, as where two halves were padded with zeros.
    private static boolean divideAlike(Concatenate x, Concatenate y) {
        return x.axis() == y.axis() && shapes(x).equals(shapes(y));
    }

    private static List<Shape> shapes(Concatenate op) {
        return op.parts().stream().map(Tensor::shape).toList();
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
        if (is(a, -1)) {
            return make(new Negate(b));
        }
        return is(b, -1) ? make(new Negate(a)) : intern(new Multiply(a, b));
    }

    /// A sum of one product each is the elementwise product of the column and the row.
    private Tensor matmul(Tensor a, Tensor b) {
        if (a.shape().extent(1) > 1) {
            return intern(new MatMul(a, b));
        }
        Shape shape = Shape.of(a.shape().extent(0), b.shape().extent(1));
        return make(new Multiply(broadcast(a, shape), broadcast(b, shape)));
    }

    private Tensor structural(Structural op) {
        Tensor whole = op.x();
        if (whole.op() instanceof BroadcastTo(var x, var _) && x.op() instanceof Constant(var value)) {
            return ofFilled(op, value);
        }
        return switch (op) {
            case Transpose(var x) -> transpose(x);
            case Reshape(var x, var shape) -> reshape(x, shape);
            case BroadcastTo(var x, var shape) -> broadcast(x, shape);
            case SumTo(var x, var shape) -> x.shape().size() == shape.size() ? reshape(x, shape) : intern(op);
            case MaxTo(var x, var shape) -> x.shape().size() == shape.size() ? reshape(x, shape) : intern(op);
            case Slice slice -> slice(slice);
        };
    }

    private Tensor slice(Slice op) {
        int extent = op.x().shape().extent(op.axis());
        if (op.from() == 0 && op.to() == extent) {
            return op.x();
        }
        return op.x().op() instanceof Concatenate(var parts, var axis) && axis == op.axis()
                ? sliceOf(parts, op)
                : intern(op);
    }

    /// The one part that `op` cuts out of their concatenation, if it is one.
    private Tensor sliceOf(List<Tensor> parts, Slice op) {
        int start = 0;
        for (Tensor part : parts) {
            int end = start + part.shape().extent(op.axis());
            if (start <= op.from() && op.to() <= end) {
                return slice(new Slice(part, op.axis(), op.from() - start, op.to() - start));
            }
            start = end;
        }
        return intern(op);
    }

    /// The result of `op`, whose operand has `value` for every element.
    private Tensor ofFilled(Structural op, double value) {
        Shape shape = new Tensor(op).shape();
        double terms = op instanceof SumTo ? (double) op.x().shape().size() / shape.size() : 1;
        return broadcast(intern(new Constant(value * terms)), shape);
    }

    private Tensor transpose(Tensor x) {
        Shape shape = Shape.of(x.shape().extent(1), x.shape().extent(0));
        if (shape.extent(0) == 1 || shape.extent(1) == 1) {
            return reshape(x, shape);
        }
        if (x.op() instanceof BroadcastTo(var line, var _)) {
            Tensor matrix = reshape(line, asMatrix(line.shape()));
            return broadcast(transpose(matrix), shape);
        }
        if (x.op() instanceof MatMul(var a, var b) && transposed.contains(x)) {
            return matmul(transpose(b), transpose(a));
        }
        return x.op() instanceof Transpose(var original) ? original : intern(new Transpose(x));
    }

    /// The matrix that broadcasts as a tensor of at most two axes does.
    private static Shape asMatrix(Shape shape) {
        return shape.broadcastWith(Shape.of(1, 1));
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
        if (x.op() instanceof BroadcastTo(var original, var _)) {
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
    static boolean is(Tensor tensor, double value) {
        return unbroadcast(tensor).op() instanceof Constant(var constant) && constant == value;
    }
}
