package dev.simulacra.program;

import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Op.Value;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/// The third pass: in which order the clusters run, and which assigned values can be written straight into their
/// parameter.
///
/// Clusters that compute assigned values come as late as their readers allow. Such a value is written in place where
/// every other cluster that reads the parameter's old value has run by then; the rest are copied after the last
/// cluster. So are values that are outputs too: those outlast what is written to the parameter between two runs.
///
/// @param order   the clusters, each after those it reads from
/// @param inPlace the parameter in whose array a tensor is computed
/// @param copies  the assignments to carry out at the end, by copying
record Schedule(List<Cluster> order, Map<Tensor, Parameter> inPlace, List<Assignment> copies) {

    static Schedule of(List<Cluster> clusters, Computation computation) {
        List<Cluster> order = ordered(clusters, computation.assignments());
        Set<Tensor> outputs = Collections.newSetFromMap(new IdentityHashMap<>());
        computation.outputs().forEach(output -> outputs.add(Storage.root(output)));
        Map<Tensor, Parameter> inPlace = new IdentityHashMap<>();
        List<Assignment> copies = new ArrayList<>();
        Map<Parameter, Integer> lastReads = lastReads(order);
        TensorMap<Integer> writers = loopsOf(order);
        for (Assignment assignment : computation.assignments()) {
            Tensor value = Storage.root(assignment.value());
            boolean direct = writers.knows(value)
                    && !outputs.contains(value)
                    && lastReads.getOrDefault(assignment.target(), -1) <= writers.of(value)
                    && !inPlace.containsKey(value);
            if (direct) {
                inPlace.put(value, assignment.target());
            } else {
                copies.add(assignment);
            }
        }
        return new Schedule(order, inPlace, copies);
    }

    /// For each tensor that a loop computes, the loop's place in `order`.
    private static TensorMap<Integer> loopsOf(List<Cluster> order) {
        TensorMap<Integer> places = new TensorMap<>();
        for (int i = 0; i < order.size(); i++) {
            int place = i;
            if (order.get(i) instanceof Cluster.Loop loop) {
                loop.body().forEach(tensor -> places.put(tensor, place));
            }
        }
        return places;
    }

    /// For each parameter, the place in `order` of the last cluster that reads it.
    private static Map<Parameter, Integer> lastReads(List<Cluster> order) {
        Map<Parameter, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            for (Tensor source : order.get(i).sources()) {
                if (source.op() instanceof Value(var parameter)) {
                    places.put(parameter, i);
                }
            }
        }
        return places;
    }

    private static List<Cluster> ordered(List<Cluster> clusters, List<Assignment> assignments) {
        TensorMap<Integer> producer = new TensorMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            int place = i;
            clusters.get(i).results().forEach(result -> producer.put(result, place));
        }
        boolean[] late = new boolean[clusters.size()];
        for (Assignment assignment : assignments) {
            Tensor value = Storage.root(assignment.value());
            if (producer.knows(value)) {
                late[producer.of(value)] = true;
            }
        }
        List<List<Integer>> readers = new ArrayList<>();
        clusters.forEach(_ -> readers.add(new ArrayList<>()));
        int[] waiting = new int[clusters.size()];
        for (int i = 0; i < clusters.size(); i++) {
            for (Tensor source : clusters.get(i).sources()) {
                if (producer.knows(source)) {
                    readers.get(producer.of(source)).add(i);
                    waiting[i]++;
                }
            }
        }
        return ordered(clusters, readers, waiting, late);
    }

    private static List<Cluster> ordered(
            List<Cluster> clusters, List<List<Integer>> readers, int[] waiting, boolean[] late) {
        PriorityQueue<Integer> ready =
                new PriorityQueue<>((i, j) -> late[i] != late[j] ? Boolean.compare(late[i], late[j]) : i - j);
        for (int i = 0; i < waiting.length; i++) {
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        List<Cluster> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int next = ready.poll();
            order.add(clusters.get(next));
            for (int reader : readers.get(next)) {
                if (--waiting[reader] == 0) {
                    ready.add(reader);
                }
            }
        }
        return order;
    }
}
