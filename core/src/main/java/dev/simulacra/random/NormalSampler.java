package dev.simulacra.random;

import dev.simulacra.kernel.Elementwise;

/// Box–Muller in passes over blocks that stay in the first-level cache.
///
/// Of the 16 words of each kind in a chunk, words 0 and 2 give radii, 1 and 3 angles; the cosines of a pair are
/// elements 0–15 (32–47) of the chunk, the sines 16–31 (48–63).
final class NormalSampler implements Sampler {
    private static final int CHUNKS = 16;
    private static final int LANES = Stream.LANES;
    private static final int PAIRS = CHUNKS * Stream.CHUNK / 2;

    private final long key;
    private final int[] words = new int[2 * PAIRS];
    private final float[] radius = new float[PAIRS];
    private final float[] turns = new float[PAIRS];
    private final float[] cosine = new float[PAIRS];
    private final float[] minusTwo = new float[PAIRS];
    private final float[] block = new float[2 * PAIRS];

    NormalSampler(Stream stream) {
        key = stream.key();
        Elementwise.fill(-2, minusTwo, 0, PAIRS);
    }

    @Override
    public void fill(long draw, float[] out, int n) {
        for (int from = 0; from < n; from += block.length) {
            int count = Math.min(block.length, n - from);
            int chunks = (count + Stream.CHUNK - 1) / Stream.CHUNK;
            Stream.words(key, draw, from / Stream.CHUNK, chunks, words);
            transform(chunks * Stream.CHUNK / 2);
            System.arraycopy(block, 0, out, from, count);
        }
    }

    private void transform(int pairs) {
        for (int p = 0; p < pairs; p += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                radius[p + lane] = Math.fma((float) (words[2 * p + lane] >>> 1), 0x1p-31f, 0x1p-32f);
                turns[p + lane] = (words[2 * p + LANES + lane] >>> 8) * 0x1p-24f;
            }
        }
        Elementwise.log(radius, 0, radius, 0, pairs);
        Elementwise.multiply(radius, 0, minusTwo, 0, radius, 0, pairs);
        Elementwise.sqrt(radius, 0, radius, 0, pairs);
        Elementwise.cos2pi(turns, 0, cosine, 0, pairs);
        Elementwise.sin2pi(turns, 0, turns, 0, pairs);
        for (int p = 0; p < pairs; p += LANES) {
            Elementwise.multiply(radius, p, cosine, p, block, 2 * p, LANES);
            Elementwise.multiply(radius, p, turns, p, block, 2 * p + LANES, LANES);
        }
    }
}
