package dev.simulacra.cli.command;

import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.cli.settings.Catalogue;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `help`: the help text of the program or of one command.
@Command(name = "help", mixinStandardHelpOptions = true,
        description = "Shows the help text of a command, or of the program where no command is named.")
public final class HelpCommand implements Callable<Integer> {
    private final Terminal screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command.")
    private Optional<String> name = Optional.empty();

    public HelpCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        CommandLine program = spec.parent().commandLine();
        CommandLine shown = name.map(word -> command(program, word)).orElse(program);
        shown.usage(screen.out(), shown.getColorScheme());
        return 0;
    }

    private static CommandLine command(CommandLine program, String word) {
        CommandLine found = program.getSubcommands().get(word);
        if (found == null) {
            throw Catalogue.unknown("command", word, program.getSubcommands().keySet());
        }
        return found;
    }
}
