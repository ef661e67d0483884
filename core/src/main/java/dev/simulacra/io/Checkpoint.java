package dev.simulacra.io;

import dev.simulacra.game.Training;
import dev.simulacra.io.Safetensors.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Everything that a training needs to go on: its state after a step, and which run it is.
///
/// ```text
/// metadata   step, seed, and each entry of the experiment as experiment.NAME
/// tensors    training.state(), each under its own name
/// ```
///
/// The same training at the same step gives the same bytes.
///
/// @param step       the number of steps completed
/// @param seed       the seed of the run
/// @param experiment what the run is a run of, in words that two runs can be compared by
/// @param state      the values of the training's state
public record Checkpoint(long step, long seed, Map<String, String> experiment, SequencedMap<String, Entry> state) {
    private static final String PREFIX = "experiment.";

    public Checkpoint {
        experiment = Map.copyOf(experiment);
    }

    /// The checkpoint of `training` as it is now. It shares the arrays of the training, so write it before training on.
    public static Checkpoint of(Training training, long seed, Map<String, String> experiment) {
        return new Checkpoint(training.completed(), seed, experiment, NamedParameters.values(training.state()));
    }

    /// Writes the checkpoint in place of the one before, atomically.
    public void write(Path file) throws IOException {
        Map<String, String> metadata = new TreeMap<>();
        experiment.forEach((name, value) -> metadata.put(PREFIX + name, value));
        metadata.put("step", Long.toString(step));
        metadata.put("seed", Long.toString(seed));
        new Safetensors(metadata, state).write(file);
    }

    /// The checkpoint in `file`.
    ///
    /// @throws MalformedFileException where it is none
    public static Checkpoint read(Path file) throws IOException {
        Safetensors content = Safetensors.read(file);
        Map<String, String> experiment = new TreeMap<>();
        content.metadata().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                experiment.put(name.substring(PREFIX.length()), value);
            }
        });
        long step = number("step", content, file);
        if (step < 0) {
            throw new MalformedFileException(file, "its step is " + step + "; it must be at least 0");
        }
        return new Checkpoint(step, number("seed", content, file), experiment, content.tensors());
    }

    private static long number(String name, Safetensors content, Path file) throws MalformedFileException {
        String text = content.metadata().getOrDefault(name, "");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new MalformedFileException(file, "its metadata have \"" + text + "\" as " + name
                    + "; a checkpoint has a whole number there");
        }
    }

    /// Puts `training` where this checkpoint, which was read from `file`, was made.
    ///
    /// @throws MalformedFileException where names or shapes differ; the training is then as it was
    public void restore(Training training, Path file) throws MalformedFileException {
        NamedParameters.assign(state, training.state(), file);
        training.continueFrom(step);
    }
}
