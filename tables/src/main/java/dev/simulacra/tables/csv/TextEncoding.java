package dev.simulacra.tables.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The encoding of a text.
///
/// @param charset          the character set
/// @param hasByteOrderMark whether U+FEFF stands in front
/// @param notes            sentences about what was guessed
record TextEncoding(Charset charset, boolean hasByteOrderMark, List<String> notes) {
    private static final int BUFFER = 1 << 16;

    /// The encoding of a text that begins with the bytes `head`: by its byte order mark, by the zeros of UTF-16, UTF-8,
    /// or Latin-1.
    static TextEncoding of(byte[] head) {
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            return new TextEncoding(StandardCharsets.UTF_8, true, List.of());
        }
        if (startsWith(head, 0xff, 0xfe)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, true, List.of());
        }
        if (startsWith(head, 0xfe, 0xff)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, true, List.of());
        }
        int even = zeros(head, 0);
        int odd = zeros(head, 1);
        // Latin letters, digits and separators have a zero as their upper byte.
        if (Math.max(even, odd) > head.length / 8) {
            Charset charset = even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            return new TextEncoding(charset, false, List.of("The encoding " + charset
                    + " is a guess: there is no byte order mark, and every other byte is 0."));
        }
        return isUtf8(head) ? new TextEncoding(StandardCharsets.UTF_8, false, List.of()) : latin();
    }

    /// Whether `head` is UTF-8, but for a character that its end cuts.
    private static boolean isUtf8(byte[] head) {
        CharBuffer text = CharBuffer.allocate(head.length);
        return !StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head), text, false).isError();
    }

    /// The encoding of a text that is no UTF-8.
    static TextEncoding latin() {
        return new TextEncoding(StandardCharsets.ISO_8859_1, false,
                List.of("The encoding Latin-1 is a guess: the file is no text in UTF-8."));
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] head, int from) {
        int zeros = 0;
        for (int i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /// The bytes of `in`, unpacked where they are packed by gzip.
    static InputStream unpacked(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 2);
        byte[] two = start.readNBytes(2);
        start.unread(two);
        return startsWith(two, 0x1f, 0x8b) ? new GZIPInputStream(start, BUFFER) : start;
    }

    /// The characters of `bytes`, without the byte order mark.
    ///
    /// @throws java.nio.charset.CharacterCodingException from a later reading, where the bytes are no text
    Reader reader(InputStream bytes) throws IOException {
        Reader reader = new InputStreamReader(bytes, charset.newDecoder());
        if (hasByteOrderMark) {
            reader.read();
        }
        return reader;
    }

    /// The characters of `head`, with U+FFFD for bytes that are no text.
    String text(byte[] head) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        ByteBuffer bytes = ByteBuffer.wrap(head);
        CharBuffer text = CharBuffer.allocate(head.length + 1);
        decoder.decode(bytes, text, true);
        String decoded = text.flip().toString();
        return hasByteOrderMark ? decoded.substring(1) : decoded;
    }
}
