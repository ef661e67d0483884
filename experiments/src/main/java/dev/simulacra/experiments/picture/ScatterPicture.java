package dev.simulacra.experiments.picture;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;

/// The picture of points in the plane alone.
public record ScatterPicture(ScatterData cloud, String title) {
    private static final int SIDE = 520;

    /// Writes the picture as PNG.
    public void write(Path file) throws IOException {
        Canvas sheet = new Canvas(SIDE + 92, SIDE + 94);
        cloud.draw(new Panel(sheet, new Rectangle2D.Double(68, 44, SIDE, SIDE), cloud.x(), cloud.y()), title);
        sheet.write(file);
    }
}
