package dev.simulacra.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.tensor.Independence;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PackedTest {
    private static final Tensor X = Tensor.table("x", Shape.of(4, 2), 1, 2, 3, 4, 5, 6, 7, 8);

    @Test
    void neighbouringExamplesLieSideBySide() {
        Tensor packs = new Packed(2).apply(X, ForwardPass.training("d"));

        assertThat(packs.shape()).isEqualTo(Shape.of(2, 4));
        assertThat(Reference.create().value(packs.slice(0, 1, 2))).containsExactly(5, 6, 7, 8);
    }

    @Test
    void packsOfOneAreTheExamples() {
        assertThat(new Packed(1).apply(X, ForwardPass.training("d"))).isSameAs(X);
    }

    @Test
    void examplesOfAPackDependOnEachOther() {
        assertThat(Independence.ofRows(new Packed(2).apply(X, ForwardPass.training("d")), X)).isFalse();
    }

    @Test
    void packsThatDoNotComeOutAreRefused() {
        assertThatThrownBy(() -> new Packed(0)).hasMessage("packing: a pack has 0 examples, it must have at least 1");
        assertThatThrownBy(() -> new Packed(3).apply(X, ForwardPass.training("d")))
                .hasMessage("packing: a minibatch (4, 2) is not a number of whole packs of 3 examples");
    }
}
