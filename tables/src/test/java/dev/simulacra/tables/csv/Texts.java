package dev.simulacra.tables.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Tables read from texts.
final class Texts {
    private Texts() {}

    static TableFile read(String text) throws IOException {
        return read(text, ReadOptions.detected());
    }

    static TableFile read(String text, ReadOptions options) throws IOException {
        return TableFile.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "text", options);
    }

    static String written(TableFile file) throws IOException {
        return new String(CasesTest.written(file), file.format().charset());
    }
}
