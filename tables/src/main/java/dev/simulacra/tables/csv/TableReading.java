package dev.simulacra.tables.csv;

import dev.simulacra.io.MalformedFileException;
import dev.simulacra.tables.Table;
import dev.simulacra.tables.schema.Schema;
import dev.simulacra.tables.schema.inference.InferredTable;
import dev.simulacra.tables.schema.inference.TableInference;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The reading of one table: its layout from the first bytes, its schema in one pass where none is given, and its cells
/// in another pass.
record TableReading(ByteSource source, ReadOptions options) {
    private static final int HEAD = 1 << 18;

    /// A way to read a table from bytes.
    @FunctionalInterface
    interface Step<A, B> {
        B apply(A in) throws IOException;
    }

    /// Bytes that are still to be opened.
    @FunctionalInterface
    interface Opening {
        ByteSource source() throws IOException;
    }

    /// What `step` reads from the bytes of `file`; errors name the file.
    static TableFile named(Path file, Opening opening, Step<ByteSource, TableFile> step) throws IOException {
        try {
            return step.apply(opening.source());
        } catch (NoSuchFileException e) {
            throw new IOException("read " + file + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException("read " + file + ": there is no permission to read it", e);
        } catch (CharacterCodingException e) {
            throw new MalformedFileException(file, "it is no text in its encoding; save it as UTF-8");
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IOException("read " + file + ": " + e.getMessage(), e);
        }
    }

    /// The table under the schema that its cells tell.
    TableFile inferred() throws IOException {
        return inEncoding(this::inferred);
    }

    /// The table under `schema`.
    TableFile under(Schema schema) throws IOException {
        return inEncoding(encoding -> under(schema, encoding));
    }

    /// What `step` reads in the detected encoding; in Latin-1 where the bytes are no UTF-8.
    private TableFile inEncoding(Step<TextEncoding, TableFile> step) throws IOException {
        TextEncoding encoding = TextEncoding.of(head());
        try {
            return step.apply(encoding);
        } catch (CharacterCodingException e) {
            if (!encoding.charset().equals(StandardCharsets.UTF_8) || encoding.hasByteOrderMark()) {
                throw e;
            }
            return step.apply(TextEncoding.latin());
        }
    }

    private byte[] head() throws IOException {
        try (InputStream in = source.open(); InputStream bytes = TextEncoding.unpacked(in)) {
            return bytes.readNBytes(HEAD);
        }
    }

    private CsvLayout layout(TextEncoding encoding, List<String> known) throws IOException {
        byte[] head = head();
        return CsvLayout.detect(encoding.text(head), head.length < HEAD, encoding, options, known);
    }

    private TableFile inferred(TextEncoding encoding) throws IOException {
        CsvLayout layout = layout(encoding, List.of());
        boolean isCommaLikely = layout.format().separatorCharacter() != ',';
        TableInference inference = new TableInference(layout.names(), options.missing(), isCommaLikely);
        int width = layout.names().size();
        Pass first = pass(layout, encoding, record -> {
            for (int i = 0; i < width; i++) {
                inference.observe(i, record.text(), record.from(i), record.to(i), record.line());
            }
        });
        InferredTable inferred = inference.finish();
        List<String> notes = new ArrayList<>(layout.notes());
        notes.addAll(first.notes(width));
        notes.addAll(inferred.notes());
        Table table = cells(layout, encoding, inferred.schema(), first);
        return new TableFile(table, first.format, Summaries.of(inferred, table), notes, first.fingerprint);
    }

    private Table cells(CsvLayout layout, TextEncoding encoding, Schema schema, Pass first) throws IOException {
        TableReader reader = new TableReader(schema);
        Pass second = pass(layout, encoding, reader::read);
        if (second.rows != first.rows || !second.fingerprint.equals(first.fingerprint)) {
            throw new IOException("it changed while it was read; a file that stays as it is is required");
        }
        return reader.table();
    }

    private TableFile under(Schema schema, TextEncoding encoding) throws IOException {
        CsvLayout layout = layout(encoding, schema.names());
        requireNames(layout, schema);
        TableReader reader = new TableReader(schema);
        Pass pass = pass(layout, encoding, reader::read);
        List<String> notes = new ArrayList<>(layout.notes());
        notes.addAll(pass.notes(schema.size()));
        return new TableFile(reader.table(), pass.format, List.of(), notes, pass.fingerprint);
    }

    private static void requireNames(CsvLayout layout, Schema schema) {
        List<String> names = layout.names();
        if (names.size() != schema.size()) {
            throw new IllegalArgumentException("the file has " + names.size() + " columns, and the schema has "
                    + schema.size() + "; the numbers must be equal");
        }
        for (int i = 0; layout.format().hasHeader() && i < names.size(); i++) {
            String name = schema.columns().get(i).name();
            if (!names.get(i).equals(name)) {
                throw new IllegalArgumentException("line " + (layout.format().preamble().size() + 1) + ": column "
                        + (i + 1) + " is called `" + names.get(i) + "`, and in the schema `" + name
                        + "`; the names must be equal");
            }
        }
    }

    /// The outcome of a pass over all rows.
    ///
    /// @param rows        the number of rows
    /// @param blankLines  the number of blank lines between them
    /// @param format      the form of the file with the quotation marks of the rows
    /// @param fingerprint the SHA-256 of all bytes
    private record Pass(long rows, long blankLines, CsvFormat format, String fingerprint) {
        List<String> notes(int width) {
            return blankLines == 0 ? List.of()
                    : List.of("Blank lines between rows " + (width > 1 ? "are skipped" : "are taken for missing values")
                            + ": " + blankLines + ".");
        }
    }

    private Pass pass(CsvLayout layout, TextEncoding encoding, CsvRows.Visitor visitor) throws IOException {
        MessageDigest digest = sha256();
        CsvRows rows = new CsvRows(layout);
        try (InputStream bytes = new DigestInputStream(source.open(), digest)) {
            rows.read(encoding.reader(TextEncoding.unpacked(bytes)), visitor);
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return new Pass(rows.rows(), rows.blankLines(), rows.format(),
                HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("read: this Java platform has no SHA-256, which every one must have", e);
        }
    }
}
