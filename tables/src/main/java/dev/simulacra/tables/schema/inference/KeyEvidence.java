package dev.simulacra.tables.schema.inference;

import dev.simulacra.tables.schema.KeyPattern;
import java.util.ArrayList;
import java.util.List;

/// Evidence for a column of keys: the characters at each place of texts of one length.
final class KeyEvidence {
    private static final int LONGEST = 64;
    private static final int LAST_CHARACTER = 127;

    private final List<boolean[]> seen = new ArrayList<>();
    private boolean isAlive = true;
    private boolean isFirst = true;

    void observe(char[] text, int from, int to) {
        if (!isAlive) {
            return;
        }
        int length = to - from;
        for (int i = 0; isFirst && i < Math.min(length, LONGEST); i++) {
            seen.add(new boolean[LAST_CHARACTER + 1]);
        }
        isFirst = false;
        isAlive = length == seen.size();
        for (int i = 0; isAlive && i < length; i++) {
            char c = text[from + i];
            if (c > LAST_CHARACTER) {
                isAlive = false;
            } else {
                seen.get(i)[c] = true;
            }
        }
    }

    /// The pattern of the texts; empty where there is none.
    String pattern() {
        StringBuilder pattern = new StringBuilder();
        for (boolean[] characters : seen) {
            StringBuilder place = new StringBuilder();
            for (char c = 0; c <= LAST_CHARACTER; c++) {
                if (characters[c]) {
                    place.append(c);
                }
            }
            String letter = isAlive ? KeyPattern.covering(place.toString()) : "";
            if (letter.isEmpty()) {
                return "";
            }
            pattern.append(letter);
        }
        return pattern.toString();
    }
}
