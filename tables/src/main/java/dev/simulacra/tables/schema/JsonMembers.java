package dev.simulacra.tables.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The members of a JSON object, each of which is asked for once by its name and type.
final class JsonMembers {
    private String place;
    private final JsonNode object;
    private final Set<String> asked = new HashSet<>();

    /// @param place what errors call the object
    /// @throws IllegalArgumentException where `object` is none
    JsonMembers(String place, JsonNode object) {
        this.place = place;
        this.object = object;
        Requirement.holds(object.isObject(), place, "it is no JSON object; an object {…} is required");
    }

    /// Adds `name` to what errors call the object.
    void call(String name) {
        place += " (" + name + ")";
    }

    private boolean has(String name) {
        asked.add(name);
        return object.has(name);
    }

    private JsonNode node(String name, boolean isRightType, String type) {
        Requirement.holds(object.has(name), place, "the member " + name + " is missing; " + type + " is required");
        Requirement.holds(isRightType, place, "the member " + name + " is `" + object.path(name) + "`; " + type
                + " is required");
        return object.path(name);
    }

    String text(String name) {
        asked.add(name);
        return node(name, object.path(name).isString(), "a text").stringValue();
    }

    String text(String name, String usual) {
        return has(name) ? text(name) : usual;
    }

    long number(String name) {
        asked.add(name);
        return node(name, object.path(name).canConvertToLong() && object.path(name).isIntegralNumber(),
                "a whole number").longValue();
    }

    long number(String name, long usual) {
        return has(name) ? number(name) : usual;
    }

    /// A whole number that is an `int`; one that is larger becomes the largest, which no range has.
    int size(String name) {
        return Math.clamp(number(name), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    int size(String name, int usual) {
        return has(name) ? size(name) : usual;
    }

    List<JsonNode> list(String name) {
        asked.add(name);
        List<JsonNode> items = new ArrayList<>();
        node(name, object.path(name).isArray(), "an array").forEach(items::add);
        return items;
    }

    List<String> texts(String name) {
        List<JsonNode> items = list(name);
        Requirement.holds(items.stream().allMatch(JsonNode::isString), place,
                "the member " + name + " has an item that is no text; an array of texts is required");
        return items.stream().map(JsonNode::stringValue).toList();
    }

    List<String> texts(String name, List<String> usual) {
        return has(name) ? texts(name) : usual;
    }

    /// @throws IllegalArgumentException where there is a member that was not asked for
    void requireNoOthers() {
        for (String name : object.propertyNames()) {
            Requirement.holds(asked.contains(name), place, "the member " + name + " is unknown; known are "
                    + String.join(", ", asked.stream().sorted().toList()));
        }
    }
}
