package dev.simulacra.experiments.figure;

import dev.simulacra.figures.Axis;
import dev.simulacra.figures.Figure;
import dev.simulacra.figures.LegendEntry;
import dev.simulacra.figures.Margins;
import dev.simulacra.figures.Mark;
import dev.simulacra.figures.Page;
import dev.simulacra.figures.Palette;
import dev.simulacra.figures.Plot;
import dev.simulacra.figures.Range;
import dev.simulacra.figures.Stroke;
import dev.simulacra.figures.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A game on the line at several steps, side by side, as in Figure 1 of Goodfellow et al. 2014: the data's density
/// dashed black, the generator's green, the discriminator dotted blue, and beneath them the lines from z to G(z). The
/// optimal discriminator is added as a thin blue line.
///
/// @param discriminator the name of the dotted curve
/// @param optimum       the name of the thin one
public record SnapshotsFigure(List<Snapshot> snapshots, String discriminator, String optimum) {
    private static final Stroke OF_DATA = Stroke.dashed(Palette.INK, 1.8);
    private static final Stroke OF_GENERATOR = Stroke.solid(Palette.GENERATOR, 2.2);
    private static final Stroke DISCRIMINATOR = Stroke.dotted(Palette.DISCRIMINATOR, 2.6);
    private static final Stroke OPTIMUM = Stroke.solid(Palette.translucent(Palette.DISCRIMINATOR, 0.5), 1.3);
    private static final int WIDTH = 240;
    private static final int HEIGHT = 230;
    private static final int BAND = 64;
    private static final int ARROWS = 25;
    private static final int LEFT = 46;
    private static final int GAP = 18;
    private static final int RIGHT = 40;

    public SnapshotsFigure {
        snapshots = List.copyOf(snapshots);
        if (snapshots.isEmpty()) {
            throw new IllegalArgumentException("snapshots: there must be at least one to draw");
        }
    }

    /// The figure.
    public Figure figure() {
        double most = snapshots.stream().mapToDouble(SnapshotsFigure::highest).filter(Double::isFinite).max().orElse(1);
        List<Plot> densities = new ArrayList<>();
        List<Plot> maps = new ArrayList<>();
        for (int i = 0; i < snapshots.size(); i++) {
            int left = i == 0 ? LEFT : GAP;
            int right = i == snapshots.size() - 1 ? RIGHT : GAP;
            densities.add(densities(snapshots.get(i), 1.06 * most, i).withMargins(new Margins(left, 84, right, 32)));
            maps.add(map(snapshots.get(i), i == 0).withMargins(new Margins(left, 0, right, 30)));
        }
        return Page.of("The data's and the generator's density, the discriminator and the optimal discriminator at "
                        + snapshots.size() + " steps of a training, and below them the lines from z to G(z).",
                        List.of(densities, maps))
                .withInside(2 * WIDTH)
                .withLegend(List.of(
                        LegendEntry.line("data density", OF_DATA),
                        LegendEntry.line("generator density", OF_GENERATOR),
                        LegendEntry.line(discriminator, DISCRIMINATOR),
                        LegendEntry.line(optimum, OPTIMUM)));
    }

    /// A generator that maps much noise to one place has a density without bound: what is far above the data's is cut.
    private static double highest(Snapshot snapshot) {
        double ofData = Arrays.stream(snapshot.pData()).filter(Double::isFinite).max().orElse(1);
        double ofGenerator = Arrays.stream(snapshot.pG()).filter(Double::isFinite).max().orElse(1);
        return Math.max(1.1 * ofData, Math.min(ofGenerator, 1.9 * ofData));
    }

    private Plot densities(Snapshot snapshot, double top, int place) {
        Values x = Values.of(snapshot.x());
        Axis y = Axis.of(Range.between(0, top));
        Range heights = y.range();
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Level(heights.high() / 2, Stroke.dashed(Palette.FRAME, 1)));
        if (place == snapshots.size() - 1) {
            marks.add(new Mark.SideLabel(0, "0", Palette.DISCRIMINATOR, false));
            marks.add(new Mark.SideLabel(heights.high() / 2, "½", Palette.DISCRIMINATOR, false));
            marks.add(new Mark.SideLabel(heights.high(), "1", Palette.DISCRIMINATOR, false));
        }
        marks.add(new Mark.Curve(x, Values.of(snapshot.optimal()).map(d -> d * heights.high()), OPTIMUM));
        marks.add(new Mark.Curve(x, Values.of(snapshot.pG()), OF_GENERATOR));
        marks.add(new Mark.Curve(x, Values.of(snapshot.pData()), OF_DATA));
        marks.add(new Mark.Curve(x, Values.of(snapshot.d()).map(d -> d * heights.high()), DISCRIMINATOR));
        String title = String.format(Locale.ROOT, "step %,d", snapshot.step());
        return Plot.of(title, across(snapshot), place == 0 ? y : y.withoutLabels()).with(marks).sized(WIDTH, HEIGHT);
    }

    /// The lines from z, below, to G(z), above.
    private static Plot map(Snapshot snapshot, boolean isFirst) {
        double[] z = snapshot.z();
        Range below = Range.between(z[0], z[z.length - 1]);
        Range across = across(snapshot).range();
        Stroke thin = Stroke.solid(Palette.translucent(Palette.GENERATOR, 0.65), 1);
        List<Mark> marks = new ArrayList<>(IntStream.range(0, ARROWS)
                .map(i -> Math.round(i * (z.length - 1f) / (ARROWS - 1)))
                .mapToObj(at -> new Mark.Curve(
                        Values.of(across.low() + below.share(z[at]) * across.length(), snapshot.image()[at]),
                        Values.of(0.0, 1), thin))
                .toList());
        marks.add(new Mark.Level(1, Stroke.solid(Palette.INK, 1.2)));
        marks.add(new Mark.Level(0, Stroke.solid(Palette.INK, 1.2)));
        if (isFirst) {
            marks.add(new Mark.SideLabel(1, "x", Palette.INK, true));
            marks.add(new Mark.SideLabel(0, "z", Palette.INK, true));
        }
        return Plot.of("", across(snapshot).withoutLabels(), Axis.of(new Range(0, 1)).withoutLabels()).with(marks)
                .withFrame(Plot.Frame.NONE).sized(WIDTH, BAND);
    }

    private static Axis across(Snapshot snapshot) {
        return Axis.of(Range.between(snapshot.x()[0], snapshot.x()[snapshot.x().length - 1]));
    }
}
