package dev.simulacra.runs.work;

import dev.simulacra.io.Checkpoint;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.SeriesFolder;
import dev.simulacra.runs.folder.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The status of each seed of a series up to now. Many threads may read and write it.
public final class SeriesStatus {
    private final List<Long> seeds;
    private final Map<Long, RunStatus> each = new ConcurrentHashMap<>();

    /// The status of each seed as it lies in `folder`.
    public SeriesStatus(SeriesFolder folder, List<Long> seeds) {
        this.seeds = seeds;
        seeds.forEach(seed -> each.put(seed, found(seed, folder.of(seed))));
    }

    private static RunStatus found(long seed, RunFolder run) {
        try {
            ObjectNode summary = run.isFinished() ? Summary.read(run) : JsonNodeFactory.instance.objectNode();
            if (summary.path("seed").asLong(seed + 1) == seed) {
                return new RunStatus.Finished(summary);
            }
            boolean isSaved = Files.exists(run.checkpoint());
            return new RunStatus.Unfinished(isSaved ? Checkpoint.read(run.checkpoint()).step() : 0);
        } catch (IOException _) {
            // The work on it will meet the same problem, and report it.
            return new RunStatus.Unfinished(0);
        }
    }

    /// The status of one seed.
    public RunStatus of(long seed) {
        return each.getOrDefault(seed, new RunStatus.Unfinished(0));
    }

    /// Notes the status of one seed.
    public void put(long seed, RunStatus fate) {
        each.put(seed, fate);
    }

    /// The status of each seed, in the order of the series.
    public Stream<RunStatus> all() {
        return seeds.stream().map(this::of);
    }

    /// The seeds whose runs can go on.
    public List<Long> unfinished() {
        return seeds.stream().filter(seed -> of(seed) instanceof RunStatus.Unfinished).toList();
    }

    /// The number of seeds whose runs are finished.
    public long finished() {
        return all().filter(RunStatus.Finished.class::isInstance).count();
    }

    /// The steps of all seeds together.
    public long steps() {
        return all().mapToLong(RunStatus::step).sum();
    }

    /// The status of each seed under its number, in the order of the series.
    public SequencedMap<Long, RunStatus> bySeed() {
        SequencedMap<Long, RunStatus> map = new LinkedHashMap<>();
        seeds.forEach(seed -> map.put(seed, of(seed)));
        return map;
    }

    /// The content of `seeds.json`.
    public List<ObjectNode> rows() {
        List<ObjectNode> rows = new ArrayList<>();
        bySeed().forEach((seed, fate) -> rows.add(fate.row(seed)));
        return rows;
    }
}
