package dev.simulacra.cli.run;

import dev.simulacra.cli.screen.UsageException;
import picocli.CommandLine.Option;

/// The option `--threads`.
public final class Threads {
    private static final int MOST = 1024;

    @Option(names = "--threads", paramLabel = "N",
            description = "The number of threads; all processors if not given. Results do not depend on it.")
    private int count = Runtime.getRuntime().availableProcessors();

    /// @throws UsageException where it is out of range
    public int count() {
        if (count < 1 || count > MOST) {
            throw new UsageException("--threads " + count + ": 1 to " + MOST + " are possible");
        }
        return count;
    }
}
