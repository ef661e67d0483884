package dev.simulacra.cli;

import dev.simulacra.io.Checkpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What has become of each seed of a series up to now. Many threads may read and write it.
final class Fates {
    private final List<Long> seeds;
    private final Map<Long, Fate> each = new ConcurrentHashMap<>();

    /// The fates as they lie in `folder`.
    Fates(SeriesFolder folder, List<Long> seeds) {
        this.seeds = seeds;
        seeds.forEach(seed -> each.put(seed, found(folder.of(seed))));
    }

    private static Fate found(RunFolder run) {
        try {
            if (run.isFinished()) {
                return new Fate.Finished(Summary.read(run));
            }
            return new Fate.Unfinished(run.isBegun() ? Checkpoint.read(run.checkpoint()).step() : 0);
        } catch (IOException _) {
            // The work on it will meet the same problem, and report it.
            return new Fate.Unfinished(0);
        }
    }

    Fate of(long seed) {
        return each.getOrDefault(seed, new Fate.Unfinished(0));
    }

    void put(long seed, Fate fate) {
        each.put(seed, fate);
    }

    Stream<Fate> all() {
        return seeds.stream().map(this::of);
    }

    /// The seeds whose runs can go on.
    List<Long> unfinished() {
        return seeds.stream().filter(seed -> of(seed) instanceof Fate.Unfinished).toList();
    }

    long finished() {
        return all().filter(Fate.Finished.class::isInstance).count();
    }

    /// The steps of all seeds together.
    long steps() {
        return all().mapToLong(Fate::step).sum();
    }

    SequencedMap<Long, Fate> bySeed() {
        SequencedMap<Long, Fate> map = new LinkedHashMap<>();
        seeds.forEach(seed -> map.put(seed, of(seed)));
        return map;
    }

    /// The content of `seeds.json`.
    List<ObjectNode> rows() {
        List<ObjectNode> rows = new ArrayList<>();
        bySeed().forEach((seed, fate) -> rows.add(fate.row(seed)));
        return rows;
    }
}
