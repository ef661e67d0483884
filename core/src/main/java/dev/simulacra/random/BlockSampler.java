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
    public void fill(long draw, int n, float[] out, int from, int to) {
        for (int at = from; at < to; ) {
            int skip = at % CHUNK;
            int count = Math.min(BLOCK - skip, to - at);
            int chunks = Math.ceilDiv(skip + count, CHUNK);
            Philox.words(key, draw, at / CHUNK, chunks, words);
            if (count == chunks * CHUNK) {
                transform.apply(words, out, at, count);
            } else {
                transform.apply(words, variates, 0, chunks * CHUNK);
                System.arraycopy(variates, skip, out, at, count);
            }
            at += count;
        }
    }

    /// A law's way from words to variates.
    @FunctionalInterface
    interface Transform {
        /// Writes the variates that `words[0]` to `words[n − 1]`, whole chunks, give to `out[oi]` and on.
        void apply(int[] words, float[] out, int oi, int n);
    }
}
