package dev.simulacra.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The program `simulacra`: one command with the words of the command line as its arguments.
@Command(
        name = "simulacra",
        description = "Trains generative adversarial networks and measures how far they are from the theory.",
        mixinStandardHelpOptions = true,
        versionProvider = Simulacra.Version.class)
public final class Simulacra implements Runnable {
    private Simulacra() {
    }

    /// Runs the command that `words` name and ends the virtual machine with its exit code.
    public static void main(String[] words) {
        ErrorStream.restore();
        System.exit(new CommandLine(new Simulacra()).execute(words));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /// The version in the manifest of the jar.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Simulacra.class.getPackage().getImplementationVersion();
            return new String[] {"simulacra " + (version == null ? "(not packaged)" : version)};
        }
    }
}
