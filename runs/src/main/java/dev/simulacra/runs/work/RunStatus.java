package dev.simulacra.runs.work;

import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The status of the run of one seed.
public sealed interface RunStatus {
    /// The number of steps that are done.
    long step();

    /// It has not begun, is under work or was stopped.
    record Unfinished(long step) implements RunStatus {}

    /// All is done and written.
    ///
    /// @param summary the content of its `summary.json`
    record Finished(ObjectNode summary) implements RunStatus {
        @Override
        public long step() {
            return summary.path("steps").asLong();
        }
    }

    /// The run diverged: a value after `step` is not finite.
    record Diverged(long step, String problem) implements RunStatus {}

    /// Something else than its training went wrong.
    record Failed(long step, String problem) implements RunStatus {}

    /// The status in one word.
    default String state() {
        return switch (this) {
            case Unfinished _ -> "unfinished";
            case Finished _ -> "finished";
            case Diverged _ -> "diverged";
            case Failed _ -> "failed";
        };
    }

    /// Why the run cannot go on, if it cannot.
    default Optional<String> trouble() {
        return switch (this) {
            case Unfinished _, Finished _ -> Optional.empty();
            case Diverged(long _, String problem) -> Optional.of(problem);
            case Failed(long _, String problem) -> Optional.of(problem);
        };
    }

    /// The row of `seeds.json`: the seed, the state and the step, then the results or the problem.
    default ObjectNode row(long seed) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("seed", seed).put("state", state()).put("step", step());
        trouble().ifPresent(problem -> row.put("problem", problem));
        if (this instanceof Finished(ObjectNode summary)) {
            row.setAll(summary);
        }
        return row;
    }
}
