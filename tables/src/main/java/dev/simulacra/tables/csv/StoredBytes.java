package dev.simulacra.tables.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The bytes of a stream, in memory.
///
/// @param chunks the bytes, in pieces, so that there may be more than an array holds
record StoredBytes(List<byte[]> chunks) implements ByteSource {
    private static final int CHUNK = 1 << 20;

    static StoredBytes of(InputStream in) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        byte[] chunk = in.readNBytes(CHUNK);
        while (chunk.length > 0) {
            chunks.add(chunk);
            chunk = in.readNBytes(CHUNK);
        }
        return new StoredBytes(chunks);
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(Collections.enumeration(
                chunks.stream().map(ByteArrayInputStream::new).toList()));
    }
}
