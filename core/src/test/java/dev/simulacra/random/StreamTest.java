package dev.simulacra.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamTest {
    /// Words 0, 15, 16, 63, 64 and 100 of draw 5, made with Python 3 from the definition.
    @Test
    void elementsStandAtTheAddressesThatTheDocumentationStates() {
        float[] u = new float[101];
        new Law.Uniform(0, 1).sampler(Stream.of(20140610, "golden")).fill(5, u, 101);
        assertThat(new float[] {u[0], u[15], u[16], u[63], u[64], u[100]}).containsExactly(
                fraction(476300397L), fraction(62756035L), fraction(4224470670L),
                fraction(2161178750L), fraction(4150250418L), fraction(3472854139L));
    }

    private static float fraction(long word) {
        return (word >>> 8) * 0x1p-24f;
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
