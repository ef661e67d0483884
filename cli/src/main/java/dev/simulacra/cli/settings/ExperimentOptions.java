package dev.simulacra.cli.settings;

import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.runs.Experiment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The words that choose an experiment and change its settings.
public final class ExperimentOptions {
    private final Catalogue catalogue;

    @Parameters(arity = "0..1", paramLabel = "EXPERIMENT",
            description = "The experiment, one of ./simulacra experiments. If not given: points with --csv, else"
                    + " gaussian-2d.")
    private Optional<String> name = Optional.empty();

    @Mixin
    private SettingOverrides changed = new SettingOverrides();

    @Option(names = "--csv", paramLabel = "FILE",
            description = "The CSV file whose numeric columns are learned, by the experiment points or drawn.")
    private Optional<Path> csv = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR",
            description = "The folder with the data set; the environment variable SIMULACRA_DATA if not given.")
    private Optional<Path> data = Optional.empty();

    public ExperimentOptions(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The experiment with the settings that the words ask for.
    ///
    /// @throws UsageException where there is no such experiment or setting
    public Experiment experiment() {
        Experiment named = csv.isPresent() ? forCsv() : name.map(catalogue::named).orElseGet(catalogue::standard);
        Experiment standard = changed.played(named);
        Map<String, String> known = Fields.of(standard);
        Map<String, String> changes = changed.settings();
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
        Experiment named = catalogue.named(experiment);
        require(Fields.of(named).containsKey("csv"), "--csv " + csv.map(Path::toString).orElse("") + ": " + experiment
                + " reads no CSV file; leave its name out, and the experiment is points");
        return named;
    }

    /// The name under which the file is found from any working directory: the run may be resumed from another.
    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new UsageException(problem);
        }
    }
}
