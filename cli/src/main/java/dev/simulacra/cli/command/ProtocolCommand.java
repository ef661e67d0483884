package dev.simulacra.cli.command;

import dev.simulacra.cli.results.ProtocolReport;
import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.run.ManyRuns;
import dev.simulacra.cli.run.Threads;
import dev.simulacra.cli.screen.ErrorMessage;
import dev.simulacra.cli.screen.JsonOption;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.cli.settings.Catalogue;
import dev.simulacra.cli.settings.Fields;
import dev.simulacra.cli.settings.SettingOverrides;
import dev.simulacra.experiments.benchmark.BenchmarkExperiment;
import dev.simulacra.experiments.benchmark.Protocol;
import dev.simulacra.runs.folder.FolderLock;
import dev.simulacra.runs.folder.JsonFiles;
import dev.simulacra.runs.folder.NewFolder;
import dev.simulacra.runs.folder.Seeds;
import dev.simulacra.runs.folder.Series;
import dev.simulacra.runs.folder.SeriesFolder;
import dev.simulacra.runs.work.RunStatus;
import dev.simulacra.runs.work.SeriesStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `protocol`: many seeds of a game, judged as published generators were judged.
@Command(name = "protocol", mixinStandardHelpOptions = true,
        description = "Trains several seeds side by side and evaluates them by the protocol of a paper, beside the"
                + " values that it reports.",
        footer = "Where --out names a folder in which the same protocol was begun, it is continued. protocol.json has"
                + " one row for each seed.")
public final class ProtocolCommand implements Callable<Integer> {
    private final Terminal screen;
    private final CliProgram program;

    @Parameters(arity = "0..1", paramLabel = "PROTOCOL",
            description = "As pacgan/ring8; without a name they are listed.")
    private Optional<String> name = Optional.empty();

    @Mixin
    private SettingOverrides changed = new SettingOverrides();

    @Mixin
    private Threads threads = new Threads();

    @Option(names = "--seeds", paramLabel = "LIST", description = "The seeds, as 1..10 or 1,2,5; 1..10 if not given.")
    private String seeds = "1..10";

    @Option(names = "--out", paramLabel = "DIR",
            description = "The folder; runs/PROTOCOL-GAME if not given, with a number where that is taken.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--quiet", description = "Shows errors only.")
    private boolean quiet;

    @Mixin
    private JsonOption json = new JsonOption();

    public ProtocolCommand(Terminal screen, CliProgram program) {
        this.screen = screen;
        this.program = program;
    }

    @Override
    public Integer call() throws IOException {
        if (name.isEmpty()) {
            if (json.isAsked()) {
                JsonOption.print(screen, list());
                return 0;
            }
            Protocol.all().forEach(each -> screen.out().printf("%s, version %d%n    %s%n    %s%n",
                    each.name(), each.version(), each.rules(), each.source()));
            return 0;
        }
        Protocol protocol = Catalogue.protocol(name.get());
        BenchmarkExperiment experiment = wanted(protocol);
        protocol.require(experiment);
        int workers = threads.count();
        Series series = Series.of(program, experiment, Seeds.of(seeds), "");
        if (out.isPresent() && SeriesFolder.isAt(out.get())) {
            SeriesFolder begun = new SeriesFolder(out.get());
            try (FolderLock _ = begun.lock()) {
                requireSame(protocol, series, begun);
                return work(protocol, series, begun, workers);
            }
        }
        Path usual = Path.of("runs", protocol.name().replace('/', '-') + "-" + game());
        try (NewFolder place = out.isPresent() ? NewFolder.at(out.get()) : NewFolder.next(usual)) {
            SeriesFolder folder = new SeriesFolder(place.path());
            place.fill(() -> folder.write(series));
            return work(protocol, series, folder, workers);
        }
    }

    private int work(Protocol protocol, Series series, SeriesFolder folder, int workers) throws IOException {
        ManyRuns runs = new ManyRuns(screen, program, quiet || json.isAsked(), folder, series, series.steps(), workers,
                "the same words and --out " + folder.path());
        Optional<SeriesStatus> outcome = runs.train();
        if (outcome.isEmpty()) {
            return ErrorMessage.FAILED;
        }
        requireSameLength(folder, series, outcome.get());
        ProtocolReport report = new ProtocolReport(protocol, label(), series, outcome.get().bySeed());
        JsonFiles.write(folder.protocol(), report.json());
        if (json.isAsked()) {
            JsonOption.print(screen, report.json());
        } else if (!quiet) {
            report.show(screen.out());
            screen.out().printf("%nFolder:  %s%n", folder.path());
        }
        return runs.complain();
    }

    private static ArrayNode list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Protocol.all().forEach(each -> list.addObject()
                .put("name", each.name())
                .put("version", each.version())
                .put("rules", each.rules())
                .put("source", each.source()));
        return list;
    }

    /// What the words ask for; where they name no length it is the protocol's, or as much of it as the rules allow a
    /// game of larger steps.
    private BenchmarkExperiment wanted(Protocol protocol) {
        Map<String, String> settings = changed.settings();
        BenchmarkExperiment wanted = (BenchmarkExperiment) Fields.with(changed.played(protocol.experiment()), settings);
        return settings.containsKey("steps")
                ? wanted
                : wanted.over(Math.clamp(protocol.longest(wanted), 1, wanted.steps()));
    }

    private String game() {
        return changed.game().orElse("modern");
    }

    /// The game, and what was changed of the experiment.
    private String label() {
        List<String> words = new ArrayList<>(List.of(game()));
        changed.settings().forEach((setting, value) -> words.add(setting + "=" + value));
        return String.join(" ", words);
    }

    /// A run that was resumed by itself may have become another one.
    private static void requireSameLength(SeriesFolder folder, Series series, SeriesStatus fates) {
        fates.bySeed().forEach((seed, fate) -> {
            if (fate instanceof RunStatus.Finished(var summary) && summary.path("steps").asLong() != series.steps()) {
                throw new UsageException(folder.of(seed).path() + ": the run has " + summary.path("steps")
                        + " steps; the "
                        + "protocol's have " + series.steps() + ", so remove the folder to train this seed again");
            }
        });
    }

    /// @throws UsageException where other seeds or settings were begun in `begun`, or another protocol has judged them
    private static void requireSame(Protocol protocol, Series series, SeriesFolder begun) throws IOException {
        if (!text(begun.series()).equals(text(series))) {
            throw new UsageException("--out " + begun.path()
                    + ": other seeds or settings were begun there; a new or empty "
                    + "folder is required, or the words with which they were begun");
        }
        requireOwn(protocol, begun);
    }

    /// The same seeds and settings may be judged by several protocols, each of which writes its report.
    private static void requireOwn(Protocol protocol, SeriesFolder begun) throws IOException {
        if (!Files.exists(begun.protocol())) {
            return;
        }
        String other = JsonFiles.read(begun.protocol(), ObjectNode.class).path("protocol").asString();
        if (!other.equals(protocol.name())) {
            throw new UsageException("--out " + begun.path() + ": protocol.json there is the report of " + other
                    + ", which "
                    + protocol.name() + " would write over; a new or empty folder is required");
        }
    }

    /// What tells two series apart; numbers that were read may be of another width than those that were made.
    private static String text(Series series) {
        return JsonFiles.LINE.writeValueAsString(series);
    }
}
