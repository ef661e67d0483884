package dev.simulacra.theory;

import dev.simulacra.game.Logarithm;
import dev.simulacra.game.Objective;
import dev.simulacra.game.VariationalDivergence;
import dev.simulacra.game.VariationalDivergence.Kind;
import dev.simulacra.tensor.Reference;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;

/// Whether a loss is what its source says: over finitely many points the best discriminator is searched for, and what
/// is found is compared with the closed form.
///
/// @param objective what was looked at
/// @param output    the largest error of the discriminator's output at a point
/// @param value     the error of the value attained
/// @param slopes    the largest error of the derivative that reaches the generator there
public record Conformance(String objective, double output, double value, double slopes) {
    /// The largest error that is allowed.
    public static final double TOLERANCE = 1e-6;

    /// Data and samples at seven points: density ratios from 16 to 1/16, one of them 1.
    private static final int[] P = {16, 8, 4, 2, 1, 1, 1};
    private static final int[] Q = {1, 1, 1, 2, 4, 8, 16};

    /// Whether every error is a number within the tolerance.
    public boolean passed() {
        return output <= TOLERANCE && value <= TOLERANCE && slopes <= TOLERANCE;
    }

    /// Every objective whose best discriminator has a closed form.
    public static List<Conformance> all() {
        List<Conformance> all = new ArrayList<>();
        objectives().forEach((name, objective) ->
                all.add(of(name, objective, objective::value, objective::generatorLoss)));
        return all;
    }

    /// The objectives with a closed form, by name.
    static Map<String, Objective> objectives() {
        Map<String, Objective> objectives = new LinkedHashMap<>();
        objectives.put("minimax", new Objective.Minimax(new Logarithm.FromLogits()));
        objectives.put("non-saturating", new Objective.NonSaturating(new Logarithm.FromLogits()));
        objectives.put("least squares, 0 and 1", new Objective.LeastSquares(0, 1, 1));
        objectives.put("least squares, −1, 1 and 0", new Objective.LeastSquares(-1, 1, 0));
        objectives.put("hinge", new Objective.Hinge());
        objectives.put("relativistic paired", new Objective.RelativisticPaired());
        for (Kind kind : Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            objectives.put(name, new VariationalDivergence(kind, false));
            objectives.put(name + ", saturating", new VariationalDivergence(kind, true));
        }
        return objectives;
    }

    /// How far `value` and `generatorLoss`, which claim to be those of `objective`, are from what its source says.
    public static Conformance of(
            String name, Objective objective, BinaryOperator<Tensor> value, BinaryOperator<Tensor> generatorLoss) {
        DiscreteGame game = new DiscreteGame(P, Q, value, generatorLoss);
        Optimum optimum = Optimum.of(objective, DiscreteGame.probabilities(P), DiscreteGame.probabilities(Q));
        double[] logits = game.optimalLogits(objective instanceof Objective.RelativisticPaired);
        return new Conformance(
                name,
                largest(outputs(objective, logits), optimum.outputs()),
                Math.abs(game.value(logits) - optimum.value()),
                largest(game.generatorSlopes(logits), optimum.slopes()));
    }

    private static double[] outputs(Objective objective, double... logits) {
        Tensor input = Tensor.input("logits", Shape.of(logits.length, 1));
        return Reference.create().with(input, logits).value(objective.output(input));
    }

    private static double largest(double[] found, double[] expected) {
        double largest = 0;
        for (int i = 0; i < found.length; i++) {
            double error = Double.isNaN(expected[i]) ? 0 : Math.abs(found[i] - expected[i]);
            // A NaN that was found counts as an error.
            largest = error <= largest ? largest : error;
        }
        return largest;
    }
}
