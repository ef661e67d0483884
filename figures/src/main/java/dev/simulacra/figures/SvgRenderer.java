package dev.simulacra.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Figures as SVG: text and shapes are vectors, heat maps and images are embedded pictures. The file refers to nothing
/// outside itself, and its alternative text is that of the figure.
///
/// Source: W3C, Scalable Vector Graphics (SVG) 1.1.
public record SvgRenderer() implements FigureRenderer {
    @Override
    public void render(Figure figure, OutputStream out) throws IOException {
        String title = switch (figure) {
            case Plot plot -> plot.title();
            case Page page -> page.title();
            case Images _ -> "";
        };
        String svg = Drawing.onto(SvgCanvas::new, figure).document(title, figure.description());
        out.write(svg.getBytes(StandardCharsets.UTF_8));
    }
}
