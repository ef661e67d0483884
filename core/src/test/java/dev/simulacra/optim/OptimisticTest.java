package dev.simulacra.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The bilinear game `V = xy`, in which x descends and y ascends, both at once, from (1, ½) at the rate η = 0.1. The
/// gradient that the two together descend is `(y, −x)`.
class OptimisticTest {
    private static final double ETA = 0.1;
    private static final Shape PAIR = Shape.of(2);

    @Test
    void theFirstStepsAreThoseOfTheFormula() {
        List<double[]> path = path(new Optimistic(new Sgd()), 2);

        // w − 2ηg, the gradient before the first being 0, then w − 2ηg + ηg₀
        double x1 = 1 - 2 * ETA * 0.5;
        double y1 = 0.5 + 2 * ETA * 1;
        assertThat(path.get(0)).containsExactly(new double[] {x1, y1}, within(1e-12));
        assertThat(path.get(1)).containsExactly(
                new double[] {x1 - 2 * ETA * y1 + ETA * 0.5, y1 + 2 * ETA * x1 - ETA * 1}, within(1e-12));
    }

    /// Each plain step multiplies the distance from the equilibrium by `√(1 + η²)`.
    @Test
    void optimismSpiralsInWherePlainDescentSpiralsOut() {
        double start = Math.hypot(1, 0.5);

        assertThat(norm(path(new Sgd(), 200).getLast()))
                .isCloseTo(start * Math.pow(1 + ETA * ETA, 100), within(1e-9));
        assertThat(norm(path(new Optimistic(new Sgd()), 200).getLast())).isLessThan(start / 2);
    }

    /// The eigenvalues of a step are `(1 + 2iη ± √(1 − 4η²))/2`, which the doubled iteration
    /// `z₊ = (1 + 2iη)z − iηz₋` of `z = x + iy` has for its roots: the larger one is the factor of a step in the end.
    @Test
    void theRateOfTheSpiralIsThatOfTheLargerEigenvalue() {
        List<double[]> path = path(new Optimistic(new Sgd()), 301);
        double root = Math.sqrt(1 - 4 * ETA * ETA);

        assertThat(norm(path.get(300)) / norm(path.get(299)))
                .isCloseTo(Math.hypot((1 + root) / 2, ETA), within(1e-12));
    }

    /// Algorithm 1 of Daskalakis et al. 2018, written out.
    @Test
    void withAdamTheStepsAreThoseOfThePublishedAlgorithm() {
        List<double[]> path = path(new Optimistic(new Adam(0.5, 0.9, 1e-8)), 40);

        double[] w = {1, 0.5};
        double[] m = new double[2];
        double[] v = new double[2];
        double[] before = new double[2];
        for (int t = 1; t <= path.size(); t++) {
            double[] g = {w[1], -w[0]};
            for (int i = 0; i < 2; i++) {
                m[i] = 0.5 * m[i] + 0.5 * g[i];
                v[i] = 0.9 * v[i] + 0.1 * g[i] * g[i];
                double now = m[i] / (1 - Math.pow(0.5, t)) / (Math.sqrt(v[i] / (1 - Math.pow(0.9, t))) + 1e-8);
                w[i] = w[i] - 2 * ETA * now + ETA * before[i];
                before[i] = now;
            }
            assertThat(path.get(t - 1)).as("step %s", t).containsExactly(w, within(1e-11));
        }
    }

    /// Adam that is shown `2 gₜ − gₜ₋₁` for the gradient is another algorithm: its moments are those of that sum.
    @Test
    void adamIsNotShownTheExtrapolatedGradient() {
        double[] published = path(new Optimistic(new Adam(0.5, 0.9, 1e-8)), 1).getFirst();
        double[] shown = path(new Adam(0.5, 0.9, 1e-8), 1).getFirst();

        // Adam's first step is η for any gradient, and optimism makes two of it
        assertThat(shown).containsExactly(new double[] {1 - ETA, 0.5 + ETA}, within(1e-8));
        assertThat(published).containsExactly(new double[] {1 - 2 * ETA, 0.5 + 2 * ETA}, within(1e-8));
    }

    /// The velocity is the heavy ball's move.
    @Test
    void withTheHeavyBallItIsTheVelocityThatGoesOnChanging() {
        List<double[]> path = path(new Optimistic(Momentum.heavyBall(0.5)), 40);

        double[] w = {1, 0.5};
        double[] velocity = new double[2];
        for (double[] each : path) {
            double[] g = {w[1], -w[0]};
            for (int i = 0; i < 2; i++) {
                double before = velocity[i];
                velocity[i] = 0.5 * before - ETA * g[i];
                w[i] += 2 * velocity[i] - before;
            }
            assertThat(each).containsExactly(w, within(1e-12));
        }
    }

    @Test
    void theMoveIsKeptBesideTheMemoryOfTheRule() {
        assertThat(new Optimistic(new Adam(0.5, 0.9, 1e-8)).memory(PAIR)).extracting(LearningRule.Slot::name)
                .containsExactly("m", "v", "c1", "c2", "moved");
    }

    private static double norm(double... w) {
        return Math.hypot(w[0], w[1]);
    }

    private static List<double[]> path(LearningRule rule, int steps) {
        Tensor w = Tensor.input("w", PAIR);
        Tensor g = w.gather(Tensor.table("swapped", PAIR, 1, 0)).times(Tensor.table("signs", PAIR, 1, -1));
        List<Tensor> before = new ArrayList<>(List.of(w));
        rule.memory(PAIR).forEach(slot -> before.add(Tensor.input(slot.name(), slot.shape())));
        LearningRule.Next next = rule.next(w, g, Tensor.of(ETA), before.subList(1, before.size()));
        List<Tensor> after = new ArrayList<>(List.of(next.w()));
        after.addAll(next.memory());

        List<double[]> state = new ArrayList<>(List.of(new double[] {1, 0.5}));
        rule.memory(PAIR).forEach(slot -> state.add(new double[slot.shape().size()]));
        List<double[]> path = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            Reference reference = Reference.create();
            for (int i = 0; i < before.size(); i++) {
                reference = reference.with(before.get(i), state.get(i));
            }
            List<double[]> values = reference.values(after);
            state.clear();
            state.addAll(values);
            path.add(state.getFirst());
        }
        return path;
    }
}
