package dev.simulacra.io;

import dev.simulacra.game.Training;
import dev.simulacra.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The header of a checkpoint file, which holds everything that a training needs to go on: its state after a step, and
/// which run it is of.
///
/// ```text
/// metadata   step, seed, each entry of the experiment as experiment.NAME, and the checksum of all else
/// tensors    training.state(), each under its own name
/// ```
///
/// The same training at the same step gives the same bytes. The values are read by [#restore] alone, once their shapes
/// are known to be those of the training: a file that claims more costs no memory.
///
/// @param file       where the checkpoint lies
/// @param step       the number of steps completed
/// @param seed       the seed of the run
/// @param experiment what the run is a run of, in words that two runs can be compared by
/// @param tensors    the shapes of the values, by name
public record Checkpoint(Path file, long step, long seed, Map<String, String> experiment, Map<String, Shape> tensors) {
    private static final String PREFIX = "experiment.";
    private static final int LARGEST_HEADER = 1 << 24;

    public Checkpoint {
        experiment = Map.copyOf(experiment);
        tensors = Map.copyOf(tensors);
    }

    /// Writes the state of `training` as it is now, in place of the checkpoint before, atomically.
    public static void write(Path file, Training training, long seed, Map<String, String> experiment)
            throws IOException {
        Map<String, String> metadata = new TreeMap<>();
        experiment.forEach((name, value) -> metadata.put(PREFIX + name, value));
        metadata.put("step", Long.toString(training.completed()));
        metadata.put("seed", Long.toString(seed));
        new Safetensors(metadata, NamedParameters.values(training.state())).withChecksum().write(file);
    }

    /// The header of the checkpoint in `file`.
    ///
    /// @throws MalformedFileException where it is none
    public static Checkpoint read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new MalformedFileException(file, "this is no regular file, which a checkpoint is");
        }
        try {
            return of(file, header(file));
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file, String.valueOf(e.getMessage()));
        } catch (CharacterCodingException _) {
            throw new MalformedFileException(file, "its header must be text in UTF-8");
        } catch (MalformedFileException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("read " + file + ": " + AtomicFile.cause(e), e);
        }
    }

    private static Checkpoint of(Path file, SafetensorsHeader header) throws IOException {
        Map<String, String> experiment = new TreeMap<>();
        header.metadata().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                experiment.put(name.substring(PREFIX.length()), value);
            }
        });
        long step = number("step", header.metadata(), file);
        if (step < 0) {
            throw new MalformedFileException(file, "its step is " + step + "; it must be at least 0");
        }
        Map<String, Shape> tensors = new TreeMap<>();
        header.slots().forEach((name, slot) -> tensors.put(name, slot.shape()));
        return new Checkpoint(file, step, number("seed", header.metadata(), file), experiment, tensors);
    }

    private static SafetensorsHeader header(Path file) throws IOException {
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] prefix = in.readNBytes(Long.BYTES);
            long length = prefix.length < Long.BYTES
                    ? -1 : ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (length < 0 || length > Math.min(size - Long.BYTES, LARGEST_HEADER)) {
                throw new IllegalArgumentException("a file of " + size + " bytes does not begin with the length of a "
                        + "header; a checkpoint does, of at most " + LARGEST_HEADER + " bytes");
            }
            byte[] text = in.readNBytes((int) length);
            SafetensorsHeader header = SafetensorsHeader.parse(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString());
            header.filling(size - Long.BYTES - length);
            return header;
        }
    }

    private static long number(String name, Map<String, String> metadata, Path file) throws MalformedFileException {
        String text = metadata.getOrDefault(name, "");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new MalformedFileException(file, "its metadata have \"" + text + "\" as " + name
                    + "; a checkpoint has a whole number there");
        }
    }

    /// Requires that the file has the checksum that was written with it. Whoever finds something else in it than
    /// expected asks this first: a damaged name is not the name of another run.
    ///
    /// @throws MalformedFileException where the content is damaged, or a value is not finite
    public void requireUndamaged() throws IOException {
        Safetensors.read(file).verified(file);
    }

    /// Puts `training` where this checkpoint was made.
    ///
    /// @throws MalformedFileException where names or shapes differ, the content is damaged, or a value is not finite;
    ///     the training is then as it was
    public void restore(Training training) throws IOException {
        NamedParameters.requireShapes(tensors, training.state(), file);
        Safetensors content = Safetensors.read(file).verified(file);
        NamedParameters.assign(content.tensors(), training.state(), file);
        training.continueFrom(step);
    }
}
