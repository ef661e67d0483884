package dev.simulacra.cli.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;

/// One sentence for each of some names, in the order of their file. A line of the file is `name: sentence`.
///
/// @param sentences the sentence by name
public record Descriptions(SequencedMap<String, String> sentences) {
    /// The settings of experiments.
    static Descriptions ofSettings() {
        return read("settings.txt");
    }

    /// The named games.
    public static Descriptions ofGames() {
        return read("games.txt");
    }

    public static Descriptions ofObjectives() {
        return read("objectives.txt");
    }

    /// The settings of a game that stabilize it.
    public static Descriptions ofStabilizers() {
        return read("stabilizers.txt");
    }

    /// The sentence for `name`, which may be dotted: then that for as many of its last parts as there is one for. It is
    /// empty where there is none, as for a setting of somebody else's experiment.
    public String of(String name) {
        for (String last = name; ; last = last.substring(last.indexOf('.') + 1)) {
            String sentence = sentences.get(last);
            if (sentence != null) {
                return sentence;
            }
            if (last.indexOf('.') < 0) {
                return "";
            }
        }
    }

    private static Descriptions read(String file) {
        SequencedMap<String, String> sentences = new LinkedHashMap<>();
        try (InputStream content = Objects.requireNonNull(Descriptions.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(content, UTF_8))) {
            lines.lines().map(line -> line.split(": ", 2)).forEach(parts -> sentences.put(parts[0], parts[1]));
            return new Descriptions(sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
