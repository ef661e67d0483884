package dev.simulacra.experiments.picture;

import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.experiments.picture.Canvas.Line;
import dev.simulacra.game.KnownOptimum;
import dev.simulacra.game.Objective;
import dev.simulacra.game.StepReport;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Both players' losses over the steps, with the values that they have at equilibrium.
///
/// @param reports   in the order of their steps
/// @param objective what the losses are of
public record LearningCurve(List<StepReport> reports, Objective objective) {
    public LearningCurve {
        reports = List.copyOf(reports);
    }

    /// The reports in a run's `metrics.jsonl`, one JSON object a line; none where there is no such file. A line that
    /// lacks a number, as the last one of a run that was killed, is passed over.
    public static List<StepReport> read(Path metrics) throws IOException {
        if (!Files.exists(metrics)) {
            return List.of();
        }
        try (var lines = Files.lines(metrics)) {
            return lines.map(LearningCurve::report).flatMap(Optional::stream).toList();
        }
    }

    private static Optional<StepReport> report(String line) {
        double[] numbers = DoubleStream.concat(
                        DoubleStream.of(number(line, "step")),
                        DoubleStream.of(
                                number(line, "discriminatorLoss"),
                                number(line, "generatorLoss"),
                                number(line, "meanOnData"),
                                number(line, "meanOnSamples")))
                .toArray();
        boolean isWhole = line.strip().endsWith("}") && !Double.isNaN(numbers[0] + numbers[1] + numbers[2]);
        return isWhole
                ? Optional.of(new StepReport((long) numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]))
                : Optional.empty();
    }

    private static double number(String line, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*(-?[0-9][0-9.eE+-]*)").matcher(line);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }

    void draw(Canvas sheet, Rectangle2D area) {
        double[] steps = column(StepReport::step);
        double[] ofDiscriminator = column(StepReport::discriminatorLoss);
        double[] ofGenerator = column(StepReport::generatorLoss);
        Axis x = new Axis(0, Math.max(1, steps[steps.length - 1]));
        Axis y = Axis.over(ofDiscriminator, 0.98, 0.05).hull(Axis.over(ofGenerator, 0.98, 0.05));
        if (objective instanceof KnownOptimum known) {
            double bestD = -known.valueOptimum();
            double bestG = known.generatorOptimum();
            y = y.hull(new Axis(Math.min(bestD, bestG) - 0.15, Math.max(bestD, bestG) + 0.15));
        }
        Panel panel = new Panel(sheet, area, x, y);
        panel.title("Losses over the steps");
        panel.frame();
        if (objective instanceof KnownOptimum known) {
            panel.level(-known.valueOptimum(), text(-known.valueOptimum()), Palette.DISCRIMINATOR);
            if (known.generatorOptimum() != -known.valueOptimum()) {
                panel.level(known.generatorOptimum(), text(known.generatorOptimum()), Palette.GENERATOR);
            }
        }
        drawLoss(panel, steps, ofDiscriminator, Palette.DISCRIMINATOR);
        drawLoss(panel, steps, ofGenerator, Palette.GENERATOR);
        panel.border();
        panel.nameBelow("step");
        panel.legend(List.of(
                Panel.Entry.line("J(D)", Line.solid(Palette.DISCRIMINATOR, 2)),
                Panel.Entry.line("J(G)", Line.solid(Palette.GENERATOR, 2)),
                Panel.Entry.line("at equilibrium", Line.dashed(Palette.WORDS, 1.2))));
    }

    private static String text(double loss) {
        return Equilibrium.inLn2(loss).orElseGet(() -> String.format(Locale.ROOT, "%.2f", loss));
    }

    /// A report is one minibatch, so the line is the mean of its neighbourhood, over the pale single values.
    private static void drawLoss(Panel panel, double[] steps, double[] loss, Color colour) {
        panel.curve(steps, loss, Line.solid(Palette.translucent(colour, 0.3), 1));
        panel.curve(steps, smooth(loss), Line.solid(colour, 2));
    }

    private static double[] smooth(double[] values) {
        int reach = values.length / 60;
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Arrays.stream(
                                values, Math.max(0, i - reach), Math.min(values.length, i + reach + 1))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    private double[] column(ToDoubleFunction<StepReport> value) {
        return reports.stream().mapToDouble(value).toArray();
    }
}
