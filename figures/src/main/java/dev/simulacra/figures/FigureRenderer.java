package dev.simulacra.figures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// A file format of figures.
///
/// Open to implementations of one's own: `Drawing.onto` lays a figure out on any [Canvas], and a `switch` over the
/// figure reads its numbers without any layout.
@FunctionalInterface
public interface FigureRenderer {
    /// Writes `figure` to `out`, which stays open.
    ///
    /// @throws IOException where `out` fails
    void render(Figure figure, OutputStream out) throws IOException;

    /// The bytes of `figure` in this format.
    default byte[] render(Figure figure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            render(figure, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
