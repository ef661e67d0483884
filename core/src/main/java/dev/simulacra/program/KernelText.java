package dev.simulacra.program;

import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Kernels in words.
final class KernelText {
    private KernelText() {}

    /// The operations of a loop in the order in which they first occur, as `2 multiply, add`.
    static String of(Cluster.Loop loop) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        loop.body().forEach(tensor -> counts.merge(tensor.op().operation(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() == 1 ? entry.getKey() : entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /// What is computed from what.
    static String of(Tensor y) {
        return switch (y.op()) {
            case MatMul(var a, var b) -> factor(a) + " × " + factor(b);
            case Draw(var stream, var law, var _) ->
                law.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " from " + stream;
            case OfStep _ -> "schedule";
            case Concatenate(var parts, var axis) -> "concatenate " + parts.size() + " parts along axis " + axis;
            case Leaf _, Unary _, Binary _, Select _, Structural _, Gather _, Scatter _ ->
                y.op().operation() + " " + operands(y.op());
        };
    }

    private static String factor(Tensor tensor) {
        return tensor.op() instanceof Transpose(var x) ? x.shape() + "ᵀ" : tensor.shape().toString();
    }

    private static String operands(Op op) {
        return op.operands().stream().map(x -> x.shape().toString()).collect(Collectors.joining(", "));
    }
}
