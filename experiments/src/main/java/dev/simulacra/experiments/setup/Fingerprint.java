package dev.simulacra.experiments.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 by which the content of one file is told from another's.
public final class Fingerprint {
    private Fingerprint() {}

    /// The SHA-256 of the content of `files`, one after the other, in hexadecimal.
    public static String of(Path... files) throws IOException {
        MessageDigest digest = sha256();
        byte[] block = new byte[1 << 16];
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    digest.update(block, 0, n);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// A new SHA-256.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
