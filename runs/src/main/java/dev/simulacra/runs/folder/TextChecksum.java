package dev.simulacra.runs.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.zip.CRC32C;

/// The CRC-32C of a text in UTF-8, as eight hexadecimal digits.
final class TextChecksum {
    private TextChecksum() {}

    static String of(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
