package dev.simulacra.cli.settings;

import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.game.Objective;
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
import dev.simulacra.game.objective.Wasserstein;
import dev.simulacra.game.order.Alternating;
import dev.simulacra.game.order.Consensus;
import dev.simulacra.game.order.Extragradient;
import dev.simulacra.game.order.SharedNoise;
import dev.simulacra.game.order.Simultaneous;
import dev.simulacra.game.penalty.Dragan;
import dev.simulacra.game.penalty.GradientPenalty;
import dev.simulacra.game.penalty.OneSidedGradientPenalty;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.game.penalty.R2;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.AdamW;
import dev.simulacra.optim.Clipped;
import dev.simulacra.optim.LearningRule;
import dev.simulacra.optim.Momentum;
import dev.simulacra.optim.Optimistic;
import dev.simulacra.optim.RmsProp;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.Sgd;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The types that a setting declared as an interface can have, by the words that choose them, each with the values
/// that it starts with.
final class SettingTypes {
    private static final Pattern INSIDE_A_NAME = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final LogProbability FROM_LOGITS = new LogProbability.FromLogits();
    private static final LearningRule ADAM = new Adam(0.5, 0.999, 1e-8);

    private SettingTypes() {}

    /// The word of a type: `relativistic-paired` of `RelativisticPaired`.
    static String word(Class<?> type) {
        return INSIDE_A_NAME.matcher(type.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /// Every choice for a setting declared as `declared`, by its word; empty where no type is known for it.
    static SequencedMap<String, Object> choices(Class<?> declared) {
        SequencedMap<String, Object> choices = new LinkedHashMap<>();
        all().stream().filter(declared::isInstance).forEach(each -> choices.put(word(each.getClass()), each));
        if (declared == Objective.class) {
            choices.remove(word(VariationalDivergence.class));
            for (VariationalDivergence.Kind kind : VariationalDivergence.Kind.values()) {
                choices.put("f-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        new VariationalDivergence(kind, false));
            }
        }
        return choices;
    }

    /// The record type that `word` means where `declared` is declared: one of the known, or of those `present`.
    static Class<?> type(String setting, String word, Class<?> declared, Collection<?> present) {
        return Stream.concat(present.stream(), all().stream())
                .filter(declared::isInstance)
                .<Class<?>>map(Object::getClass)
                .filter(type -> word(type).equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException("the settings: " + setting + " has the type " + word
                        + ", which this program does not know"));
    }

    private static List<Object> all() {
        CrossEntropy nonSaturating = new NonSaturating(FROM_LOGITS);
        return List.of(
                new Minimax(FROM_LOGITS), nonSaturating, new LeastSquares(0, 1, 1), new Hinge(), new Wasserstein(),
                new RelativisticPaired(), new RelativisticAverage(),
                new VariationalDivergence(VariationalDivergence.Kind.JENSEN_SHANNON, false),
                new SmoothedLabels(nonSaturating, 0.9),
                FROM_LOGITS, new LogProbability.WithEpsilon(1e-8),
                new Alternating(1), new SharedNoise(), new Simultaneous(), new Extragradient(), new Consensus(0.1),
                ADAM, new AdamW(0.5, 0.999, 1e-8, 0.01), new Sgd(), Momentum.heavyBall(0.5), new RmsProp(0.99, 1e-8),
                new Optimistic(ADAM), new Clipped(ADAM, 0.01),
                new Schedule.Constant(0), new Schedule.Exponential(1, 1, 0), new Schedule.LinearRamp(0, 0, 0, 1),
                new Schedule.Cosine(0, 0, 0, 1),
                new R1(0.1), new R2(0.1), new GradientPenalty(0.1), new OneSidedGradientPenalty(0.1),
                new Dragan(10, 0.5));
    }
}
