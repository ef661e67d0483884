package dev.simulacra.experiments.picture;

import dev.simulacra.game.Objective;
import dev.simulacra.game.Report;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// The picture of a game in the plane: data and samples, the discriminator over them, and the learning curves below.
///
/// @param cloud         the points
/// @param discriminator D of rows of two numbers, row-major, in the units of the cloud
/// @param curve         the training's reports; without at least two, the learning curves are left out
/// @param objective     what the reports' losses are of
public record PlanePicture(
        Cloud cloud, UnaryOperator<float[]> discriminator, List<Report> curve, Objective objective) {
    private static final int WIDTH = 1040;
    private static final int LEFT = 68;
    private static final int SIDE = 400;
    private static final int TOP = 44;
    private static final int CELLS = 100;
    /// The colours of a discriminator's output.
    static final HeatMap OUTPUT =
            new HeatMap(new Axis(0, 1), Palette::diverging, List.of("0", "0.25", "0.5", "0.75", "1"));

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
            new LearningCurve(curve, objective)
                    .draw(sheet, new Rectangle2D.Double(LEFT, TOP + SIDE + 92, 2 * SIDE + 92, 170));
        }
        sheet.write(file);
    }

    private void drawDiscriminator(Panel panel) {
        OUTPUT.fill(panel, CELLS, discriminator.apply(HeatMap.centres(panel, CELLS)));
        panel.frame();
        cloud.contours().forEach(contour -> contour.draw(panel));
        panel.border();
        panel.title("Discriminator D(x)");
        panel.nameBelow(cloud.names().get(0));
        panel.nameBeside(cloud.names().get(1));
        OUTPUT.drawScale(panel);
    }
}
