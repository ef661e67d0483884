package dev.simulacra.tensor;

import dev.simulacra.tensor.Op.*;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Graphs as text.
public final class Notation {
    private static final int DEPTH = 3;

    private Notation() {}

    /// The graph of `roots`, one operation a line, operands before what reads them:
    ///
    /// ```text
    /// t0    = x                                        (2)
    /// t1    = exp(t0)                                  (2)
    /// ```
    public static String listing(List<Tensor> roots) {
        Map<Tensor, String> names = new IdentityHashMap<>();
        StringBuilder text = new StringBuilder();
        for (Tensor tensor : Graph.topological(roots)) {
            String name = "t" + names.size();
            names.put(tensor, name);
            text.append(String.format("%-5s = %-40s %s\n", name, of(tensor.op(), names::get), tensor.shape()));
        }
        return text.toString();
    }

    /// `tensor` as an expression, cut off with `…` below three operations.
    public static String expression(Tensor tensor) {
        return expression(tensor, DEPTH);
    }

    private static String expression(Tensor tensor, int depth) {
        boolean leaf = tensor.op() instanceof Leaf;
        return depth == 0 && !leaf ? "…" : of(tensor.op(), operand -> expression(operand, depth - 1));
    }

    private static String of(Op op, Function<Tensor, String> x) {
        return switch (op) {
            case Constant(var value) -> number(value);
            case Table(var name, var _, var _) -> name;
            case Input(var name, var _) -> name;
            case Value(var parameter) -> parameter.name();
            case Draw(var stream, var law, var _) -> law + " from " + stream;
            case OfStep _ -> "f(step)";
            case LeakyRelu(var a, var slope) -> "leakyRelu(" + x.apply(a) + ", " + number(slope) + ")";
            case Add(var a, var b) -> infix(a, " + ", b, x);
            case Subtract(var a, var b) -> infix(a, " − ", b, x);
            case Multiply(var a, var b) -> infix(a, " · ", b, x);
            case Divide(var a, var b) -> infix(a, " / ", b, x);
            case MatMul(var a, var b) -> infix(a, " × ", b, x);
            case Reshape(var a, var shape) -> to(op, a, shape, x);
            case BroadcastTo(var a, var shape) -> to(op, a, shape, x);
            case SumTo(var a, var shape) -> to(op, a, shape, x);
            case MaxTo(var a, var shape) -> to(op, a, shape, x);
            case Slice(var a, var axis, var from, var to) ->
                x.apply(a) + "[" + from + ":" + to + " along axis " + axis + "]";
            case Concatenate _, Gather _, Scatter _, Transpose _, Select _, Unary _, Binary _ -> call(op, x);
        };
    }

    private static String call(Op op, Function<Tensor, String> x) {
        return op.operation() + op.operands().stream().map(x).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String infix(Tensor a, String sign, Tensor b, Function<Tensor, String> x) {
        return "(" + x.apply(a) + sign + x.apply(b) + ")";
    }

    private static String to(Op op, Tensor a, Shape shape, Function<Tensor, String> x) {
        return op.operation() + "(" + x.apply(a) + ", " + shape + ")";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
