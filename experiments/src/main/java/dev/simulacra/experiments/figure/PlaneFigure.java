package dev.simulacra.experiments.figure;

import dev.simulacra.figures.Figure;
import dev.simulacra.figures.Margins;
import dev.simulacra.figures.Mark;
import dev.simulacra.figures.Page;
import dev.simulacra.figures.Plot;
import dev.simulacra.figures.Values;
import dev.simulacra.game.Objective;
import dev.simulacra.game.StepReport;
import java.util.List;

/// A game in the plane: data and samples, the discriminator over them, and the learning curves below.
public final class PlaneFigure {
    private static final int SIDE = 400;
    private static final int GAP = 92;
    private static final int CURVE_HEIGHT = 170;
    private static final int CELLS = 100;
    private static final Margins RIGHT = new Margins(68, 44, 80, 50);
    private static final Margins BELOW = new Margins(68, 42, 80, 54);

    private PlaneFigure() {}

    /// The figure.
    ///
    /// @param map       the discriminator, at points in the units of `cloud`
    /// @param reports   the training's; without at least two, the learning curves are left out
    /// @param objective the objective that the reports' losses are of
    public static Figure of(ScatterData cloud, DiscriminatorMap map, List<StepReport> reports, Objective objective) {
        Plot points = ScatterFigure.plot(cloud, "Samples").sized(SIDE, SIDE);
        List<Plot> above = List.of(points, discriminator(cloud, map));
        if (reports.size() < 2) {
            return Page.of(points.description(), List.of(above));
        }
        Plot curve = LearningCurve.of(reports, objective).sized(2 * SIDE + GAP, CURVE_HEIGHT).withMargins(BELOW);
        return Page.of(points.description() + " Beside it the discriminator over the same points, below the losses of"
                + " both players over " + reports.getLast().step() + " steps.", List.of(above, List.of(curve)));
    }

    private static Plot discriminator(ScatterData cloud, DiscriminatorMap map) {
        float[] values = map.values()
                .apply(new CellGrid(cloud.x().range(), cloud.y().range(), CELLS).centres());
        return Plot.of(map.title(), cloud.x(), cloud.y())
                .with(new Mark.Field(Values.of(values), CELLS, map.colours(values)))
                .with(cloud.curves())
                .withFrame(Plot.Frame.GRID_OVER_FIELDS)
                .sized(SIDE, SIDE)
                .withMargins(RIGHT);
    }
}
