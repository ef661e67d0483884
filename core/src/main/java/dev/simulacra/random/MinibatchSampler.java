package dev.simulacra.random;

import dev.simulacra.kernel.Philox;

/// Shuffles by Fisher and Yates; the order of the last epoch asked for is remembered.
final class MinibatchSampler implements Sampler {
    private static final long WORD = 0xffffffffL;

    private final long key;
    private final float[] order;
    private final int[] words = new int[16 * Philox.CHUNK];
    private long epoch = -1;

    MinibatchSampler(Law.Minibatch law, Stream stream) {
        key = stream.key();
        order = new float[law.rows()];
    }

    @Override
    public void fill(long draw, int n, int from, int to, float[] out, int at) {
        if (draw < 0) {
            throw new IllegalArgumentException("minibatch: draw " + draw + "; must be at least 0");
        }
        long position = Math.multiplyExact(draw, (long) n);
        int rows = order.length;
        for (int i = from; i < to; ) {
            shuffle((position + i) / rows);
            int place = (int) ((position + i) % rows);
            int count = Math.min(to - i, rows - place);
            System.arraycopy(order, place, out, at + i - from, count);
            i += count;
        }
    }

    private void shuffle(long wanted) {
        if (epoch == wanted) {
            return;
        }
        epoch = wanted;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int left = order.length;
        for (int chunk = 0; left > 1; ) {
            int chunks = Math.min(words.length, left + Philox.CHUNK - 2) / Philox.CHUNK;
            Philox.words(key, epoch, chunk, chunks, words);
            left = swap(left, chunks * Philox.CHUNK);
            chunk += chunks;
        }
    }

    /// Carries on the shuffle, whose first `left` rows are not yet in place, with `n` words; how many are left then.
    ///
    /// A row comes from the place that is the high word of `word · left`, uniform from 0 to `left − 1` once words are
    /// passed over whose low word falls in the incomplete part (Lemire, "Fast random integer generation in an
    /// interval", 2019).
    private int swap(int left, int n) {
        int rest = left;
        for (int w = 0; w < n && rest > 1; w++) {
            long product = (words[w] & WORD) * rest;
            if ((product & WORD) < rest && (product & WORD) < (1L << 32) % rest) {
                continue;
            }
            int from = (int) (product >>> 32);
            rest--;
            float row = order[rest];
            order[rest] = order[from];
            order[from] = row;
        }
        return rest;
    }
}
