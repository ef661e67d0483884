package dev.simulacra.experiments.figure;

import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.analysis.equilibrium.ModeShares;
import dev.simulacra.figures.Axis;
import dev.simulacra.figures.LegendEntry;
import dev.simulacra.figures.Margins;
import dev.simulacra.figures.Mark;
import dev.simulacra.figures.Palette;
import dev.simulacra.figures.Plot;
import dev.simulacra.figures.Range;
import dev.simulacra.figures.Stroke;
import dev.simulacra.figures.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The shares of the samples in each mode, beside the loss as a scale of modes: C(G) over the number k of modes that a
/// generator covers.
///
/// @param shares of at least two modes
/// @param value  C(G) as measured
record ModesFigure(ModeShares shares, double value) {
    private static final int WIDTH = 499;
    private static final int HEIGHT = 210;
    private static final int POINTS = 200;
    private static final int MOST_NAMES = 25;
    private static final Margins LEFT = new Margins(68, 46, 75, 56);
    private static final Margins RIGHT = new Margins(75, 46, 100, 56);

    /// Both plots, from the left.
    List<Plot> plots() {
        return List.of(
                bars().sized(WIDTH, HEIGHT).withMargins(LEFT), scale().sized(WIDTH, HEIGHT).withMargins(RIGHT));
    }

    private Plot bars() {
        double most = Arrays.stream(shares.shares()).max().orElse(1);
        double top = 1.15 * Math.max(most, shares.equal() + shares.band());
        Axis modes = Axis.of(new Range(0.25, shares.modes() + 0.75)).named("mode").withoutLabels();
        return Plot.of("Shares of the samples", modes, Axis.of(Range.between(0, top)))
                .with(new Mark.Bars(IntStream.range(0, shares.modes()).mapToObj(this::bar).toList(), 0.64))
                .with(new Mark.Band(shares.equal() - shares.band(), shares.equal() + shares.band(),
                        Palette.translucent(Palette.DATA, 0.25)))
                .with(new Mark.Level(shares.equal(), Stroke.solid(Palette.INK, 1.4)))
                .withLegend(
                        LegendEntry.dot("within", Palette.DATA),
                        LegendEntry.dot("outside", Palette.SAMPLES),
                        LegendEntry.line("1/K ± 3 standard errors", Stroke.solid(Palette.INK, 1.4)));
    }

    private Mark.Bar bar(int mode) {
        int every = Math.ceilDiv(shares.modes(), MOST_NAMES);
        String name = mode % every == 0 ? Integer.toString(mode + 1) : "";
        return new Mark.Bar(mode + 1, shares.shares()[mode], name,
                shares.isWithin(mode) ? Palette.DATA : Palette.SAMPLES);
    }

    private Plot scale() {
        int modes = shares.modes();
        Values k = Values.of(IntStream.rangeClosed(0, POINTS).mapToDouble(i -> (double) i * modes / POINTS).toArray());
        double read = Equilibrium.modesAtCollapse(value, modes);
        Stroke mark = Stroke.dashed(Palette.SAMPLES, 1.6);
        Range y = new Range(Equilibrium.VALUE * 1.06, 0);
        return Plot.of("What the loss says", Axis.of(new Range(0, modes)).named("k, the modes covered"),
                        Axis.of(y).named("C(G)"))
                .with(new Mark.Curve(k, k.map(each -> Equilibrium.valueAtCollapse(each, modes)),
                        Stroke.solid(Palette.DISCRIMINATOR, 2)))
                .with(new Mark.Level(Equilibrium.VALUE, Stroke.dashed(Palette.WORDS, 1.2)))
                .with(new Mark.SideLabel(Equilibrium.VALUE, "−2 ln 2", Palette.WORDS, false))
                .with(new Mark.Curve(Values.of(0, read, read), Values.of(value, value, y.low()), mark))
                .with(new Mark.Scatter(List.of(new Mark.Points(Values.of(read), Values.of(value), Palette.SAMPLES)),
                        Mark.Symbol.DOT, 4.5))
                .withLegend(LegendEntry.line(
                        String.format(Locale.ROOT, "measured: ≈ %.1f of %d", read, modes), mark));
    }
}
