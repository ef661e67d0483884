package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.NumberShape;
import java.util.List;

/// The kind of a single text: what it would be as a cell of a table.
public enum TextKind {
    /// It may stand for a missing value.
    GAP,
    /// It is a number, a date or a time.
    VALUE,
    /// It is none of these.
    WORD;

    private static final MissingTexts MISSING = MissingTexts.with(List.of());

    /// The kind of `text`.
    public static TextKind of(String text) {
        char[] characters = text.toCharArray();
        if (MISSING.index().find(characters, 0, characters.length) >= 0) {
            return GAP;
        }
        NumberShape shape = new NumberShape();
        boolean isNumber = shape.scan(characters, 0, characters.length)
                && (shape.places('.') >= 0 || shape.places(',') >= 0);
        return isNumber || isMoment(text) ? VALUE : WORD;
    }

    private static boolean isMoment(String text) {
        char[] characters = text.toCharArray();
        MomentEvidence evidence = new MomentEvidence();
        evidence.observe(characters, 0, characters.length);
        return evidence.isAlive();
    }
}
