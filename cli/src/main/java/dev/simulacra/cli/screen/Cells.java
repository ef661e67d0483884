package dev.simulacra.cli.screen;

import java.util.Arrays;

/// The width of a text on a terminal, in cells: a letter takes one, an East Asian character or a pictograph two, and a
/// combining mark none.
public final class Cells {
    /// The first and the last code point of each range of wide characters, ascending; Unicode Standard Annex 11.
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x2e80, 0x303e, 0x3041, 0xa4cf, 0xa960, 0xa97c,
        0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6,
        0x16fe0, 0x18cff, 0x1aff0, 0x1b2ff, 0x1f18e, 0x1f18e, 0x1f191, 0x1f19a, 0x1f200, 0x1f320, 0x1f32d, 0x1f64f,
        0x1f680, 0x1f6ff, 0x1f7e0, 0x1f7eb, 0x1f90c, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000, 0x3fffd};

    private Cells() {}

    /// The number of cells that `text` takes.
    public static int of(String text) {
        return text.codePoints().map(Cells::of).sum();
    }

    /// The longest beginning of `text` that takes at most `most` cells.
    static String first(String text, int most) {
        int end = 0;
        for (int cells = 0; end < text.length(); end += Character.charCount(text.codePointAt(end))) {
            cells += of(text.codePointAt(end));
            if (cells > most) {
                break;
            }
        }
        return text.substring(0, end);
    }

    private static int of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        int place = Arrays.binarySearch(WIDE, codePoint);
        // Between the ends of a range, the place where the code point would be inserted is odd.
        return place >= 0 || (-place - 1) % 2 == 1;
    }
}
