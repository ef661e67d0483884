package dev.simulacra.tables.schema.inference;

/// A set of texts that knows whether one came twice, by their hashes of 64 bits.
///
/// Among a million different texts, two are taken for equal with a probability of 3e-8.
final class DistinctTexts {
    private long[] slots = new long[1 << 10];
    private int size;
    private boolean hasZero;

    /// Adds a text; returns whether it was not there yet.
    boolean add(char[] text, int from, int to) {
        long hash = hash(text, from, to);
        if (hash == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        return place(hash);
    }

    private boolean place(long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0) {
            if (slots[slot] == hash) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[4 * old.length];
        size = 0;
        for (long hash : old) {
            if (hash != 0) {
                place(hash);
            }
        }
    }

    /// A multiplicative hash, finished by the mixing function of SplitMix64 (Steele, Lea and Flood 2014).
    private static long hash(char[] text, int from, int to) {
        long h = 0x9e3779b97f4a7c15L;
        for (int i = from; i < to; i++) {
            h = (h ^ text[i]) * 0x100000001b3L;
            h ^= h >>> 29;
        }
        h = (h ^ h >>> 30) * 0xbf58476d1ce4e5b9L;
        h = (h ^ h >>> 27) * 0x94d049bb133111ebL;
        return h ^ h >>> 31;
    }
}
