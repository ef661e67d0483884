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
import java.util.Set;

/// The third pass: in which order the clusters run, and which assigned values can be written straight into their
/// parameter.
///
/// Clusters that compute assigned values come as late as their readers allow. Such a value is written in place where
/// every other cluster that reads the parameter's old value has run by then; the rest are copied after the last
/// cluster. So are values that are outputs too: those outlast what is written to the parameter between two runs.
///
/// Of the clusters that could come next, the first that the section takes does, so that there are few sections.
///
/// @param sections the clusters, each after those it reads from
/// @param inPlace the parameter in whose array a tensor is computed
/// @param copies  the assignments to carry out at the end, by copying
record Scheduling(List<Section> sections, Map<Tensor, Parameter> inPlace, List<Assignment> copies) {

    /// The schedule in few sections.
    static Scheduling of(List<Cluster> clusters, Computation computation) {
        return inSections(new ClusterOrder(clusters, computation.assignments()).together(), computation);
    }

    /// The schedule with a section for each cluster, so that between them everything is in its array.
    static Scheduling apart(List<Cluster> clusters, Computation computation) {
        return inSections(new ClusterOrder(clusters, computation.assignments()).apart(), computation);
    }

    private static Scheduling inSections(List<Section> sections, Computation computation) {
        List<Cluster> order = order(sections);
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
        return new Scheduling(sections, inPlace, copies);
    }

    /// The clusters in the order in which they run.
    List<Cluster> order() {
        return order(sections);
    }

    private static List<Cluster> order(List<Section> sections) {
        return sections.stream().flatMap(section -> section.clusters().stream()).toList();
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
}
