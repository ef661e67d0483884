package dev.simulacra.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/// The CRC-32C of a safetensors content, kept in its metadata as `checksum`, eight hexadecimal digits.
///
/// It is taken over each other text of the metadata, sorted by name, as `NAME=VALUE` and a line's end; then over each
/// tensor in its order: its name, a space, its shape and a line's end, and its values as they lie in the file.
final class ContentChecksum {
    private static final String NAME = "checksum";

    private ContentChecksum() {}

    /// `content` with its checksum.
    static Safetensors signed(Safetensors content) throws IOException {
        Map<String, String> metadata = new TreeMap<>(content.metadata());
        metadata.put(NAME, of(content));
        return new Safetensors(metadata, content.tensors());
    }

    /// @throws MalformedFileException where `content`, which was read from `file`, has no checksum or another
    static void require(Safetensors content, Path file) throws IOException {
        String stated = content.metadata().getOrDefault(NAME, "");
        String actual = of(content);
        if (!stated.equals(actual)) {
            throw new MalformedFileException(file, stated.isEmpty()
                    ? "its metadata have no checksum; an older program wrote it, or it is damaged"
                    : "it is damaged: its checksum is " + stated + ", that of its content is " + actual);
        }
    }

    private static String of(Safetensors content) throws IOException {
        CRC32C sum = new CRC32C();
        try (var out = new CheckedOutputStream(OutputStream.nullOutputStream(), sum)) {
            for (var text : content.metadata().entrySet()) {
                if (!text.getKey().equals(NAME)) {
                    out.write(line(text.getKey() + "=" + text.getValue()));
                }
            }
            for (var tensor : content.tensors().entrySet()) {
                out.write(line(tensor.getKey() + " " + tensor.getValue().shape()));
                LittleEndian.write(tensor.getValue().values(), out);
            }
        }
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
