package dev.simulacra.experiments.figure;

import dev.simulacra.analysis.dynamics.Trajectory;
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
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Games of one number each: the plane (θ, ψ) with the players' way for each case, and below how far they are from the
/// equilibrium at 0.
///
/// @param cases one to six
public record TrajectoryFigure(List<Case> cases) {
    private static final int MOST = Palette.SERIES.size();
    private static final int IN_A_ROW = 3;
    private static final int SIDE = 280;
    private static final int GAP = 76;
    private static final int BELOW = 200;
    private static final int FIRST_LEFT = 76;
    private static final int LEFT = 61;
    private static final int RIGHT = 15;
    private static final int LAST_RIGHT = 30;

    /// One way of both players.
    ///
    /// @param title    the title above it
    /// @param measured by the differentiated game
    /// @param formula  the closed form that it is compared with
    public record Case(String title, Trajectory measured, Trajectory formula) {}

    public TrajectoryFigure {
        cases = List.copyOf(cases);
        if (cases.isEmpty() || cases.size() > MOST) {
            throw new IllegalArgumentException(
                    "picture: " + cases.size() + " cases; from 1 to " + MOST + " can be told apart in one");
        }
    }

    /// The figure.
    public Figure figure() {
        Axis axis = Axis.of(reach());
        List<List<Plot>> rows = new ArrayList<>();
        for (int first = 0; first < cases.size(); first += IN_A_ROW) {
            int last = Math.min(first + IN_A_ROW, cases.size());
            rows.add(IntStream.range(first, last).mapToObj(i -> plane(axis, i)).toList());
        }
        rows.add(List.of(distances()));
        String titles = String.join("; ", cases.stream().map(Case::title).toList());
        return Page.of("Ways of both players in the plane, and their distances from the equilibrium over the steps: "
                + titles + ".", rows)
                .captioned("line: measured     dots: formula     ring: start     cross: equilibrium");
    }

    private int columns() {
        return Math.min(IN_A_ROW, cases.size());
    }

    /// An axis for both players that holds all starts, and ways out as far as three times as wide.
    private Range reach() {
        double start = cases.stream().mapToDouble(each -> largest(each.measured.states().getFirst())).max().orElse(1);
        double furthest = cases.stream()
                .flatMap(each -> each.measured.states().stream())
                .mapToDouble(TrajectoryFigure::largest)
                .max()
                .orElse(1);
        double reach = 1.08 * Math.clamp(furthest, 1e-6, Math.max(3 * start, 1e-6));
        return Range.between(-reach, reach);
    }

    private static double largest(double... state) {
        return Arrays.stream(state).map(Math::abs).max().orElse(0);
    }

    private Plot plane(Axis axis, int number) {
        Case each = cases.get(number);
        boolean isFirst = number % IN_A_ROW == 0;
        boolean isLast = number % IN_A_ROW == columns() - 1;
        return Plot.of(each.title, axis.named("θ, the generator"), axis.named("ψ, the discriminator"))
                .with(new Mark.Curve(Values.of(each.measured.coordinate(0)), Values.of(each.measured.coordinate(1)),
                        Stroke.solid(Palette.SERIES.get(number), 1.3)))
                .with(marks(each))
                .sized(SIDE, SIDE)
                .withMargins(new Margins(isFirst ? FIRST_LEFT : LEFT, 26, isLast ? LAST_RIGHT : RIGHT, 50));
    }

    private static List<Mark> marks(Case each) {
        List<double[]> states = each.formula.states();
        int stride = Math.max(1, states.size() / 100);
        double[][] dots = IntStream.range(0, states.size()).filter(i -> i % stride == 0).mapToObj(states::get)
                .toArray(double[][]::new);
        return List.of(
                points(Mark.Symbol.DOT, 1.6, dots),
                points(Mark.Symbol.CROSS, 5, new double[2]),
                points(Mark.Symbol.RING, 5, each.measured.states().getFirst()));
    }

    private static Mark points(Mark.Symbol symbol, double radius, double[]... states) {
        Values x = Values.of(Arrays.stream(states).mapToDouble(state -> state[0]).toArray());
        Values y = Values.of(Arrays.stream(states).mapToDouble(state -> state[1]).toArray());
        return new Mark.Scatter(List.of(new Mark.Points(x, y, Palette.INK)), symbol, radius);
    }

    /// Distances as powers of ten, in which a spiral is a straight line.
    private Plot distances() {
        List<double[]> logarithms = cases.stream()
                .map(each -> Arrays.stream(each.measured.distances())
                        .map(distance -> Math.log10(Math.max(distance, 1e-16)))
                        .toArray())
                .toList();
        int longest = logarithms.stream().mapToInt(distances -> distances.length).max().orElse(2);
        Values all = Values.of(logarithms.stream().flatMapToDouble(DoubleStream::of).toArray());
        Plot plot = Plot.of("", Axis.of(new Range(0, Math.max(1, longest - 1))).named("step"),
                        Axis.of(Range.over(all, 1, 0.06)).named("log₁₀ of the distance"))
                .sized(columns() * (SIDE + GAP) - GAP, BELOW)
                .withMargins(new Margins(FIRST_LEFT, 42, LAST_RIGHT, 50));
        for (int i = 0; i < cases.size(); i++) {
            double[] distances = logarithms.get(i);
            Stroke stroke = Stroke.solid(Palette.SERIES.get(i), 2);
            Values steps = Values.of(IntStream.range(0, distances.length).asDoubleStream().toArray());
            plot = plot.with(new Mark.Curve(steps, Values.of(distances), stroke));
            plot = cases.size() == 1 ? plot : plot.withLegend(LegendEntry.line(cases.get(i).title, stroke));
        }
        return plot;
    }
}
