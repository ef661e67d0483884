package dev.simulacra.analysis.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.analysis.conformance.ClosedFormOptimum;
import dev.simulacra.analysis.conformance.DiscreteGame;
import dev.simulacra.analysis.conformance.ObjectiveCheck;
import dev.simulacra.analysis.divergence.Equilibrium;
import dev.simulacra.analysis.divergence.Estimate;
import dev.simulacra.analysis.divergence.JensenShannon;
import dev.simulacra.data.Gaussian;
import dev.simulacra.game.KnownDiscriminator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.objective.RelativisticAverage;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.game.objective.Wasserstein;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How far a discriminator is from the best one. Data N(0, 1) and samples N(1, 1), so that `ln(p/q) = ½ − x`.
class DiscriminatorComparisonTest {
    private static final int N = 50_000;
    private static final float[] DATA = Gaussian.of(0, 1).rows(1, "data", N);
    private static final float[] SAMPLES = Gaussian.of(1, 1).rows(1, "samples", N);
    private static final double[] ON_DATA = ratios(DATA);
    private static final double[] ON_SAMPLES = ratios(SAMPLES);
    private final NonSaturating nonSaturating = new NonSaturating(new LogProbability.FromLogits());

    private static double[] ratios(float... x) {
        double[] ratios = new double[x.length];
        Arrays.setAll(ratios, i -> 0.5 - x[i]);
        return ratios;
    }

    private static float[] logits(double[] ratios, double factor, double constant) {
        float[] logits = new float[ratios.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (factor * ratios[i] + constant);
        }
        return logits;
    }

    private static DiscriminatorComparison standing(KnownDiscriminator objective, double factor, double constant) {
        return DiscriminatorComparison.of("D", objective, logits(ON_DATA, factor, constant), ON_DATA,
                logits(ON_SAMPLES, factor, constant), ON_SAMPLES);
    }

    /// Over p and q equally probable and 1/16 to 16 times as probable: the logit put into the objective's output is the
    /// best output, and what it means is p/(p + q).
    @Test
    void theBestLogitIsThatOfTheClosedForm() {
        double[] p = DiscreteGame.probabilities(16, 8, 4, 2, 1, 1, 1);
        double[] q = DiscreteGame.probabilities(1, 1, 1, 2, 4, 8, 16);
        known().forEach((name, objective) -> {
            ClosedFormOptimum optimum = ClosedFormOptimum.of(objective, p, q);
            for (int k = 0; k < p.length; k++) {
                double r = Math.log(p[k] / q[k]);
                double logit = objective.optimalLogit(r);
                if (!Double.isNaN(optimum.outputs()[k])) {
                    double shift = objective instanceof RelativisticPaired ? Math.log(p[6] / q[6]) : 0;
                    assertThat(output(objective, logit) - shift).as(name).isCloseTo(optimum.outputs()[k], within(1e-9));
                }
                double meant = objective.probability(logit);
                double asked = isSignOnly(name) ? (Math.signum(r) + 1) / 2 : p[k] / (p[k] + q[k]);
                assertThat(meant).as(name).isCloseTo(asked, within(1e-9));
            }
        });
    }

    /// Where there is no data at all, or no sample.
    @Test
    void theBestDiscriminatorIsSureWhereOneDensityIsZero() {
        known().forEach((name, objective) -> {
            double onData = objective.optimalLogit(Double.POSITIVE_INFINITY);
            double onSamples = objective.optimalLogit(Double.NEGATIVE_INFINITY);
            assertThat(objective.probability(onData)).as(name).isCloseTo(1, within(1e-15));
            assertThat(objective.probability(onSamples)).as(name).isZero();
        });
    }

    private static Map<String, KnownDiscriminator> known() {
        Map<String, KnownDiscriminator> known = new LinkedHashMap<>();
        ObjectiveCheck.objectives().forEach((name, objective) -> {
            if (objective instanceof KnownDiscriminator ofPoints) {
                known.put(name, ofPoints);
            }
        });
        return known;
    }

    private static boolean isSignOnly(String name) {
        return name.startsWith("hinge") || name.startsWith("total variation");
    }

    private static double output(Objective objective, double logit) {
        Tensor input = Tensor.input("logit", Shape.of(1, 1));
        return Reference.create().with(input, logit).scalar(objective.output(input));
    }

    /// Nothing exceeds the best logits by more than chance: neither others' size nor others' place.
    @Test
    void noDiscriminatorIsBetterThanTheBestInAnyObjective() {
        known().forEach((name, objective) -> {
            for (double factor : new double[] {0.5, 1, 2}) {
                for (double constant : new double[] {-0.5, 0, 0.5}) {
                    Estimate shortfall = standing(objective, factor, constant).shortfall().shortfall();
                    assertThat(shortfall.mean()).as("%s, %s, %s", name, factor, constant)
                            .isGreaterThan(-4 * shortfall.standardError() - 1e-6);
                }
            }
        });
    }

    /// V(D) with D = ½ is −2 ln 2, and C(G) = −2 ln 2 + 2 JSD: the shortfall is twice the divergence.
    @Test
    void aDiscriminatorThatGuessesLacksTwiceTheDivergence() {
        double divergence = JensenShannon.byQuadrature(Gaussian.of(0, 1), Gaussian.of(1, 1)).jensenShannon();

        DiscriminatorComparison standing = standing(nonSaturating, 0, 0);

        Estimate shortfall = standing.shortfall().shortfall();
        assertThat(standing.shortfall().value().mean()).isCloseTo(Equilibrium.VALUE, within(1e-7));
        assertThat(shortfall.mean()).isCloseTo(2 * divergence, within(4 * shortfall.standardError()));
        assertThat(standing.error().fromHalf()).isZero();
        assertThat(standing.sentence(true)).endsWith(" nats from optimal.").doesNotContain("at least");
        assertThat(standing.sentence(false)).contains("D is at least 0.2");
    }

    @Test
    void theBestDiscriminatorLacksNothing() {
        DiscriminatorComparison best = standing(nonSaturating, 1, 0);

        assertThat(best.shortfall().shortfall().mean()).isCloseTo(0, within(1e-7));
        assertThat(best.error().fromOptimum()).isCloseTo(0, within(1e-6));
        assertThat(best.sentence(false)).contains("D is as good as the estimate of D*");
    }

    /// Pairs see differences alone, so logits that are all 3 higher mean the same. In another objective they do not.
    @Test
    void aFreeConstantIsLeftOutWhereTheObjectiveLeavesItFree() {
        DiscriminatorComparison paired = standing(new RelativisticPaired(), 1, 3);
        DiscriminatorComparison plain = standing(nonSaturating, 1, 3);

        assertThat(paired.constant()).isCloseTo(3, within(1e-5));
        assertThat(paired.error().fromOptimum()).isCloseTo(0, within(1e-5));
        assertThat(paired.shortfall().shortfall().mean()).isCloseTo(0, within(1e-6));
        assertThat(plain.error().fromOptimum()).isGreaterThan(0.3);
        assertThat(plain.shortfall().shortfall().mean()).isGreaterThan(0.5);
    }

    /// Planted: the ratio q/p for p/q makes the "best" discriminator worse than one that guesses.
    @Test
    void anInvertedRatioIsCaught() {
        double[] onData = Arrays.stream(ON_DATA).map(r -> -r).toArray();
        double[] onSamples = Arrays.stream(ON_SAMPLES).map(r -> -r).toArray();

        OptimalityGap inverted = OptimalityGap.of(
                nonSaturating, logits(ON_DATA, 0, 0), onData, logits(ON_SAMPLES, 0, 0), onSamples);

        assertThat(inverted.shortfall().mean()).isLessThan(-0.2);
    }

    /// Logits a tenth too small: V and V* are estimated from the same examples, so what chance does to one it does to
    /// the other, and a small shortfall is told from none.
    @Test
    void theErrorOfTheShortfallIsSmallerThanThatOfItsParts() {
        OptimalityGap near = standing(nonSaturating, 0.9, 0).shortfall();

        assertThat(near.shortfall().standardError()).isLessThan(0.2 * near.value().standardError());
        assertThat(near.shortfall().mean()).isGreaterThan(3 * near.shortfall().standardError());
    }

    @Test
    void theBestDiscriminatorOfTwoObjectivesDoesNotFollowFromTheDensitiesAtAPoint() {
        assertThat(ObjectiveCheck.objectives().values())
                .filteredOn(objective -> !(objective instanceof KnownDiscriminator))
                .containsExactly(new Wasserstein(), new RelativisticAverage());
    }

    @Test
    void itNeedsAsManyDataAsSamples() {
        assertThatThrownBy(() -> OptimalityGap.of(nonSaturating, new float[200], new double[200], new float[100],
                        new double[100]))
                .hasMessage("shortfall: 200 examples of data and 100 samples; there must be as many, at least 100");
    }
}
