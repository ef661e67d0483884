package dev.simulacra.cli.screen;

import dev.simulacra.runs.folder.JsonFiles;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// The option `--json`: results as one JSON document on the standard output, with nothing else there.
public final class JsonOption {
    @Option(names = "--json", description = "Prints one JSON document and nothing else.")
    private boolean asked;

    public boolean isAsked() {
        return asked;
    }

    /// Prints `content` as a document.
    public static void print(Terminal screen, JsonNode content) {
        screen.out().println(JsonFiles.DOCUMENT.writeValueAsString(content));
    }
}
