package dev.simulacra.experiments.figure;

import dev.simulacra.figures.Axis;
import dev.simulacra.figures.Mark;
import dev.simulacra.figures.Plot;

/// Points in the plane with axes, legend and the number of samples that are not shown.
public final class ScatterFigure {
    private static final int SIDE = 520;

    private ScatterFigure() {}

    /// The points alone, in a figure of their own.
    public static Plot of(ScatterData cloud, String title) {
        return plot(cloud, title).sized(SIDE, SIDE);
    }

    static Plot plot(ScatterData cloud, String title) {
        Axis x = cloud.x();
        Axis y = cloud.y();
        long outside = cloud.outside(x.range(), y.range());
        Plot plot = Plot.of(title, x, y).with(cloud.marks()).withLegend(cloud.legend())
                .describedAs(description(cloud, outside));
        return outside == 0
                ? plot
                : plot.with(new Mark.Note(outside + (outside == 1 ? " sample" : " samples") + " outside"));
    }

    private static String description(ScatterData cloud, long outside) {
        return "Scatter plot of " + cloud.data().length / 2 + " points of data and " + cloud.samples().length / 2
                + " samples, " + cloud.names().get(1) + " over " + cloud.names().get(0) + "; " + outside
                + " samples lie outside the axes.";
    }
}
