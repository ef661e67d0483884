package dev.simulacra.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.optim.LearningRule.Next;
import dev.simulacra.optim.LearningRule.Slot;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Six steps down `f(w) = ½(w₁² + 10 w₂²)`, whose gradient is `(w₁, 10 w₂)`, from (1, −½) at the rate 0.05.
///
/// The expected weights come from NumPy 2.4.6 in double precision, by the formulae named at each test.
class LearningRuleTest {
    private static final Shape PAIR = Shape.of(2);
    private static final Tensor CURVATURE = Tensor.table("curvature", PAIR, 1, 10);
    private static final Tensor RATE = Tensor.of(0.05);

    @Test
    void gradientDescentFollowsTheGradient() {
        // w - eta*g
        assertPath(new Sgd(), new double[][] {
            {0.95, -0.25},
            {0.9025, -0.125},
            {0.857375, -0.0625},
            {0.81450625, -0.03125},
            {0.7737809375, -0.015625},
            {0.735091890625, -0.0078125}
        });
    }

    @Test
    void theHeavyBallKeepsAShareOfItsVelocity() {
        // v = mu*v - eta*g; w = w + v, mu = 0.5
        assertPath(Momentum.heavyBall(0.5), new double[][] {
            {0.95, -0.25},
            {0.8775, 0.0},
            {0.797375, 0.125},
            {0.7174437499999999, 0.125},
            {0.6416059375, 0.0625},
            {0.571606734375, 0.0}
        });
    }

    @Test
    void momentumFollowsItsSchedule() {
        // the heavy ball with mu = 0.5 + 0.2*min(max(t - 1, 0), 3)/3 at step t = 0, 1, ...
        Momentum ramped = new Momentum(new Schedule.LinearRamp(0.5, 0.7, 1, 4), Momentum.Form.HEAVY_BALL);

        assertPath(ramped, new double[][] {
            {0.95, -0.25},
            {0.8775, 0.0},
            {0.7925416666666666, 0.14166666666666666},
            {0.6991076388888888, 0.16055555555555556},
            {0.5987484375, 0.0935},
            {0.4985595746527777, -0.0001888888888889051}
        });
    }

    @Test
    void nesterovHoldsThePointAtWhichItsGradientIsTaken() {
        // Sutskever's form: v = mu*v - eta*grad(theta + mu*v); theta = theta + v; the path is theta + mu*v, mu = 0.5
        assertPath(Momentum.nesterov(0.5), new double[][] {
            {0.925, -0.125},
            {0.843125, 0.03125},
            {0.762078125, 0.0546875},
            {0.685476953125, 0.033203125},
            {0.6148175488281249, 0.01123046875},
            {0.5505134543457031, 0.0001220703125}
        });
    }

    @Test
    void rmsPropDividesByTheRootMeanSquare() {
        // v = 0.9*v + 0.1*g*g; w = w - eta*g/(sqrt(v) + 1e-8)
        assertPath(new RmsProp(0.9, 1e-8), new double[][] {
            {0.8418861219915809, -0.341886117991581},
            {0.7369376640171498, -0.24943530477047182},
            {0.654358942158387, -0.18459027800490943},
            {0.5849199151227198, -0.13641244378052644},
            {0.5244636611614923, -0.09989757814126796},
            {0.47072525468476073, -0.07214803779887255}
        });
    }

    @Test
    void adamCorrectsTheBiasOfItsMoments() {
        // m = 0.8*m + 0.2*g; v = 0.99*v + 0.01*g*g; w = w - eta*(m/(1 - 0.8**t))/(sqrt(v/(1 - 0.99**t)) + 1e-8)
        assertPath(new Adam(0.8, 0.99, 1e-8), new double[][] {
            {0.9500000005, -0.4500000001},
            {0.9001524137779178, -0.40034800482853966},
            {0.8505682201209434, -0.3513281015005317},
            {0.8013644442105583, -0.303266092818939},
            {0.7526631990572681, -0.2565296409751475},
            {0.7045906057830309, -0.21152556946460463}
        });
    }

    @Test
    void adamWDecaysTheWeightsBesideAdamsStep() {
        // Adam's step as above, and - eta*0.1*w
        assertPath(new AdamW(0.8, 0.99, 1e-8, 0.1), new double[][] {
            {0.9450000005, -0.4475000001},
            {0.8904449392128272, -0.39563265553022037},
            {0.8364564134312188, -0.3446972678287039},
            {0.7831621804278039, -0.2950360449471314},
            {0.7306950114752814, -0.24703360005510533},
            {0.6791913886509172, -0.20111305171107588}
        });
    }

    @Test
    void clippedWeightsStayWithinTheirBound() {
        // min(max(w - eta*g, -c), c)
        assertPath(new Clipped(new Sgd(), 0.8), new double[][] {
            {0.8, -0.25},
            {0.76, -0.125},
            {0.722, -0.0625},
            {0.6859, -0.03125}
        });
        assertPath(new Clipped(new Sgd(), 0.2), new double[][] {{0.2, -0.2}, {0.19, -0.1}});
    }

    @Test
    void aWeightThatIsNoNumberIsNotClippedToOne() {
        Tensor w = Tensor.input("w", PAIR);
        Tensor next = new Clipped(new Sgd(), 1).next(w, Tensor.filled(0, PAIR), RATE, List.of()).w();

        assertThat(Reference.create().with(w, Double.NaN, Double.NEGATIVE_INFINITY).value(next))
                .containsExactly(Double.NaN, -1);
    }

    @Test
    void aRuleUsedTwiceInOneGraphEqualsTwoSteps() {
        for (LearningRule rule : rules()) {
            Tensor w = Tensor.input("w", PAIR);
            Next first = step(rule, w, memory(rule));
            Tensor unrolled = step(rule, first.w(), first.memory()).w();

            double[] value = Reference.create().with(w, 1, -0.5).value(unrolled);

            assertThat(value).as(rule.toString()).containsExactly(path(rule, 2).getLast());
        }
    }

    @Test
    void unrolledStepsHaveADerivative() {
        for (LearningRule rule : rules()) {
            Tensor w = Tensor.input("w", PAIR);
            Next first = step(rule, w, memory(rule));
            Tensor loss = step(rule, first.w(), first.memory()).w().square().sum();

            double[] slope = Reference.create().with(w, 1, -0.5).value(Gradients.of(loss, w));

            double h = 1e-5;
            double difference = (Reference.create().with(w, 1 + h, -0.5).scalar(loss)
                            - Reference.create().with(w, 1 - h, -0.5).scalar(loss))
                    / (2 * h);
            // the difference's own error: h² from the formula and 1e-16/h from rounding, both near 1e-10
            assertThat(slope[0]).as(rule.toString()).isCloseTo(difference, within(1e-8));
        }
    }

    /// Without care the root of the mean square has derivative 0/0 there, and one dead unit makes every gradient NaN.
    @Test
    void unrolledStepsHaveADerivativeWhereTheGradientIsZero() {
        for (LearningRule rule : rules()) {
            Tensor w = Tensor.input("w", PAIR);
            Tensor loss = step(rule, w, memory(rule)).w().sum();

            double[] slope = Reference.create().with(w, 1, 0).value(Gradients.of(loss, w));

            assertThat(slope[1]).as(rule.toString()).isFinite();
        }
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertRefused(() -> new Adam(1, 0.999, 1e-8), "adam: beta1 is 1.0, it must be at least 0 and below 1");
        assertRefused(() -> new Adam(0.9, -0.1, 1e-8), "adam: beta2 is -0.1, it must be at least 0 and below 1");
        assertRefused(() -> new Adam(0.9, 0.999, 0), "adam: epsilon is 0.0, it must be above 0 and finite");
        assertRefused(
                () -> new AdamW(0.9, 0.999, 1e-8, -1), "adamw: decay is -1.0, it must be at least 0 and finite");
        assertRefused(
                () -> new RmsProp(Double.NaN, 1e-8), "rmsprop: decay is NaN, it must be at least 0 and below 1");
        assertRefused(() -> Momentum.heavyBall(1), "momentum: mu is 1.0, it must be at least 0 and below 1");
        assertRefused(
                () -> new Momentum(new Schedule.LinearRamp(0.5, 1.5, 0, 10), Momentum.Form.NESTEROV),
                "momentum: mu is 1.5, it must be at least 0 and below 1");
        assertRefused(
                () -> new WeightAverage(1.5), "weight average: decay is 1.5, it must be at least 0 and below 1");
        assertRefused(
                () -> new Clipped(new Sgd(), 0), "weight clipping: bound is 0.0, it must be above 0 and finite");
        assertRefused(
                () -> new Clipped(new Sgd(), Double.NaN),
                "weight clipping: bound is NaN, it must be above 0 and finite");
        assertRefused(
                () -> new Optimistic(new Clipped(new Sgd(), 1)),
                "optimistic: weights that the rule clips would be moved out of their bound again; clip what optimism"
                        + " does, new Clipped(new Optimistic(rule), c)");
    }

    private static List<LearningRule> rules() {
        return List.of(
                new Sgd(),
                Momentum.heavyBall(0.5),
                Momentum.nesterov(0.5),
                new RmsProp(0.9, 1e-8),
                new Adam(0.8, 0.99, 1e-8),
                new AdamW(0.8, 0.99, 1e-8, 0.1),
                new Optimistic(new Adam(0.8, 0.99, 1e-8)),
                new Optimistic(Momentum.heavyBall(0.5)),
                new Clipped(new Sgd(), 0.9));
    }

    private static void assertPath(LearningRule rule, double[][] expected) {
        List<double[]> path = path(rule, expected.length);
        for (int t = 0; t < expected.length; t++) {
            assertThat(path.get(t)).as("step " + t).containsExactly(expected[t], within(1e-12));
        }
    }

    /// The weights after each of `steps` separate steps, each fed with what the one before left.
    private static List<double[]> path(LearningRule rule, int steps) {
        List<Tensor> before = new ArrayList<>(List.of(Tensor.input("w", PAIR)));
        rule.memory(PAIR).forEach(slot -> before.add(Tensor.input(slot.name(), slot.shape())));
        Next next = step(rule, before.getFirst(), before.subList(1, before.size()));
        List<Tensor> after = new ArrayList<>(List.of(next.w()));
        after.addAll(next.memory());

        List<double[]> values = Reference.create().values(memory(rule));
        List<double[]> state = new ArrayList<>(List.of(new double[] {1, -0.5}));
        state.addAll(values);
        List<double[]> path = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            Reference reference = Reference.create().at(0, t, 0);
            for (int i = 0; i < before.size(); i++) {
                reference = reference.with(before.get(i), state.get(i));
            }
            state = reference.values(after);
            path.add(state.getFirst());
        }
        return path;
    }

    private static Next step(LearningRule rule, Tensor w, List<Tensor> memory) {
        Next next = rule.next(w, w.times(CURVATURE), RATE, memory);
        assertThat(next.memory().stream().map(Tensor::shape))
                .containsExactlyElementsOf(rule.memory(PAIR).stream().map(Slot::shape).toList());
        return next;
    }

    private static List<Tensor> memory(LearningRule rule) {
        return rule.memory(PAIR).stream().map(slot -> Tensor.filled(0, slot.shape())).toList();
    }

    private static void assertRefused(Supplier<?> creation, String message) {
        assertThatThrownBy(creation::get).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
