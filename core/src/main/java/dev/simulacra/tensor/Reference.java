package dev.simulacra.tensor;

import dev.simulacra.random.Law;
import dev.simulacra.random.Stream;
import dev.simulacra.tensor.Op.*;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// The meaning of the operations: evaluation of a graph in double precision by the obvious loops.
///
/// Immutable; an evaluation is a pure function of the graph, the parameters' values, the tensors bound to values, the
/// seed, the step and the draw number. Random draws are those of the compiled evaluation, widened to double.
public final class Reference {
    private final long seed;
    private final long step;
    private final long draw;
    private final TensorMap<double[]> bound;

    private Reference(long seed, long step, long draw, TensorMap<double[]> bound) {
        this.seed = seed;
        this.step = step;
        this.draw = draw;
        this.bound = bound;
    }

    /// An evaluation at seed, step and draw number 0, with nothing bound.
    public static Reference create() {
        return new Reference(0, 0, 0, new TensorMap<>());
    }

    /// This evaluation at another seed, step and draw number.
    public Reference at(long newSeed, long newStep, long newDraw) {
        return new Reference(newSeed, newStep, newDraw, bound);
    }

    /// This evaluation with `tensor`, an input, a parameter's value or any other, standing for `values`, row-major;
    /// what only it is computed from is not evaluated.
    ///
    /// @throws IllegalArgumentException where the number of values is not that of the tensor's elements
    public Reference with(Tensor tensor, double... values) {
        if (values.length != tensor.shape().size()) {
            throw new IllegalArgumentException("bind: " + tensor + " needs " + tensor.shape().size() + " values, not "
                    + values.length);
        }
        TensorMap<double[]> more = new TensorMap<>(bound);
        more.put(tensor, values.clone());
        return new Reference(seed, step, draw, more);
    }

    /// The value of `tensor`, row-major.
    public double[] value(Tensor tensor) {
        return values(List.of(tensor)).getFirst();
    }

    /// The value of a tensor of one element.
    public double scalar(Tensor tensor) {
        double[] value = value(tensor);
        if (value.length != 1) {
            throw new IllegalArgumentException("scalar: " + tensor + " has " + value.length + " elements");
        }
        return value[0];
    }

    /// The values of `tensors`, row-major, computed together.
    public List<double[]> values(List<Tensor> tensors) {
        TensorMap<double[]> known = new TensorMap<>(bound);
        for (Tensor tensor : Graph.topological(tensors, bound::knows)) {
            if (!known.knows(tensor)) {
                known.put(tensor, evaluate(tensor.op(), tensor.shape(), known));
            }
        }
        return tensors.stream().map(tensor -> known.of(tensor).clone()).toList();
    }

    private double[] evaluate(Op op, Shape shape, TensorMap<double[]> known) {
        return switch (op) {
            case Constant(var value) -> new double[] {value};
            case Table(var _, var _, var values) -> widened(values);
            case Input(var name, var _) ->
                throw new IllegalStateException("evaluate: input " + name + " " + shape + " has no values");
            case Value(var parameter) -> widened(parameter.storage());
            case Draw(var stream, var law, var _) -> drawn(stream, law, shape.size());
            case OfStep(var function) -> new double[] {function.applyAsDouble(step)};
            case Unary unary -> each(known.of(unary.x()), function(unary));
            case Binary binary -> each(known.of(binary.a()), known.of(binary.b()), function(binary));
            case Select(var c, var a, var b) -> select(known.of(c), known.of(a), known.of(b));
            case MatMul(var a, var b) -> product(known.of(a), known.of(b), shape, a.shape().extent(1));
            case Transpose(var x) -> transposed(known.of(x), shape);
            case Reshape(var x, var _) -> known.of(x);
            case BroadcastTo(var x, var _) -> broadcast(known.of(x), x.shape(), shape);
            case SumTo(var x, var _) -> reduced(known.of(x), x.shape(), shape, 0, Double::sum);
            case MaxTo(var x, var _) -> reduced(known.of(x), x.shape(), shape, Double.NEGATIVE_INFINITY, Math::max);
            case Slice(var x, var axis, var from, var _) -> slice(known.of(x), x.shape(), shape, axis, from);
            case Concatenate(var parts, var axis) -> concatenated(parts, shape, axis, known);
            case Gather(var table, var rows) -> gathered(known.of(table), table.shape(), known.of(rows), shape);
            case Scatter(var x, var rows, var _) -> scattered(known.of(x), known.of(rows), shape);
        };
    }

    private static DoubleUnaryOperator function(Unary unary) {
        return switch (unary) {
            case Negate _ -> x -> -x;
            case Exp _ -> StrictMath::exp;
            case Log _ -> StrictMath::log;
            case Sqrt _ -> StrictMath::sqrt;
            case Tanh _ -> StrictMath::tanh;
            case Sigmoid _ -> x -> 1 / (1 + StrictMath.exp(-x));
            case Softplus _ -> x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
            case Sin _ -> StrictMath::sin;
            case Cos _ -> StrictMath::cos;
            case Relu _ -> x -> Math.max(x, 0);
            case LeakyRelu(var _, var slope) -> x -> x > 0 ? x : slope * x;
            case Abs _ -> Math::abs;
            case Sign _ -> Math::signum;
        };
    }

    private static DoubleBinaryOperator function(Binary binary) {
        return switch (binary) {
            case Add _ -> Double::sum;
            case Subtract _ -> (a, b) -> a - b;
            case Multiply _ -> (a, b) -> a * b;
            case Divide _ -> (a, b) -> a / b;
            case Maximum _ -> Math::max;
            case Greater _ -> (a, b) -> a > b ? 1 : 0;
            case Equal _ -> (a, b) -> a == b ? 1 : 0;
            case StraightThrough _ -> (a, _) -> a;
        };
    }

    private double[] drawn(String stream, Law law, int n) {
        float[] values = new float[n];
        law.sampler(Stream.of(seed, stream)).fill(draw, values, n);
        return widened(values);
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }

    private static double[] each(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }

    private static double[] each(double[] a, double[] b, DoubleBinaryOperator f) {
        double[] y = new double[a.length];
        Arrays.setAll(y, i -> f.applyAsDouble(a[i], b[i]));
        return y;
    }

    private static double[] select(double[] c, double[] a, double[] b) {
        double[] y = new double[c.length];
        Arrays.setAll(y, i -> c[i] != 0 ? a[i] : b[i]);
        return y;
    }

    private static double[] product(double[] a, double[] b, Shape shape, int inner) {
        int columns = shape.extent(1);
        double[] y = new double[shape.size()];
        for (int i = 0; i < shape.extent(0); i++) {
            for (int l = 0; l < inner; l++) {
                for (int j = 0; j < columns; j++) {
                    y[i * columns + j] += a[i * inner + l] * b[l * columns + j];
                }
            }
        }
        return y;
    }

    private static double[] transposed(double[] x, Shape shape) {
        int rows = shape.extent(0);
        int columns = shape.extent(1);
        double[] y = new double[x.length];
        Arrays.setAll(y, i -> x[i % columns * rows + i / columns]);
        return y;
    }

    private static double[] broadcast(double[] x, Shape from, Shape to) {
        int[] source = places(from, to);
        double[] y = new double[to.size()];
        Arrays.setAll(y, i -> x[source[i]]);
        return y;
    }

    private static double[] reduced(double[] x, Shape from, Shape to, double start, DoubleBinaryOperator f) {
        int[] target = places(to, from);
        double[] y = new double[to.size()];
        Arrays.fill(y, start);
        for (int i = 0; i < x.length; i++) {
            y[target[i]] = f.applyAsDouble(y[target[i]], x[i]);
        }
        return y;
    }

    /// For each element of `large`, row-major, the element of `small` that broadcasts to it.
    private static int[] places(Shape small, Shape large) {
        int[] strides = small.stridesIn(large);
        int[] places = new int[large.size()];
        int inner = 1;
        for (int axis = large.rank() - 1; axis >= 0; axis--) {
            int extent = large.extent(axis);
            for (int i = 0; i < places.length; i++) {
                places[i] += i / inner % extent * strides[axis];
            }
            inner *= extent;
        }
        return places;
    }

    private static double[] slice(double[] x, Shape from, Shape to, int axis, int first) {
        double[] y = new double[to.size()];
        int block = inner(to, axis);
        int skip = inner(from, axis);
        int offset = first * (skip / from.extent(axis));
        for (int outer = 0; outer * block < y.length; outer++) {
            System.arraycopy(x, outer * skip + offset, y, outer * block, block);
        }
        return y;
    }

    private static double[] concatenated(List<Tensor> parts, Shape to, int axis, TensorMap<double[]> known) {
        double[] y = new double[to.size()];
        int skip = inner(to, axis);
        int offset = 0;
        for (Tensor part : parts) {
            int block = inner(part.shape(), axis);
            for (int outer = 0; outer * skip < y.length; outer++) {
                System.arraycopy(known.of(part), outer * block, y, outer * skip + offset, block);
            }
            offset += block;
        }
        return y;
    }

    /// The number of elements that lie together at one index of the axes before `axis`.
    private static int inner(Shape shape, int axis) {
        int inner = 1;
        for (int a = axis; a < shape.rank(); a++) {
            inner *= shape.extent(a);
        }
        return inner;
    }

    private static double[] gathered(double[] table, Shape tableShape, double[] rows, Shape to) {
        int width = to.size() / rows.length;
        double[] y = new double[to.size()];
        for (int i = 0; i < rows.length; i++) {
            int row = row("gather", rows[i], tableShape.extent(0));
            System.arraycopy(table, row * width, y, i * width, width);
        }
        return y;
    }

    private static double[] scattered(double[] x, double[] rows, Shape to) {
        int width = x.length / rows.length;
        double[] y = new double[to.size()];
        for (int i = 0; i < x.length; i++) {
            y[row("scatter", rows[i / width], to.extent(0)) * width + i % width] += x[i];
        }
        return y;
    }

    private static int row(String name, double number, int rows) {
        int row = (int) number;
        if (row != number || row < 0 || row >= rows) {
            throw new IndexOutOfBoundsException(
                    name + ": row number " + number + "; must be a whole number from 0 to " + (rows - 1));
        }
        return row;
    }
}
