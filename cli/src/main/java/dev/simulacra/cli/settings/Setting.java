package dev.simulacra.cli.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One setting of an experiment.
///
/// @param name    the name as `--set` takes it
/// @param value   the present value
/// @param kind    the values that are possible, in words; empty where that is not known
/// @param meaning one sentence; empty where there is none
public record Setting(String name, String value, String kind, String meaning) {
    /// Every setting of the record `settings`, in its order.
    public static List<Setting> of(Object settings) {
        Map<String, String> kinds = new HashMap<>();
        collect("", settings, kinds);
        Descriptions descriptions = Descriptions.ofSettings();
        return Fields.of(settings).entrySet().stream()
                .map(each -> new Setting(each.getKey(), each.getValue(), kinds.getOrDefault(each.getKey(), ""),
                        descriptions.of(each.getKey())))
                .toList();
    }

    private static void collect(String prefix, Object record, Map<String, String> kinds) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = prefix + component.getName();
            Object value = SettingTree.value(component, record);
            switch (value) {
                case List<?> elements -> elements.forEach(
                        each -> collect(name + "." + SettingTypes.word(each.getClass()) + ".", each, kinds));
                case Record inner -> {
                    kinds.put(name, String.join(" | ", SettingTypes.choices(component.getType()).keySet()));
                    collect(name + ".", inner, kinds);
                }
                default -> kinds.put(name, kind(component.getType()));
            }
        }
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(" | "));
        }
        return switch (type.getName()) {
            case "boolean" -> "true | false";
            case "int", "long" -> "whole number";
            case "float", "double" -> "number";
            default -> "text";
        };
    }
}
