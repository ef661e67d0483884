package dev.simulacra.experiments.picture;

import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.analysis.equilibrium.ModeShares;
import dev.simulacra.experiments.picture.Canvas.Anchor;
import dev.simulacra.experiments.picture.Canvas.Line;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How samples are shared out among modes, beside the loss as a scale of modes: C(G) over the number k of modes that a
/// generator covers.
///
/// @param shares of at least two modes
/// @param value  C(G) as measured
record ModesPicture(ModeShares shares, double value) {
    private static final int BETWEEN = 150;
    private static final int POINTS = 200;
    private static final Line BAND = Line.solid(Palette.translucent(Palette.DATA, 0.25), 1);

    /// Draws both panels side by side in `area`.
    void draw(Canvas sheet, Rectangle2D area) {
        double width = (area.getWidth() - BETWEEN) / 2;
        drawShares(sheet, new Rectangle2D.Double(area.getX(), area.getY(), width, area.getHeight()));
        drawScale(sheet, new Rectangle2D.Double(
                area.getX() + width + BETWEEN, area.getY(), width, area.getHeight()));
    }

    private void drawShares(Canvas sheet, Rectangle2D area) {
        int modes = shares.modes();
        double most = Arrays.stream(shares.shares()).max().orElse(1);
        double top = 1.15 * Math.max(most, shares.equal() + shares.band());
        Panel panel = new Panel(sheet, area, new Axis(0.25, modes + 0.75), new Axis(0, top));
        panel.title("Shares of the samples");
        panel.frame(false, true);
        for (int mode = 0; mode < modes; mode++) {
            bar(panel, mode, shares.isWithin(mode) ? Palette.DATA : Palette.SAMPLES);
        }
        band(panel);
        panel.border();
        panel.nameBelow("mode");
        panel.legend(List.of(
                Panel.Entry.dots("within", Palette.DATA),
                Panel.Entry.dots("outside", Palette.SAMPLES),
                Panel.Entry.line("1/K ± 3 standard errors", Line.solid(Palette.INK, 1.4))));
    }

    private void bar(Panel panel, int mode, Color colour) {
        double left = panel.toX(mode + 1 - 0.32);
        double right = panel.toX(mode + 1 + 0.32);
        double top = panel.toY(shares.shares()[mode]);
        panel.sheet().fill(new Rectangle2D.Double(left, top, right - left, panel.toY(0) - top), colour);
        int every = (shares.modes() + 24) / 25;
        if (mode % every == 0) {
            double middle = (left + right) / 2;
            panel.sheet().words(Integer.toString(mode + 1), middle, panel.area().getMaxY() + 14, Anchor.MIDDLE,
                    Panel.SMALL, Palette.WORDS);
        }
    }

    private void band(Panel panel) {
        double high = panel.toY(shares.equal() + shares.band());
        double low = panel.toY(shares.equal() - shares.band());
        Rectangle2D area = panel.area();
        panel.sheet().fill(
                new Rectangle2D.Double(area.getX(), high, area.getWidth(), low - high), BAND.colour());
        panel.line(shares.equal(), Line.solid(Palette.INK, 1.4));
    }

    private void drawScale(Canvas sheet, Rectangle2D area) {
        int modes = shares.modes();
        Panel panel = new Panel(sheet, area, new Axis(0, modes), new Axis(Equilibrium.VALUE * 1.06, 0));
        panel.title("What the loss says");
        panel.frame();
        double[] k = IntStream.rangeClosed(0, POINTS).mapToDouble(i -> (double) i * modes / POINTS).toArray();
        panel.curve(k, Arrays.stream(k).map(each -> Equilibrium.valueAtCollapse(each, modes)).toArray(),
                Line.solid(Palette.DISCRIMINATOR, 2));
        panel.level(Equilibrium.VALUE, "−2 ln 2", Palette.WORDS);
        double read = Equilibrium.modesAtCollapse(value, modes);
        Line mark = Line.dashed(Palette.SAMPLES, 1.6);
        panel.curve(new double[] {0, read, read}, new double[] {value, value, panel.y().low()}, mark);
        sheet.dot(panel.toX(read), panel.toY(value), 4.5, Palette.SAMPLES);
        panel.border();
        panel.nameBelow("k, the modes covered");
        panel.nameBeside("C(G)");
        panel.legend(List.of(
                Panel.Entry.line(String.format(Locale.ROOT, "measured: ≈ %.1f of %d", read, modes), mark)));
    }
}
