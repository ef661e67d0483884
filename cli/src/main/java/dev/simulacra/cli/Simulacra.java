package dev.simulacra.cli;

import dev.simulacra.cli.command.CompletionCommand;
import dev.simulacra.cli.command.ConformanceCommand;
import dev.simulacra.cli.command.EquilibriumCommand;
import dev.simulacra.cli.command.EvaluateCommand;
import dev.simulacra.cli.command.ExperimentsCommand;
import dev.simulacra.cli.command.ExplainCommand;
import dev.simulacra.cli.command.GamesCommand;
import dev.simulacra.cli.command.GradcheckCommand;
import dev.simulacra.cli.command.HelpCommand;
import dev.simulacra.cli.command.ManCommand;
import dev.simulacra.cli.command.ObjectivesCommand;
import dev.simulacra.cli.command.ProtocolCommand;
import dev.simulacra.cli.command.ResumeCommand;
import dev.simulacra.cli.command.SampleCommand;
import dev.simulacra.cli.command.SchemaCommand;
import dev.simulacra.cli.command.SettingsCommand;
import dev.simulacra.cli.command.TrainCommand;
import dev.simulacra.cli.dynamics.DynamicsCommand;
import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.ErrorMessage;
import dev.simulacra.cli.screen.ErrorStream;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.cli.settings.Catalogue;
import dev.simulacra.runs.Experiment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program `simulacra`: commands with the words of the command line as their arguments.
@Command(
        name = "simulacra",
        description = "Trains generative adversarial networks and measures how far they are from their equilibrium.",
        mixinStandardHelpOptions = true,
        versionProvider = Simulacra.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Simulacra implements Runnable {
    /// The widths of help texts: what the parser can format at least, what is pleasant to read, and that in a file.
    private static final int NARROWEST = 55;
    private static final int WIDEST = 100;
    private static final int USUAL = 80;

    private final Terminal screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Simulacra(Terminal screen) {
        this.screen = screen;
    }

    /// Runs the command that `words` name and ends the virtual machine with its exit code.
    public static void main(String[] words) {
        ErrorStream.restore();
        System.exit(run(List.of(), words));
    }

    /// Runs the command that `words` name, with experiments of the caller beside the project's own and those that
    /// [ExperimentCatalogue][dev.simulacra.runs.ExperimentCatalogue] registers. What is said goes to the streams of the
    /// process; numbers are formatted as in [Locale#ROOT] from then on.
    ///
    /// A run of one of them is resumed, sampled and evaluated by a program that knows it as well.
    ///
    /// @param more  experiments, each a record with a name that no other has
    /// @param words the words of a command line, as `train`, `own-experiment`, `--steps`, `1000`
    /// @return the exit code: 0, 1 for a failure, 2 for words that make no sense, 130 after an interruption
    public static int run(List<Experiment> more, String... words) {
        // Digits are written as 0 to 9 everywhere; some locales have others.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        return run(Terminal.ofProcess(), new CliProgram(new Catalogue(more)), words);
    }

    /// Runs the command that `words` name, with the experiments that `program` has.
    static int run(Terminal screen, CliProgram program, String... words) {
        CommandLine commands = commands(screen, program);
        commands.setParameterExceptionHandler((problem, _) -> misunderstood(screen, problem));
        commands.setExecutionExceptionHandler((problem, _, _) -> complain(screen, problem));
        try {
            int code = commands.execute(words);
            return code == 0 && screen.out().checkError() ? complain(screen, new IOException("write to the standard "
                    + "output: not everything could be written, as where a disk is full")) : code;
        } catch (OutOfMemoryError | StackOverflowError problem) {
            return complain(screen, problem);
        }
    }

    /// All commands with their words.
    static CommandLine commands(Terminal screen, CliProgram program) {
        CommandLine commands = new CommandLine(new Simulacra(screen))
                .addSubcommand(new TrainCommand(screen, program))
                .addSubcommand(new ResumeCommand(screen, program))
                .addSubcommand(new SampleCommand(screen, program))
                .addSubcommand(new EvaluateCommand(screen, program))
                .addSubcommand(new EquilibriumCommand(screen, program))
                .addSubcommand(new ExperimentsCommand(screen, program))
                .addSubcommand(new GamesCommand(screen))
                .addSubcommand(new ObjectivesCommand(screen))
                .addSubcommand(new SettingsCommand(screen, program))
                .addSubcommand(new SchemaCommand(screen))
                .addSubcommand(new ProtocolCommand(screen, program))
                .addSubcommand(new ExplainCommand(screen, program))
                .addSubcommand(new GradcheckCommand(screen))
                .addSubcommand(new ConformanceCommand(screen))
                .addSubcommand(new DynamicsCommand(screen, program))
                .addSubcommand(new CompletionCommand(screen))
                .addSubcommand(new ManCommand(screen))
                .addSubcommand(new HelpCommand(screen));
        commands.setExpandAtFiles(false);
        commands.setUsageHelpWidth(screen.isTerminal() ? Math.clamp(screen.columns() - 1, NARROWEST, WIDEST) : USUAL);
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(screen.styles().ansi()));
        commands.setOut(new PrintWriter(screen.out(), true));
        commands.setErr(new PrintWriter(screen.err(), true));
        commands.registerConverter(Path.class, Simulacra::path);
        commands.registerConverter(long.class, text -> whole(text, Long.MAX_VALUE));
        commands.registerConverter(Long.class, text -> whole(text, Long.MAX_VALUE));
        commands.registerConverter(int.class, text -> (int) whole(text, Integer.MAX_VALUE));
        return commands;
    }

    private static int misunderstood(Terminal screen, ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        if (problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()
                && !command.getSubcommands().isEmpty()) {
            Set<String> names = command.getSubcommands().keySet();
            return complain(screen, Catalogue.unknown("command", unmatched.getUnmatched().getFirst(), names));
        }
        String help = "; see ./" + command.getCommandSpec().qualifiedName() + " --help";
        return complain(screen, new UsageException(ErrorMessage.oneLine(String.valueOf(problem.getMessage())) + help));
    }

    /// A whole number in words that a person would use for what is none.
    private static long whole(String text, long largest) {
        try {
            long number = Long.parseLong(text.strip());
            if (Math.abs(number) <= largest) {
                return number;
            }
        } catch (NumberFormatException _) {
            // The same answer as for one that is too large.
        }
        String bound = largest == Integer.MAX_VALUE ? " up to " + largest : "";
        throw new TypeConversionException("'" + text + "' is no whole number" + bound);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(ErrorMessage.pathProblem(e));
        }
    }

    private static int complain(Terminal screen, Throwable problem) {
        ErrorMessage complaint = ErrorMessage.about(problem);
        screen.err().println(screen.errorStyles().red("simulacra:") + " " + complaint.text());
        ErrorMessage.trace(problem, screen.err());
        return complaint.code();
    }

    @Override
    public void run() {
        spec.commandLine().usage(screen.out());
    }

    /// The version as `--version` prints it.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"simulacra " + new CliProgram().version()};
        }
    }
}
