package dev.simulacra.analysis.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import org.junit.jupiter.api.Test;

class OptimalAssignmentTest {
    /// Fifty matrices of uniform numbers from 7 × 7, each against all 5,040 ways.
    @Test
    void itIsTheCheapestOfAll() {
        float[] numbers = Gaussian.of(0, 1).rows(1, "costs", 50 * 49);
        for (int matrix = 0; matrix < 50; matrix++) {
            double[][] costs = new double[7][7];
            for (int i = 0; i < 49; i++) {
                costs[i / 7][i % 7] = numbers[49 * matrix + i];
            }

            assertThat(OptimalAssignment.meanCost(costs)).isCloseTo(cheapest(costs, 0, 0) / 7, within(1e-12));
        }
    }

    @Test
    void takingTheNearestInTurnIsDearer() {
        double[][] costs = {{1, 2}, {1.5, 10}};

        assertThat(OptimalAssignment.meanCost(costs)).isEqualTo(1.75);
        assertThat((costs[0][0] + costs[1][1]) / 2).isEqualTo(5.5);
    }

    /// The cheapest way to match the rows from `row` on with columns that are not in the set of bits `taken`.
    private static double cheapest(double[][] costs, int row, int taken) {
        if (row == costs.length) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int column = 0; column < costs.length; column++) {
            if ((taken >> column & 1) == 0) {
                least = Math.min(least, costs[row][column] + cheapest(costs, row + 1, taken | 1 << column));
            }
        }
        return least;
    }
}
