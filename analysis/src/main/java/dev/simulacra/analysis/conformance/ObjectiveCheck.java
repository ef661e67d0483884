package dev.simulacra.analysis.conformance;

import dev.simulacra.analysis.conformance.DiscreteGame.Discriminators;
import dev.simulacra.game.KnownOptimum;
import dev.simulacra.game.Objective;
import dev.simulacra.game.OutputScale;
import dev.simulacra.game.objective.CrossEntropy;
import dev.simulacra.game.objective.Hinge;
import dev.simulacra.game.objective.LeastSquares;
import dev.simulacra.game.objective.LogProbability;
import dev.simulacra.game.objective.Minimax;
import dev.simulacra.game.objective.NonSaturating;
import dev.simulacra.game.objective.RelativisticAverage;
import dev.simulacra.game.objective.RelativisticPaired;
import dev.simulacra.game.objective.SmoothedLabels;
import dev.simulacra.game.objective.VariationalDivergence;
import dev.simulacra.game.objective.VariationalDivergence.Kind;
import dev.simulacra.game.objective.Wasserstein;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/// A check of a loss against its source: over finitely many points the best discriminator is searched for, and what
/// is found is compared with the closed form.
///
/// @param objective what was looked at
/// @param output    the largest error of the discriminator's output at a point
/// @param value     the error of the value attained
/// @param slopes    the largest error of the derivative that reaches the generator there
public record ObjectiveCheck(String objective, double output, double value, double slopes) {
    /// The largest error that is allowed.
    public static final double TOLERANCE = 1e-6;

    /// Data and samples at finitely many points, as often as each occurs: density ratios from 16 to 1/16, one of them
    /// 1, and others, with neither side ahead all along the line.
    private static final List<Counts> COUNTS = List.of(
            new Counts(new int[] {16, 8, 4, 2, 1, 1, 1}, new int[] {1, 1, 1, 2, 4, 8, 16}),
            new Counts(new int[] {9, 1, 1, 6, 1, 2}, new int[] {1, 7, 3, 1, 1, 2}));

    private record Counts(int[] p, int[] q) {
        /// Samples distributed like the data.
        Counts equal() {
            return new Counts(p, p);
        }
    }

    /// A check of the losses `value` and `generatorLoss`, which claim to be those of `objective`.
    private record Claim(
            String name, Objective objective, BinaryOperator<Tensor> value, BinaryOperator<Tensor> generatorLoss) {
        /// At the best discriminator that can be found, against the closed form.
        ObjectiveCheck atOptimum(Counts counts) {
            DiscreteGame game = new DiscreteGame(counts.p, counts.q, value, generatorLoss);
            ClosedFormOptimum optimum = ClosedFormOptimum.of(
                    objective, DiscreteGame.probabilities(counts.p), DiscreteGame.probabilities(counts.q));
            double[] logits = game.optimalLogits(discriminators(objective));
            return new ObjectiveCheck(
                    name,
                    largest(outputs(objective, logits), optimum.outputs()),
                    Math.abs(game.value(logits) - optimum.value()),
                    largest(game.generatorSlopes(logits), optimum.slopes()));
        }

        /// Of the relativistic average, at logits of no special meaning.
        ObjectiveCheck atSomeLogits(Counts counts) {
            DiscreteGame game = new DiscreteGame(counts.p, counts.q, value, generatorLoss);
            double[] logits = IntStream.range(0, counts.p.length).mapToDouble(k -> 0.7 * k * k % 3 - 1).toArray();
            RelativisticSums sums = new RelativisticSums(
                    DiscreteGame.probabilities(counts.p), DiscreteGame.probabilities(counts.q), logits);
            return new ObjectiveCheck(
                    name,
                    largest(outputs(objective, logits), logits),
                    Math.abs(game.value(logits) - sums.value()),
                    largest(game.generatorSlopes(logits), sums.slopes()));
        }
    }

    /// Says whether every error is a number within the tolerance.
    public boolean passed() {
        return output <= TOLERANCE && value <= TOLERANCE && slopes <= TOLERANCE;
    }

    /// Every objective.
    public static List<ObjectiveCheck> all() {
        List<ObjectiveCheck> all = new ArrayList<>();
        objectives().forEach((name, objective) ->
                all.add(of(name, objective, objective::value, objective::generatorLoss)));
        return all;
    }

    /// The objectives by name.
    public static Map<String, KnownOptimum> objectives() {
        Map<String, KnownOptimum> objectives = new LinkedHashMap<>();
        CrossEntropy minimax = new Minimax(new LogProbability.FromLogits());
        CrossEntropy nonSaturating = new NonSaturating(new LogProbability.FromLogits());
        objectives.put("minimax", minimax);
        objectives.put("non-saturating", nonSaturating);
        objectives.put("minimax, label .9", new SmoothedLabels(minimax, 0.9));
        objectives.put("non-saturating, label .9", new SmoothedLabels(nonSaturating, 0.9));
        objectives.put("least squares, 0 and 1", new LeastSquares(0, 1, 1));
        objectives.put("least squares, −1, 1 and 0", new LeastSquares(-1, 1, 0));
        objectives.put("hinge", new Hinge());
        objectives.put("wasserstein", new Wasserstein());
        objectives.put("relativistic paired", new RelativisticPaired());
        objectives.put("relativistic average", new RelativisticAverage());
        for (Kind kind : Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            objectives.put(name, new VariationalDivergence(kind, false));
            objectives.put(name + ", saturating", new VariationalDivergence(kind, true));
        }
        return objectives;
    }

    /// The errors of `value` and `generatorLoss`, which claim to be those of `objective`, against its source: the
    /// largest errors at the optimal discriminators against several data and samples.
    ///
    /// Of [RelativisticAverage] the best discriminator is known where samples are like data; besides, its
    /// losses are compared with plain sums at other logits.
    public static ObjectiveCheck of(
            String name, Objective objective, BinaryOperator<Tensor> value, BinaryOperator<Tensor> generatorLoss) {
        Claim claim = new Claim(name, objective, value, generatorLoss);
        return COUNTS.stream()
                .map(counts -> objective instanceof RelativisticAverage
                        ? claim.atOptimum(counts.equal()).worse(claim.atSomeLogits(counts))
                        : claim.atOptimum(counts))
                .reduce(ObjectiveCheck::worse)
                .orElseThrow();
    }

    /// The discriminators over which the objective is optimized.
    static Discriminators discriminators(Objective objective) {
        return switch (objective) {
            case Wasserstein _ -> Discriminators.LIPSCHITZ;
            case ClosedForm own -> own.discriminators();
            default -> objective.scale() == OutputScale.DIFFERENCE
                    ? Discriminators.UP_TO_A_CONSTANT
                    : Discriminators.ALL;
        };
    }

    private static double[] outputs(Objective objective, double... logits) {
        Tensor input = Tensor.input("logits", Shape.of(logits.length, 1));
        return Reference.create().with(input, logits).value(objective.output(input));
    }

    private static double largest(double[] found, double[] expected) {
        double largest = 0;
        for (int i = 0; i < found.length; i++) {
            // A NaN that was found stays one; where NaN is expected anything will do.
            largest = Double.isNaN(expected[i]) ? largest : Math.max(largest, Math.abs(found[i] - expected[i]));
        }
        return largest;
    }

    private ObjectiveCheck worse(ObjectiveCheck other) {
        return new ObjectiveCheck(
                objective,
                Math.max(output, other.output),
                Math.max(value, other.value),
                Math.max(slopes, other.slopes));
    }
}
