package dev.simulacra.cli;

import dev.simulacra.experiments.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The words that choose an experiment and change its settings.
final class Chosen {
    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT",
            description = "One of ./simulacra experiments; without a name the first of them.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--steps", paramLabel = "N", description = "The run's length, and the horizon of its schedules.")
    private Optional<Long> steps = Optional.empty();

    @Option(names = "--set", paramLabel = "name=value", description = "Changes a setting of the experiment.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--game", paramLabel = "GAME",
            description = "How the game is played: one of ./simulacra games. --set changes settings of it.")
    private Optional<String> game = Optional.empty();

    @Option(names = "--csv", paramLabel = "FILE",
            description = "Learns the numeric columns of this file: the experiment points.")
    private Optional<Path> csv = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR",
            description = "The folder with the data set; SIMULACRA_DATA stands for it.")
    private Optional<Path> data = Optional.empty();

    /// The experiment with the settings that the words ask for.
    ///
    /// @throws Refusal where there is no such experiment or setting
    Experiment experiment() {
        Experiment named = csv.isPresent() ? forCsv() : name.map(Catalogue::named).orElseGet(Catalogue::standard);
        Experiment standard = game.map(word -> Fields.with(named, "game", Catalogue.game(word))).orElse(named);
        Map<String, String> known = Fields.of(standard);
        Map<String, String> changes = new LinkedHashMap<>();
        settings.forEach(setting -> {
            int equals = setting.indexOf('=');
            require(equals > 0, "--set " + setting + ": name=value is required");
            changes.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
        });
        steps.ifPresent(length -> changes.put("steps", Long.toString(length)));
        csv.ifPresent(file -> changes.put("csv", absolute(file)));
        if (data.isPresent()) {
            require(known.containsKey("data"), "--data " + data.get() + ": " + standard.name() + " reads no data set");
            changes.put("data", absolute(data.get()));
        } else if (known.containsKey("data") && !changes.containsKey("data")) {
            Optional.ofNullable(System.getenv("SIMULACRA_DATA"))
                    .ifPresent(folder -> changes.put("data", absolute(Path.of(folder))));
        }
        return Fields.with(standard, changes);
    }

    private Experiment forCsv() {
        String experiment = name.orElse("points");
        require(experiment.equals("points"), "--csv " + csv.map(Path::toString).orElse("") + ": " + experiment
                + " reads no CSV file; leave its name out, and the experiment is points");
        return Catalogue.named(experiment);
    }

    /// The name under which the file is found from any working directory: the run may be resumed from another.
    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new Refusal(problem);
        }
    }
}
