package dev.simulacra.experiments.picture;

import dev.simulacra.experiments.picture.Sheet.Anchor;
import dev.simulacra.game.Report;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// The picture of a game in the plane: data and samples, the discriminator over them, and the learning curves below.
///
/// @param cloud         the points
/// @param discriminator D of rows of two numbers, row-major, in the units of the cloud
/// @param curve         the training's reports; without at least two, the learning curves are left out
public record PlanePicture(Cloud cloud, UnaryOperator<float[]> discriminator, List<Report> curve) {
    private static final int WIDTH = 1040;
    private static final int LEFT = 68;
    private static final int SIDE = 400;
    private static final int TOP = 44;
    private static final int CELLS = 100;

    public PlanePicture {
        curve = List.copyOf(curve);
    }

    /// Writes the picture as PNG.
    public void write(Path file) throws IOException {
        boolean hasCurve = curve.size() > 1;
        Sheet sheet = new Sheet(WIDTH, TOP + SIDE + (hasCurve ? 316 : 50));
        Panel left = new Panel(sheet, new Rectangle2D.Double(LEFT, TOP, SIDE, SIDE), cloud.x(), cloud.y());
        cloud.draw(left, "Samples");
        Panel right = new Panel(sheet, new Rectangle2D.Double(LEFT + SIDE + 92, TOP, SIDE, SIDE), cloud.x(), cloud.y());
        drawDiscriminator(right);
        if (hasCurve) {
            new LearningCurve(curve).draw(sheet, new Rectangle2D.Double(LEFT, TOP + SIDE + 92, 2 * SIDE + 92, 170));
        }
        sheet.write(file);
    }

    private void drawDiscriminator(Panel panel) {
        panel.sheet().blend(heat(panel), CELLS, panel.area());
        panel.frame();
        cloud.contours().forEach(contour -> contour.draw(panel));
        panel.border();
        panel.title("Discriminator D(x)");
        panel.nameBelow(cloud.names().get(0));
        panel.nameBeside(cloud.names().get(1));
        drawScale(panel);
    }

    /// The colours of D at the centres of the cells, row by row from the top.
    private Color[] heat(Panel panel) {
        float[] centres = new float[2 * CELLS * CELLS];
        for (int cell = 0; cell < CELLS * CELLS; cell++) {
            double across = (cell % CELLS + 0.5) / CELLS;
            int row = cell / CELLS;
            double up = 1 - (row + 0.5) / CELLS;
            centres[2 * cell] = (float) (panel.x().low() + across * panel.x().length());
            centres[2 * cell + 1] = (float) (panel.y().low() + up * panel.y().length());
        }
        float[] outputs = discriminator.apply(centres);
        Color[] colours = new Color[outputs.length];
        Arrays.setAll(colours, i -> Palette.diverging(outputs[i]));
        return colours;
    }

    /// The bar that says which colour stands for which output.
    private static void drawScale(Panel panel) {
        Rectangle2D area = panel.area();
        Rectangle2D bar = new Rectangle2D.Double(area.getMaxX() + 16, area.getMinY(), 14, area.getHeight());
        Panel scale = new Panel(panel.sheet(), bar, new Axis(0, 1), new Axis(0, 1));
        Color[] colours = new Color[128];
        Arrays.setAll(colours, i -> Palette.diverging(1 - (i + 0.5) / 128));
        panel.sheet().blend(colours, 1, bar);
        scale.border();
        for (String label : List.of("0", "0.25", "0.5", "0.75", "1")) {
            double height = scale.toY(Double.parseDouble(label));
            panel.sheet().words(label, bar.getMaxX() + 7, height, Anchor.START, Panel.SMALL, Palette.WORDS);
        }
    }
}
