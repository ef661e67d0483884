package dev.simulacra.cli.settings;

import dev.simulacra.cli.screen.UsageException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes of single settings in the tree of a record.
///
/// @param tree the settings, as [SettingTree] has them; it is changed in place
/// @param type the type of the record
/// @param like a record of that type, in which types are looked up that the program does not know
record SettingChange(ObjectNode tree, Class<?> type, Object like) {
    private static final String STEPS = "steps";
    private static final String NONE = "none";

    /// The position of a setting in the JSON of an experiment: the object that holds it, its name in that object, and
    /// its declared type.
    ///
    /// @param element whether it is an element of a list, which may be absent
    private record Place(ObjectNode holder, String name, Class<?> declared, boolean element) {
        JsonNode present() {
            return holder.path(name);
        }
    }

    /// The names that can be set: the present settings, each list element that could be added, and every object that a
    /// single text can stand for.
    List<String> possible(Collection<String> present) {
        List<String> names = new ArrayList<>(present);
        addPossible("", tree, type, names);
        return names.stream().distinct().toList();
    }

    private static void addPossible(String prefix, ObjectNode node, Class<?> type, List<String> names) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + component.getName();
            Class<?> declared = component.getType();
            if (declared == List.class) {
                SettingTypes.choices(element(component)).keySet().forEach(word -> names.add(name + "." + word));
            } else if (declared.isRecord()) {
                if (declared.getRecordComponents().length == 1 && number(declared).isPresent()) {
                    names.add(name);
                }
                addPossible(name + ".", (ObjectNode) node.get(component.getName()), declared, names);
            }
        }
    }

    /// Sets the setting of the whole name `name` to what `text` says.
    ///
    /// @throws UsageException where the text is not of the setting's type
    void set(String name, String text) {
        Place place = place(name);
        if (place.element()) {
            setElement(place, name, text);
        } else if (place.declared().isInterface()) {
            place.holder().set(place.name(), chosen(place, name, text));
        } else if (place.declared().isRecord()) {
            setNumber((ObjectNode) place.present(), place.declared(), name, text);
        } else {
            place.holder().set(place.name(), SettingText.value(name, text, place.declared()));
        }
    }

    private Place place(String name) {
        ObjectNode holder = tree;
        Class<?> owner = type;
        String[] parts = name.split("\\.", -1);
        for (int i = 0; ; i++) {
            String part = parts[i];
            RecordComponent component = Arrays.stream(owner.getRecordComponents())
                    .filter(each -> each.getName().equals(part)).findFirst().orElseThrow();
            boolean last = i == parts.length - 1;
            if (component.getType() == List.class) {
                ObjectNode elements = (ObjectNode) holder.get(part);
                String word = parts[++i];
                Class<?> element = SettingTypes.type(name, word, element(component), SettingTree.within(like));
                if (i == parts.length - 1) {
                    return new Place(elements, word, element, true);
                }
                if (!elements.has(word)) {
                    elements.set(word, SettingTree.of(
                            Objects.requireNonNull(SettingTypes.choices(element(component)).get(word))));
                }
                holder = (ObjectNode) elements.get(word);
                owner = element;
            } else if (last) {
                return new Place(holder, part, component.getType(), false);
            } else {
                holder = (ObjectNode) holder.get(part);
                owner = component.getType().isInterface()
                        ? SettingTypes.type(name, holder.get(SettingTree.TYPE).stringValue(), component.getType(),
                                SettingTree.within(like))
                        : component.getType();
            }
        }
    }

    private static Class<?> element(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    /// Adds, changes or removes an element of a list: `none` and 0 remove it, another number is its first component.
    private void setElement(Place place, String name, String text) {
        if (text.equals(NONE) || SettingText.isZero(text)) {
            place.holder().remove(place.name());
            return;
        }
        if (!place.holder().has(place.name())) {
            place.holder().set(place.name(),
                    SettingTree.of(SettingTypes.choices(place.declared()).lastEntry().getValue()));
        }
        setNumber((ObjectNode) place.present(), place.declared(), name, text);
    }

    /// Sets the first component of a record to a number.
    private void setNumber(ObjectNode node, Class<?> owner, String name, String text) {
        RecordComponent first = number(owner).orElseThrow(
                () -> new UsageException("--set " + name + "=" + text + ": name one of its components"));
        Place inner = new Place(node, first.getName(), first.getType(), false);
        node.set(first.getName(), first.getType().isInterface()
                ? chosen(inner, name, text)
                : SettingText.value(name, text, first.getType()));
    }

    /// The component that a number alone stands for: the first, where it is a number or a schedule.
    private static Optional<RecordComponent> number(Class<?> owner) {
        return Arrays.stream(owner.getRecordComponents()).findFirst()
                .filter(first -> first.getType() == double.class || !constant(first.getType()).isEmpty());
    }

    /// The tree of the type that `text` chooses for a setting declared as an interface. Components that the present
    /// type has too keep their values; a type that wraps another one of the same kind wraps the present one. A number
    /// stands for a constant, where there are such.
    private ObjectNode chosen(Place place, String name, String text) {
        Map<String, Object> choices = SettingTypes.choices(place.declared());
        if (!choices.containsKey(text)) {
            String word = constant(place.declared())
                    .orElseThrow(() -> Catalogue.unknown(last(name), text, choices.keySet()));
            ObjectNode constant = SettingTree.typed(Objects.requireNonNull(choices.get(word)));
            constant.set("value", SettingText.number(name, text, choices.keySet()));
            return constant;
        }
        Object choice = Objects.requireNonNull(choices.get(text));
        ObjectNode made = SettingTree.typed(choice);
        for (RecordComponent component : choice.getClass().getRecordComponents()) {
            keep(component, place, made);
        }
        return made;
    }

    private void keep(RecordComponent component, Place place, ObjectNode made) {
        String name = component.getName();
        JsonNode past = place.present();
        boolean wraps = component.getType().isInterface()
                && SettingTypes.choices(component.getType()).containsKey(past.path(SettingTree.TYPE).asString(""));
        if (wraps && SettingTypes.choices(place.declared()).keySet().containsAll(
                SettingTypes.choices(component.getType()).keySet())) {
            made.set(name, past);
        } else if (past.has(name)) {
            made.set(name, past.get(name));
        } else if (name.equals("from") && past.has("value")) {
            made.set(name, past.get("value"));
        } else if (name.equals("last") && tree.has(STEPS)) {
            made.set(name, tree.get(STEPS));
        }
    }

    private static Optional<String> constant(Class<?> declared) {
        return declared.isInterface() && SettingTypes.choices(declared).containsKey("constant")
                ? Optional.of("constant")
                : Optional.empty();
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
