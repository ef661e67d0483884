package dev.simulacra.random;

final class BernoulliSampler implements Sampler {
    private static final int CHUNKS = 16;

    private final long key;
    private final long threshold;
    private final int[] words = new int[CHUNKS * Stream.CHUNK];

    BernoulliSampler(Law.Bernoulli law, Stream stream) {
        key = stream.key();
        threshold = Math.round(law.p() * 0x1p32);
    }

    @Override
    public void fill(long draw, float[] out, int n) {
        for (int from = 0; from < n; from += words.length) {
            int count = Math.min(words.length, n - from);
            Stream.words(key, draw, from / Stream.CHUNK, (count + Stream.CHUNK - 1) / Stream.CHUNK, words);
            for (int i = 0; i < count; i++) {
                out[from + i] = (words[i] & 0xffffffffL) < threshold ? 1 : 0;
            }
        }
    }
}
