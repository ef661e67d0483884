package dev.simulacra.cli.settings;

import dev.simulacra.cli.screen.UsageException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Texts from the command line as values of settings.
final class SettingText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SettingText() {}

    /// The value that `text` says for the setting `name` of type `type`.
    ///
    /// @throws UsageException where it is not of that type
    static JsonNode value(String name, String text, Class<?> type) {
        try {
            if (type == int.class) {
                return NODES.numberNode(new BigDecimal(text.strip()).intValueExact());
            } else if (type == long.class) {
                return NODES.numberNode(new BigDecimal(text.strip()).longValueExact());
            } else if (type == double.class || type == float.class) {
                return NODES.numberNode(finite(text));
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

    /// The number that `text` says where one of `words` could be said as well.
    ///
    /// @throws UsageException where it is neither
    static JsonNode number(String name, String text, Collection<String> words) {
        try {
            return NODES.numberNode(finite(text));
        } catch (NumberFormatException _) {
            throw new UsageException("--set " + name + "=" + text + ": a number is required, or one of "
                    + String.join(", ", words));
        }
    }

    /// Whether `text` is a number equal to zero in any notation, such as `0`, `-0.0` or `0e5`.
    static boolean isZero(String text) {
        try {
            return new BigDecimal(text.strip()).signum() == 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static void requireWord(String name, String text, Class<?> type) {
        List<String> words = Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList();
        if (!words.contains(text)) {
            throw Catalogue.unknown(name.substring(name.lastIndexOf('.') + 1), text, words);
        }
    }

    private static double finite(String text) {
        double number = new BigDecimal(text.strip()).doubleValue();
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
}
