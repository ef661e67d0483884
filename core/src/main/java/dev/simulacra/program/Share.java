package dev.simulacra.program;

import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Graph;
import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Rewrite;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The pass after [Simplify]: fewer matrix products where two of them share a factor. For a column `g`, one number a
/// row:
///
/// ```text
/// (g ⊙ A) B = g ⊙ (A B)                 where A B is computed anyway
/// Aᵀ (g ⊙ C) + Bᵀ C = (g ⊙ A + B)ᵀ C     where nothing else reads the two products
/// sum of the rows of g ⊙ C = gᵀ C        where nothing else reads g ⊙ C
/// ```
///
/// A discriminator that pays for its slopes has both: its value goes back through the layers as `g` times the slopes
/// `∇ℓ` of each example, and a weight's gradient is a sum of two products with one and the same slopes. The results
/// round differently from the expression as it is written.
///
/// `A B` may overflow where `(g ⊙ A) B` does not. So a row whose g is 0 is written as 0 and not as g times it, and a
/// tensor that only this pass has found to be scaled is neither summed over its rows as a product nor joined to
/// another such. A NaN of A or B is then missing in that row, but not in `A B`, which is computed for other readers.
/// The second line needs `g ⊙ A` to be finite.
final class Share {
    private final Simplify simplify;
    private final Set<Tensor> graph = Collections.newSetFromMap(new IdentityHashMap<>());
    private final TensorMap<Tensor> shared = new TensorMap<>();
    private final Set<Tensor> readOnce = Collections.newSetFromMap(new IdentityHashMap<>());

    /// A tensor as the product of a column `(m, 1)` and a tensor that is computed anyway, row by row.
    ///
    /// @param found whether that is a law of arithmetic, which overflow may break, and not the expression as written
    private record Scaled(Tensor column, Tensor core, boolean found) {}

    private final TensorMap<Scaled> factors = new TensorMap<>();

    private Share(List<Tensor> order) {
        simplify = Simplify.knowing(order);
        graph.addAll(order);
    }

    static Computation of(Computation simple) {
        List<Tensor> order = Graph.topological(simple.roots());
        Share pass = new Share(order);
        pass.countReaders(order, simple.roots());
        order.forEach(pass::now);
        return new Computation(
                simple.outputs().stream().map(pass.shared::of).toList(),
                simple.assignments().stream()
                        .map(a -> new Assignment(a.target(), pass.shared.of(a.value())))
                        .toList());
    }

    private void countReaders(List<Tensor> order, List<Tensor> roots) {
        Set<Tensor> readMore = Collections.newSetFromMap(new IdentityHashMap<>());
        readMore.addAll(roots);
        for (Tensor tensor : order) {
            for (Tensor operand : tensor.op().operands()) {
                if (!readOnce.add(operand)) {
                    readMore.add(operand);
                }
            }
        }
        readOnce.removeAll(readMore);
    }

    /// What stands for `tensor`; where it comes later in the order, as a core may, it is looked at now.
    private Tensor now(Tensor tensor) {
        if (!shared.knows(tensor)) {
            visit(tensor);
        }
        return shared.of(tensor);
    }

    private void visit(Tensor tensor) {
        Optional<Scaled> scaled = scaled(tensor);
        scaled.ifPresent(each -> factors.put(tensor, each));
        shared.put(tensor, scaled
                .map(each -> each.found
                        ? timesUnlessZero(shared.of(each.column), now(each.core))
                        : times(each.column, now(each.core)))
                .or(() -> sum(tensor))
                .or(() -> sumOfRows(tensor))
                .orElseGet(() -> rebuilt(tensor)));
    }

    private Tensor rebuilt(Tensor tensor) {
        List<Tensor> operands = tensor.op().operands();
        List<Tensor> now = operands.stream().map(shared::of).toList();
        boolean same = true;
        for (int i = 0; i < now.size(); i++) {
            same &= now.get(i) == operands.get(i);
        }
        return same ? tensor : new Tensor(Rewrite.with(tensor.op(), now));
    }

    /// `tensor` as a scaled one, if its core is part of the graph.
    private Optional<Scaled> scaled(Tensor tensor) {
        return switch (tensor.op()) {
            case Multiply(var a, var b) when isColumn(a) -> Optional.of(new Scaled(column(a), b, false));
            case Multiply(var a, var b) when isColumn(b) -> Optional.of(new Scaled(column(b), a, false));
            case Select(var zero, var a, var product) when isColumn(a) && areTimesUnlessZero(zero, a, product) ->
                Optional.of(new Scaled(column(a), factors.of(product).core, true));
            case Multiply(var a, var b) when factors.knows(a) ->
                scaled(factors.of(a), new Multiply(factors.of(a).core, b));
            case MatMul(var a, var b) when factors.knows(a) ->
                scaled(factors.of(a), new MatMul(factors.of(a).core, b));
            case Select(var c, var a, var b) when haveOneColumn(a, b) ->
                scaled(factors.of(a), new Select(c, factors.of(a).core, factors.of(b).core));
            case Leaf _, Unary _, Binary _, Structural _, MatMul _, Select _, Concatenate _, Gather _, Scatter _ ->
                Optional.empty();
        };
    }

    private Optional<Scaled> scaled(Scaled operand, Op core) {
        return Optional.of(simplify.make(core)).filter(graph::contains).map(it -> new Scaled(operand.column, it, true));
    }

    private boolean haveOneColumn(Tensor a, Tensor b) {
        return factors.knows(a) && factors.knows(b) && factors.of(a).column == factors.of(b).column;
    }

    /// The sum of two products with one right factor, as one product.
    private Optional<Tensor> sum(Tensor tensor) {
        if (!(tensor.op() instanceof Add(var x, var y)) || !readOnce.contains(x) || !readOnce.contains(y)) {
            return Optional.empty();
        }
        boolean products = x.op() instanceof MatMul(var a, var c) && a.op() instanceof Transpose
                && y.op() instanceof MatMul(var b, var d) && b.op() instanceof Transpose
                && core(c) == core(d) && !(isFound(c) && isFound(d));
        return products ? Optional.of(joined((MatMul) x.op(), (MatMul) y.op())) : Optional.empty();
    }

    private Tensor joined(MatMul x, MatMul y) {
        Tensor left = scaledLeft(x).plus(scaledLeft(y));
        return left.transpose().matmul(shared.of(core(x.b())));
    }

    /// `g ⊙ A` of `Aᵀ (g ⊙ C)`.
    private Tensor scaledLeft(MatMul product) {
        Tensor left = shared.of(product.a().op().operands().getFirst());
        return factors.knows(product.b()) ? times(factors.of(product.b()).column, left) : left;
    }

    /// The sum of scaled rows as a product, which reads them where they stand.
    private Optional<Tensor> sumOfRows(Tensor tensor) {
        if (!(tensor.op() instanceof SumTo(var x, var shape))
                || !readOnce.contains(x)
                || !factors.knows(x)
                || isFound(x)) {
            return Optional.empty();
        }
        Scaled scaled = factors.of(x);
        boolean ofRows = shape.size() == x.shape().extent(1) && shape.extent(shape.rank() - 1) == shape.size();
        return ofRows && !Storage.isView(scaled.core)
                ? Optional.of(shared.of(scaled.column).transpose().matmul(shared.of(scaled.core)).reshape(shape))
                : Optional.empty();
    }

    private boolean isFound(Tensor tensor) {
        return factors.knows(tensor) && factors.of(tensor).found;
    }

    private Tensor core(Tensor tensor) {
        return factors.knows(tensor) ? factors.of(tensor).core : tensor;
    }

    private Tensor times(Tensor column, Tensor x) {
        return shared.of(column).broadcastTo(x.shape()).times(x);
    }

    /// `g ⊙ core`, and 0 in the rows where g is.
    private static Tensor timesUnlessZero(Tensor column, Tensor core) {
        return column.equalTo(Tensor.of(0)).select(column, column.broadcastTo(core.shape()).times(core));
    }

    /// Whether `zero.select(column, product)` is one that [#timesUnlessZero] has written in the round before.
    private boolean areTimesUnlessZero(Tensor zero, Tensor column, Tensor product) {
        return isColumn(zero)
                && column(zero).op() instanceof Equal(var a, var nothing)
                && a == column(column)
                && Simplify.is(nothing, 0)
                && factors.knows(product)
                && factors.of(product).column == a;
    }

    private static boolean isColumn(Tensor tensor) {
        return tensor.op() instanceof BroadcastTo(var x, var shape)
                && shape.rank() == 2
                && x.shape().equals(Shape.of(shape.extent(0), 1));
    }

    private static Tensor column(Tensor tensor) {
        return tensor.op().operands().getFirst();
    }
}
