package dev.simulacra.program;

import dev.simulacra.kernel.MatMul;
import dev.simulacra.kernel.Workers;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Notation;
import dev.simulacra.tensor.Op;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Compiles computations into programs that share a seed and a crew of threads.
///
/// The number of threads changes the time and nothing else. Several threads may compile at once.
public final class Compiler {
    private final long seed;
    private final Workers workers;
    private final long grain;
    private final Map<List<Arithmetic.Line>, LoopClass.Body> classes = new ConcurrentHashMap<>();

    /// @param seed    the seed of every random leaf
    /// @param threads how many threads share the work of one instruction, the caller's included
    /// @throws IllegalArgumentException where `threads` is below 1
    public Compiler(long seed, int threads) {
        this(seed, threads, SharedInstruction.GRAIN);
    }

    /// @param grain the least cost of a part that a thread has of something, in sums
    Compiler(long seed, int threads, long grain) {
        this.seed = seed;
        this.workers = new Workers(threads);
        this.grain = grain;
    }

    /// A program for one computation without random leaves, on the calling thread alone.
    public static Program compile(Tensor... outputs) {
        return new Compiler(0, 1).compile(Computation.of(outputs));
    }

    /// The program that carries out `first` and then the `others` in their order: each reads of a parameter what those
    /// before it have assigned to it. What they have in common, on the same values, is computed once.
    ///
    /// @throws IllegalArgumentException where a tensor is an output of two of them
    public Program compile(Computation first, Computation... others) {
        return compile(RowWindow.WHOLE, first, others);
    }

    /// The program that carries out `computation` on a window of the rows of its random leaves: its draw number is the
    /// number of the window's first row.
    ///
    /// @throws IllegalArgumentException where a random leaf has not equally many elements for each row of the window
    public Program compile(RowWindow window, Computation computation) {
        return compile(window, computation, new Computation[0]);
    }

    private Program compile(RowWindow window, Computation first, Computation... others) {
        Computation[] inOrder = Stream.concat(Stream.of(first), Arrays.stream(others)).toArray(Computation[]::new);
        List<Tensor> outputs = outputs(inOrder);
        Computation simple = simple(inOrder);
        TensorMap<float[]> inputs = new TensorMap<>();
        return assemble(window, outputs, simple, Scheduling.of(Fuse.of(simple), simple), inputs,
                () -> assemble(window, outputs, simple, Scheduling.apart(Fuse.apart(simple), simple), inputs, () -> {
                    throw new IllegalStateException("a program to look into has no other");
                }));
    }

    /// The computations with equal values and fewer operations. The second round shares tensors that lost their other
    /// readers in the first.
    static Computation simple(Computation... inOrder) {
        Computation once = Simplify.of(Share.of(Simplify.of(inOrder)));
        return Simplify.of(Share.of(once));
    }

    private static List<Tensor> outputs(Computation... inOrder) {
        List<Tensor> outputs = new ArrayList<>();
        Set<Tensor> earlier = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Computation computation : inOrder) {
            for (Tensor output : computation.outputs()) {
                if (earlier.contains(output)) {
                    throw new IllegalArgumentException("compile: " + Notation.expression(output)
                            + " is an output of two computations; which of its values is wanted?");
                }
            }
            outputs.addAll(computation.outputs());
            earlier.addAll(computation.outputs());
        }
        return outputs;
    }

    /// @param window the part of a draw that random leaves are
    /// @param wanted what the outputs of `simple` are read as
    /// @param inputs the arrays of inputs that other programs share with this one
    /// @param apart  makes the same program with every tensor in memory
    private Program assemble(
            RowWindow window,
            List<Tensor> wanted,
            Computation simple,
            Scheduling schedule,
            TensorMap<float[]> inputs,
            Supplier<Program> apart) {
        Memory memory = new Memory(simple, schedule, inputs);
        Lower lower = new Lower(
                seed, window, workers, grain, new MatMul.Memory(), memory::of, schedule.inPlace(), classes);
        List<Program.Piece> pieces = new ArrayList<>();
        for (Section section : schedule.sections()) {
            pieces.add(new Program.Piece(lower.lower(section), section.results(), memory::of));
        }
        List<Program.Copy> before = new ArrayList<>();
        List<Program.Copy> after = new ArrayList<>();
        TensorMap<Program.Left> outputs = new TensorMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            Tensor output = wanted.get(i);
            float[] array = snapshot(simple.outputs().get(i), memory, before);
            outputs.put(output, new Program.Left(array, output.shape().size()));
        }
        for (Assignment copy : schedule.copies()) {
            after.add(new Program.Copy(snapshot(copy.value(), memory, before), copy.target().storage()));
        }
        List<Program.Left> assigned = simple.assignments().stream()
                .map(assignment -> assignment.target().storage())
                .map(storage -> new Program.Left(storage, storage.length))
                .toList();
        return new Program(pieces, before, after, inputs, outputs, assigned, apart);
    }

    /// The array of `tensor` after a run; what may change before it is read, a parameter's value from before the run or
    /// an input, is copied aside.
    private static float[] snapshot(Tensor tensor, Memory memory, List<Program.Copy> before) {
        Tensor root = Storage.root(tensor);
        float[] array = memory.of(root);
        if (!(root.op() instanceof Value || root.op() instanceof Input)) {
            return array;
        }
        Program.Copy copy = new Program.Copy(array, new float[array.length]);
        before.add(copy);
        return copy.to();
    }

    /// The array of each tensor that is in memory.
    private static final class Memory {
        private final TensorMap<float[]> known = new TensorMap<>();
        private final TensorMap<float[]> inputs;

        Memory(Computation simple, Scheduling schedule, TensorMap<float[]> inputs) {
            this.inputs = inputs;
            MemoryPlan plan = MemoryPlan.of(schedule, simple);
            List<float[]> slots = plan.sizes().stream().map(float[]::new).toList();
            for (Cluster cluster : schedule.order()) {
                for (Tensor result : cluster.results()) {
                    Parameter parameter = schedule.inPlace().get(result);
                    known.put(result, parameter != null ? parameter.storage() : slots.get(plan.slots().of(result)));
                }
            }
        }

        float[] of(Tensor tensor) {
            if (!known.knows(tensor)) {
                known.put(tensor, leaf(tensor));
            }
            return known.of(tensor);
        }

        private float[] leaf(Tensor tensor) {
            return switch (tensor.op()) {
                case Constant(var value) -> new float[] {(float) value};
                case Table(var _, var _, var values) -> values;
                case Value(var parameter) -> parameter.storage();
                case Input(var _, var shape) -> {
                    if (!inputs.knows(tensor)) {
                        inputs.put(tensor, new float[shape.size()]);
                    }
                    yield inputs.of(tensor);
                }
                case Draw _, OfStep _, Unary _, Binary _, Select _, Structural _, Op.MatMul _, Concatenate _, Gather _,
                        Scatter _ -> throw new IllegalStateException(tensor + " has not been computed");
            };
        }
    }
}
