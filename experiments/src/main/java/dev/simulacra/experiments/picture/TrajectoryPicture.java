package dev.simulacra.experiments.picture;

import dev.simulacra.analysis.dynamics.Trajectory;
import dev.simulacra.experiments.picture.Canvas.Anchor;
import dev.simulacra.experiments.picture.Canvas.Line;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The picture of games of one number each: the plane (θ, ψ) with the players' way for each case, and below how far
/// they are from the equilibrium at 0.
///
/// @param cases one to six
public record TrajectoryPicture(List<Case> cases) {
    private static final int MOST = 6;
    private static final int IN_A_ROW = 3;
    private static final int SIDE = 280;
    private static final int LEFT = 76;
    private static final int TOP = 62;
    private static final int GAP = 76;
    private static final int BELOW = 200;
    private static final List<Color> COLOURS = List.of(Palette.DISCRIMINATOR, Palette.SAMPLES, Palette.GENERATOR,
            new Color(0xb0389b), Palette.INK, Palette.DATA);

    /// One way of both players.
    ///
    /// @param title    what is written above it
    /// @param measured by the differentiated game
    /// @param formula  what it is compared with
    public record Case(String title, Trajectory measured, Trajectory formula) {}

    public TrajectoryPicture {
        cases = List.copyOf(cases);
        if (cases.isEmpty() || cases.size() > MOST) {
            throw new IllegalArgumentException(
                    "picture: " + cases.size() + " cases; from 1 to " + MOST + " can be told apart in one");
        }
    }

    /// Writes the picture as PNG.
    public void write(Path file) throws IOException {
        int columns = Math.min(IN_A_ROW, cases.size());
        int rows = (cases.size() + IN_A_ROW - 1) / IN_A_ROW;
        int width = columns * (SIDE + GAP) - GAP;
        int bottom = TOP + rows * (SIDE + GAP);
        Canvas sheet = new Canvas(LEFT + width + 30, bottom + 16 + BELOW + 50);
        Axis axis = reach();
        for (int i = 0; i < cases.size(); i++) {
            Rectangle2D area = new Rectangle2D.Double(
                    LEFT + i % IN_A_ROW * (SIDE + GAP), TOP + i / IN_A_ROW * (SIDE + GAP), SIDE, SIDE);
            plane(new Panel(sheet, area, axis, axis), i);
        }
        sheet.words("line: measured     dots: formula     ring: start     cross: equilibrium", LEFT, 20, Anchor.START,
                Panel.SMALL, Palette.WORDS);
        distances(sheet, new Rectangle2D.Double(LEFT, bottom + 16, width, BELOW));
        sheet.write(file);
    }

    /// An axis for both players that holds all starts, and ways out as far as three times as wide.
    private Axis reach() {
        double start = cases.stream().mapToDouble(each -> largest(each.measured.states().getFirst())).max().orElse(1);
        double furthest = cases.stream()
                .flatMap(each -> each.measured.states().stream())
                .mapToDouble(TrajectoryPicture::largest)
                .max()
                .orElse(1);
        double reach = 1.08 * Math.clamp(furthest, 1e-6, Math.max(3 * start, 1e-6));
        return new Axis(-reach, reach);
    }

    private static double largest(double... state) {
        return Arrays.stream(state).map(Math::abs).max().orElse(0);
    }

    private void plane(Panel panel, int number) {
        Case each = cases.get(number);
        panel.frame();
        panel.curve(each.measured.coordinate(0), each.measured.coordinate(1), Line.solid(COLOURS.get(number), 1.3));
        panel.sheet().within(panel.area(), () -> marks(panel, each));
        panel.border();
        panel.title(panel.sheet().fitting(each.title, Panel.TITLE, SIDE));
        panel.nameBelow("θ, the generator");
        panel.nameBeside("ψ, the discriminator");
    }

    private static void marks(Panel panel, Case each) {
        Canvas sheet = panel.sheet();
        int states = each.formula.states().size();
        for (int i = 0; i < states; i += Math.max(1, states / 100)) {
            double[] w = each.formula.states().get(i);
            sheet.dot(panel.toX(w[0]), panel.toY(w[1]), 1.6, Palette.INK);
        }
        Line line = Line.solid(Palette.INK, 1.4);
        double x = panel.toX(0);
        double y = panel.toY(0);
        sheet.line(x - 5, y, x + 5, y, line);
        sheet.line(x, y - 5, x, y + 5, line);
        double[] start = each.measured.states().getFirst();
        sheet.outline(new Ellipse2D.Double(
                panel.toX(start[0]) - 5, panel.toY(start[1]) - 5, 10, 10), line);
    }

    /// Distances as powers of ten, in which a spiral is a straight line.
    private void distances(Canvas sheet, Rectangle2D area) {
        List<double[]> logarithms = cases.stream()
                .map(each -> Arrays.stream(each.measured.distances())
                        .map(distance -> Math.log10(Math.max(distance, 1e-16)))
                        .toArray())
                .toList();
        int longest = logarithms.stream().mapToInt(distances -> distances.length).max().orElse(2);
        double[] all = logarithms.stream().flatMapToDouble(DoubleStream::of).toArray();
        Panel panel = new Panel(sheet, area, new Axis(0, Math.max(1, longest - 1)), Axis.over(all, 1, 0.06));
        panel.frame();
        List<Panel.Entry> legend = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            double[] distances = logarithms.get(i);
            Line line = Line.solid(COLOURS.get(i), 2);
            panel.curve(IntStream.range(0, distances.length).asDoubleStream().toArray(), distances, line);
            legend.add(Panel.Entry.line(cases.size() == 1 ? "" : cases.get(i).title, line));
        }
        panel.border();
        panel.nameBelow("step");
        panel.nameBeside("log₁₀ of the distance");
        if (cases.size() > 1) {
            panel.legend(legend);
        }
    }
}
