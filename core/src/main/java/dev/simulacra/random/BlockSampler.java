package dev.simulacra.random;

import dev.simulacra.kernel.Philox;

/// Draws random words block by block and turns each block into variates while it is in the first-level cache.
final class BlockSampler implements Sampler {
    private static final int CHUNK = Philox.CHUNK;
    private static final int BLOCK = 16 * CHUNK;

    private final long key;
    private final Transform transform;
    private final int[] words = new int[BLOCK];
    private final float[] variates = new float[BLOCK];

    BlockSampler(Stream stream, Transform transform) {
        key = stream.key();
        this.transform = transform;
    }

    @Override
    public void fill(long draw, int n, int from, int to, float[] out, int at) {
        for (int i = from; i < to; ) {
            int skip = i % CHUNK;
            int count = Math.min(BLOCK - skip, to - i);
            int chunks = Math.ceilDiv(skip + count, CHUNK);
            int oi = at + i - from;
            Philox.words(key, draw, i / CHUNK, chunks, words);
            if (count == chunks * CHUNK) {
                transform.apply(words, out, oi, count);
            } else {
                transform.apply(words, variates, 0, chunks * CHUNK);
                System.arraycopy(variates, skip, out, oi, count);
            }
            i += count;
        }
    }

    /// A law's way from words to variates.
    @FunctionalInterface
    interface Transform {
        /// Writes the variates that `words[0]` to `words[n − 1]`, whole chunks, give to `out[oi]` and on.
        void apply(int[] words, float[] out, int oi, int n);
    }
}
