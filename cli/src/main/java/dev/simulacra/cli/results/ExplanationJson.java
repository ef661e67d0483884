package dev.simulacra.cli.results;

import dev.simulacra.program.Explanation;
import dev.simulacra.program.Explanation.Kernel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The kernels of one training step as JSON.
public final class ExplanationJson {
    private ExplanationJson() {}

    /// @param updates what each update of a step runs, by its name
    public static ObjectNode of(String experiment, Map<String, Explanation> updates) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("experiment", experiment);
        updates.forEach((name, update) -> add(name, update, json.withArray("/updates").addObject()));
        return json;
    }

    private static void add(String name, Explanation update, ObjectNode json) {
        json.put("name", name);
        json.put("multiplyAdds", update.multiplyAdds()).put("bytes", update.bytes());
        json.put("unfusedBytes", update.unfusedBytes()).put("plannedBytes", update.plannedBytes());
        for (List<Kernel> section : update.sections()) {
            ArrayNode kernels = json.withArray("/sections").addArray();
            section.forEach(kernel -> kernels.addObject()
                    .put("kernel", kernel.kind().name().toLowerCase(Locale.ROOT))
                    .put("result", kernel.result())
                    .put("operations", kernel.operations())
                    .put("multiplyAdds", kernel.multiplyAdds())
                    .put("bytes", kernel.bytes())
                    .put("text", kernel.text()));
        }
    }
}
