package dev.simulacra.cli.settings;

import dev.simulacra.cli.screen.ErrorMessage;
import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.experiments.Experiments;
import dev.simulacra.experiments.benchmark.Protocol;
import dev.simulacra.game.preset.GameSettings;
import dev.simulacra.game.preset.Presets;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.ExperimentCatalogue;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The experiments by name: those of this project, those of the caller, and those registered on the class path.
///
/// @param more the experiments of the caller
public record Catalogue(List<Experiment> more) {
    private static final int MOST_MISTYPED = 2;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Catalogue {
        more = List.copyOf(more);
    }

    /// Every experiment; the first is the default.
    ///
    /// @throws UsageException where two have one name, or one cannot be used by its name and settings
    public List<Experiment> all() {
        List<Experiment> all = Stream.of(Experiments.all(), more, registered()).flatMap(List::stream).toList();
        Map<String, Experiment> byName = new HashMap<>();
        for (Experiment experiment : all) {
            requireUsable(experiment);
            Experiment other = byName.put(experiment.name(), experiment);
            if (other != null) {
                throw new UsageException("experiments: " + type(other) + " and " + type(experiment)
                        + " are both called " + experiment.name() + "; every experiment needs a name of its own");
            }
        }
        return all;
    }

    private static List<Experiment> registered() {
        try {
            return ServiceLoader.load(ExperimentCatalogue.class).stream()
                    .flatMap(provider -> provider.get().experiments().stream())
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new UsageException("experiments: " + ErrorMessage.oneLine(String.valueOf(e.getMessage()))
                    + "; mend the jar that registers it, or take it from the class path");
        }
    }

    private static void requireUsable(Experiment experiment) {
        if (!NAME.matcher(experiment.name()).matches()) {
            throw new UsageException("experiments: " + type(experiment) + " is called '" + experiment.name()
                    + "'; small letters, digits and single hyphens are required");
        }
        if (!experiment.getClass().isRecord()) {
            throw new UsageException("experiments: " + experiment.name() + " is of the class " + type(experiment)
                    + "; a record is required, whose components are the settings");
        }
    }

    private static String type(Experiment experiment) {
        return experiment.getClass().getName();
    }

    Experiment standard() {
        return all().getFirst();
    }

    /// @throws UsageException that names the nearest and lists all, where there is no experiment of that name
    public Experiment named(String name) {
        List<Experiment> all = all();
        return all.stream().filter(experiment -> experiment.name().equals(name)).findFirst().orElseThrow(
                () -> unknown("experiment", name, all.stream().map(Experiment::name).toList()));
    }

    /// @throws UsageException that names the nearest and lists all, where there is no game of that name
    ///
    /// @param steps the length of the run
    static GameSettings game(String name, long steps) {
        Map<String, GameSettings> all = Presets.all(steps);
        GameSettings found = all.get(name);
        if (found == null) {
            throw unknown("game", name, all.keySet());
        }
        return found;
    }

    /// @throws UsageException that names the nearest and lists all, where there is no protocol of that name
    public static Protocol protocol(String name) {
        List<Protocol> all = Protocol.all();
        return all.stream().filter(protocol -> protocol.name().equals(name)).findFirst().orElseThrow(
                () -> unknown("protocol", name, all.stream().map(Protocol::name).toList()));
    }

    /// The answer to a `name` that is none of `names`: the nearest of them, where one is so near that it may be meant.
    public static UsageException unknown(String kind, String name, Collection<String> names) {
        String suggestion = nearest(name, names)
                .map(nearest -> "did you mean " + nearest + "? There are ")
                .orElse("there are ");
        return new UsageException("there is no " + kind + " " + ErrorMessage.oneLine(name) + "; " + suggestion
                + String.join(", ", names));
    }

    /// The name of `names` that `name` is probably a misspelling of; empty where there is none.
    static Optional<String> nearest(String name, Collection<String> names) {
        return names.stream()
                .filter(other -> isNear(name, other))
                .min(Comparator.comparingInt(other -> distance(name, other)));
    }

    /// Whether `name` is probably a misspelling of `other`: their edit distance is at most 2, and less than half of the
    /// longer one's length.
    private static boolean isNear(String name, String other) {
        int longer = Math.max(name.length(), other.length());
        if (longer - Math.min(name.length(), other.length()) > MOST_MISTYPED) {
            return false;
        }
        int distance = distance(name, other);
        return distance <= MOST_MISTYPED && 2 * distance < longer;
    }

    /// The Levenshtein distance: how many letters must be inserted, removed or replaced.
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
