package dev.simulacra.tensor;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Reverse-mode differentiation: graphs in, graphs out.
///
/// Only the paths from `y` to `xs` are walked, so the gradient of one player never touches the other's parameters. The
/// result is made of ordinary tensors and can be differentiated again, to any order.
public final class Gradients {
    private Gradients() {}

    /// The gradient of the scalar `y` with respect to each of `xs`: `∂y/∂x`, of the shape of `x`; zeros where `y` does
    /// not depend on `x`. Any tensor may stand among `xs`, not only leaves.
    ///
    /// @throws IllegalArgumentException where `y` is not a scalar
    public static List<Tensor> of(Tensor y, List<Tensor> xs) {
        if (y.shape().rank() != 0) {
            throw new IllegalArgumentException(
                    "gradient: needs a scalar, not " + y.shape() + "; take its sum() or mean()");
        }
        return of(y, Tensor.of(1), xs);
    }

    /// The gradient of the scalar `y` with respect to `x`.
    public static Tensor of(Tensor y, Tensor x) {
        return of(y, List.of(x)).getFirst();
    }

    /// The product of the adjoint `g`, of the shape of `y`, with the Jacobian: `Σ g ∂y/∂x` for each of `xs`.
    ///
    /// @throws IllegalArgumentException where the shapes of `g` and `y` differ
    public static List<Tensor> of(Tensor y, Tensor g, List<Tensor> xs) {
        return of(y, g, xs, Derivatives::of);
    }

    /// Gradients by another table of derivatives; a test of the gradient check plants wrong ones.
    static List<Tensor> of(Tensor y, Tensor g, List<Tensor> xs, Rules rules) {
        if (!g.shape().equals(y.shape())) {
            throw new IllegalArgumentException("gradient: the adjoint has shape " + g.shape() + ", not " + y.shape());
        }
        List<Tensor> order = Graph.topological(List.of(y));
        Set<Tensor> onPath = dependents(order, xs);
        Map<Tensor, Tensor> adjoints = new IdentityHashMap<>();
        accumulate(adjoints, y, g);
        for (Tensor node : order.reversed()) {
            Tensor adjoint = adjoints.get(node);
            if (adjoint != null && onPath.contains(node)) {
                propagate(node, rules.of(node.op(), node, adjoint), onPath, adjoints);
            }
        }
        return xs.stream().map(x -> adjoints.getOrDefault(x, Derivatives.zero(x))).toList();
    }

    /// Those of `order` that are computed from one of `xs`.
    private static Set<Tensor> dependents(List<Tensor> order, List<Tensor> xs) {
        Set<Tensor> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        reached.addAll(xs);
        for (Tensor node : order) {
            if (node.op().operands().stream().anyMatch(reached::contains)) {
                reached.add(node);
            }
        }
        return reached;
    }

    private static void propagate(
            Tensor node, List<Supplier<Tensor>> rules, Set<Tensor> onPath, Map<Tensor, Tensor> adjoints) {
        List<Tensor> operands = node.op().operands();
        for (int i = 0; i < operands.size(); i++) {
            if (onPath.contains(operands.get(i))) {
                accumulate(adjoints, operands.get(i), rules.get(i).get());
            }
        }
    }

    private static void accumulate(Map<Tensor, Tensor> adjoints, Tensor node, Tensor contribution) {
        if (!isZero(contribution)) {
            adjoints.merge(node, contribution, Tensor::plus);
        }
    }

    private static boolean isZero(Tensor tensor) {
        return switch (tensor.op()) {
            case Op.Constant(var value) -> value == 0;
            case Op.BroadcastTo(var x, var _) -> x.op() instanceof Op.Constant(var value) && value == 0;
            case Op.Leaf _, Op.Unary _, Op.Binary _, Op.Structural _ -> false;
            case Op.Select _, Op.MatMul _, Op.Concatenate _, Op.Gather _, Op.Scatter _ -> false;
        };
    }

    /// A table of derivatives, as [Derivatives#of].
    @FunctionalInterface
    interface Rules {
        List<Supplier<Tensor>> of(Op op, Tensor y, Tensor g);
    }
}
