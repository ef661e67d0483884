package dev.simulacra.cli.screen;

/// Text that is wrapped between its words.
public final class Paragraph {
    /// The width of what is no terminal.
    private static final int USUAL = 120;
    private static final int NARROWEST = 20;

    private Paragraph() {}

    /// `text` in lines that begin with `indent` blanks and fit into a terminal of `columns` columns; 0 where there is
    /// none.
    public static String of(String text, int indent, int columns) {
        int width = Math.max(NARROWEST, (columns > 0 ? columns : USUAL) - 1);
        StringBuilder lines = new StringBuilder();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            if (line.isEmpty() || indent + Cells.of(line) + 1 + Cells.of(word) <= width) {
                line += (line.isEmpty() ? "" : " ") + word;
            } else {
                lines.repeat(' ', indent).append(line).append('\n');
                line = word;
            }
        }
        return lines.repeat(' ', indent).append(line).toString();
    }
}
