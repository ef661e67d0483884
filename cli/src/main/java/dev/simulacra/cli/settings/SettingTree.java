package dev.simulacra.cli.settings;

import dev.simulacra.cli.screen.ErrorMessage;
import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.runs.folder.JsonFiles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A record of settings as a JSON tree, and back.
///
/// A nested record is an object of its components. A component declared as an interface says its type by the member
/// `type`, a word of [SettingTypes]. A list is an object whose members are named by the types of its elements.
final class SettingTree {
    /// The member that says the type of a component which is declared as an interface.
    static final String TYPE = "type";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SettingTree() {}

    /// The tree of `record`.
    static ObjectNode of(Object record) {
        ObjectNode tree = NODES.objectNode();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            tree.set(component.getName(), node(value(component, record), component.getType()));
        }
        return tree;
    }

    private static JsonNode node(Object value, Class<?> declared) {
        return switch (value) {
            case List<?> elements -> {
                ObjectNode all = NODES.objectNode();
                elements.forEach(each -> all.set(SettingTypes.word(each.getClass()), of(each)));
                yield all;
            }
            case Record record when declared.isInterface() -> typed(record);
            case Record record -> of(record);
            case Enum<?> word -> NODES.stringNode(word.toString());
            default -> JsonFiles.LINE.valueToTree(value);
        };
    }

    /// The tree of `record` with its type.
    static ObjectNode typed(Object record) {
        ObjectNode tree = NODES.objectNode().put(TYPE, SettingTypes.word(record.getClass()));
        tree.setAll(of(record));
        return tree;
    }

    /// The record of type `type` with the settings of `tree`.
    ///
    /// @param title what the settings are called in a refusal
    /// @param like  a record of the same type, in which types are looked up that the program does not know
    /// @throws UsageException where the tree has other members than the record, or the record refuses a value
    static <T> T record(String title, ObjectNode tree, Class<? extends T> type, Object like) {
        return type.cast(read(title, tree, type, within(like)));
    }

    private static Object read(String path, ObjectNode tree, Class<?> type, Collection<?> present) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
        List<String> found = tree.propertyStream().map(Map.Entry::getKey).filter(name -> !name.equals(TYPE)).toList();
        if (!Set.copyOf(found).equals(Set.copyOf(names))) {
            throw new UsageException("the settings of " + path + " are " + String.join(", ", found)
                    + "; they must be " + String.join(", ", names));
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String name = components[i].getName();
            values[i] = value(path + ": " + name, tree.get(name), components[i].getType(),
                    components[i].getGenericType(),
                    present);
        }
        return construct(path, type, values);
    }

    private static Object value(String path, JsonNode node, Class<?> declared, Type generic, Collection<?> present) {
        if (declared == List.class && node instanceof ObjectNode elements) {
            Class<?> element = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
            List<Object> all = new ArrayList<>();
            elements.properties().forEach(each -> all.add(read(path, (ObjectNode) each.getValue(),
                    SettingTypes.type(path, each.getKey(), element, present), present)));
            return all;
        }
        if (declared.isInterface() && node instanceof ObjectNode typed) {
            String word = typed.path(TYPE).asString("");
            return read(path, typed, SettingTypes.type(path, word, declared, present), present);
        }
        if (declared.isRecord() && node instanceof ObjectNode inner) {
            return read(path, inner, declared, present);
        }
        try {
            return JsonFiles.LINE.treeToValue(node, declared);
        } catch (JacksonException e) {
            throw new UsageException("the settings of " + path + ": " + ErrorMessage.oneLine(e.getOriginalMessage()));
        }
    }

    private static Object construct(String path, Class<?> type, Object... values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException || e.getCause() instanceof ArithmeticException) {
                throw new UsageException(String.valueOf(e.getCause().getMessage()));
            }
            throw new IllegalStateException(path + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(path + ": " + type.getName() + " cannot be made from its components", e);
        }
    }

    /// Every record within `record`, itself included.
    static List<Object> within(Object record) {
        List<Object> all = new ArrayList<>(List.of(record));
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            switch (value(component, record)) {
                case Record inner -> all.addAll(within(inner));
                case List<?> elements -> elements.stream().filter(Record.class::isInstance)
                        .forEach(each -> all.addAll(within(each)));
                default -> {
                    // A leaf has no type to look up.
                }
            }
        }
        return all;
    }

    /// The value of a component of `record`.
    static Object value(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record.getClass().getName() + "." + component.getName(), e);
        }
    }
}
