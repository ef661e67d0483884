package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.penalty.Dragan;
import dev.simulacra.game.penalty.GradientPenalty;
import dev.simulacra.game.penalty.OneSidedGradientPenalty;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.Packed;
import dev.simulacra.optim.Schedule;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Penalties against closed forms: `ℓ(x) = ⟨w, x⟩` has slope `|w|` everywhere, `ℓ(x) = a|x|²/2` has slope `a|x|`.
class PenaltyTest {
    /// The norm's guard moves it by 10⁻¹²; weights are floats read in double.
    private static final Offset<Double> EXACT = within(1e-11);

    private static final double A = 0.75;

    private final Tensor real = Tensor.table("real", Shape.of(3, 2), 1, 2, -3, .5f, 0, .25f);
    private final Tensor fake = Tensor.table("fake", Shape.of(3, 2), -1, 1, .5f, 2, 4, -2);
    private final Tensor w = Tensor.table("w", Shape.of(2, 1), 3, -4);
    private final double meanSquareReal = (5 + 9.25 + 0.0625) / 3;
    private final double meanSquareFake = (2 + 4.25 + 20) / 3;

    @Test
    void ofALinearDiscriminator() {
        DiscriminatorScores judgement = judged(this::linear);

        assertThat(value(new R1(0.5).of(judgement))).isCloseTo(0.25 * 25, EXACT);
        assertThat(value(new R2(0.5).of(judgement))).isCloseTo(0.25 * 25, EXACT);
        assertThat(value(new GradientPenalty(10).of(judgement))).isCloseTo(10 * 16, EXACT);
        assertThat(value(new OneSidedGradientPenalty(10).of(judgement))).isCloseTo(10 * 16, EXACT);
        assertThat(value(new Dragan(10, 0.5).of(judgement))).isCloseTo(10 * 16, EXACT);
    }

    @Test
    void theOneSidedPenaltyIsOfWhatIsSteeperThanOne() {
        Tensor gentle = Tensor.table("gentle", Shape.of(2, 1), .3f, -.4f);
        DiscriminatorScores same =
                new DiscriminatorScores.SeparateBatches(real, real, quadratic(real), quadratic(real),
                        PenaltyTest::quadratic);
        double steep = (sq(A * Math.sqrt(5) - 1) + sq(A * Math.sqrt(9.25) - 1)) / 3; // the third slope is a/4

        assertThat(value(new OneSidedGradientPenalty(10).of(judged(x -> x.matmul(gentle))))).isZero();
        assertThat(value(new GradientPenalty(10).of(judged(x -> x.matmul(gentle))))).isCloseTo(2.5, within(1e-6));
        assertThat(value(new OneSidedGradientPenalty(2).of(same))).isCloseTo(2 * steep, EXACT);
    }

    @Test
    void draganLooksAroundTheDataAlone() {
        DiscriminatorScores judgement = judged(PenaltyTest::quadratic);
        double at = (sq(A * Math.sqrt(5) - 1) + sq(A * Math.sqrt(9.25) - 1) + sq(A * 0.25 - 1)) / 3;
        assertThat(value(new Dragan(2, 0).of(judgement))).isCloseTo(2 * at, EXACT);

        // around 0 on a line the slope is ac|n|, n ~ N(0, 1): E (ac|n| − 1)² = (ac)² − 2ac √(2/π) + 1
        int m = 4000;
        Tensor zeros = Tensor.filled(0, Shape.of(m, 1));
        Tensor fives = Tensor.filled(5, Shape.of(m, 1));
        DiscriminatorScores around =
                new DiscriminatorScores.SeparateBatches(zeros, fives, zeros, fives, PenaltyTest::quadratic);
        double ac = A * 2;
        // 4,000 draws of seed 0; the deviation of one term is below 1.6, so the standard error below 0.026
        assertThat(value(new Dragan(1, 2).of(around)))
                .isCloseTo(ac * ac - 2 * ac * Math.sqrt(2 / Math.PI) + 1, within(0.08));
    }

    @Test
    void aWeightFollowsItsScheduleAndAConstantOneIsTheNumber() {
        DiscriminatorScores judgement = judged(this::linear);
        Schedule ramp = new Schedule.LinearRamp(1, 0, 0, 4);

        for (Penalty penalty : List.of(new R1(ramp), new R2(ramp))) {
            assertThat(Reference.create().at(0, 0, 0).scalar(penalty.of(judgement))).isCloseTo(12.5, EXACT);
            assertThat(Reference.create().at(0, 3, 3).scalar(penalty.of(judgement))).isCloseTo(12.5 / 4, EXACT);
            assertThat(Reference.create().at(0, 9, 9).scalar(penalty.of(judgement))).isZero();
        }
        assertThat(new R1(0.1)).isEqualTo(new R1(new Schedule.Constant(0.1)));
    }

    @Test
    void ofAQuadraticDiscriminator() {
        DiscriminatorScores judgement = judged(PenaltyTest::quadratic);

        assertThat(value(new R1(2).of(judgement))).isCloseTo(A * A * meanSquareReal, EXACT);
        assertThat(value(new R2(2).of(judgement))).isCloseTo(A * A * meanSquareFake, EXACT);
    }

    @Test
    void theGradientPenaltyLooksBetweenDataAndSamples() {
        // Between x and x there is only x.
        DiscriminatorScores same =
                new DiscriminatorScores.SeparateBatches(real, real, quadratic(real), quadratic(real),
                        PenaltyTest::quadratic);
        double expected = (sq(A * Math.sqrt(5) - 1) + sq(A * Math.sqrt(9.25) - 1) + sq(A * 0.25 - 1)) / 3;
        assertThat(value(new GradientPenalty(2).of(same))).isCloseTo(2 * expected, EXACT);

        // On the way from x to 0, α·x has slope aα|x|: ∫(ca − 1)² dα over [0, 1] is c²/3 − c + 1, c = a|x|.
        int m = 4000;
        Tensor ones = Tensor.filled(2, Shape.of(m, 1));
        Tensor zeros = Tensor.filled(0, Shape.of(m, 1));
        DiscriminatorScores between =
                new DiscriminatorScores.SeparateBatches(ones, zeros, ones, zeros, PenaltyTest::quadratic);
        double c = 2 * A;
        // 4,000 draws of seed 0 of a number in [0, 1], whose standard error is below 0.3/√4000 = 0.005
        assertThat(value(new GradientPenalty(1).of(between))).isCloseTo(c * c / 3 - c + 1, within(0.015));
    }

    @Test
    void oneNormForTheWholeBatchGivesAnotherNumber() {
        DiscriminatorScores same =
                new DiscriminatorScores.SeparateBatches(real, real, quadratic(real), quadratic(real),
                        PenaltyTest::quadratic);
        double right = value(new GradientPenalty(1).of(same));
        Tensor whole = Gradients.of(same.realLogits().sum(), real).square().sum().sqrt().minus(1).square();

        assertThat(value(whole)).isNotCloseTo(right, within(0.1));
    }

    /// Packs of two: a logit's slope is that in both examples together, and the means are over the packs.
    @Test
    void aPackHasOneNorm() {
        Tensor four = Tensor.table("four", Shape.of(4, 2), 1, 2, -3, .5f, 0, .25f, 1, 1);
        DiscriminatorScores same = packed(four, four);
        double first = Math.sqrt(5 + 9.25);
        double second = Math.sqrt(0.0625 + 2);

        assertThat(value(new R1(2).of(same))).isCloseTo(A * A * (sq(first) + sq(second)) / 2, EXACT);
        assertThat(value(new R2(2).of(same))).isCloseTo(A * A * (sq(first) + sq(second)) / 2, EXACT);
        double expected = (sq(A * first - 1) + sq(A * second - 1)) / 2;
        assertThat(value(new GradientPenalty(1).of(same))).isCloseTo(expected, EXACT);
        assertThat(value(new OneSidedGradientPenalty(1).of(same))).isCloseTo(expected, EXACT);
        assertThat(value(new Dragan(1, 0).of(same))).isCloseTo(expected, EXACT);
        double bySample = (sq(A * Math.sqrt(5) - 1) + sq(A * Math.sqrt(9.25) - 1)
                + sq(A * 0.25 - 1) + sq(A * Math.sqrt(2) - 1)) / 4;
        assertThat(expected).as("a norm for each example is another number").isNotCloseTo(bySample, within(0.01));
    }

    /// On the way from a pack of twos to one of zeros, αx has slope aα|x| for the pack's one α; with an α for each
    /// example the mean norm would be larger by 8 %.
    @Test
    void aPackHasOnePointInBetween() {
        int m = 8000;
        double c = A * 2 * Math.sqrt(2);
        DiscriminatorScores between = packed(Tensor.filled(2, Shape.of(m, 1)), Tensor.filled(0, Shape.of(m, 1)));

        // 4,000 draws of seed 0, whose standard error is below 0.4/√4000 = 0.0064; the mistake is off by 0.17
        assertThat(value(new GradientPenalty(1).of(between))).isCloseTo(c * c / 3 - c + 1, within(0.02));
    }

    @Test
    void theGradientOfAPenaltyMovesTheDiscriminator() {
        DiscriminatorScores judgement = judged(this::linear);

        double[] r1 = Reference.create().value(Gradients.of(new R1(0.5).of(judgement), w));
        double[] gradient = Reference.create().value(Gradients.of(new GradientPenalty(10).of(judgement), w));

        assertThat(r1).as("γw").containsExactly(new double[] {1.5, -2}, EXACT);
        assertThat(gradient).as("2λ(|w| − 1)w/|w|").containsExactly(new double[] {48, -64}, EXACT);
    }

    @Test
    void whereTheSlopeIsZeroTheDerivativeIsFinite() {
        Tensor flat = Tensor.table("flat", Shape.of(2, 1), 0, 0);
        DiscriminatorScores judgement = judged(x -> x.matmul(flat));

        assertThat(Reference.create().value(Gradients.of(new GradientPenalty(1).of(judgement), flat)))
                .containsExactly(0, 0);
    }

    @Test
    void aWeightBelowZeroIsRefused() {
        assertThatThrownBy(() -> new R1(-1)).hasMessage("R1: gamma is -1.0, it must be at least 0 and finite");
        assertThatThrownBy(() -> new GradientPenalty(Double.NaN))
                .hasMessage("gradient penalty: lambda is NaN, it must be at least 0 and finite");
        assertThatThrownBy(() -> new R2(Double.NaN))
                .hasMessage("R2: gamma is NaN, it must be at least 0 and finite");
        assertThatThrownBy(() -> new R1(new Schedule.LinearRamp(1, -0.5, 0, 10)))
                .hasMessage("R1: gamma is -0.5, it must be at least 0 and finite");
        assertThatThrownBy(() -> new OneSidedGradientPenalty(-2))
                .hasMessage("one-sided gradient penalty: lambda is -2.0, it must be at least 0 and finite");
        assertThatThrownBy(() -> new Dragan(-2, 1))
                .hasMessage("DRAGAN: lambda is -2.0, it must be at least 0 and finite");
        assertThatThrownBy(() -> new Dragan(2, -1))
                .hasMessage("DRAGAN: c is -1.0, it must be at least 0 and finite");
    }

    private DiscriminatorScores judged(UnaryOperator<Tensor> logits) {
        return new DiscriminatorScores.SeparateBatches(real, fake, logits.apply(real), logits.apply(fake), logits);
    }

    private static DiscriminatorScores packed(Tensor real, Tensor fake) {
        Packed pairs = new Packed(2);
        UnaryOperator<Tensor> logits = x -> quadratic(pairs.apply(x, ForwardPass.inference()));
        return new DiscriminatorScores.SeparateBatches(real, fake, logits.apply(real), logits.apply(fake), logits);
    }

    private Tensor linear(Tensor x) {
        return x.matmul(w);
    }

    private static Tensor quadratic(Tensor x) {
        return x.square().sumTo(Shape.of(x.shape().extent(0), 1)).times(A / 2);
    }

    private static double sq(double x) {
        return x * x;
    }

    private static double value(Tensor tensor) {
        return Reference.create().scalar(tensor);
    }
}
