package dev.simulacra.experiments.figure;

import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.figures.Axis;
import dev.simulacra.figures.LegendEntry;
import dev.simulacra.figures.Mark;
import dev.simulacra.figures.Palette;
import dev.simulacra.figures.Plot;
import dev.simulacra.figures.Range;
import dev.simulacra.figures.Stroke;
import dev.simulacra.figures.Values;
import dev.simulacra.game.KnownOptimum;
import dev.simulacra.game.Objective;
import dev.simulacra.game.StepReport;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Both players' losses over the steps, with the values that they have at equilibrium.
final class LearningCurve {
    private static final double SHOWN = 0.98;
    private static final double MARGIN = 0.05;

    private LearningCurve() {}

    /// The plot of at least one report.
    ///
    /// @param reports   in the order of their steps
    /// @param objective the objective that the losses are of
    static Plot of(List<StepReport> reports, Objective objective) {
        Values steps = column(reports, StepReport::step);
        Values ofDiscriminator = column(reports, StepReport::discriminatorLoss);
        Values ofGenerator = column(reports, StepReport::generatorLoss);
        Range x = Range.between(0, Math.max(1, steps.at(steps.size() - 1)));
        Range losses = Range.over(ofDiscriminator, SHOWN, MARGIN).hull(Range.over(ofGenerator, SHOWN, MARGIN));
        Plot levels = objective instanceof KnownOptimum known
                ? besideEquilibrium(x, losses, -known.valueOptimum(), known.generatorOptimum())
                : plot(x, losses);
        return levels.with(loss(steps, ofDiscriminator, Palette.DISCRIMINATOR))
                .with(loss(steps, ofGenerator, Palette.GENERATOR))
                .withLegend(
                        LegendEntry.line("J(D)", Stroke.solid(Palette.DISCRIMINATOR, 2)),
                        LegendEntry.line("J(G)", Stroke.solid(Palette.GENERATOR, 2)),
                        LegendEntry.line("at equilibrium", Stroke.dashed(Palette.WORDS, 1.2)));
    }

    private static Plot plot(Range x, Range y) {
        return Plot.of("Losses over the steps", Axis.of(x).named("step"), Axis.of(y));
    }

    /// The plot with the losses at equilibrium as levels.
    private static Plot besideEquilibrium(Range x, Range losses, double ofDiscriminator, double ofGenerator) {
        Range y = losses.with(
                Math.min(ofDiscriminator, ofGenerator) - 0.15, Math.max(ofDiscriminator, ofGenerator) + 0.15);
        Plot plot = plot(x, y).with(equilibrium(ofDiscriminator, Palette.DISCRIMINATOR));
        return ofGenerator == ofDiscriminator ? plot : plot.with(equilibrium(ofGenerator, Palette.GENERATOR));
    }

    private static List<Mark> equilibrium(double loss, Color colour) {
        String text = Equilibrium.inLn2(loss).orElseGet(() -> String.format(Locale.ROOT, "%.2f", loss));
        return List.of(new Mark.Level(loss, Stroke.dashed(colour, 1.2)), new Mark.SideLabel(loss, text, colour, false));
    }

    /// A report is one minibatch, so the line is the mean of its neighbourhood, over the pale single values.
    private static List<Mark> loss(Values steps, Values loss, Color colour) {
        return List.of(
                new Mark.Curve(steps, loss, Stroke.solid(Palette.translucent(colour, 0.3), 1)),
                new Mark.Curve(steps, smooth(loss.toArray()), Stroke.solid(colour, 2)));
    }

    private static Values smooth(double... values) {
        int reach = values.length / 60;
        return Values.of(IntStream.range(0, values.length)
                .mapToDouble(i -> Arrays.stream(
                                values, Math.max(0, i - reach), Math.min(values.length, i + reach + 1))
                        .average()
                        .orElse(Double.NaN))
                .toArray());
    }

    private static Values column(List<StepReport> reports, ToDoubleFunction<StepReport> value) {
        return Values.of(reports.stream().mapToDouble(value).toArray());
    }
}
