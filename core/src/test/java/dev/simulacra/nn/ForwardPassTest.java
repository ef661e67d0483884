package dev.simulacra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ForwardPassTest {
    private static final Parameter P = Parameter.zeros("p", Shape.SCALAR);

    @Test
    void aParameterStandsForItselfUnlessItIsReplaced() {
        Tensor other = Tensor.of(3);

        assertThat(ForwardPass.inference().value(P)).isSameAs(P.value());
        assertThat(ForwardPass.inference().withWeights(_ -> other).value(P)).isSameAs(other);
        assertThat(ForwardPass.training("d").withWeights(_ -> other).isTraining()).isTrue();
    }

    @Test
    void aStatisticThatIsKeptStandsForItselfFromThenOn() {
        ForwardPass pass = ForwardPass.training("d");
        pass.keep(P, Tensor.of(1));
        Tensor last = Tensor.of(2);
        pass.keep(P, last);

        assertThat(pass.value(P)).isSameAs(last);
        assertThat(pass.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.target()).isSameAs(P);
            assertThat(kept.value()).isSameAs(last);
        });
        assertThat(pass.withWeights(Parameter::value).kept()).isEmpty();
        assertThat(pass.before(P)).isSameAs(P.value());
        assertThat(ForwardPass.training("second").after(pass).value(P)).isSameAs(pass.value(P)).isNotSameAs(P.value());
        assertThat(ForwardPass.training("second").after(pass).before(P)).isSameAs(P.value());
    }

    @Test
    void streamsStartWithThePassesName() {
        assertThat(ForwardPass.training("discriminator/real").stream("dropout-1"))
                .isEqualTo("discriminator/real/dropout-1");
        assertThatThrownBy(() -> ForwardPass.inference().stream("dropout-1"))
                .hasMessage("pass: dropout-1 asks for a random stream, but inference draws nothing");
    }
}
