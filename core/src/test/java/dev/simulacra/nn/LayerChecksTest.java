package dev.simulacra.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.tensor.Certificate;
import dev.simulacra.tensor.GradientCheck;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerChecksTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void theGradientIsTheDerivative(String name, GradientCheck check) {
        Certificate certificate = check.certify();

        assertThat(certificate.passed()).as(certificate.toString()).isTrue();
        assertThat(certificate.orders()).hasSizeGreaterThanOrEqualTo(2);
    }

    static Stream<Object[]> checks() {
        return LayerChecks.all().stream().map(check -> new Object[] {check.name(), check});
    }
}
