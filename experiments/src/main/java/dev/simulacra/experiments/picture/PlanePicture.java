package dev.simulacra.experiments.picture;

import dev.simulacra.game.Objective;
import dev.simulacra.game.StepReport;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The picture of a game in the plane: data and samples, the discriminator over them, and the learning curves below.
///
/// @param cloud         the points
/// @param verdict       what the discriminator says, of points in the units of the cloud
/// @param curve         the training's reports; without at least two, the learning curves are left out
/// @param objective     what the reports' losses are of
public record PlanePicture(
        ScatterData cloud, DiscriminatorMap verdict, List<StepReport> curve, Objective objective) {
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
        Canvas sheet = new Canvas(WIDTH, TOP + SIDE + (hasCurve ? 316 : 50));
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
        float[] values = verdict.values().apply(HeatMap.centres(panel, CELLS));
        HeatMap colours = verdict.colours(values);
        colours.fill(panel, CELLS, values);
        panel.frame();
        cloud.contours().forEach(contour -> contour.draw(panel));
        panel.border();
        panel.title(verdict.title());
        panel.nameBelow(cloud.names().get(0));
        panel.nameBeside(cloud.names().get(1));
        colours.drawScale(panel);
    }
}
