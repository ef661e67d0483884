package dev.simulacra.tensor;

import dev.simulacra.random.Law;
import dev.simulacra.tensor.Op.*;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/// A node of a graph: an operation and the shape of its result.
///
/// It holds no numbers and never changes. Two tensors are equal only if they are the same object. Operations of two
/// tensors align their shapes by NumPy's rule and put the broadcast into the graph.
public final class Tensor {
    private final Op op;
    private final Shape shape;

    /// The result of `op`.
    ///
    /// @throws IllegalArgumentException where the operands do not fit the operation
    public Tensor(Op op) {
        this.op = op;
        this.shape = Shapes.of(op);
    }

    /// The scalar `value`.
    public static Tensor of(double value) {
        return new Tensor(new Constant(value));
    }

    /// A tensor whose every element is `value`.
    public static Tensor filled(double value, Shape shape) {
        return of(value).broadcastTo(shape);
    }

    /// Data that never changes, row-major; the array is not copied.
    public static Tensor table(String name, Shape shape, float... values) {
        return new Tensor(new Table(name, shape, values));
    }

    /// A tensor whose values are given at each evaluation.
    public static Tensor input(String name, Shape shape) {
        return new Tensor(new Input(name, shape));
    }

    /// Independent draws from `law`, addressed by (seed, stream, draw number, element).
    public static Tensor draw(String stream, Law law, Shape shape) {
        return new Tensor(new Draw(stream, law, shape));
    }

    /// The scalar `function(step)`.
    public static Tensor ofStep(LongToDoubleFunction function) {
        return new Tensor(new OfStep(function));
    }

    /// The parts one after the other along `axis`.
    public static Tensor concatenate(int axis, List<Tensor> parts) {
        Tensor whole = new Tensor(new Concatenate(parts, axis));
        return parts.size() == 1 ? parts.getFirst() : whole;
    }

    public Op op() {
        return op;
    }

    public Shape shape() {
        return shape;
    }

    public Tensor plus(Tensor other) {
        return aligned(other, Add::new);
    }

    public Tensor plus(double c) {
        return plus(of(c));
    }

    public Tensor minus(Tensor other) {
        return aligned(other, Subtract::new);
    }

    public Tensor minus(double c) {
        return minus(of(c));
    }

    public Tensor times(Tensor other) {
        return aligned(other, Multiply::new);
    }

    public Tensor times(double c) {
        return times(of(c));
    }

    public Tensor over(Tensor other) {
        return aligned(other, Divide::new);
    }

    public Tensor over(double c) {
        return over(of(c));
    }

    public Tensor maximum(Tensor other) {
        return aligned(other, Maximum::new);
    }

    /// 1 where this is greater than `other`, else 0.
    public Tensor greaterThan(Tensor other) {
        return aligned(other, Greater::new);
    }

    public Tensor greaterThan(double c) {
        return greaterThan(of(c));
    }

    /// 1 where this equals `other`, else 0.
    public Tensor equalTo(Tensor other) {
        return aligned(other, Equal::new);
    }

    /// This tensor, with the derivatives of `smooth` in place of its own: [Op.StraightThrough].
    ///
    /// @param smooth a tensor of this shape
    /// @throws IllegalArgumentException where the shapes differ
    public Tensor straightThrough(Tensor smooth) {
        return new Tensor(new StraightThrough(this, smooth));
    }

    /// `a` where this is not 0, else `b`; all three are broadcast to one shape.
    public Tensor select(Tensor a, Tensor b) {
        Shape joined = shape.broadcastWith(a.shape).broadcastWith(b.shape);
        return new Tensor(new Select(broadcastTo(joined), a.broadcastTo(joined), b.broadcastTo(joined)));
    }

    public Tensor negate() {
        return new Tensor(new Negate(this));
    }

    public Tensor exp() {
        return new Tensor(new Exp(this));
    }

    public Tensor log() {
        return new Tensor(new Log(this));
    }

    public Tensor sqrt() {
        return new Tensor(new Sqrt(this));
    }

    public Tensor tanh() {
        return new Tensor(new Tanh(this));
    }

    public Tensor sigmoid() {
        return new Tensor(new Sigmoid(this));
    }

    public Tensor softplus() {
        return new Tensor(new Softplus(this));
    }

    /// `sin x` of each element, in radians; NaN of ±∞.
    public Tensor sin() {
        return new Tensor(new Sin(this));
    }

    /// `cos x` of each element, in radians; NaN of ±∞.
    public Tensor cos() {
        return new Tensor(new Cos(this));
    }

    public Tensor relu() {
        return new Tensor(new Relu(this));
    }

    public Tensor leakyRelu(double slope) {
        return new Tensor(new LeakyRelu(this, slope));
    }

    public Tensor abs() {
        return new Tensor(new Abs(this));
    }

    public Tensor sign() {
        return new Tensor(new Sign(this));
    }

    /// `x · x`.
    public Tensor square() {
        return times(this);
    }

    /// The matrix product: `(m, k) × (k, n) → (m, n)`.
    public Tensor matmul(Tensor other) {
        return new Tensor(new MatMul(this, other));
    }

    /// `(m, n) → (n, m)`.
    public Tensor transpose() {
        return new Tensor(new Transpose(this));
    }

    /// This tensor in another shape: its elements in row-major order are unchanged.
    public Tensor reshape(int... extents) {
        return reshape(Shape.of(extents));
    }

    public Tensor reshape(Shape target) {
        return shape.equals(target) ? this : new Tensor(new Reshape(this, target));
    }

    /// This tensor repeated to `target`; itself where that is its shape.
    public Tensor broadcastTo(Shape target) {
        return shape.equals(target) ? this : new Tensor(new BroadcastTo(this, target));
    }

    /// The sum down to `target`, a shape that broadcasts to this one; itself where that is its shape.
    public Tensor sumTo(Shape target) {
        return shape.equals(target) ? this : new Tensor(new SumTo(this, target));
    }

    /// The maximum down to `target`, a shape that broadcasts to this one; itself where that is its shape.
    public Tensor maxTo(Shape target) {
        return shape.equals(target) ? this : new Tensor(new MaxTo(this, target));
    }

    /// The sum of all elements, a scalar.
    public Tensor sum() {
        return sumTo(Shape.SCALAR);
    }

    /// The mean of all elements, a scalar.
    public Tensor mean() {
        return sum().over(shape.size());
    }

    /// The mean down to `target`, a shape that broadcasts to this one.
    public Tensor meanTo(Shape target) {
        return sumTo(target).over((double) shape.size() / target.size());
    }

    /// The elements `from ≤ i < to` along `axis`.
    public Tensor slice(int axis, int from, int to) {
        return new Tensor(new Slice(this, axis, from, to));
    }

    /// The rows that `rows` numbers: `(n, …), (m) → (m, …)`. A row number out of range is an error at evaluation.
    public Tensor gather(Tensor rows) {
        return new Tensor(new Gather(this, rows));
    }

    /// Row `i` of this added to row `rows[i]` of zeros `(n, …)`.
    public Tensor scatter(Tensor rows, int n) {
        return new Tensor(new Scatter(this, rows, n));
    }

    /// The operation, or what a leaf is called, and the shape: `tanh (256, 32)`; [Notation] prints whole graphs.
    @Override
    public String toString() {
        return (op instanceof Leaf ? Notation.expression(this) : op.operation()) + " " + shape;
    }

    private Tensor aligned(Tensor other, Alignable operation) {
        if (shape.equals(other.shape)) {
            return new Tensor(operation.apply(this, other));
        }
        Shape joined = shape.broadcastWith(other.shape);
        return new Tensor(operation.apply(broadcastTo(joined), other.broadcastTo(joined)));
    }

    @FunctionalInterface
    private interface Alignable {
        Op apply(Tensor a, Tensor b);
    }
}
