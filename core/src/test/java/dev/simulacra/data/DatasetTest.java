package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final Dataset DATA = new Dataset("six", 6, 2, new float[] {0, 0, 1, 10, 2, 20, 3, 30, 4, 40, 5, 50});

    @Test
    void theMinibatchesOfAnEpochHoldEachRowOnce() {
        Tensor minibatch = DATA.minibatch("data", 3);
        List<String> rows = new ArrayList<>();
        for (int draw = 0; draw < 2; draw++) {
            double[] values = Reference.create().at(1, 0, draw).value(minibatch);
            for (int i = 0; i < values.length; i += 2) {
                rows.add(values[i] + " " + values[i + 1]);
            }
        }

        assertThat(minibatch.shape()).isEqualTo(Shape.of(3, 2));
        assertThat(rows)
                .containsExactlyInAnyOrder("0.0 0.0", "1.0 10.0", "2.0 20.0", "3.0 30.0", "4.0 40.0", "5.0 50.0");
    }

    @Test
    void aDatasetHasRowsTimesColumnsValues() {
        assertThatThrownBy(() -> new Dataset("two", 2, 2, new float[3]))
                .hasMessage("dataset two: 2 rows of 2 columns with 3 values; there must be rows × columns values, "
                        + "and at least one");
    }
}
