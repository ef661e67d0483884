package dev.simulacra.program;

import dev.simulacra.kernel.MatMul;
import dev.simulacra.kernel.Move;
import dev.simulacra.kernel.Reduce;
import dev.simulacra.kernel.RowSums;
import dev.simulacra.kernel.Workers;
import dev.simulacra.random.Stream;
import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;

/// The last pass: clusters to instructions over arrays.
///
/// @param seed    the seed of random leaves
/// @param window  the part of a draw that random leaves are
/// @param workers the threads that share the larger instructions
/// @param grain   the least cost of a thread's part of them, in sums
/// @param memory  the memory that all products share, a part of it for each thread
/// @param arrays  the array that holds each tensor which is in memory
/// @param inPlace the parameters whose arrays take results directly
/// @param classes the classes of arithmetic loops that there are already
record Lower(
        long seed,
        RowWindow window,
        Workers workers,
        long grain,
        MatMul.Memory memory,
        Function<Tensor, float[]> arrays,
        Map<Tensor, Parameter> inPlace,
        Map<List<Arithmetic.Line>, LoopClass.Body> classes) {

    private static final Reduction SUM =
            (x, run, from, to, out) -> Reduce.sum(x, run.middle(), run.inner(), from, to, out);
    private static final Reduction MAX =
            (x, run, from, to, out) -> Reduce.max(x, run.middle(), run.inner(), from, to, out);

    Instruction lower(Section section) {
        if (section.isShared()) {
            return new SharedInstruction(section.clusters().stream().map(this::byRows).toList(), workers, grain);
        }
        Tensor y = ((Cluster.Single) section.clusters().getFirst()).tensor();
        return alone(y, arrays.apply(y));
    }

    private RowInstruction byRows(Cluster cluster) {
        return switch (cluster) {
            case Cluster.Loop loop -> loop(loop);
            case Cluster.Single(var y) -> byRows(y, ArrayAccess.rows(y.shape()), arrays.apply(y));
        };
    }

    /// Loops that differ in their arrays alone, as those of one learning rule, run the same class.
    private RowInstruction loop(Cluster.Loop loop) {
        int rows = ArrayAccess.rows(loop.shape());
        return Arithmetic.of(loop, arrays)
                .<RowInstruction>map(arithmetic -> new ArithmeticInstruction(
                        classes.computeIfAbsent(arithmetic.lines(), _ -> LoopClass.of(arithmetic)),
                        arithmetic.arrays(), rows, loop.shape().size() / rows, arithmetic.lines().size()))
                .orElseGet(() -> LoopBuilder.build(loop, arrays, inPlace));
    }

    private RowInstruction byRows(Tensor y, int rows, float[] out) {
        return switch (y.op()) {
            case Op.MatMul(var a, var b) -> product(a, b, out);
            case SumTo(var x, var shape) -> reduction(SUM, x, shape, rows, out);
            case MaxTo(var x, var shape) -> reduction(MAX, x, shape, rows, out);
            case Slice(var x, var axis, var from, var _) ->
                MoveInstruction.slice(array(x), x.shape(), from, axis, y.shape(), out);
            case Concatenate(var parts, var axis) ->
                MoveInstruction.concatenate(parts.stream().map(this::array).toList(), parts, axis, y.shape(), out);
            case Gather(var table, var places) ->
                MoveInstruction.gather(array(table), table.shape().extent(0), array(places), y.shape(), out);
            case Leaf _, Unary _, Binary _, Select _, Transpose _, Reshape _, BroadcastTo _, Scatter _ ->
                throw new IllegalStateException(y + " has no rows of its own");
        };
    }

    private Instruction alone(Tensor y, float[] out) {
        return switch (y.op()) {
            case Draw(var stream, var law, var shape) ->
                new DrawInstruction(law, Stream.of(seed, stream), out, shape.size(), window, workers);
            case OfStep(var function) -> ofStep(function, out);
            case Op.MatMul(var a, var b) -> {
                ProductInstruction p = product(a, b, out);
                yield (_, _) -> p.product().multiply(p.a(), p.b(), p.c(), workers);
            }
            case Transpose(var x) -> transpose(array(x), x.shape(), out);
            case BroadcastTo(var x, var shape) -> broadcast(array(x), x.shape(), shape, out);
            case SumTo(var x, var shape) -> reductions(SUM, x, shape, out);
            case MaxTo(var x, var shape) -> reductions(MAX, x, shape, out);
            case Scatter(var x, var rows, var n) -> scatter(array(x), array(rows), rows.shape().size(), n, y, out);
            case Slice _, Concatenate _, Gather _ -> whole(byRows(y, 1, out));
            case Constant _, Table _, Input _, Value _, Reshape _, Unary _, Binary _, Select _ ->
                throw new IllegalStateException(y + " is no instruction by itself");
        };
    }

    private static Instruction whole(RowInstruction kernel) {
        return (_, _) -> kernel.run(0, 0, kernel.rows());
    }

    private float[] array(Tensor tensor) {
        return arrays.apply(Storage.root(tensor));
    }

    private static Instruction ofStep(LongToDoubleFunction function, float[] out) {
        return (step, _) -> out[0] = (float) function.applyAsDouble(step);
    }

    private ProductInstruction product(Tensor a, Tensor b, float[] out) {
        int m = a.shape().extent(0);
        int n = b.shape().extent(1);
        int k = a.shape().extent(1);
        MatMul product =
                new MatMul(a.op() instanceof Transpose, b.op() instanceof Transpose, m, n, k, memory);
        return new ProductInstruction(
                product, array(Storage.withoutTranspose(a)), array(Storage.withoutTranspose(b)), out, m,
                (long) n * k);
    }

    private static Instruction transpose(float[] x, Shape shape, float[] out) {
        int rows = shape.extent(0);
        int columns = shape.extent(1);
        return (_, _) -> Move.transpose(x, rows, columns, out);
    }

    private static Instruction broadcast(float[] x, Shape from, Shape to, float[] out) {
        int[] extents = to.extents();
        int[] strides = from.stridesIn(to);
        int n = to.size();
        return (_, _) -> Move.broadcast(x, extents, strides, out, 0, 0, n);
    }

    private static Instruction scatter(float[] x, float[] rows, int count, int n, Tensor y, float[] out) {
        RowSums sums = new RowSums(count, y.shape().size() / n, n);
        return (_, _) -> sums.sum(x, rows, out);
    }

    /// One kernel for each run of neighbouring axes that are reduced, from the innermost out.
    private Instruction reductions(Reduction kernel, Tensor x, Shape target, float[] out) {
        List<AxisRuns.Run> runs = AxisRuns.of(x.shape(), target);
        float[] source = array(x);
        Instruction whole = (_, _) -> {};
        for (int i = 0; i < runs.size(); i++) {
            AxisRuns.Run run = runs.get(i);
            float[] from = source;
            float[] to = i == runs.size() - 1 ? out : new float[run.outer() * run.inner()];
            Instruction before = whole;
            whole = (step, draw) -> {
                before.run(step, draw);
                kernel.reduce(from, run, 0, run.outer() * run.inner(), to);
            };
            source = to;
        }
        return whole;
    }

    /// A reduction of neighbouring axes, by rows of the result.
    private RowInstruction reduction(Reduction kernel, Tensor x, Shape target, int rows, float[] out) {
        AxisRuns.Run run = AxisRuns.of(x.shape(), target).getFirst();
        float[] source = array(x);
        int width = target.size() / rows;
        return new MoveInstruction(rows, x.shape().size() / rows, (from, to) ->
                kernel.reduce(source, run, from * width, to * width, out));
    }

    @FunctionalInterface
    private interface Reduction {
        /// Elements `from` to `to − 1` of the result.
        void reduce(float[] x, AxisRuns.Run run, int from, int to, float[] out);
    }
}
