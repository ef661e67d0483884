package dev.simulacra.io;

import dev.simulacra.io.Safetensors.Entry;
import dev.simulacra.nn.Layer;
import dev.simulacra.tensor.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// A network as a file: its weights and statistics under their own names, and what is said beside them.
///
/// @param metadata texts by name
/// @param weights  the values of the network's parameters and statistics
/// @param more     further tensors, whose names are no parameter's
public record NetworkFile(
        Map<String, String> metadata, SequencedMap<String, Entry> weights, SequencedMap<String, Entry> more) {

    /// `network` with the values of `weight.apply(p)` in place of each parameter `p`, as those of its average. It
    /// shares the arrays, so write it before training on.
    public static NetworkFile of(
            Layer network,
            UnaryOperator<Parameter> weight,
            Map<String, String> metadata,
            SequencedMap<String, Entry> more) {
        SequencedMap<String, Entry> weights = NamedParameters.values(all(network));
        network.parameters().forEach(
                p -> weights.put(p.name(), new Entry(p.shape(), weight.apply(p).storage())));
        return new NetworkFile(metadata, weights, more);
    }

    /// Writes the file atomically: the weights in the network's order, then the further tensors.
    public void write(Path file) throws IOException {
        SequencedMap<String, Entry> tensors = new LinkedHashMap<>(weights);
        more.forEach((name, entry) -> {
            if (tensors.put(name, entry) != null) {
                throw new IllegalArgumentException("write " + file + ": two tensors are named " + name);
            }
        });
        new Safetensors(metadata, tensors).write(file);
    }

    /// The network in `content`, which was read from `file`; its tensors named `names` are not the network's.
    ///
    /// @throws MalformedFileException where one of `names` is missing
    public static NetworkFile of(Safetensors content, List<String> names, Path file) throws MalformedFileException {
        SequencedMap<String, Entry> weights = new LinkedHashMap<>(content.tensors());
        SequencedMap<String, Entry> more = new LinkedHashMap<>();
        for (String name : names) {
            Entry entry = weights.remove(name);
            if (entry == null) {
                throw new MalformedFileException(file, "the tensor " + name + " is missing");
            }
            more.put(name, entry);
        }
        return new NetworkFile(content.metadata(), weights, more);
    }

    /// The values of the further tensor `name`.
    ///
    /// @throws IllegalArgumentException where there is none
    public float[] tensor(String name) {
        Entry entry = more.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("network file: there is no further tensor " + name);
        }
        return entry.values();
    }

    /// Gives `network` these weights and statistics, which were read from `file`.
    ///
    /// @throws MalformedFileException where names or shapes differ; the network is then as it was
    public void assignTo(Layer network, Path file) throws MalformedFileException {
        NamedParameters.assign(weights, all(network), file);
    }

    private static List<Parameter> all(Layer network) {
        List<Parameter> all = new ArrayList<>(network.parameters());
        all.addAll(network.statistics());
        return all;
    }
}
