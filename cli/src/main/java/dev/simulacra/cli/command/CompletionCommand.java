package dev.simulacra.cli.command;

import dev.simulacra.cli.screen.Terminal;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `completion`: the script by which a shell completes the program's words.
@Command(name = "completion", mixinStandardHelpOptions = true,
        description = "Prints the script by which bash or zsh completes commands and options.",
        footer = "In ~/.bashrc:  source <(/path/to/simulacra completion bash)%n"
                + "In ~/.zshrc:   source <(/path/to/simulacra completion zsh), after compinit")
public final class CompletionCommand implements Callable<Integer> {
    /// Zsh runs scripts of bash in its own way of completing, which must be loaded first.
    private static final String ZSH = "autoload -U +X compinit && compinit -u\n"
            + "autoload -U +X bashcompinit && bashcompinit\n";

    private final Terminal screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.bash;

    /// A shell by its word.
    enum Shell {
        bash, zsh
    }

    public CompletionCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        screen.out().print(shell == Shell.zsh ? ZSH : "");
        screen.out().println(AutoComplete.bash("simulacra", spec.parent().commandLine()));
        return 0;
    }
}
