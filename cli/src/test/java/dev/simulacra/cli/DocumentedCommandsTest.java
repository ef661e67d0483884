package dev.simulacra.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.settings.Catalogue;
import dev.simulacra.cli.settings.ExperimentOptions;
import dev.simulacra.cli.settings.Fields;
import dev.simulacra.cli.settings.SettingOverrides;
import dev.simulacra.experiments.benchmark.BenchmarkExperiment;
import dev.simulacra.experiments.benchmark.Protocol;
import dev.simulacra.runs.folder.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Every command that a document shows in a line of its own makes sense: the command, its options, and the names of
/// experiments, games, protocols and settings. Nothing is run.
class DocumentedCommandsTest {
    private static final String PROGRAM = "./simulacra ";
    private static final Path ROOT = Path.of("..");

    static List<String> documented() throws IOException {
        List<String> commands = new ArrayList<>();
        for (Path file : documents()) {
            Files.readAllLines(file).stream().filter(line -> line.startsWith(PROGRAM)).forEach(commands::add);
        }
        return commands;
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        for (String folder : List.of("docs", "designs")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
            }
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documented")
    void whatIsDocumentedMakesSense(String line) {
        assertThatCode(() -> requireSense(line)).doesNotThrowAnyException();
    }

    @Test
    void thereAreManyAndNonsenseAmongThemWouldBeFound() throws IOException {
        assertThat(documented()).hasSizeGreaterThan(50);
        for (String line : List.of("./simulacra trane", "./simulacra train --sed 1", "./simulacra train ring9",
                "./simulacra train ring8 --game modem", "./simulacra train ring8 --set game.regularization.noise=0.1",
                "./simulacra train gaussian-2d --data DIR", "./simulacra protocol pacgan/ring9",
                "./simulacra train --seeds 3..1", "./simulacra evaluate", "./simulacra explain ring9")) {
            assertThatThrownBy(() -> requireSense(line)).as(line).isInstanceOf(RuntimeException.class);
        }
    }

    private static void requireSense(String line) {
        String[] words = line.substring(PROGRAM.length()).replaceAll("\\s+#.*", "").strip().split("\\s+");
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        ParseResult parsed = Simulacra.commands(new Terminal(nowhere, nowhere, nowhere, 0), new CliProgram())
                .parseArgs(words);
        if (parsed.hasSubcommand()) {
            requireNames(parsed.subcommand());
        }
    }

    private static void requireNames(ParseResult command) {
        Map<String, CommandSpec> mixins = command.commandSpec().mixins();
        if (mixins.containsKey("chosen")) {
            assertThat(((ExperimentOptions) requireNonNull(mixins.get("chosen")).userObject()).experiment())
                    .isNotNull();
        } else if (command.commandSpec().name().equals("protocol") && command.hasMatchedPositional(0)) {
            String name = command.matchedPositional(0).originalStringValues().getFirst();
            Protocol protocol = Catalogue.protocol(name);
            SettingOverrides changed = (SettingOverrides) requireNonNull(mixins.get("changed")).userObject();
            protocol.require((BenchmarkExperiment) Fields.with(changed.played(protocol.experiment()),
                    changed.settings()));
        }
        if (command.hasMatchedOption("--seeds")) {
            assertThat(Seeds.of(String.join(",", command.matchedOption("--seeds").originalStringValues()))).isNotNull();
        }
    }
}
