package dev.simulacra.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModeCentresTest {
    private final ModeCentres centres = new ModeCentres(new double[][] {{0, 0}, {3, 4}, {3, 4}});

    @Test
    void aRowBelongsToTheNearestAndToTheFirstOfEquallyNearOnes() {
        float[] rows = {9, 9, 3, 3, 1.5f, 2};

        assertThat(centres.nearest(rows, 0)).isEqualTo(1);
        assertThat(centres.nearest(rows, 2)).isEqualTo(1);
        assertThat(centres.nearest(rows, 4)).isZero();
        assertThat(centres.nearest(new float[] {Float.NaN, 0}, 0)).isZero();
    }

    @Test
    void distancesAreThoseOfPythagoras() {
        assertThat(centres.squaredDistance(1, new float[] {7, 0, 0}, 1)).isEqualTo(25);
        assertThat(centres.distance(0, 1)).isEqualTo(5);
        assertThat(centres.distance(1, 2)).isZero();
        assertThat(centres.count()).isEqualTo(3);
        assertThat(centres.dimension()).isEqualTo(2);
    }
}
