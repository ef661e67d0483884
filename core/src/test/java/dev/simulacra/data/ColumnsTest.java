package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void plainColumnsAreInTheirOwnUnits() {
        assertThat(Columns.plain(2)).isEqualTo(new Columns(List.of("x1", "x2"), Standardization.identity(2)));
        assertThatThrownBy(() -> Columns.plain(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLabelIsALastColumnInItsOwnUnits() {
        Columns columns = new Columns(List.of("a"), new Standardization(new double[] {3}, new double[] {2}));

        assertThat(columns.withLabel().names()).containsExactly("a", "label");
        assertThat(columns.withLabel().standardization().invert(1, 7)).containsExactly(5, 7);
    }

    @Test
    void eachColumnHasAName() {
        assertThatThrownBy(() -> new Columns(List.of("a"), Standardization.identity(2)))
                .hasMessage("columns: 1 names and 2 means; there must be one of each per column");
    }
}
