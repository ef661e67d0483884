package dev.simulacra.tables.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes that can be read several times.
interface ByteSource {
    /// A stream over the bytes from the first one on.
    InputStream open() throws IOException;

    /// The bytes of `file`: read again each time where it is a regular file; of a pipe or a device, read once.
    static ByteSource of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("this is a folder; the name of a file is required");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                return StoredBytes.of(in);
            }
        }
        return () -> Files.newInputStream(file);
    }
}
