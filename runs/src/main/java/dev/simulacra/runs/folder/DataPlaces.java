package dev.simulacra.runs.folder;

import dev.simulacra.runs.RunRefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/// The settings that say where an experiment's files are: `csv`, a file, and `data`, a folder.
public final class DataPlaces {
    static final Set<String> NAMES = Set.of("csv", "data");

    private DataPlaces() {}

    /// Requires that the data of an experiment can be read a second time.
    ///
    /// @param settings the settings of the experiment as texts, by name
    /// @throws RunRefusedException where one of them is a pipe or a device, whose content is gone once it was read
    public static void requireReadableAgain(Map<String, String> settings) {
        for (String name : NAMES) {
            String place = settings.getOrDefault(name, "");
            if (isStream(place)) {
                throw new RunRefusedException(place + ": the data came from a pipe or a device, which can be read only "
                        + "once; save them to a file, and train from that");
            }
        }
    }

    private static boolean isStream(String place) {
        Path path = Path.of(place);
        boolean isAlias = path.startsWith("/dev/fd") || path.startsWith("/proc") || path.equals(Path.of("/dev/stdin"));
        return !place.isEmpty() && (isAlias || Files.exists(path)) && !Files.isRegularFile(path)
                && !Files.isDirectory(path);
    }
}
