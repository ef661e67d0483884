package dev.simulacra.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void aConstantStays() {
        assertThat(new Schedule.Constant(0.3).at(1_000_000)).isEqualTo(0.3);
    }

    @Test
    void anExponentialShrinksByItsFactorDownToItsFloor() {
        Schedule rate = new Schedule.Exponential(0.1, 1 / 1.000004, 1e-6);

        // NumPy 2.4.6: max(0.1*(1/1.000004)**t, 1e-6); a million roundings of the power stay below 1e-12
        assertThat(rate.at(0)).isEqualTo(0.1);
        assertThat(rate.at(1)).isCloseTo(0.09999960000160002, within(1e-16));
        assertThat(rate.at(1_000_000)).isCloseTo(0.0018315785416790622, within(1e-12));
        assertThat(rate.at(10_000_000)).isEqualTo(1e-6);
    }

    @Test
    void aRampIsHeldOutsideItsSteps() {
        Schedule ramp = new Schedule.LinearRamp(0.5, 0.7, 10, 20);

        assertThat(ramp.at(0)).isEqualTo(0.5);
        assertThat(ramp.at(10)).isEqualTo(0.5);
        assertThat(ramp.at(15)).isCloseTo(0.6, within(1e-15));
        assertThat(ramp.at(20)).isEqualTo(0.7);
        assertThat(ramp.at(Long.MAX_VALUE)).isEqualTo(0.7);
    }

    /// The angle is rounded once here and once there (3.5·10⁻¹⁶ each at π), the sum that makes the value twice more.
    @Test
    void theCosineIsTheLibrarysToTheLastDigits() {
        Schedule cosine = new Schedule.Cosine(1, -1, 10_000);

        for (int step = 0; step <= 10_000; step++) {
            assertThat(cosine.at(step)).isCloseTo(StrictMath.cos(Math.PI * step / 10_000), within(1e-15));
        }
    }

    @Test
    void aCosineIsHeldUpToItsFirstStep() {
        Schedule cosine = new Schedule.Cosine(1, 0.01, 30, 40);

        assertThat(cosine.at(0)).isEqualTo(1);
        assertThat(cosine.at(30)).isEqualTo(1);
        assertThat(cosine.at(35)).isCloseTo(0.505, within(1e-15));
        assertThat(cosine.at(40)).isEqualTo(0.01);
    }

    @Test
    void aCosineIsHeldAfterItsHorizon() {
        Schedule cosine = new Schedule.Cosine(1, 0.01, 10);

        // NumPy 2.4.6: 0.01 + 0.99*(1 + cos(pi*t/10))/2
        assertThat(cosine.at(0)).isEqualTo(1);
        assertThat(cosine.at(1)).isCloseTo(0.9757729755661011, within(1e-15));
        assertThat(cosine.at(5)).isCloseTo(0.505, within(1e-15));
        assertThat(cosine.at(9)).isCloseTo(0.034227024433899, within(1e-15));
        assertThat(cosine.at(10)).isEqualTo(0.01);
        assertThat(cosine.at(Long.MAX_VALUE)).isEqualTo(0.01);
    }

    @Test
    void inAGraphAScheduleFollowsTheStep() {
        Tensor rate = new Schedule.LinearRamp(0, 4, 0, 4).tensor().times(10);

        assertThat(Reference.create().at(0, 3, 0).scalar(rate)).isEqualTo(30);
        assertThat(Reference.create().scalar(new Schedule.Constant(0.25).tensor())).isEqualTo(0.25);
    }

    @Test
    void schedulesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new Schedule.LinearRamp(0, 1, 5, 5))
                .hasMessage("linear ramp: steps 5 to 5 must satisfy 0 ≤ first < last");
        assertThatThrownBy(() -> new Schedule.Cosine(1, 0, 0))
                .hasMessage("cosine schedule: steps 0 to 0 must satisfy 0 ≤ first < last");
        assertThatThrownBy(() -> new Schedule.Exponential(0.1, 1.1, 0))
                .hasMessage("exponential schedule: factor is 1.1, it must be above 0 and at most 1");
        assertThatThrownBy(() -> new Schedule.Exponential(0.1, 0.9, 0.2))
                .hasMessage("exponential schedule: floor is 0.2, "
                        + "it must be at least 0 and at most the first value, 0.1");
        assertThatThrownBy(() -> new Schedule.Constant(Double.NaN))
                .hasMessage("constant schedule: value is NaN, it must be finite");
    }
}
