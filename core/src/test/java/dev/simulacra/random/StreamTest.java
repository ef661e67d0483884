package dev.simulacra.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamTest {
    @Test
    void aWordHasTheAddressThatTheDocumentationStates() {
        Stream stream = Stream.of(7, "noise");
        long draw = 0x123456789abcL;
        int[] words = new int[5 * Stream.CHUNK];
        Stream.words(stream.key(), draw, 2, 5, words);
        for (int i = 2 * Stream.CHUNK; i < 7 * Stream.CHUNK; i++) {
            int[] block = new int[4];
            Philox.block(
                    16 * (i / 64) + i % 16, 0, (int) draw, (int) (draw >>> 32),
                    (int) stream.key(), (int) (stream.key() >>> 32), block, 0, 1);
            assertThat(words[i - 2 * Stream.CHUNK]).isEqualTo(block[i / 16 % 4]);
        }
    }

    /// Made with Python 3 from the definition: FNV-1a of the name, then Philox under the seed.
    @Test
    void theKeyIsAFunctionOfSeedAndName() {
        assertThat(Stream.of(1, "noise").key()).isEqualTo(0xcb204e1fe8685406L);
        assertThat(Stream.of(-5, "Rauschen ∿").key()).isEqualTo(0xd510dde308164798L);
        assertThat(Stream.of(1, "noise").key()).isNotEqualTo(Stream.of(2, "noise").key());
        assertThat(Stream.of(1, "noise").key()).isNotEqualTo(Stream.of(1, "data").key());
    }
}
