package dev.simulacra.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Known answers: `philox4x32 10` in `tests/kat_vectors` of the Random123 library.
class PhiloxTest {
    @Test
    void counterAndKeyOfZeros() {
        assertThat(block(0, 0, 0, 0, 0, 0)).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
    }

    @Test
    void counterAndKeyOfOnes() {
        assertThat(block(-1, -1, -1, -1, -1, -1)).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
    }

    @Test
    void counterAndKeyOfTheDigitsOfPi() {
        assertThat(block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    @Test
    void aWordHasTheAddressThatTheDocumentationStates() {
        for (int repeat = 0; repeat < 300; repeat++) {
            long key = 0x9e3779b97f4a7c15L * (repeat + 1);
            long draw = key * key;
            int chunk = 37 * repeat;
            int chunks = repeat % 18;
            int[] words = new int[18 * Philox.CHUNK];
            Philox.words(key, draw, chunk, chunks, words);
            for (int i = 0; i < chunks * Philox.CHUNK; i++) {
                assertThat(words[i]).isEqualTo(word(key, draw, chunk * Philox.CHUNK + i));
            }
            assertThat(words[chunks * Philox.CHUNK]).as("what comes after is left alone").isZero();
        }
    }

    /// The last chunk that a draw of 2³¹ − 1 elements has.
    @Test
    void theLastChunkIsAsTheFirst() {
        int[] words = new int[Philox.CHUNK];
        Philox.words(-1, -1, Integer.MAX_VALUE / Philox.CHUNK, 1, words);
        for (int i = 0; i < Philox.CHUNK - 1; i++) {
            assertThat(words[i]).isEqualTo(word(-1, -1, Integer.MAX_VALUE / Philox.CHUNK * Philox.CHUNK + i));
        }
    }

    private static int word(long key, long draw, int i) {
        int block = 16 * (i / 64) + i % 16;
        return block(block, 0, (int) draw, (int) (draw >>> 32), (int) key, (int) (key >>> 32))[i / 16 % 4];
    }

    private static int[] block(int c0, int c1, int c2, int c3, int k0, int k1) {
        int[] out = new int[4];
        Philox.block(c0, c1, c2, c3, k0, k1, out, 0, 1);
        return out;
    }
}
