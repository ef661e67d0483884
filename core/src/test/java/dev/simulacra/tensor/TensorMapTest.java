package dev.simulacra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TensorMapTest {
    @Test
    void tensorsStandInTheOrderInWhichTheyBecameKnown() {
        List<Tensor> tensors = IntStream.range(0, 100).mapToObj(Tensor::of).toList();
        TensorMap<Integer> map = new TensorMap<>();
        tensors.forEach(tensor -> map.put(tensor, 1));
        map.put(tensors.getFirst(), 2);

        assertThat(map.tensors()).containsExactlyElementsOf(tensors);
        assertThat(map.of(tensors.getFirst())).isEqualTo(2);
        assertThat(new TensorMap<>(map).tensors()).containsExactlyElementsOf(tensors);
    }

    @Test
    void twoTensorsThatLookAlikeAreTwo() {
        TensorMap<Integer> map = new TensorMap<>();
        map.put(Tensor.of(1), 1);

        assertThat(map.knows(Tensor.of(1))).isFalse();
        assertThatThrownBy(() -> map.of(Tensor.of(1))).hasMessage("1 () is not part of this graph");
    }
}
