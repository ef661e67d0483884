package dev.simulacra.cli;

import dev.simulacra.runs.folder.JsonFiles;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// The option `--json`: results as one JSON document on the standard output, with nothing else there.
final class JsonOption {
    @Option(names = "--json", description = "Prints one JSON document and nothing else.")
    private boolean asked;

    boolean isAsked() {
        return asked;
    }

    /// Prints `content` as a document.
    static void print(Terminal screen, JsonNode content) {
        screen.out().println(JsonFiles.DOCUMENT.writeValueAsString(content));
    }
}
