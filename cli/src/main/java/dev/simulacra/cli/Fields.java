package dev.simulacra.cli;

import dev.simulacra.experiments.Experiment;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The components of an experiment's record as names and texts. A component of a nested record has a dotted name,
/// `outer.inner`; its last part alone is enough where no other setting ends with it.
final class Fields {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Fields() {}

    /// Every setting of `record` with its present value, in the order of the record.
    static SequencedMap<String, String> of(Object record) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        collect("", json(record), settings);
        return settings;
    }

    private static void collect(String prefix, ObjectNode node, Map<String, String> settings) {
        node.properties().forEach(property -> {
            String name = prefix + property.getKey();
            if (property.getValue() instanceof ObjectNode inner) {
                collect(name + ".", inner, settings);
            } else {
                settings.put(name, property.getValue().isString()
                        ? property.getValue().stringValue()
                        : property.getValue().toString());
            }
        });
    }

    static ObjectNode json(Object record) {
        return JsonFiles.LINE.valueToTree(record);
    }

    /// `experiment` with `part` for its component `name`.
    ///
    /// @throws Refusal where it has no such component
    static Experiment with(Experiment experiment, String name, Object part) {
        ObjectNode tree = json(experiment);
        if (!(tree.get(name) instanceof ObjectNode)) {
            throw new UsageException("--" + name + ": " + experiment.name() + " is as its source has it, in no other "
                    + name);
        }
        tree.set(name, json(part));
        return record(experiment.name(), experiment.getClass(), tree);
    }

    static Experiment with(Experiment experiment, Map<String, String> changes) {
        return with(experiment.name(), experiment, experiment.getClass(), changes);
    }

    /// `record`, which is called `title`, with other settings, all changed at once.
    ///
    /// @throws Refusal where a name is unknown, a text is not of the setting's type, or the record refuses a value
    static <T> T with(String title, T record, Class<? extends T> type, Map<String, String> changes) {
        ObjectNode tree = json(record);
        Map<String, String> settings = of(record);
        Map<String, String> inFull = new LinkedHashMap<>();
        changes.forEach((name, text) -> inFull.put(inFull(title, settings, name), text));
        inFull.forEach((name, text) -> change(type, tree, name, text));
        return record(title, type, tree);
    }

    /// The whole name of the setting that `name` stands for.
    private static String inFull(String title, Map<String, String> settings, String name) {
        if (settings.containsKey(name)) {
            return name;
        }
        List<String> meant = settings.keySet().stream().filter(other -> other.endsWith("." + name)).toList();
        if (meant.isEmpty()) {
            throw unknown(title, settings, name);
        } else if (meant.size() > 1) {
            throw new UsageException("--set " + name + ": " + title + " has several settings of that name, "
                    + String.join(" and ", meant));
        }
        return meant.getFirst();
    }

    private static void change(Class<?> owner, ObjectNode tree, String name, String text) {
        Class<?> type = type(owner, name).orElseThrow();
        int dot = name.lastIndexOf('.');
        ObjectNode inner = dot < 0 ? tree : (ObjectNode) tree.at("/" + name.substring(0, dot).replace('.', '/'));
        inner.set(name.substring(dot + 1), value(name, text, type));
    }

    /// The type of the setting `name` of a record of type `owner`.
    private static Optional<Class<?>> type(Class<?> owner, String name) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        Optional<Class<?>> type = owner.isRecord()
                ? Arrays.stream(owner.getRecordComponents())
                        .filter(component -> component.getName().equals(first))
                        .<Class<?>>map(RecordComponent::getType)
                        .findFirst()
                : Optional.empty();
        return dot < 0
                ? type.filter(found -> !found.isRecord())
                : type.flatMap(found -> type(found, name.substring(dot + 1)));
    }

    private static UsageException unknown(String title, Map<String, String> settings, String name) {
        return new UsageException("--set " + name + ": " + title + " has no such setting; it has "
                + settings.entrySet().stream()
                        .map(setting -> inShort(settings, setting.getKey()) + "=" + setting.getValue())
                        .collect(Collectors.joining(", ")));
    }

    /// The shortest name that means the setting `name` alone.
    private static String inShort(Map<String, String> settings, String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        long meant = settings.keySet().stream().filter(other -> ("." + other).endsWith("." + last)).count();
        return meant == 1 ? last : name;
    }

    private static JsonNode value(String name, String text, Class<?> type) {
        try {
            if (type == int.class) {
                return NODES.numberNode(new BigDecimal(text.strip()).intValueExact());
            } else if (type == long.class) {
                return NODES.numberNode(new BigDecimal(text.strip()).longValueExact());
            } else if (type == double.class || type == float.class) {
                return NODES.numberNode(finite(new BigDecimal(text.strip()).doubleValue()));
            } else if (type == boolean.class) {
                return NODES.booleanNode(truth(text));
            } else if (type.isEnum()) {
                requireWord(name, text, type);
            }
            return NODES.stringNode(text);
        } catch (ArithmeticException | NumberFormatException _) {
            throw new UsageException("--set " + name + "=" + text + ": " + kind(type) + " is required");
        }
    }

    private static void requireWord(String name, String text, Class<?> type) {
        List<String> words = Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
        if (!words.contains(text)) {
            throw Catalogue.unknown(name.substring(name.lastIndexOf('.') + 1), text, words);
        }
    }

    private static double finite(double number) {
        if (Double.isInfinite(number)) {
            throw new NumberFormatException("no double is so large");
        }
        return number;
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NumberFormatException(text);
        };
    }

    private static String kind(Class<?> type) {
        if (type == boolean.class) {
            return "true or false";
        }
        return type == int.class || type == long.class ? "a whole number (" + type + ")" : "a number";
    }

    /// The experiment of the same type as `like` with the settings in `tree`.
    ///
    /// @throws Refusal where the tree has not exactly the record's settings, or the record refuses a value
    static Experiment experiment(Experiment like, ObjectNode tree) {
        Set<String> names = of(like).keySet();
        SequencedMap<String, String> found = new LinkedHashMap<>();
        collect("", tree, found);
        if (!found.keySet().equals(names)) {
            throw new UsageException("the settings of " + like.name() + " are " + String.join(", ", found.keySet())
                    + "; they must be " + String.join(", ", names));
        }
        return record(like.name(), like.getClass(), tree);
    }

    private static <T> T record(String title, Class<? extends T> type, JsonNode tree) {
        try {
            return JsonFiles.LINE.treeToValue(tree, type);
        } catch (JacksonException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof IllegalArgumentException || cause instanceof ArithmeticException) {
                    throw new UsageException(String.valueOf(cause.getMessage()));
                }
            }
            throw new UsageException("the settings of " + title + ": " + ErrorMessage.oneLine(e.getOriginalMessage()));
        }
    }
}
