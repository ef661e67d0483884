package dev.simulacra.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.order.Extragradient;
import dev.simulacra.game.order.Simultaneous;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.optim.Momentum;
import dev.simulacra.optim.Optimistic;
import org.junit.jupiter.api.Test;

/// The orders of moves with learning rules that remember, against the same steps written out in double precision.
///
/// The game is that of [OrderTest], `V = −ψθ = J(G)`: D descends along θ, G along −ψ.
class OrderWithMemoryTest {
    private static final double RATE = OrderTest.RATE;
    private static final double MU = 0.5;
    private static final double BETA1 = 0.5;
    private static final double BETA2 = 0.75;
    private static final double EPSILON = 1e-3;
    private static final int STEPS = 12;

    /// Twelve steps in float. What the orders and rules differ by is larger than 10⁻³.
    private static final double ROUNDING = 1e-5;
    private static final double MISTAKE = 1e-3;

    private final LearningRule adam = new Adam(BETA1, BETA2, EPSILON);
    private double psi = OrderTest.PSI;
    private double theta = OrderTest.THETA;

    /// Adam's moments of one weight, and how they and its move follow when all gradients grow by the same.
    private record Moments(int t, double m, double v, double slopeOfM, double slopeOfV) {
        static final Moments NONE = new Moments(0, 0, 0, 0, 0);

        Moments next(double g) {
            return new Moments(
                    t + 1,
                    BETA1 * m + (1 - BETA1) * g,
                    BETA2 * v + (1 - BETA2) * g * g,
                    BETA1 * slopeOfM + (1 - BETA1),
                    BETA2 * slopeOfV + (1 - BETA2) * 2 * g);
        }

        /// These moments as numbers that do not follow the gradients to come.
        Moments fixed() {
            return new Moments(t, m, v, 0, 0);
        }

        double move() {
            return -RATE * m / c1() / (root() + EPSILON);
        }

        /// The derivative of [#move].
        double slope() {
            double below = root() + EPSILON;
            double slopeOfRoot = slopeOfV / c2() / (2 * root());
            return -RATE * (slopeOfM / c1() / below - m / c1() * slopeOfRoot / (below * below));
        }

        private double root() {
            return Math.sqrt(v / c2());
        }

        private double c1() {
            return 1 - Math.pow(BETA1, t);
        }

        private double c2() {
            return 1 - Math.pow(BETA2, t);
        }
    }

    /// D foresees `v₁ = μv − ηθ` and `v₂ = μv₁ − ηθ`: `ψ₂ = ψ + v₁ + v₂`, whose derivative in θ is `−(2 + μ)η`.
    @Test
    void anUnrolledHeavyBallRollsOn() {
        double ofD = 0;
        double ofG = 0;
        for (int step = 0; step < STEPS; step++) {
            ofD = MU * ofD - RATE * theta;
            psi += ofD;
            double first = MU * ofD - RATE * theta;
            double foreseen = psi + first + MU * first - RATE * theta;
            ofG = MU * ofG - RATE * (-foreseen + (2 + MU) * RATE * theta);
            theta += ofG;
        }

        requireReached(new Alternating(1, 2), Momentum.heavyBall(MU));
        requireNotReached(new Alternating(1, 1), Momentum.heavyBall(MU));
        requireNotReached(new Alternating(1), Momentum.heavyBall(MU));
    }

    @Test
    void anUnrolledAdamIsDifferentiatedThroughBothItsMoments() {
        Moments ofD = Moments.NONE;
        Moments ofG = Moments.NONE;
        for (int step = 0; step < STEPS; step++) {
            ofD = ofD.next(theta).fixed();
            psi += ofD.move();
            Moments first = ofD.next(theta);
            Moments second = first.next(theta);
            double foreseen = psi + first.move() + second.move();
            ofG = ofG.next(-foreseen - theta * (first.slope() + second.slope()));
            theta += ofG.move();
        }

        requireReached(new Alternating(1, 2), adam);
        requireNotReached(new Alternating(1, 1), adam);
        requireNotReached(new Alternating(1), adam);
    }

    /// The look ahead starts from Adam's memory and leaves it as it was.
    @Test
    void extragradientsLookAheadLeavesNoTraceInAdamsMemory() {
        Moments ofD = Moments.NONE;
        Moments ofG = Moments.NONE;
        for (int step = 0; step < STEPS; step++) {
            double aheadD = psi + ofD.next(theta).move();
            double aheadG = theta + ofG.next(-psi).move();
            ofD = ofD.next(aheadG);
            ofG = ofG.next(-aheadD);
            psi += ofD.move();
            theta += ofG.move();
        }

        requireReached(new Extragradient(), adam);
        requireNotReached(new Simultaneous(), adam);
    }

    /// Gidel et al. 2019, algorithm 4: the moments take in the gradients of the look ahead as well.
    @Test
    void extragradientWithMomentsThatAdvanceTwiceIsAnotherAlgorithm() {
        Moments ofD = Moments.NONE;
        Moments ofG = Moments.NONE;
        for (int step = 0; step < STEPS; step++) {
            ofD = ofD.next(theta);
            ofG = ofG.next(-psi);
            double aheadD = psi + ofD.move();
            double aheadG = theta + ofG.move();
            ofD = ofD.next(aheadG);
            ofG = ofG.next(-aheadD);
            psi += ofD.move();
            theta += ofG.move();
        }

        requireNotReached(new Extragradient(), adam);
    }

    /// Daskalakis et al. 2018, algorithm 1, in both players at once.
    @Test
    void optimisticAdamGoesTwiceItsMoveLessTheMoveBefore() {
        Moments ofD = Moments.NONE;
        Moments ofG = Moments.NONE;
        double beforeD = 0;
        double beforeG = 0;
        for (int step = 0; step < STEPS; step++) {
            ofD = ofD.next(theta);
            ofG = ofG.next(-psi);
            psi += 2 * ofD.move() - beforeD;
            theta += 2 * ofG.move() - beforeG;
            beforeD = ofD.move();
            beforeG = ofG.move();
        }

        requireReached(new Simultaneous(), new Optimistic(adam));
        requireNotReached(new Simultaneous(), adam);
    }

    private void requireReached(Order order, LearningRule rule) {
        OrderTest.State measured = OrderTest.after(order, rule, STEPS);
        assertThat(measured.psi()).isCloseTo(psi, within(ROUNDING));
        assertThat(measured.theta()).isCloseTo(theta, within(ROUNDING));
    }

    private void requireNotReached(Order order, LearningRule rule) {
        OrderTest.State measured = OrderTest.after(order, rule, STEPS);
        assertThat(Math.hypot(measured.psi() - psi, measured.theta() - theta)).isGreaterThan(MISTAKE);
    }
}
