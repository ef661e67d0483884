package dev.simulacra.figures;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Quantities over a size, both axes logarithmic: a power is a straight line.
///
/// @param title   what is measured
/// @param below   the name of the size
/// @param sizes   rising and above 0; each gets a number at the axis
/// @param series  at most four, drawn as lines
/// @param compare what they are compared with, drawn dashed
public record GrowthFigure(String title, String below, Values sizes, List<Series> series, Series compare) {
    private static final List<Color> COLOURS =
            List.of(Palette.DISCRIMINATOR, Palette.GENERATOR, Palette.SAMPLES, Palette.DATA);
    private static final Margins MARGINS = new Margins(76, 76, 34, 64);

    /// A word for the legend, and a value for each size; what is not above 0 is left out.
    public record Series(String word, Values values) {}

    public GrowthFigure {
        series = List.copyOf(series);
        if (series.size() > COLOURS.size()) {
            throw new IllegalArgumentException("growth: " + series.size() + " series; at most " + COLOURS.size()
                    + " can be told apart");
        }
    }

    /// The figure.
    public Plot plot() {
        Values all = Values.of(Stream.concat(series.stream(), Stream.of(compare))
                .flatMapToDouble(each -> each.values.stream()).toArray());
        Axis x = Axis.logarithmic(decades(sizes, 0.03)).named(below).withTicks(sizes.stream()
                .mapToObj(size -> new Tick(size, written(size))).toList());
        Plot plot = Plot.of(title, x, Axis.logarithmic(decades(all, 0.04))).sized(710, 420).withMargins(MARGINS)
                .describedAs(title + " over " + below + ", both axes logarithmic: "
                        + String.join(", ", series.stream().map(Series::word).toList()) + ".");
        for (int i = 0; i < series.size(); i++) {
            plot = with(plot, series.get(i), Stroke.solid(COLOURS.get(i), 2));
        }
        return with(plot, compare, Stroke.dashed(Palette.WORDS, 1.2));
    }

    private Plot with(Plot plot, Series each, Stroke stroke) {
        return plot.with(new Mark.Curve(sizes, each.values, stroke))
                .withLegend(LegendEntry.line(each.word, stroke));
    }

    /// The range of `values` with a margin in powers of ten.
    private static Range decades(Values values, double margin) {
        double[] logarithms = values.stream().filter(value -> value > 0).map(Math::log10).toArray();
        Range powers = Range.over(Values.of(logarithms), 1, margin);
        return new Range(Math.pow(10, Math.max(powers.low(), -300)), Math.pow(10, Math.min(powers.high(), 300)));
    }

    private static String written(double number) {
        return number < 1
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.format(Locale.ROOT, "%,.0f", number);
    }
}
