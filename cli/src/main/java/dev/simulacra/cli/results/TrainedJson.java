package dev.simulacra.cli.results;

import dev.simulacra.runs.folder.JsonFiles;
import dev.simulacra.runs.folder.RunFolder;
import dev.simulacra.runs.folder.SeriesFolder;
import dev.simulacra.runs.folder.Summary;
import java.io.IOException;
import java.nio.file.Files;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The outcome of `train` as JSON.
public final class TrainedJson {
    private TrainedJson() {}

    /// The folder and state of one run and, where it is finished, the content of its summary and the verdict.
    public static ObjectNode of(RunFolder folder) throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("folder", folder.path().toString()).put("finished", folder.isFinished());
        if (folder.isFinished()) {
            ObjectNode summary = Summary.read(folder);
            json.setAll(summary);
            json.put("verdict", Verdict.of(Summary.measurements(summary)).sentence());
        }
        return json;
    }

    /// The folder of a series and the rows of its seeds.
    public static ObjectNode of(SeriesFolder folder) throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("folder", folder.path().toString());
        json.set("seeds", JsonFiles.DOCUMENT.readTree(Files.readAllBytes(folder.seeds())));
        return json;
    }
}
