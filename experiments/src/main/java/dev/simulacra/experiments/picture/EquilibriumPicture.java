package dev.simulacra.experiments.picture;

import dev.simulacra.analysis.equilibrium.EquilibriumReport;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The picture of an equilibrium report in the plane: the discriminator, the best one, and the distance between them,
/// or where the objective has no best one that is known, where data outweigh samples; below, where the truth has modes,
/// their shares and what the loss says of them.
///
/// What a discriminator says where there are neither data nor samples makes no difference to anyone; it is left grey.
///
/// @param cloud         the points that say where there are data or samples
/// @param discriminator the probability of being data that D means at rows of two numbers, row-major
/// @param optimal       the same of the best discriminator, or `p/(p + q)` where none is known
public record EquilibriumPicture(
        ScatterData cloud,
        EquilibriumReport report,
        UnaryOperator<float[]> discriminator,
        UnaryOperator<float[]> optimal) {
    private static final int LEFT = 68;
    private static final int SIDE = 330;
    private static final int TOP = 44;
    private static final int GAP = 64;
    private static final int CELLS = 165;
    private static final int BELOW = 96;
    private static final int LEAST = 3;
    private static final int HEIGHT = 210;
    private static final List<String> ENDS = List.of("0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1", "0.2",
            "0.5", "1");

    /// Writes the picture as PNG.
    public void write(Path file) throws IOException {
        boolean hasModes = report.modes().modes() > 1;
        int maps = SIDE + BELOW;
        Canvas sheet = new Canvas(LEFT + 3 * SIDE + 2 * GAP + 130, TOP + maps + (hasModes ? HEIGHT + 56 : 0));
        if (report.standings().isEmpty()) {
            drawRatio(sheet);
        } else {
            drawMaps(sheet);
        }
        if (hasModes) {
            ModesPicture modes = new ModesPicture(report.modes(), report.play().integrated().value());
            modes.draw(sheet, new Rectangle2D.Double(LEFT, TOP + maps, 3 * SIDE + 2 * GAP + 30, HEIGHT));
        }
        sheet.write(file);
    }

    private void drawMaps(Canvas sheet) {
        Panel d = panel(sheet, 0, LEFT);
        float[] centres = HeatMap.centres(d, CELLS);
        boolean[] seen = seen(d);
        float[] given = where(seen, discriminator.apply(centres));
        float[] best = where(seen, optimal.apply(centres));
        float[] distance = new float[given.length];
        for (int i = 0; i < given.length; i++) {
            distance[i] = Math.abs(given[i] - best[i]);
        }
        draw(d, DiscriminatorMap.PROBABILITY, given, "Discriminator D(x)");
        d.nameBeside(cloud.names().get(1));
        Panel star = panel(sheet, 1, LEFT);
        draw(star, DiscriminatorMap.PROBABILITY, best, "Best discriminator D*(x)");
        DiscriminatorMap.PROBABILITY.drawScale(star);
        HeatMap distances = distances(distance);
        Panel between = panel(sheet, 2, LEFT + 30);
        draw(between, distances, distance, "|D(x) − D*(x)|");
        distances.drawScale(between);
        between.note("grey: no points");
    }

    private void drawRatio(Canvas sheet) {
        Panel panel = panel(sheet, 0, LEFT);
        float[] ratio = where(seen(panel), optimal.apply(HeatMap.centres(panel, CELLS)));
        draw(panel, DiscriminatorMap.PROBABILITY, ratio, "p(x)/(p(x) + q(x))");
        panel.nameBeside(cloud.names().get(1));
        DiscriminatorMap.PROBABILITY.drawScale(panel);
        panel.note("grey: no points");
    }

    private Panel panel(Canvas sheet, int place, int left) {
        var area = new Rectangle2D.Double(left + place * (SIDE + GAP), TOP, SIDE, SIDE);
        return new Panel(sheet, area, cloud.x(), cloud.y());
    }

    private void draw(Panel panel, HeatMap map, float[] values, String title) {
        panel.frame();
        map.fill(panel, CELLS, values);
        cloud.contours().forEach(contour -> contour.draw(panel));
        panel.border();
        panel.title(title);
        panel.nameBelow(cloud.names().get(0));
    }

    /// The cells in which, or next to which, there are at least [#LEAST] points of data or samples.
    private boolean[] seen(Panel panel) {
        int[] points = new int[CELLS * CELLS];
        count(panel, cloud.data(), points);
        count(panel, cloud.samples(), points);
        boolean[] seen = new boolean[points.length];
        for (int cell = 0; cell < seen.length; cell++) {
            seen[cell] = points[cell] >= LEAST;
        }
        return seen;
    }

    /// The values of the cells that are seen; NaN for all others.
    private static float[] where(boolean[] seen, float[] values) {
        float[] shown = new float[values.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = seen[i] ? values[i] : Float.NaN;
        }
        return shown;
    }

    /// Adds each point to its cell and the eight around it.
    private static void count(Panel panel, float[] rows, int[] points) {
        for (int i = 0; i < rows.length; i += 2) {
            int column = (int) Math.floor(panel.x().share(rows[i]) * CELLS);
            int row = (int) Math.floor((1 - panel.y().share(rows[i + 1])) * CELLS);
            for (int k = 0; k < 9; k++) {
                int across = column + k % 3 - 1;
                int down = row + k / 3 - 1;
                if (across >= 0 && across < CELLS && down >= 0 && down < CELLS) {
                    points[down * CELLS + across]++;
                }
            }
        }
    }

    /// The scale that reaches just over 99 of 100 distances.
    private static HeatMap distances(float[] distance) {
        double[] sorted = IntStream.range(0, distance.length)
                .mapToDouble(i -> distance[i])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double most = sorted.length == 0 ? 1 : sorted[(int) (0.99 * (sorted.length - 1))];
        String end = ENDS.stream().filter(e -> Double.parseDouble(e) >= most).findFirst().orElse("1");
        double high = Double.parseDouble(end);
        String middle = String.format(Locale.ROOT, "%s", high / 2);
        return new HeatMap(new Axis(0, high), d -> Palette.distance(d / high), List.of("0", middle, end));
    }
}
