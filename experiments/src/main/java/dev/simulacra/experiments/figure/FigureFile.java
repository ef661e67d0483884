package dev.simulacra.experiments.figure;

import dev.simulacra.figures.Figure;
import dev.simulacra.figures.FigureRenderer;
import dev.simulacra.figures.PngRenderer;
import dev.simulacra.figures.SvgRenderer;
import dev.simulacra.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// A figure in a file, written atomically.
public final class FigureFile {
    private FigureFile() {}

    /// Writes `figure` as SVG where the name of `file` ends in `.svg`, as PNG otherwise.
    public static void write(Figure figure, Path file) throws IOException {
        boolean isSvg = file.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
        FigureRenderer renderer = isSvg ? new SvgRenderer() : new PngRenderer();
        byte[] bytes = renderer.render(figure);
        AtomicFile.write(file, out -> out.write(bytes));
    }
}
