package dev.simulacra.program;

import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Op.Value;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import dev.simulacra.tensor.TensorMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Puts clusters into an order and divides it into sections.
final class ClusterOrder {
    private final List<Cluster> clusters;
    private final List<Optional<List<ArrayAccess>>> accesses = new ArrayList<>();
    private final List<List<Integer>> readers = new ArrayList<>();
    private final int[] waiting;
    private final boolean[] begins;
    /// The parameters that a cluster computes new values of.
    private final Map<Integer, List<Parameter>> targets = new HashMap<>();
    /// The number of clusters yet to run that read a parameter's old values.
    private final Map<Parameter, Integer> readersLeft = new IdentityHashMap<>();
    private final SortedSet<Integer> ready = new TreeSet<>();

    ClusterOrder(List<Cluster> clusters, List<Assignment> assignments) {
        this.clusters = clusters;
        waiting = new int[clusters.size()];
        begins = new boolean[clusters.size()];
        TensorMap<Integer> producer = new TensorMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            int place = i;
            clusters.get(i).results().forEach(result -> producer.put(result, place));
            readers.add(new ArrayList<>());
        }
        TensorMap<List<Parameter>> becoming = new TensorMap<>();
        for (Assignment assignment : assignments) {
            Tensor value = Storage.root(assignment.value());
            if (producer.knows(value)) {
                List<Parameter> all = becoming.knows(value) ? becoming.of(value) : new ArrayList<>();
                all.add(assignment.target());
                becoming.put(value, all);
            }
        }
        for (int i = 0; i < clusters.size(); i++) {
            find(i, producer, becoming);
        }
    }

    private void find(int i, TensorMap<Integer> producer, TensorMap<List<Parameter>> becoming) {
        Cluster cluster = clusters.get(i);
        for (Tensor source : cluster.sources()) {
            if (producer.knows(source)) {
                readers.get(producer.of(source)).add(i);
                waiting[i]++;
            }
            if (source.op() instanceof Value(var parameter)) {
                readersLeft.merge(parameter, 1, Integer::sum);
            }
        }
        List<ArrayAccess> writes = new ArrayList<>();
        for (Tensor result : cluster.results()) {
            writes.add(ArrayAccess.write(result));
            if (becoming.knows(result)) {
                becoming.of(result).forEach(target -> writes.add(ArrayAccess.write(result, target)));
                targets.computeIfAbsent(i, _ -> new ArrayList<>()).addAll(becoming.of(result));
            }
        }
        accesses.add(ArrayAccess.reads(cluster).map(reads -> {
            List<ArrayAccess> all = new ArrayList<>(reads);
            all.addAll(writes);
            return all;
        }));
        begins[i] = waiting[i] == 0;
        if (begins[i]) {
            ready.add(i);
        }
    }

    /// Each cluster in a section of its own.
    List<Section> apart() {
        return sections(1);
    }

    /// As many clusters in a section as there can be.
    List<Section> together() {
        return sections(Integer.MAX_VALUE);
    }

    private List<Section> sections(int most) {
        List<Section> sections = new ArrayList<>();
        Section section = new Section(false);
        while (!ready.isEmpty()) {
            int next = next(section);
            if (section.clusters().size() == most || !fits(next, section)) {
                section = new Section(accesses.get(next).isPresent());
            }
            if (section.clusters().isEmpty()) {
                sections.add(section);
            }
            section.add(clusters.get(next), accesses.get(next).orElse(List.of()));
            run(next);
        }
        return sections;
    }

    private void run(int next) {
        ready.remove(next);
        for (Tensor source : clusters.get(next).sources()) {
            if (source.op() instanceof Value(var parameter)) {
                readersLeft.merge(parameter, -1, Integer::sum);
            }
        }
        for (int reader : readers.get(next)) {
            if (--waiting[reader] == 0) {
                ready.add(reader);
            }
        }
    }

    private boolean fits(int i, Section section) {
        return accesses.get(i).filter(section::takes).isPresent();
    }

    /// The next cluster: one that does not overwrite what others still read, where there is one; that the section
    /// takes, where there is one; that computes no parameter's new values, where there is one.
    ///
    /// What begins a branch of its own, as it reads nothing computed, is not taken before its turn: all branches would
    /// be in memory at once.
    private int next(Section section) {
        return Collections.min(ready, Comparator.comparingInt(i -> rank(i, section)));
    }

    private int rank(int i, Section section) {
        List<Parameter> parameters = targets.getOrDefault(i, List.of());
        boolean follows = !begins[i] && fits(i, section);
        return (isEarly(i, parameters) ? 4 : 0) + (follows ? 0 : 2) + (parameters.isEmpty() ? 0 : 1);
    }

    /// Whether others still read the old values of a parameter whose new ones cluster `i` computes.
    private boolean isEarly(int i, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            boolean reads = clusters.get(i).sources().contains(parameter.value());
            if (readersLeft.getOrDefault(parameter, 0) > (reads ? 1 : 0)) {
                return true;
            }
        }
        return false;
    }
}
