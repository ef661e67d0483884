package dev.simulacra.random;

import dev.simulacra.kernel.Philox;
import java.nio.charset.StandardCharsets;

/// A named source of random words under a seed; different names give independent streams.
///
/// The key of a stream is the first two words of Philox for the counter `(h low, h high, 0, 0)` under the seed as key,
/// where h is the 64-bit FNV-1a hash of the name's UTF-8 bytes. Word w of a draw is addressed by the counter
///
/// ```text
/// (block, 0, draw low, draw high)   block: 32 bits, draw: 64 bits; the second word is reserved
/// ```
///
/// Elements of a draw come in chunks of 64 that take 16 blocks: element i is word `⌊i / 16⌋ mod 4` of block
/// `16 ⌊i / 64⌋ + i mod 16`, so that neighbours are computed side by side.
///
/// @param seed the seed of a run
/// @param name what the stream is for, such as `"noise"`
public record Stream(long seed, String name) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /// The stream called `name` under `seed`.
    public static Stream of(long seed, String name) {
        return new Stream(seed, name);
    }

    /// The key under which this stream's blocks are computed: the first word in the low half.
    public long key() {
        long hash = FNV_OFFSET;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        int[] words = new int[4];
        Philox.block((int) hash, (int) (hash >>> 32), 0, 0, (int) seed, (int) (seed >>> 32), words, 0, 1);
        return words[0] & 0xffffffffL | (long) words[1] << 32;
    }
}
