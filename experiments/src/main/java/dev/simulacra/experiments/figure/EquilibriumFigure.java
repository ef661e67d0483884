package dev.simulacra.experiments.figure;

import dev.simulacra.analysis.equilibrium.EquilibriumReport;
import dev.simulacra.figures.Axis;
import dev.simulacra.figures.ColourScale;
import dev.simulacra.figures.Figure;
import dev.simulacra.figures.Margins;
import dev.simulacra.figures.Mark;
import dev.simulacra.figures.Page;
import dev.simulacra.figures.Plot;
import dev.simulacra.figures.Range;
import dev.simulacra.figures.Tick;
import dev.simulacra.figures.Values;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// An equilibrium report in the plane: the discriminator, the best one, and the distance between them, or where the
/// objective has no best one that is known, where data outweigh samples; below, where the distribution has modes, their
/// shares and what the loss says of them.
///
/// Cells without data and without samples stay grey: the discriminator is not defined there by the game.
///
/// @param cloud         the points that say where there are data or samples
/// @param discriminator the probability of being data that D means at rows of two numbers, row-major
/// @param optimal       the same of the best discriminator, or `p/(p + q)` where none is known
public record EquilibriumFigure(
        ScatterData cloud,
        EquilibriumReport report,
        UnaryOperator<float[]> discriminator,
        UnaryOperator<float[]> optimal) {
    private static final int SIDE = 330;
    private static final int CELLS = 165;
    private static final int LEAST = 3;
    private static final Margins FIRST = new Margins(68, 44, 24, 50);
    private static final Margins SECOND = new Margins(40, 44, 54, 50);
    private static final Margins THIRD = new Margins(40, 44, 100, 50);

    /// The space below the maps where nothing follows.
    private static final int BELOW = 96;
    private static final List<String> ENDS = List.of("0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1", "0.2",
            "0.5", "1");

    /// The figure.
    public Figure figure() {
        boolean hasModes = report.modes().modes() > 1;
        List<Plot> maps = report.standings().isEmpty() ? List.of(ratio()) : maps();
        if (!hasModes) {
            return Page.of(description(), List.of(maps.stream().map(EquilibriumFigure::withSpaceBelow).toList()));
        }
        ModesFigure modes = new ModesFigure(report.modes(), report.play().integrated().value());
        return Page.of(description(), List.of(maps, modes.plots()));
    }

    private String description() {
        return report.standings().isEmpty()
                ? "Map of the share p/(p + q) of the data among data and samples."
                : "Three maps: the discriminator, the best discriminator, and the distance between them.";
    }

    private static Plot withSpaceBelow(Plot map) {
        Margins given = map.margins();
        return map.withMargins(new Margins(given.left(), given.top(), given.right(), BELOW));
    }

    private List<Plot> maps() {
        CellGrid grid = grid();
        boolean[] seen = seen(grid);
        float[] given = where(seen, discriminator.apply(grid.centres()));
        float[] best = where(seen, optimal.apply(grid.centres()));
        float[] distance = new float[given.length];
        for (int i = 0; i < given.length; i++) {
            distance[i] = Math.abs(given[i] - best[i]);
        }
        ColourScale probability = DiscriminatorMap.PROBABILITY;
        Axis unnamed = cloud.y().named("");
        return List.of(
                map("Discriminator D(x)", cloud.y(), given, probability.withoutBar()).withMargins(FIRST),
                map("Best discriminator D*(x)", unnamed, best, probability).withMargins(SECOND),
                map("|D(x) − D*(x)|", unnamed, distance, distances(distance)).withMargins(THIRD)
                        .with(new Mark.Note("grey: no points")));
    }

    private Plot ratio() {
        CellGrid grid = grid();
        float[] ratio = where(seen(grid), optimal.apply(grid.centres()));
        return map("p(x)/(p(x) + q(x))", cloud.y(), ratio, DiscriminatorMap.PROBABILITY)
                .with(new Mark.Note("grey: no points"));
    }

    private CellGrid grid() {
        return new CellGrid(cloud.x().range(), cloud.y().range(), CELLS);
    }

    private Plot map(String title, Axis y, float[] values, ColourScale colours) {
        return Plot.of(title, cloud.x(), y)
                .with(new Mark.Field(Values.of(values), CELLS, colours))
                .with(cloud.curves())
                .sized(SIDE, SIDE);
    }

    /// The cells in which, or next to which, there are at least [#LEAST] points of data or samples.
    private boolean[] seen(CellGrid grid) {
        int[] points = new int[CELLS * CELLS];
        grid.count(cloud.data(), points);
        grid.count(cloud.samples(), points);
        boolean[] seen = new boolean[points.length];
        for (int cell = 0; cell < seen.length; cell++) {
            seen[cell] = points[cell] >= LEAST;
        }
        return seen;
    }

    /// The values of the cells that are seen; NaN for all others.
    private static float[] where(boolean[] seen, float... values) {
        float[] shown = new float[values.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = seen[i] ? values[i] : Float.NaN;
        }
        return shown;
    }

    /// The scale that reaches just over 99 of 100 distances.
    private static ColourScale distances(float... distance) {
        double[] sorted = IntStream.range(0, distance.length)
                .mapToDouble(i -> distance[i])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double most = sorted.length == 0 ? 1 : sorted[(int) (0.99 * (sorted.length - 1))];
        String end = ENDS.stream().filter(e -> Double.parseDouble(e) >= most).findFirst().orElse("1");
        double high = Double.parseDouble(end);
        String middle = String.format(Locale.ROOT, "%s", high / 2);
        return ColourScale.sequential(new Range(0, high),
                List.of(new Tick(0, "0"), new Tick(high / 2, middle), new Tick(high, end)));
    }
}
