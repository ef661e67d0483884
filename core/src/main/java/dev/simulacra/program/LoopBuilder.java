package dev.simulacra.program;

import dev.simulacra.program.BlockOperation.Place;
import dev.simulacra.program.Formula.Factor;
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
import java.util.function.IntFunction;

/// Turns a loop's tensors into steps, and gives the values that live only within a block a register each, for as long
/// as they are read.
final class LoopBuilder {
    /// More numbers than this are filled in where they are read rather than once in front of the loop.
    private static final int HOISTED = 32;

    private final Cluster.Loop loop;
    private final Function<Tensor, float[]> arrays;
    private final TensorMap<Formula> formulas = new TensorMap<>();
    private final TensorMap<Integer> lastReads = new TensorMap<>();
    private final TensorMap<Place> places = new TensorMap<>();
    private final List<BlockOperation> once = new ArrayList<>();
    private final List<BlockOperation> body = new ArrayList<>();
    private final List<BlockOperation> atEnd = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Set<Tensor> results = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Integer> held = new HashSet<>();
    private final List<Tensor> computed;
    private final boolean hoist;
    private final int period;
    private int registers;

    private LoopBuilder(Cluster.Loop loop, Function<Tensor, float[]> arrays) {
        this.loop = loop;
        this.arrays = arrays;
        results.addAll(loop.results());
        findFormulas();
        computed = loop.body().stream().filter(formulas::knows).toList();
        for (int i = 0; i < computed.size(); i++) {
            for (Tensor operand : formulas.of(computed.get(i)).blocks()) {
                lastReads.put(operand, i);
                lastReads.put(Storage.root(operand), i);
            }
        }
        List<Tensor> repeated = lastReads.tensors().stream().map(Storage::withoutBroadcast)
                .filter(x -> x.shape().size() < loop.shape().size()).toList();
        hoist = repeated.stream().filter(LoopBuilder::isNumber).count() <= HOISTED;
        period = repeated.stream().filter(this::isPeriodic).mapToInt(x -> x.shape().size()).max().orElse(1);
    }

    /// The formulas of the results and of what they read, and so on.
    private void findFormulas() {
        Formula.Finder finder = new Formula.Finder(loop);
        Set<Tensor> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        needed.addAll(results);
        for (Tensor tensor : loop.body().reversed()) {
            if (needed.contains(tensor)) {
                Formula formula = finder.of(tensor);
                formulas.put(tensor, formula);
                needed.addAll(formula.blocks());
            }
        }
    }

    /// @param arrays the array of each tensor that is in memory
    /// @param inPlace the parameter in whose array a result is to be left, for some of the results
    static LoopInstruction build(
            Cluster.Loop loop, Function<Tensor, float[]> arrays, Map<Tensor, Parameter> inPlace) {
        LoopBuilder builder = new LoopBuilder(loop, arrays);
        int cost = 0;
        for (int i = 0; i < builder.computed.size(); i++) {
            Tensor tensor = builder.computed.get(i);
            builder.append(tensor, i, inPlace);
            cost += builder.formulas.of(tensor).code().cost;
        }
        builder.body.addAll(builder.atEnd);
        int rows = ArrayAccess.rows(loop.shape());
        return new LoopInstruction(
                rows, loop.shape().size() / rows, builder.period, cost, builder.once, builder.body,
                builder.registers);
    }

    private void append(Tensor tensor, int index, Map<Tensor, Parameter> inPlace) {
        Formula formula = formulas.of(tensor);
        List<Place> sources = formula.blocks().stream().map(this::source).toList();
        // Before the target is chosen: a kernel may write where it reads.
        formula.blocks().stream().distinct().forEach(operand -> release(operand, index));
        Place out = target(tensor, index, inPlace);
        places.put(tensor, out);
        Place a = sources.get(0);
        Place b = sources.get(Math.min(1, sources.size() - 1));
        Place c = sources.get(sources.size() - 1);
        body.add(new BlockOperation.Compute(formula.code(), number(formula.s()), number(formula.t()), a, b, c, out));
    }

    private BlockOperation.Number number(Factor factor) {
        return new BlockOperation.Number(array(Storage.withoutBroadcast(factor.number())), factor.isNegated());
    }

    private float[] array(Tensor x) {
        return arrays.apply(Storage.root(x));
    }

    /// Where `operand` stands, loaded into a register first if it has to be repeated.
    private Place source(Tensor operand) {
        if (places.knows(operand)) {
            return places.of(operand);
        }
        Tensor x = Storage.withoutBroadcast(operand);
        Place place = x.shape().size() == loop.shape().size() ? Place.in(array(x)) : repeated(x);
        places.put(operand, place);
        return place;
    }

    private Place repeated(Tensor x) {
        int size = x.shape().size();
        if (isNumber(x)) {
            return load(hoist, register -> new BlockOperation.Fill(array(x), register));
        }
        if (isPeriodic(x) && LoopInstruction.isShort(period)) {
            return load(true, register -> new BlockOperation.Tile(array(x), size, register));
        }
        if (isPeriodic(x) && size == period) {
            return Place.row(array(x));
        }
        int[] strides = x.shape().stridesIn(loop.shape());
        return load(false, register ->
                new BlockOperation.Broadcast(array(x), loop.shape().extents(), strides, register));
    }

    /// A register filled by `step`, once in front of the loop or for every block.
    private Place load(boolean inFront, IntFunction<BlockOperation> step) {
        int register = inFront ? hold() : take();
        (inFront ? once : body).add(step.apply(register));
        return Place.register(register);
    }

    /// Whether the loop is a number of whole repetitions of `x`, as of a layer's bias. The periods of one loop are
    /// products of its last extents, so each divides the longest.
    private boolean isPeriodic(Tensor x) {
        int size = x.shape().size();
        int[] strides = x.shape().stridesIn(loop.shape());
        int inner = 1;
        int axis = strides.length;
        while (inner < size) {
            inner *= loop.shape().extent(--axis);
        }
        return inner == size && Arrays.stream(strides, 0, axis).allMatch(stride -> stride == 0);
    }

    /// Where the result goes: into its array if it has one, else into a register. A parameter that is still read later
    /// in the loop takes its value at the end of the block.
    private Place target(Tensor tensor, int index, Map<Tensor, Parameter> inPlace) {
        Parameter parameter = inPlace.get(tensor);
        if (parameter != null && isRead(parameter, index)) {
            Place register = Place.register(hold());
            Place target = Place.in(parameter.storage());
            atEnd.add(new BlockOperation.Compute(
                    Code.COPY, number(Factor.ONE), number(Factor.NOTHING), register, register, register, target));
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
        Place place = places.of(operand);
        if (place.isRegister() && lastReads.of(operand) == index && !held.contains(place.register())) {
            free.push(place.register());
        }
    }

    private static boolean isNumber(Tensor x) {
        return x.shape().size() == 1;
    }
}
