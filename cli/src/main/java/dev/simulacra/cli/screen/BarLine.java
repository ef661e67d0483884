package dev.simulacra.cli.screen;

import java.util.Locale;

/// One state of a progress bar.
///
/// @param done  the share of the work that is done
/// @param left  the time left, in words; may be empty
/// @param brief what else there is to say
record BarLine(double done, String left, String brief) {
    private static final int WIDEST = 40;
    /// Fewer cells would show nothing: then the numbers stand alone.
    private static final int NARROWEST = 5;
    private static final int RESERVED = 3;
    private static final String REST_OF_LINE = "\u001b[K";
    /// While the terminal does not wrap lines, a width that is out of date cannot make it scroll.
    private static final String WRAP_OFF = "\u001b[?7l";
    private static final String WRAP_ON = "\u001b[?7h";

    /// The characters that draw this state over the line of the cursor.
    String drawn(int columns, Styles styles) {
        String text = text(columns);
        int end = text.indexOf(']') + 1;
        return "\r" + WRAP_OFF + styles.green(text.substring(0, end)) + text.substring(end) + REST_OF_LINE + WRAP_ON;
    }

    /// The line in at most `columns` − 3 cells: two are for the `^C` that the terminal writes when the user interrupts,
    /// and in the last one the cursor could wrap.
    String text(int columns) {
        String numbers = String.format(Locale.ROOT, "%3d %%  %8s  %s", (int) (100 * done), left, brief);
        int width = Math.min(WIDEST, columns - Cells.of(numbers) - RESERVED - 3);
        String bar = width < NARROWEST ? "" : bar(width) + " ";
        return Cells.first(bar + numbers, Math.max(0, columns - RESERVED)).stripTrailing();
    }

    private String bar(int width) {
        int filled = (int) (width * done);
        return "[" + "=".repeat(filled) + " ".repeat(width - filled) + "]";
    }
}
