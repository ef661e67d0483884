package dev.simulacra.tables.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A numbering of words in the order in which they are added. It finds a word by its characters without a new string.
public final class WordIndex {
    private final List<String> words = new ArrayList<>();
    private int[] slots = new int[16];
    private int[] hashes = new int[8];

    /// An index without words.
    public WordIndex() {
        Arrays.fill(slots, -1);
    }

    /// The index of `words`, whose numbers are their positions; of equal ones the first counts.
    public static WordIndex of(List<String> words) {
        WordIndex index = new WordIndex();
        for (String word : words) {
            index.add(word);
        }
        return index;
    }

    /// The words, by their numbers.
    public List<String> words() {
        return List.copyOf(words);
    }

    /// The number of words.
    public int size() {
        return words.size();
    }

    /// The word of number `i`.
    public String word(int i) {
        return words.get(i);
    }

    /// The number of the word in the characters `from` (inclusive) to `to` (exclusive) of `text`; −1 where none is.
    public int find(char[] text, int from, int to) {
        int hash = hash(text, from, to);
        int mask = slots.length - 1;
        for (int slot = hash & mask; slots[slot] >= 0; slot = slot + 1 & mask) {
            int i = slots[slot];
            if (hashes[i] == hash && isEqual(words.get(i), text, from, to)) {
                return i;
            }
        }
        return -1;
    }

    /// Adds `word`, which is not among the words; returns its number.
    public int add(String word) {
        char[] text = word.toCharArray();
        if (2 * (words.size() + 1) > slots.length) {
            grow();
        }
        int hash = hash(text, 0, text.length);
        if (words.size() == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * hashes.length);
        }
        hashes[words.size()] = hash;
        place(words.size());
        words.add(word);
        return words.size() - 1;
    }

    private void place(int i) {
        int slot = hashes[i] & slots.length - 1;
        while (slots[slot] >= 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = i;
    }

    private void grow() {
        slots = new int[4 * slots.length];
        Arrays.fill(slots, -1);
        for (int i = 0; i < words.size(); i++) {
            place(i);
        }
    }

    private static int hash(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash ^ hash >>> 15;
    }

    private static boolean isEqual(String word, char[] text, int from, int to) {
        int length = to - from;
        if (word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
