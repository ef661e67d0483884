package dev.simulacra.io;

import dev.simulacra.nn.Layer;
import dev.simulacra.tensor.Parameter;
import java.util.List;

/// The description of layers as JSON, written; [LayerReader] is its inverse.
final class LayerWriter {
    private final JsonWriter json;
    private final LayerLimits limits = new LayerLimits();

    LayerWriter(JsonWriter json) {
        this.json = json;
    }

    /// Writes `layer` as a record: the name of its kind, then its members.
    ///
    /// @throws IllegalArgumentException where it is of no kind that a model file can describe
    LayerWriter layer(Layer layer) {
        LayerKind<?> kind = LayerKind.of(layer).orElseThrow(() -> new IllegalArgumentException("model file: a layer is "
                + layer.getClass().getName() + ", which a file cannot describe; it can describe "
                + LayerKind.names()));
        limits.within(() -> json.record(() -> {
            json.name("layer").string(kind.name());
            kind.writeMembers(layer, this);
        }));
        return this;
    }

    /// Writes the name of the tensor that holds the values of `parameter`.
    LayerWriter parameter(String name, Parameter parameter) {
        return text(name, parameter.name());
    }

    LayerWriter text(String name, String text) {
        json.name(name).string(text);
        return this;
    }

    LayerWriter number(String name, double number) {
        json.name(name).number(number);
        return this;
    }

    /// Writes a count, which must be within [Counts].
    LayerWriter count(String name, int count) {
        json.name(name).whole(Counts.within(name, count));
        return this;
    }

    LayerWriter layer(String name, Layer layer) {
        json.name(name);
        return layer(layer);
    }

    LayerWriter layers(String name, List<Layer> layers) {
        json.name(name).list(layers, this::layer);
        return this;
    }
}
