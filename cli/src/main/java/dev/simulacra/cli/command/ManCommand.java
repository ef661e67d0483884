package dev.simulacra.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `man`: manual pages of the program and its commands.
@Command(name = "man", mixinStandardHelpOptions = true,
        description = "Writes a manual page for the program and for each command into a folder.",
        footer = "Pages in ~/.local/share/man/man1 are found by man: man simulacra-train")
public final class ManCommand implements Callable<Integer> {
    private final Terminal screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "The folder; it is made where it does not exist.")
    private Path folder = Path.of("");

    public ManCommand(Terminal screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        CommandLine program = spec.parent().commandLine();
        for (CommandLine command : Stream.concat(Stream.of(program), program.getSubcommands().values().stream())
                .toList()) {
            ManPage page = new ManPage(command.getCommandSpec());
            byte[] text = page.text().getBytes(UTF_8);
            AtomicFile.write(folder.resolve(page.name() + ".1"), out -> out.write(text));
        }
        screen.out().println("Manual pages: " + folder);
        return 0;
    }
}
