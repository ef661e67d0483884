package dev.simulacra.io;

import dev.simulacra.io.SafetensorsHeader.Slot;
import dev.simulacra.tensor.Shape;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The content of a safetensors file: named tensors of 32-bit floats in an order, and named texts beside them.
///
/// ```text
/// 8 bytes   n, the length of the header, little-endian
/// n bytes   the header, JSON: {"__metadata__":{…},"w":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},…}
/// the rest  the values of the tensors, little-endian, row-major, one tensor after the other
/// ```
///
/// The same content gives the same bytes. The arrays of values are not copied, and records compare arrays by identity.
///
/// Source: the format's description in the documentation of Hugging Face's `safetensors`.
///
/// @param metadata kept sorted by name
/// @param tensors in the order in which their values lie in the file
public record Safetensors(Map<String, String> metadata, SequencedMap<String, Entry> tensors) {
    /// Far more than the names and texts of any network take; the format itself allows 100,000,000.
    private static final int LARGEST_HEADER = 1 << 24;

    public Safetensors {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
        if (tensors.containsKey(SafetensorsHeader.METADATA)) {
            throw new IllegalArgumentException("safetensors: no tensor may be named __metadata__");
        }
    }

    /// A tensor's shape and its values, row-major.
    @SuppressWarnings("ArrayRecordComponent") // weights are large, and are handed over rather than copied
    public record Entry(Shape shape, float[] values) {
        public Entry {
            if (values.length != shape.size()) {
                throw new IllegalArgumentException("safetensors: a tensor of shape " + shape + " has " + values.length
                        + " values; it must have " + shape.size());
            }
        }
    }

    /// Writes the file atomically.
    public void write(Path file) throws IOException {
        AtomicFile.write(file, this::writeTo);
    }

    private void writeTo(OutputStream out) throws IOException {
        byte[] header = encoded(SafetensorsHeader.of(this).text());
        out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
        out.write(header);
        writeValues(out);
    }

    /// Writes the values of all tensors as they lie in the file.
    void writeValues(OutputStream out) throws IOException {
        for (Entry entry : tensors.values()) {
            LittleEndian.write(entry.values, out);
        }
    }

    /// This content with a SHA-256 of its metadata and values in the metadata, as `simulacra.sha256`.
    ///
    /// The checksum is computed over the name and the text of each other metadata entry, sorted by name and in UTF-8,
    /// and then over the values of the tensors as they lie in the file.
    public Safetensors withChecksum() {
        Map<String, String> more = new TreeMap<>(metadata);
        more.put(Checksum.NAME, Checksum.of(this));
        return new Safetensors(more, tensors);
    }

    /// Requires that the checksum in the metadata is that of this content, and that every value is finite.
    ///
    /// @param file what this content was read from
    /// @return this content without the checksum
    /// @throws MalformedFileException where the checksum is missing or differs, or a value is NaN or infinite
    public Safetensors verified(Path file) throws MalformedFileException {
        String expected = metadata.get(Checksum.NAME);
        if (expected == null) {
            throw new MalformedFileException(file, "it has no checksum; its metadata must have one as "
                    + Checksum.NAME);
        }
        if (!expected.equals(Checksum.of(this))) {
            throw new MalformedFileException(file, "the file is damaged: its content does not have the checksum that"
                    + " was written with it");
        }
        requireFinite(file);
        Map<String, String> rest = new TreeMap<>(metadata);
        rest.remove(Checksum.NAME);
        return new Safetensors(rest, tensors);
    }

    private void requireFinite(Path file) throws MalformedFileException {
        for (var tensor : tensors.entrySet()) {
            for (float value : tensor.getValue().values) {
                if (!Float.isFinite(value)) {
                    throw new MalformedFileException(file, "the tensor " + Json.quote(tensor.getKey())
                            + " has the value " + value + "; every value must be finite");
                }
            }
        }
    }

    /// The text in UTF-8, padded with spaces to a multiple of 8 bytes, so that the values after it are aligned.
    private static byte[] encoded(String text) throws CharacterCodingException {
        ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] padded = (text + " ".repeat(-bytes.remaining() & 7)).getBytes(StandardCharsets.UTF_8);
        if (padded.length > LARGEST_HEADER) {
            throw new IllegalArgumentException("safetensors: the names and texts need a header of " + padded.length
                    + " bytes; at most " + LARGEST_HEADER + " are allowed");
        }
        return padded;
    }

    /// The content of `file`. Every size that the file claims is compared with the file's own before memory is
    /// allocated for it.
    ///
    /// @throws MalformedFileException where `file` is no regular file, or its content is not safetensors with F32
    ///     tensors alone, or takes more memory than this process may use
    /// @throws IOException where the file cannot be read
    public static Safetensors read(Path file) throws IOException {
        requireRegular(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, Files.size(file));
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(file, String.valueOf(e.getMessage()));
        } catch (EOFException _) {
            throw new MalformedFileException(file, "it became shorter while it was read");
        } catch (IOException e) {
            throw new IOException("read " + file + ": " + AtomicFile.cause(e), e);
        }
    }

    /// A pipe would block the reader, and has no size to hold the header against.
    private static void requireRegular(Path file) throws MalformedFileException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new MalformedFileException(file, (Files.isDirectory(file) ? "it is a directory" : "it is a pipe or a"
                    + " device") + "; a regular file is required");
        }
    }

    private static Safetensors read(InputStream in, long size) throws IOException {
        if (size < 8) {
            throw new IllegalArgumentException("the file has " + size + " bytes; at least 8 are required, which hold "
                    + "the length of the header");
        }
        long length = ByteBuffer.wrap(exactly(8, in)).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 0 || length > Math.min(size - 8, LARGEST_HEADER)) {
            throw new IllegalArgumentException("the header claims " + Long.toUnsignedString(length) + " bytes; at most "
                    + Math.min(size - 8, LARGEST_HEADER) + " are possible in a file of " + size + " bytes");
        }
        SafetensorsHeader header = header(exactly((int) length, in));
        requireMemory(size - 8 - length);
        SequencedMap<String, Entry> tensors = new LinkedHashMap<>();
        for (Slot slot : header.filling(size - 8 - length)) {
            float[] values = new float[slot.shape().size()];
            LittleEndian.read(values, in);
            tensors.put(slot.name(), new Entry(slot.shape(), values));
        }
        return new Safetensors(header.metadata(), tensors);
    }

    private static void requireMemory(long bytes) {
        long most = Runtime.getRuntime().maxMemory();
        if (bytes > most) {
            throw new IllegalArgumentException("its values take " + bytes + " bytes; this process may use " + most
                    + " bytes of memory, and more with -Xmx");
        }
    }

    private static SafetensorsHeader header(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != '{') {
            throw new IllegalArgumentException("the header must begin with {");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return SafetensorsHeader.parse(text);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the header must be text in UTF-8", e);
        }
    }

    private static byte[] exactly(int count, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }
}
