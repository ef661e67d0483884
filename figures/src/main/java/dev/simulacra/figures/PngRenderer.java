package dev.simulacra.figures;

import java.io.IOException;
import java.io.OutputStream;

/// Figures as PNG: grey where they are images, in colour otherwise.
///
/// No screen is used. A process whose environment names a screen that it cannot reach needs
/// `-Djava.awt.headless=true`, as every use of the JDK's two-dimensional drawing.
public record PngRenderer() implements FigureRenderer {
    @Override
    public void render(Figure figure, OutputStream out) throws IOException {
        switch (figure) {
            case Images images -> Png.grey(images.grid(), images.gridWidth(), images.gridHeight(), out);
            case Plot _, Page _ -> Drawing.onto(PngCanvas::new, figure).write(out);
        }
    }
}
