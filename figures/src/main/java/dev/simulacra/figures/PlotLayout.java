package dev.simulacra.figures;

import java.util.List;
import java.util.stream.Stream;

/// The ticks, names and margins of a plot, before its place on the page is known.
///
/// @param captionX what is written below the numbers
/// @param captionY what is written beside the numbers
/// @param beside   the distance of the vertical axis's name from the axis, in pixels
record PlotLayout(
        Plot plot, Ticks x, Ticks y, Heading heading, String captionX, String captionY, int beside, Margins needed) {
    private static final int SMALL = TickFit.SMALL;
    private static final int NUMBER_GAP = 8;
    private static final int NAME_BESIDE = 50;

    /// From the inside to the end of a colour bar's numbers, less their width.
    private static final int BAR = 41;

    static PlotLayout of(Plot plot) {
        Margins given = plot.margins();
        boolean isFramed = plot.frame() != Plot.Frame.NONE;
        Ticks none = new Ticks(List.of(), "", true);
        Ticks x = isFramed ? TickFit.below(plot.x(), plot.width(), given.left(), given.right()) : none;
        Ticks y = isFramed ? TickFit.beside(plot.y(), plot.height()) : none;
        String captionX = caption(plot.x(), x, plot.width());
        String captionY = caption(plot.y(), y, plot.height());
        Heading heading = Heading.of(plot.title(), plot.legend(), plot.width());
        int numbers = plot.y().labels() ? (int) Math.ceil(NUMBER_GAP + TickFit.widest(y)) : 0;
        int beside = Math.max(NAME_BESIDE, numbers + 2 + SMALL / 2);
        int left = Math.max(captionY.isEmpty() ? numbers + 2 : beside + 10, sideLabels(plot, true));
        int right = Math.max(sideLabels(plot, false), colourBar(plot));
        int top = heading.isEmpty() ? isFramed ? SMALL / 2 : 0 : 26 + heading.rise();
        int beyondX = beyond(captionX, plot.width());
        int beyondY = beyond(captionY, plot.height());
        Margins needed = new Margins(left, top, right, below(plot, captionX))
                .max(new Margins(beyondX, beyondY, beyondX, beyondY));
        return new PlotLayout(plot, x, y, heading, captionX, captionY, beside, needed);
    }

    private static String caption(Axis axis, Ticks ticks, int length) {
        String suffix = ticks.suffix();
        if (suffix.isEmpty() || !axis.labels()) {
            return TextWidth.fitting(axis.caption(), SMALL, length);
        }
        String behind = axis.caption().isEmpty() ? suffix : " (" + suffix + ")";
        return TextWidth.fitting(axis.caption(), SMALL, length - TextWidth.of(behind, SMALL)) + behind;
    }

    /// How far a name reaches beyond either end of its axis.
    private static int beyond(String caption, int length) {
        return (int) Math.ceil((TextWidth.of(caption, SMALL) - length) / 2);
    }

    private static int below(Plot plot, String captionX) {
        boolean hasNumbers = plot.x().labels() && plot.frame() != Plot.Frame.NONE
                || of(plot, Mark.Bars.class).findAny().isPresent();
        return captionX.isEmpty() ? hasNumbers ? 22 : 0 : 42;
    }

    private static int sideLabels(Plot plot, boolean isLeft) {
        return widest(of(plot, Mark.SideLabel.class).filter(label -> label.isLeft() == isLeft)
                .map(Mark.SideLabel::text), NUMBER_GAP + 2);
    }

    private static int colourBar(Plot plot) {
        return widest(of(plot, Mark.Field.class).flatMap(field -> field.scale().labels().stream())
                .map(Tick::label), BAR);
    }

    private static <M extends Mark> Stream<M> of(Plot plot, Class<M> kind) {
        return plot.marks().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static int widest(Stream<String> labels, int gap) {
        double widest = labels.mapToDouble(label -> TextWidth.of(label, SMALL)).max().orElse(-gap);
        return (int) Math.ceil(widest + gap);
    }

    /// The margins that the plot asks for, and more where its words need it.
    Margins margins() {
        return plot.margins().max(needed);
    }
}
