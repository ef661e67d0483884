package dev.simulacra.random;

/// Shuffles by Fisher and Yates; the order of the last epoch asked for is remembered.
final class MinibatchSampler implements Sampler {
    private final long key;
    private final int[] order;
    private final int[] words = new int[Stream.CHUNK];
    private long epoch = -1;
    private long wordsTaken;

    MinibatchSampler(Law.Minibatch law, Stream stream) {
        key = stream.key();
        order = new int[law.rows()];
    }

    @Override
    public void fill(long draw, float[] out, int n) {
        if (draw < 0) {
            throw new IllegalArgumentException("minibatch: draw " + draw + "; must be at least 0");
        }
        long position = Math.multiplyExact(draw, (long) n);
        int rows = order.length;
        for (int i = 0; i < n; ) {
            shuffle((position + i) / rows);
            int at = (int) ((position + i) % rows);
            int count = Math.min(n - i, rows - at);
            for (int j = 0; j < count; j++) {
                out[i + j] = order[at + j];
            }
            i += count;
        }
    }

    private void shuffle(long wanted) {
        if (epoch == wanted) {
            return;
        }
        epoch = wanted;
        wordsTaken = 0;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int i = order.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int row = order[i];
            order[i] = order[j];
            order[j] = row;
        }
    }

    /// A uniform integer from 0 to `bound − 1`: the high word of `word · bound`, where words whose low word falls in
    /// the incomplete part are passed over (Lemire, "Fast random integer generation in an interval", 2019).
    private int below(int bound) {
        long product = word() * bound;
        if ((product & 0xffffffffL) < bound) {
            long incomplete = (1L << 32) % bound;
            while ((product & 0xffffffffL) < incomplete) {
                product = word() * bound;
            }
        }
        return (int) (product >>> 32);
    }

    private long word() {
        int at = (int) (wordsTaken % words.length);
        if (at == 0) {
            Stream.words(key, epoch, (int) (wordsTaken / words.length), 1, words);
        }
        wordsTaken++;
        return words[at] & 0xffffffffL;
    }
}
