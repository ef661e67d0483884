package dev.simulacra.program;

import dev.simulacra.kernel.MatMul;
import dev.simulacra.kernel.Move;
import dev.simulacra.kernel.Reduce;
import dev.simulacra.kernel.Workers;
import dev.simulacra.random.Stream;
import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;

/// The last pass: clusters to instructions over arrays.
///
/// @param seed    the seed of random leaves
/// @param workers the threads that share the larger instructions
/// @param memory  the memory that all products share, as they run one after the other
/// @param arrays  the array that holds each tensor which is in memory
/// @param inPlace the parameters whose arrays take results directly
/// @param classes the classes of arithmetic loops that there are already
record Lower(
        long seed,
        Workers workers,
        MatMul.Memory memory,
        Function<Tensor, float[]> arrays,
        Map<Tensor, Parameter> inPlace,
        Map<List<Arithmetic.Line>, LoopClass.Body> classes) {

    Instruction lower(Cluster cluster) {
        return switch (cluster) {
            case Cluster.Loop loop -> loop(loop);
            case Cluster.Single(var tensor) -> single(tensor, arrays.apply(tensor));
        };
    }

    /// Loops that differ in their arrays alone, as those of one learning rule, run the same class.
    private Instruction loop(Cluster.Loop loop) {
        return Arithmetic.of(loop, arrays)
                .<Instruction>map(arithmetic -> new ArithmeticInstruction(
                        classes.computeIfAbsent(arithmetic.lines(), _ -> LoopClass.of(arithmetic)),
                        arithmetic.arrays(), loop.shape().size(), workers))
                .orElseGet(() -> LoopBuilder.build(loop, arrays, inPlace, workers));
    }

    private Instruction single(Tensor y, float[] out) {
        return switch (y.op()) {
            case Draw(var stream, var law, var shape) ->
                new DrawInstruction(law, Stream.of(seed, stream), out, shape.size(), workers);
            case OfStep(var function) -> ofStep(function, out);
            case Op.MatMul(var a, var b) -> product(a, b, out);
            case Transpose(var x) -> transpose(array(x), x.shape(), out);
            case BroadcastTo(var x, var shape) -> broadcast(array(x), x.shape(), shape, out);
            case SumTo(var x, var shape) -> reduction(Reduce::sum, x, shape, out);
            case MaxTo(var x, var shape) -> reduction(Reduce::max, x, shape, out);
            case Slice(var x, var axis, var from, var _) -> slice(x, y.shape(), axis, from, out);
            case Concatenate(var parts, var axis) -> concatenate(parts, y.shape(), axis, out);
            case Gather(var table, var rows) -> gather(table, rows, out);
            case Scatter(var x, var rows, var n) -> scatter(x, rows, n, out);
            case Constant _, Table _, Input _, Value _, Reshape _, Unary _, Binary _, Select _ ->
                throw new IllegalStateException(y + " is no instruction by itself");
        };
    }

    private float[] array(Tensor tensor) {
        return arrays.apply(Storage.root(tensor));
    }

    private static Instruction ofStep(LongToDoubleFunction function, float[] out) {
        return (step, _) -> out[0] = (float) function.applyAsDouble(step);
    }

    private Instruction product(Tensor a, Tensor b, float[] out) {
        boolean transposeA = a.op() instanceof Transpose;
        boolean transposeB = b.op() instanceof Transpose;
        float[] left = array(Storage.withoutTranspose(a));
        float[] right = array(Storage.withoutTranspose(b));
        MatMul product = new MatMul(
                transposeA, transposeB, a.shape().extent(0), b.shape().extent(1), a.shape().extent(1), memory);
        return (_, _) -> product.multiply(left, right, out, workers);
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

    /// One kernel for each run of neighbouring axes that are reduced, from the innermost out.
    private Instruction reduction(Reduction kernel, Tensor x, Shape target, float[] out) {
        List<Runs.Run> runs = Runs.of(x.shape(), target);
        float[] source = array(x);
        Instruction whole = (_, _) -> {};
        for (int i = 0; i < runs.size(); i++) {
            Runs.Run run = runs.get(i);
            float[] from = source;
            float[] to = i == runs.size() - 1 ? out : new float[run.outer() * run.inner()];
            Instruction before = whole;
            whole = (step, draw) -> {
                before.run(step, draw);
                kernel.reduce(from, run.outer(), run.middle(), run.inner(), to);
            };
            source = to;
        }
        return whole;
    }

    @FunctionalInterface
    private interface Reduction {
        void reduce(float[] x, int outer, int middle, int inner, float[] out);
    }

    private Instruction slice(Tensor x, Shape shape, int axis, int from, float[] out) {
        float[] source = array(x);
        int skip = Runs.inner(x.shape(), axis);
        int length = Runs.inner(shape, axis);
        int offset = from * (skip / x.shape().extent(axis));
        int blocks = shape.size() / length;
        return (_, _) -> Move.blocks(source, offset, skip, out, 0, length, blocks, length);
    }

    private Instruction concatenate(List<Tensor> parts, Shape shape, int axis, float[] out) {
        float[][] sources = parts.stream().map(this::array).toArray(float[][]::new);
        int[] lengths = parts.stream().mapToInt(part -> Runs.inner(part.shape(), axis)).toArray();
        int skip = Runs.inner(shape, axis);
        int blocks = shape.size() / skip;
        return (_, _) -> {
            int offset = 0;
            for (int i = 0; i < sources.length; i++) {
                Move.blocks(sources[i], 0, lengths[i], out, offset, skip, blocks, lengths[i]);
                offset += lengths[i];
            }
        };
    }

    private Instruction gather(Tensor table, Tensor rows, float[] out) {
        float[] source = array(table);
        float[] numbers = array(rows);
        int n = table.shape().extent(0);
        int width = table.shape().size() / n;
        int count = rows.shape().size();
        return (_, _) -> Move.gatherRows(source, n, width, numbers, count, out);
    }

    private Instruction scatter(Tensor x, Tensor rows, int n, float[] out) {
        float[] source = array(x);
        float[] numbers = array(rows);
        int count = rows.shape().size();
        int width = x.shape().size() / count;
        return (_, _) -> {
            Arrays.fill(out, 0, n * width, 0);
            Move.scatterAddRows(source, numbers, count, width, out, n);
        };
    }
}
