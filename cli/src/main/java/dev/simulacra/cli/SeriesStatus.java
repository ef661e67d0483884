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
final class SeriesStatus {
    private final List<Long> seeds;
    private final Map<Long, RunStatus> each = new ConcurrentHashMap<>();

    /// The fates as they lie in `folder`.
    SeriesStatus(SeriesFolder folder, List<Long> seeds) {
        this.seeds = seeds;
        seeds.forEach(seed -> each.put(seed, found(folder.of(seed))));
    }

    private static RunStatus found(RunFolder run) {
        try {
            if (run.isFinished()) {
                return new RunStatus.Finished(Summary.read(run));
            }
            return new RunStatus.Unfinished(run.isBegun() ? Checkpoint.read(run.checkpoint()).step() : 0);
        } catch (IOException _) {
            // The work on it will meet the same problem, and report it.
            return new RunStatus.Unfinished(0);
        }
    }

    RunStatus of(long seed) {
        return each.getOrDefault(seed, new RunStatus.Unfinished(0));
    }

    void put(long seed, RunStatus fate) {
        each.put(seed, fate);
    }

    Stream<RunStatus> all() {
        return seeds.stream().map(this::of);
    }

    /// The seeds whose runs can go on.
    List<Long> unfinished() {
        return seeds.stream().filter(seed -> of(seed) instanceof RunStatus.Unfinished).toList();
    }

    long finished() {
        return all().filter(RunStatus.Finished.class::isInstance).count();
    }

    /// The steps of all seeds together.
    long steps() {
        return all().mapToLong(RunStatus::step).sum();
    }

    SequencedMap<Long, RunStatus> bySeed() {
        SequencedMap<Long, RunStatus> map = new LinkedHashMap<>();
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
