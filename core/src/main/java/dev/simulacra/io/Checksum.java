package dev.simulacra.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a safetensors file's content, which the file keeps in its own metadata.
///
/// It is computed over the name and the text of each metadata entry but its own, sorted by name and in UTF-8, and then
/// over the values of the tensors as they lie in the file.
final class Checksum {
    /// The name of its metadata entry.
    static final String NAME = "simulacra.sha256";

    private Checksum() {}

    /// The checksum of `content`, 64 hexadecimal digits in lower case.
    static String of(Safetensors content) {
        MessageDigest sha256 = sha256();
        content.metadata().forEach((name, text) -> {
            if (!name.equals(NAME)) {
                sha256.update(name.getBytes(StandardCharsets.UTF_8));
                sha256.update(text.getBytes(StandardCharsets.UTF_8));
            }
        });
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            content.writeValues(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
