package dev.simulacra.experiments.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.data.Gaussian;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArcTest {
    private static final Offset<Double> EXACT = within(1e-14);

    @Test
    void aQuarterTurnIsDividedIntoEqualAnglesAndLengths() {
        Arc arc = new Arc(new double[] {1, 0}, new double[] {0, 3});

        assertThat(arc.point(0)).containsExactly(new double[] {1, 0}, EXACT);
        assertThat(arc.point(0.5)).containsExactly(new double[] {Math.sqrt(2), Math.sqrt(2)}, EXACT);
        assertThat(arc.point(1. / 3)[0]).isCloseTo(5. / 3 * Math.sqrt(3) / 2, EXACT);
        assertThat(arc.point(1)).containsExactly(new double[] {0, 3}, EXACT);
    }

    /// Where sin ω, and not the part of `b` across `a`, is divided by, coordinates reach 10¹⁶.
    @ParameterizedTest
    @ValueSource(doubles = {1e-1, 1e-3, 1e-5, 1e-7, 1e-9, 0})
    void nearlyOppositeEndsHaveBoundedPointsBetweenThem(double off) {
        Arc arc = new Arc(new double[] {1, 0, 0}, new double[] {-2, 2 * off, 0});

        for (int i = 0; i <= 10; i++) {
            double[] z = arc.point(i / 10.0);
            double length = Math.hypot(z[0], z[1]);
            double between = 1 - i / 10.0 + i / 10.0 * Math.hypot(2, 2 * off);

            assertThat(length).isLessThanOrEqualTo(between + 1e-14);
            if (off > 1e-6) {
                assertThat(length).isCloseTo(between, EXACT);
            }
        }
        assertThat(arc.point(1)).containsExactly(new double[] {-2, 2 * off, 0}, EXACT);
    }

    @Test
    void endsOnOneLineAreJoinedByIt() {
        assertThat(new Arc(new double[] {1}, new double[] {-2}).point(0.25)).containsExactly(0.25);
        assertThat(new Arc(new double[] {1, 2}, new double[] {3, 6}).point(0.5)).containsExactly(2, 4);
        assertThat(new Arc(new double[] {0, 0}, new double[] {3, 6}).point(0.5)).containsExactly(1.5, 3);
    }

    @Test
    void noiseOfOneCoordinateStaysBetweenItsEnds() {
        float[] rows = new Interpolation(Gaussian.isotropic(1, 1), 50, 3, 1).rows();

        for (int way = 0; way < 50; way++) {
            assertThat(rows[3 * way + 1]).isEqualTo((rows[3 * way] + rows[3 * way + 2]) / 2, within(1e-6f));
        }
    }
}
