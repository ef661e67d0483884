package dev.simulacra.cli.settings;

import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.runs.Experiment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The components of an experiment's record as names and texts.
///
/// A component of a nested record has a dotted name, `outer.inner`; some of its parts are enough, the last among
/// them, where they mean no other setting. The name of a component that is declared as an interface stands for its
/// type, as `game.order`. `both.` stands for `generator.` and `discriminator.` alike.
public final class Fields {
    private static final String BOTH = "both.";
    private static final List<String> PLAYERS = List.of("generator.", "discriminator.");

    private Fields() {}

    /// Every setting of `record` with its present value, in the order of the record.
    public static SequencedMap<String, String> of(Object record) {
        return texts(json(record));
    }

    private static SequencedMap<String, String> texts(ObjectNode tree) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        collect("", tree, settings);
        return settings;
    }

    private static void collect(String prefix, ObjectNode node, Map<String, String> settings) {
        node.properties().forEach(property -> {
            String name = prefix + property.getKey();
            JsonNode value = property.getValue();
            if (value instanceof ObjectNode inner) {
                if (inner.has(SettingTree.TYPE)) {
                    settings.put(name, inner.get(SettingTree.TYPE).stringValue());
                }
                collect(name + ".", inner, settings);
            } else if (!property.getKey().equals(SettingTree.TYPE)) {
                settings.put(name, value.isString() ? value.stringValue() : value.toString());
            }
        });
    }

    public static ObjectNode json(Object record) {
        return SettingTree.of(record);
    }

    /// `experiment` with `part` for its component `name`.
    ///
    /// @throws UsageException where it has no such component
    public static Experiment with(Experiment experiment, String name, Object part) {
        ObjectNode tree = json(experiment);
        if (!(tree.get(name) instanceof ObjectNode)) {
            throw new UsageException("--" + name + ": " + experiment.name() + " is as its source has it, in no other "
                    + name);
        }
        tree.set(name, json(part));
        return SettingTree.record(experiment.name(), tree, experiment.getClass(), new Both(experiment, part));
    }

    /// An experiment and the part that is put into it: types are looked up in both.
    private record Both(Object experiment, Object part) {}

    /// `experiment` with the schedules of its game for a run of `steps` steps; its own `steps` stay.
    static Experiment stretched(Experiment experiment, long steps) {
        return SettingTree.within(experiment).stream()
                .filter(GameSettings.class::isInstance)
                .map(GameSettings.class::cast)
                .findFirst()
                .map(game -> with(experiment, "game", game.stretched(experiment.steps(), steps)))
                .orElse(experiment);
    }

    public static Experiment with(Experiment experiment, Map<String, String> changes) {
        return with(experiment.name(), experiment, experiment.getClass(), changes);
    }

    /// `record`, which is called `title`, with other settings. They are changed in their order, so that a type can be
    /// chosen first and its components afterwards; the record is made once, of all of them.
    ///
    /// @throws UsageException where a name is unknown, a text is not of the setting's type, or the record refuses a
    ///     value
    public static <T> T with(String title, T record, Class<? extends T> type, Map<String, String> changes) {
        ObjectNode tree = json(record);
        SettingChange change = new SettingChange(tree, type, record);
        changes.forEach((name, text) -> players(name).forEach(each -> change.set(inFull(title, change, each), text)));
        return SettingTree.record(title, tree, type, record);
    }

    private static List<String> players(String name) {
        int at = name.startsWith(BOTH) ? 0 : name.indexOf("." + BOTH) + 1;
        boolean named = at > 0 || name.startsWith(BOTH);
        return named
                ? PLAYERS.stream().map(player -> name.substring(0, at) + player + name.substring(at + BOTH.length()))
                        .toList()
                : List.of(name);
    }

    /// The whole name of the setting that `name` stands for.
    private static String inFull(String title, SettingChange change, String name) {
        SequencedMap<String, String> settings = texts(change.tree());
        List<String> possible = change.possible(settings.keySet());
        if (possible.contains(name)) {
            return name;
        }
        List<String> meant = possible.stream().filter(other -> other.endsWith("." + name)).toList();
        if (meant.isEmpty()) {
            meant = possible.stream().filter(other -> leavesOut(name, other)).toList();
        }
        if (meant.isEmpty()) {
            throw unknown(title, settings, name);
        } else if (meant.size() > 1) {
            throw new UsageException("--set " + name + ": " + title + " has several settings of that name, "
                    + String.join(" and ", meant));
        }
        return meant.getFirst();
    }

    /// Whether the dotted `name` is the dotted `whole` without some of its parts; the last part must remain.
    private static boolean leavesOut(String name, String whole) {
        List<String> all = List.of(whole.split("\\.", -1));
        int at = all.size();
        for (String part : List.of(name.split("\\.", -1)).reversed()) {
            at = all.subList(0, at).lastIndexOf(part);
            if (at < 0) {
                return false;
            }
        }
        return whole.endsWith(name.substring(name.lastIndexOf('.') + 1));
    }

    private static UsageException unknown(String title, Map<String, String> settings, String name) {
        String suggestion = Catalogue.nearest(name, settings.keySet().stream()
                        .flatMap(setting -> Stream.of(setting, inShort(settings, setting)))
                        .toList())
                .map(nearest -> "did you mean " + nearest + "? It has ")
                .orElse("it has ");
        return new UsageException("--set " + name + ": " + title + " has no such setting; " + suggestion
                + settings.entrySet().stream()
                        .map(setting -> inShort(settings, setting.getKey()) + "=" + setting.getValue())
                        .collect(Collectors.joining(", ")));
    }

    /// The shortest name that means the setting `name` alone.
    public static String inShort(Map<String, String> settings, String name) {
        for (int dot = name.lastIndexOf('.'); dot >= 0; dot = name.lastIndexOf('.', dot - 1)) {
            String last = name.substring(dot + 1);
            long meant = settings.keySet().stream().filter(other -> ("." + other).endsWith("." + last)).count();
            if (meant == 1) {
                return last;
            }
        }
        return name;
    }

    /// The experiment of the same type as `like` with the settings in `tree`.
    ///
    /// @throws UsageException where the tree has not exactly the record's settings, or the record refuses a value
    public static Experiment experiment(Experiment like, ObjectNode tree) {
        return SettingTree.record(like.name(), tree, like.getClass(), like);
    }
}
