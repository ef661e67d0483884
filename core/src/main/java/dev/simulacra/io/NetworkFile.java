package dev.simulacra.io;

import dev.simulacra.io.Safetensors.Entry;
import dev.simulacra.nn.Layer;
import dev.simulacra.tensor.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A network's weights and statistics as a file, under their own names, with texts in the metadata.
///
/// Its layers are not in the file: whoever reads it must have a network of the same layers. A file that describes its
/// layers is that of a [TrainedGenerator].
///
/// @param metadata texts by name
/// @param weights  the values of the network's parameters and statistics
public record NetworkFile(Map<String, String> metadata, SequencedMap<String, Entry> weights) {

    /// `network` with the values of `weight.apply(p)` in place of each parameter `p`, as those of its average. It
    /// shares the arrays, so write it before training on.
    public static NetworkFile of(Layer network, UnaryOperator<Parameter> weight, Map<String, String> metadata) {
        SequencedMap<String, Entry> weights = NamedParameters.values(all(network));
        network.parameters().forEach(
                p -> weights.put(p.name(), new Entry(p.shape(), weight.apply(p).storage())));
        return new NetworkFile(metadata, weights);
    }

    /// Writes the file atomically, the weights in the network's order, with a checksum beside the metadata.
    public void write(Path file) throws IOException {
        new Safetensors(metadata, weights).withChecksum().write(file);
    }

    /// The network in `file`.
    ///
    /// @throws MalformedFileException where the file is damaged or holds no such content, or a value is not finite
    public static NetworkFile read(Path file) throws IOException {
        Safetensors content = Safetensors.read(file).verified(file);
        return new NetworkFile(content.metadata(), content.tensors());
    }

    /// Gives `network` these weights and statistics, which were read from `file`.
    ///
    /// @throws MalformedFileException where names or shapes differ; the network is then as it was
    public void assignTo(Layer network, Path file) throws MalformedFileException {
        NamedParameters.assign(weights, all(network), file);
    }

    /// The parameters and statistics of `network`, each once.
    static List<Parameter> all(Layer network) {
        return Stream.concat(network.parameters().stream(), network.statistics().stream()).distinct().toList();
    }
}
