package dev.simulacra.io;

import dev.simulacra.nn.Layer;
import dev.simulacra.tensor.Parameter;
import java.util.List;
import java.util.function.Function;

/// The description of layers as JSON, read; the inverse of [LayerWriter].
///
/// All methods throw `IllegalArgumentException` where the text is no such description.
final class LayerReader {
    private final Json json;
    private final Function<String, Parameter> parameters;
    private final LayerLimits limits = new LayerLimits();

    /// @param parameters the parameter of each name
    LayerReader(Json json, Function<String, Parameter> parameters) {
        this.json = json;
        this.parameters = parameters;
    }

    /// Reads a layer with all that are nested in it.
    Layer layer() {
        return limits.within(() -> json.record(() -> LayerKind.named(text("layer")).read().apply(this)));
    }

    /// Reads the name of a tensor, and gives the parameter of its values.
    Parameter parameter(String name) {
        return parameters.apply(text(name));
    }

    String text(String name) {
        json.name(name);
        return json.string();
    }

    double number(String name) {
        json.name(name);
        return json.number();
    }

    /// Reads a count, which must be within [Counts].
    int count(String name) {
        json.name(name);
        return Counts.within(name, json.whole());
    }

    Layer layer(String name) {
        json.name(name);
        return layer();
    }

    List<Layer> layers(String name) {
        json.name(name);
        return json.list(this::layer);
    }
}
