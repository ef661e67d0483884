package dev.simulacra.experiments.picture;

import dev.simulacra.experiments.picture.Canvas.Anchor;
import dev.simulacra.experiments.picture.Canvas.Line;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The picture of a game on the line at several moments, side by side, as in Figure 1 of Goodfellow et al. 2014: the
/// data's density dashed black, the generator's green, the discriminator dotted blue, and beneath them the lines from z
/// to G(z). The optimal discriminator is added as a thin blue line.
///
/// @param discriminator what is drawn of the discriminator
/// @param optimum       what is drawn of the optimal one
public record SnapshotsPicture(List<Snapshot> moments, String discriminator, String optimum) {
    private static final Line OF_DATA = Line.dashed(Palette.INK, 1.8);
    private static final Line OF_GENERATOR = Line.solid(Palette.GENERATOR, 2.2);
    private static final Line DISCRIMINATOR = Line.dotted(Palette.DISCRIMINATOR, 2.6);
    private static final Line OPTIMUM = Line.solid(Palette.translucent(Palette.DISCRIMINATOR, 0.5), 1.3);
    private static final int LEFT = 46;
    private static final int TOP = 84;
    private static final int WIDTH = 240;
    private static final int HEIGHT = 230;
    private static final int GAP = 36;
    private static final int BAND = 64;
    private static final int ARROWS = 25;

    public SnapshotsPicture {
        moments = List.copyOf(moments);
        if (moments.isEmpty()) {
            throw new IllegalArgumentException("moments: there must be at least one to draw");
        }
    }

    /// Writes the picture as PNG.
    public void write(Path file) throws IOException {
        int inside = moments.size() * (WIDTH + GAP) - GAP;
        Canvas sheet = new Canvas(LEFT + Math.max(inside, 2 * WIDTH) + 40, TOP + HEIGHT + BAND + 62);
        double most = moments.stream().mapToDouble(SnapshotsPicture::highest).max().orElse(1);
        for (int i = 0; i < moments.size(); i++) {
            var area = new Rectangle2D.Double(LEFT + i * (WIDTH + GAP), TOP, WIDTH, HEIGHT);
            draw(sheet, area, moments.get(i), most, i);
        }
        drawLegend(sheet, Math.max(inside, 2 * WIDTH));
        sheet.write(file);
    }

    /// A generator that maps much noise to one place has a density without bound: what is far above the data's is cut.
    private static double highest(Snapshot moment) {
        double ofData = Arrays.stream(moment.pData()).max().orElse(1);
        double ofGenerator = Arrays.stream(moment.pG()).filter(Double::isFinite).max().orElse(1);
        return Math.max(1.1 * ofData, Math.min(ofGenerator, 1.9 * ofData));
    }

    private void draw(Canvas sheet, Rectangle2D area, Snapshot moment, double most, int place) {
        double[] x = moment.x();
        Axis across = new Axis(x[0], x[x.length - 1]);
        Panel densities = new Panel(sheet, area, across, new Axis(0, 1.06 * most));
        Panel outputs = new Panel(sheet, area, across, new Axis(0, 1));
        densities.title(String.format(Locale.ROOT, "step %,d", moment.step()));
        densities.frame(true, place == 0);
        outputs.line(0.5, Line.dashed(Palette.FRAME, 1));
        if (place == moments.size() - 1) {
            outputs.mark(0, "0", Palette.DISCRIMINATOR);
            outputs.mark(0.5, "½", Palette.DISCRIMINATOR);
            outputs.mark(1, "1", Palette.DISCRIMINATOR);
        }
        outputs.curve(x, moment.optimal(), OPTIMUM);
        densities.curve(x, moment.pG(), OF_GENERATOR);
        densities.curve(x, moment.pData(), OF_DATA);
        outputs.curve(x, moment.d(), DISCRIMINATOR);
        densities.border();
        drawMap(densities, moment, place == 0);
    }

    /// The lines from z, below, to G(z), above.
    private static void drawMap(Panel panel, Snapshot moment, boolean isFirst) {
        Rectangle2D area = panel.area();
        Canvas sheet = panel.sheet();
        double upper = area.getMaxY() + 32;
        double lower = upper + BAND;
        double[] z = moment.z();
        Axis below = new Axis(z[0], z[z.length - 1]);
        Line thin = Line.solid(Palette.translucent(Palette.GENERATOR, 0.65), 1);
        sheet.within(new Rectangle2D.Double(area.getMinX(), upper, area.getWidth(), BAND), () -> {
            for (int i = 0; i < ARROWS; i++) {
                int at = Math.round(i * (z.length - 1f) / (ARROWS - 1));
                double from = area.getMinX() + below.share(z[at]) * area.getWidth();
                sheet.line(from, lower, panel.toX(moment.image()[at]), upper, thin);
            }
        });
        for (double height : new double[] {upper, lower}) {
            sheet.line(area.getMinX(), height, area.getMaxX(), height, Line.solid(Palette.INK, 1.2));
        }
        if (isFirst) {
            sheet.words("x", area.getMinX() - 10, upper, Anchor.END, Panel.SMALL, Palette.INK);
            sheet.words("z", area.getMinX() - 10, lower, Anchor.END, Panel.SMALL, Palette.INK);
        }
    }

    private void drawLegend(Canvas sheet, int inside) {
        var area = new Rectangle2D.Double(LEFT, 40, inside, 1);
        Panel whole = new Panel(sheet, area, new Axis(0, 1), new Axis(0, 1));
        whole.legend(List.of(
                Panel.Entry.line("data density", OF_DATA),
                Panel.Entry.line("generator density", OF_GENERATOR),
                Panel.Entry.line(discriminator, DISCRIMINATOR),
                Panel.Entry.line(optimum, OPTIMUM)));
    }
}
