package dev.simulacra.tables.schema;

import dev.simulacra.random.Stream;
import java.util.ArrayList;
import java.util.List;

/// A pattern of keys of one length.
///
/// `9` is a digit, `#` a digit from 1 to 9, `A` an upper-case and `a` a lower-case letter, `X` a digit or a letter from
/// A to F, `x` from a to f, `N` a digit or an upper-case, `n` a digit or a lower-case letter. Any other character
/// stands for itself, and so does each one behind a backslash.
///
/// @param alphabets the characters that may stand at each place
public record KeyPattern(List<String> alphabets) {
    private static final String DIGITS = "0123456789";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";

    /// The letters of patterns, the narrowest first.
    private static final String LETTERS = "#9AaXxNn";

    private static final List<String> ALPHABETS = List.of("123456789", DIGITS, UPPER, LOWER, DIGITS + "ABCDEF",
            DIGITS + "abcdef", DIGITS + UPPER, DIGITS + LOWER);

    /// As many keys as a table can have rows.
    private static final long MOST_ROWS = 1L << 31;

    public KeyPattern {
        alphabets = List.copyOf(alphabets);
    }

    /// The pattern that `text` writes.
    ///
    /// @throws IllegalArgumentException where it ends with a backslash
    public static KeyPattern of(String text) {
        List<String> alphabets = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                Requirement.holds(i < text.length(), "key", "the pattern " + text + " ends with a backslash; the"
                        + " character that stands for itself is required behind it");
                alphabets.add(String.valueOf(text.charAt(i)));
            } else {
                alphabets.add(LETTERS.indexOf(c) < 0 ? String.valueOf(c) : ALPHABETS.get(LETTERS.indexOf(c)));
            }
        }
        return new KeyPattern(alphabets);
    }

    /// The text of the narrowest pattern whose place has all of `characters`; empty where there is none.
    public static String covering(String characters) {
        if (characters.chars().distinct().count() == 1) {
            String c = characters.substring(0, 1);
            return (LETTERS + "\\").contains(c) ? "\\" + c : c;
        }
        for (int i = 0; i < LETTERS.length(); i++) {
            String alphabet = ALPHABETS.get(i);
            if (characters.chars().allMatch(c -> alphabet.indexOf(c) >= 0)) {
                return LETTERS.substring(i, i + 1);
            }
        }
        return "";
    }

    /// The largest number of rows for which the keys differ, at most 2³¹.
    public long capacity() {
        long capacity = 1;
        for (int i = firstCounted(); i < alphabets.size(); i++) {
            capacity *= alphabets.get(i).length();
        }
        return Math.min(capacity, MOST_ROWS);
    }

    /// The first of the places at the end whose characters count the rows.
    private int firstCounted() {
        long capacity = 1;
        int first = alphabets.size();
        while (first > 0 && capacity < MOST_ROWS) {
            capacity *= alphabets.get(--first).length();
        }
        return first;
    }

    /// The key of `row`, at least 0: a function of seed and row, with different keys for different rows below
    /// [#capacity].
    ///
    /// The places at the end, read as one number in mixed radix, are a seeded permutation of the row's number; the
    /// places before them are drawn from seed and row.
    public String key(long row, long seed) {
        int first = firstCounted();
        long capacity = 1;
        for (int i = first; i < alphabets.size(); i++) {
            capacity *= alphabets.get(i).length();
        }
        long number = permuted(row % capacity, capacity, Stream.of(seed, "keys").key());
        char[] key = new char[alphabets.size()];
        for (int i = key.length - 1; i >= first; i--) {
            int radix = alphabets.get(i).length();
            key[i] = alphabets.get(i).charAt((int) (number % radix));
            number /= radix;
        }
        for (int i = 0; i < first; i++) {
            long drawn = Stream.of(seed, "keys/" + row + "/" + i).key();
            key[i] = alphabets.get(i).charAt(Math.floorMod(drawn, alphabets.get(i).length()));
        }
        return new String(key);
    }

    /// The image of `x` under a seeded permutation of the numbers below `capacity`.
    ///
    /// Four rounds of a Feistel network permute the numbers of an even number of bits; what falls outside is permuted
    /// again until it falls inside (Black and Rogaway 2002, "Ciphers with arbitrary finite domains").
    private static long permuted(long x, long capacity, long seed) {
        int half = Math.max(1, (65 - Long.numberOfLeadingZeros(capacity - 1)) / 2);
        long mask = (1L << half) - 1;
        long image = x;
        do {
            long left = image >>> half;
            long right = image & mask;
            for (int round = 1; round <= 4; round++) {
                long next = left ^ mixed(seed + (right << 3) + round) & mask;
                left = right;
                right = next;
            }
            image = left << half | right;
        } while (image >= capacity);
        return image;
    }

    /// The bits of `x` mixed: the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
    private static long mixed(long x) {
        long z = (x ^ x >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
