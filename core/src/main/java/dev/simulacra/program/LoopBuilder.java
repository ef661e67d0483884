package dev.simulacra.program;

import dev.simulacra.kernel.Workers;
import dev.simulacra.program.LoopInstruction.Place;
import dev.simulacra.program.LoopInstruction.Step;
import dev.simulacra.tensor.Op.*;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Turns a loop's tensors into steps, and gives the values that live only within a block a register each, for as long
/// as they are read.
final class LoopBuilder {
    /// More scalars than this are filled in where they are read rather than once in front of the loop.
    private static final int HOISTED = 32;

    private final Cluster.Loop loop;
    private final Function<Tensor, float[]> arrays;
    private final TensorMap<Integer> lastReads = new TensorMap<>();
    private final TensorMap<Place> places = new TensorMap<>();
    private final List<Step> once = new ArrayList<>();
    private final List<Step> body = new ArrayList<>();
    private final List<Step> atEnd = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Set<Tensor> results = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Integer> held = new HashSet<>();
    private final boolean hoist;
    private int registers;
    private int period = 1;

    private LoopBuilder(Cluster.Loop loop, Function<Tensor, float[]> arrays) {
        this.loop = loop;
        this.arrays = arrays;
        this.results.addAll(loop.results());
        for (int i = 0; i < loop.body().size(); i++) {
            for (Tensor operand : loop.body().get(i).op().operands()) {
                lastReads.put(operand, i);
                lastReads.put(Storage.root(operand), i);
            }
        }
        this.hoist = loop.sources().stream().filter(LoopBuilder::isScalar).count() <= HOISTED;
    }

    /// @param arrays the array of each tensor that is in memory
    /// @param inPlace the parameter in whose array a result is to be left, for some of the results
    static LoopInstruction build(
            Cluster.Loop loop, Function<Tensor, float[]> arrays, Map<Tensor, Parameter> inPlace, Workers workers) {
        LoopBuilder builder = new LoopBuilder(loop, arrays);
        for (int i = 0; i < loop.body().size(); i++) {
            builder.append(loop.body().get(i), i, inPlace);
        }
        builder.body.addAll(builder.atEnd);
        return new LoopInstruction(
                loop.shape().size(), builder.period, builder.once, builder.body, builder.registers, workers);
    }

    private void append(Tensor tensor, int index, Map<Tensor, Parameter> inPlace) {
        List<Tensor> operands = tensor.op().operands();
        List<Place> sources = operands.stream().map(this::source).toList();
        // Before the target is chosen: a kernel may write where it reads.
        operands.stream().distinct().forEach(operand -> release(operand, index));
        Place out = target(tensor, index, inPlace);
        places.put(tensor, out);
        Place a = sources.get(0);
        Place b = sources.get(Math.min(1, sources.size() - 1));
        Place c = sources.get(sources.size() - 1);
        float slope = tensor.op() instanceof LeakyRelu(var _, var s) ? (float) s : 0;
        body.add(new Step.Compute(code(tensor), slope, a, b, c, out));
    }

    private static Code code(Tensor tensor) {
        return switch (tensor.op()) {
            case Unary unary -> Code.of(unary);
            case Binary binary -> Code.of(binary);
            case Select _ -> Code.SELECT;
            case Leaf _, Structural _, MatMul _, Concatenate _, Gather _, Scatter _ ->
                throw new IllegalStateException(tensor + " is not elementwise");
        };
    }

    /// Where `operand` stands, loaded into a register first if it has to be repeated.
    private Place source(Tensor operand) {
        if (places.knows(operand)) {
            return places.of(operand);
        }
        Tensor x = Storage.withoutBroadcast(operand);
        float[] array = arrays.apply(Storage.root(x));
        Place place = x.shape().size() == loop.shape().size() ? Place.in(array) : loaded(x, array);
        places.put(operand, place);
        return place;
    }

    private Place loaded(Tensor x, float[] array) {
        boolean inFront = hoist && (isScalar(x) || joinsPeriod(x));
        int register = inFront ? hold() : take();
        List<Step> steps = inFront ? once : body;
        if (isScalar(x)) {
            steps.add(new Step.Fill(array, register));
        } else {
            int[] strides = x.shape().stridesIn(loop.shape());
            steps.add(new Step.Broadcast(array, loop.shape().extents(), strides, register));
        }
        return Place.register(register);
    }

    /// Whether blocks can be whole repetitions of `x`, as of a narrow layer's bias; every block then reads the same.
    /// The periods of one loop are products of its last extents, so each divides the longest.
    private boolean joinsPeriod(Tensor x) {
        int size = x.shape().size();
        if (size > Step.LEAST) {
            return false;
        }
        int[] strides = x.shape().stridesIn(loop.shape());
        int inner = 1;
        int axis = strides.length;
        while (inner < size) {
            inner *= loop.shape().extent(--axis);
        }
        boolean repeats = inner == size && Arrays.stream(strides, 0, axis).allMatch(stride -> stride == 0);
        period = repeats ? Math.max(period, size) : period;
        return repeats;
    }

    /// Where the result goes: into its array if it has one, else into a register. A parameter that is still read later
    /// in the loop takes its value at the end of the block.
    private Place target(Tensor tensor, int index, Map<Tensor, Parameter> inPlace) {
        Parameter parameter = inPlace.get(tensor);
        if (parameter != null && isRead(parameter, index)) {
            Place register = Place.register(hold());
            Place target = Place.in(parameter.storage());
            atEnd.add(new Step.Compute(Code.COPY, 0, register, register, register, target));
            return register;
        }
        return results.contains(tensor) ? Place.in(arrays.apply(tensor)) : Place.register(take());
    }

    private boolean isRead(Parameter parameter, int index) {
        return lastReads.knows(parameter.value()) && lastReads.of(parameter.value()) > index;
    }

    /// A register that keeps its value to the end of the loop.
    private int hold() {
        held.add(registers);
        return registers++;
    }

    private int take() {
        return free.isEmpty() ? registers++ : free.pop();
    }

    private void release(Tensor operand, int index) {
        int register = places.of(operand).register();
        if (register >= 0 && lastReads.of(operand) == index && !held.contains(register)) {
            free.push(register);
        }
    }

    private static boolean isScalar(Tensor x) {
        return x.shape().size() == 1;
    }
}
