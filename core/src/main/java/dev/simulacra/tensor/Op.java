package dev.simulacra.tensor;

import dev.simulacra.random.Law;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/// An operation: what a tensor is computed from, and how.
///
/// The set is closed. Everything that is done with a graph is an exhaustive `switch` over it: [Shapes], [Derivatives],
/// [Reference], [Notation], [Rewrite] and the compiler; a new operation does not compile until each of them knows it.
public sealed interface Op {
    /// An operation without operands.
    sealed interface Leaf extends Op {}

    /// A function of each element of `x`.
    sealed interface Unary extends Op {
        Tensor x();
    }

    /// A function of the elements of `a` and `b` at the same place; their shapes are equal.
    sealed interface Binary extends Op {
        Tensor a();

        Tensor b();
    }

    /// A tensor with the elements of `x` summed, moved or repeated.
    sealed interface Structural extends Op {
        Tensor x();
    }

    /// The scalar `value`.
    record Constant(double value) implements Leaf {}

    /// Data that never changes: `values`, row-major. The array is not copied.
    record Table(String name, Shape shape, float[] values) implements Leaf {}

    /// A tensor whose values are given at each evaluation.
    record Input(String name, Shape shape) implements Leaf {}

    /// The current value of a parameter.
    record Value(Parameter parameter) implements Leaf {}

    /// Independent draws from `law`, addressed by (seed, stream, draw number, element).
    record Draw(String stream, Law law, Shape shape) implements Leaf {}

    /// The scalar `function(step)`, as a learning rate that follows a schedule.
    record OfStep(LongToDoubleFunction function) implements Leaf {}

    /// `−x`.
    record Negate(Tensor x) implements Unary {}

    /// `eˣ`.
    record Exp(Tensor x) implements Unary {}

    /// `ln x`; −∞ at 0, NaN below.
    record Log(Tensor x) implements Unary {}

    /// `√x`.
    record Sqrt(Tensor x) implements Unary {}

    /// `tanh x`.
    record Tanh(Tensor x) implements Unary {}

    /// `1 / (1 + e⁻ˣ)`.
    record Sigmoid(Tensor x) implements Unary {}

    /// `ln(1 + eˣ)`, without overflow.
    record Softplus(Tensor x) implements Unary {}

    /// `sin x`, x in radians.
    record Sin(Tensor x) implements Unary {}

    /// `cos x`, x in radians.
    record Cos(Tensor x) implements Unary {}

    /// `max(x, 0)`.
    record Relu(Tensor x) implements Unary {}

    /// `x` where `x > 0`, else `slope · x`.
    record LeakyRelu(Tensor x, double slope) implements Unary {}

    /// `|x|`.
    record Abs(Tensor x) implements Unary {}

    /// −1, 0 or 1 as `x` is negative, zero or positive; its derivative is 0.
    record Sign(Tensor x) implements Unary {}

    /// `a + b`.
    record Add(Tensor a, Tensor b) implements Binary {}

    /// `a − b`.
    record Subtract(Tensor a, Tensor b) implements Binary {}

    /// `a · b`, element by element.
    record Multiply(Tensor a, Tensor b) implements Binary {}

    /// `a / b`.
    record Divide(Tensor a, Tensor b) implements Binary {}

    /// The larger of `a` and `b`; where they are equal, each has half the derivative.
    record Maximum(Tensor a, Tensor b) implements Binary {}

    /// 1 where `a > b`, else 0; its derivative is 0.
    record Greater(Tensor a, Tensor b) implements Binary {}

    /// 1 where `a = b`, else 0; its derivative is 0.
    record Equal(Tensor a, Tensor b) implements Binary {}

    /// `a`, with the derivatives of `b` in place of its own: the straight-through estimator of Bengio, Léonard and
    /// Courville 2013 (arXiv:1308.3432). It is for `a` that has no useful derivative and a smooth `b` near it.
    record StraightThrough(Tensor a, Tensor b) implements Binary {}

    /// `a` where `condition` is not 0, else `b`.
    record Select(Tensor condition, Tensor a, Tensor b) implements Op {}

    /// The matrix product: `(m, k) × (k, n) → (m, n)`.
    record MatMul(Tensor a, Tensor b) implements Op {}

    /// `(m, n) → (n, m)`.
    record Transpose(Tensor x) implements Structural {}

    /// The elements of `x` in their row-major order, in another shape.
    record Reshape(Tensor x, Shape shape) implements Structural {}

    /// `x` repeated along the axes where its extent is 1 or missing.
    record BroadcastTo(Tensor x, Shape shape) implements Structural {}

    /// The sum over the axes that `shape` lacks or where its extent is 1: the adjoint of [BroadcastTo].
    record SumTo(Tensor x, Shape shape) implements Structural {}

    /// The maximum over the axes that `shape` lacks or where its extent is 1; equal maxima share the derivative.
    record MaxTo(Tensor x, Shape shape) implements Structural {}

    /// The elements `from ≤ i < to` along `axis`.
    record Slice(Tensor x, int axis, int from, int to) implements Structural {}

    /// The parts one after the other along `axis`.
    record Concatenate(List<Tensor> parts, int axis) implements Op {
        public Concatenate {
            parts = List.copyOf(parts);
        }
    }

    /// The rows of `table` that `rows` numbers: `(n, …), (m) → (m, …)`.
    record Gather(Tensor table, Tensor rows) implements Op {}

    /// Row `i` of `x` added to row `rows[i]` of zeros `(n, …)`: the adjoint of [Gather].
    record Scatter(Tensor x, Tensor rows, int n) implements Op {}

    /// The tensors that this operation reads, in the order of the record's components.
    default List<Tensor> operands() {
        return switch (this) {
            case Leaf _ -> List.of();
            case Unary unary -> List.of(unary.x());
            case Binary binary -> List.of(binary.a(), binary.b());
            case Structural structural -> List.of(structural.x());
            case Select(var condition, var a, var b) -> List.of(condition, a, b);
            case MatMul(var a, var b) -> List.of(a, b);
            case Concatenate(var parts, var _) -> parts;
            case Gather(var table, var rows) -> List.of(table, rows);
            case Scatter(var x, var rows, var _) -> List.of(x, rows);
        };
    }

    /// The operation's name as it stands in messages and printed graphs, as `sumTo`.
    default String operation() {
        String simple = getClass().getSimpleName();
        return this instanceof MatMul ? "matmul" : Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    }
}
