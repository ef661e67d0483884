package dev.simulacra.random;

final class UniformSampler implements Sampler {
    private static final int CHUNKS = 16;

    private final long key;
    private final float low;
    private final float width;
    private final float most;
    private final int[] words = new int[CHUNKS * Stream.CHUNK];

    UniformSampler(Law.Uniform law, Stream stream) {
        key = stream.key();
        low = (float) law.low();
        width = (float) (law.high() - law.low());
        most = Math.nextDown((float) law.high());
    }

    @Override
    public void fill(long draw, float[] out, int n) {
        for (int from = 0; from < n; from += words.length) {
            int count = Math.min(words.length, n - from);
            Stream.words(key, draw, from / Stream.CHUNK, (count + Stream.CHUNK - 1) / Stream.CHUNK, words);
            for (int i = 0; i < count; i++) {
                float u = (words[i] >>> 8) * 0x1p-24f;
                out[from + i] = Math.min(Math.fma(width, u, low), most);
            }
        }
    }
}
