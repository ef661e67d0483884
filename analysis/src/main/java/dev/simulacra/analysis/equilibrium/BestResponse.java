package dev.simulacra.analysis.equilibrium;

import dev.simulacra.data.Distribution;
import dev.simulacra.game.Discriminator;
import dev.simulacra.game.Objective;
import dev.simulacra.game.Player;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.optim.Adam;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A discriminator trained on against a generator that does not move, until its value on examples that it is not
/// trained on stops growing.
///
/// It ascends V alone, without penalties, in inference: nothing is dropped, and running moments stay as they are. The
/// vectors of spectral norms follow the weights as in training: without them a discriminator that turns its weights
/// would be divided by less than their norm, and win by steepness. What is best for the same networks shows how much of
/// a shortfall the training has left and how much no such network can make up.
///
/// @param weights the weights and statistics of the best moment, by the parameters that they stand for
/// @param steps   the steps taken
/// @param ended   whether the value had stopped growing by then; not where it grew beyond all numbers, as it may in an
///     objective without a bound
public record BestResponse(Map<Parameter, Parameter> weights, long steps, boolean ended) {
    private static final int MINIBATCH = 1200;
    private static final int HELD_OUT = 24_000;
    private static final int BETWEEN_LOOKS = 250;
    /// It has stopped growing where this many looks in a row have found nothing better.
    private static final int PATIENCE = 8;
    private static final Player.Optimization STRATEGY =
            new Player.Optimization(new Adam(0.9, 0.999, 1e-8), new Schedule.Constant(1e-3), new WeightAverage(0.999));

    /// The best response to samples from `learned`, among data from `data`, in `objective`.
    ///
    /// @param discriminator the network; its parameters and statistics stay as they are
    /// @param from          the weights and statistics from which the training goes on, by its parameters
    /// @param most          the most steps
    public static BestResponse to(
            Distribution learned,
            Distribution data,
            Objective objective,
            Discriminator discriminator,
            UnaryOperator<Parameter> from,
            long most,
            long seed,
            int threads) {
        Map<Parameter, Parameter> moved = own(discriminator.network().parameters(), from);
        Player player = new Player(List.copyOf(moved.values()), STRATEGY);
        Map<Parameter, Parameter> weights = new LinkedHashMap<>(moved);
        weights.putAll(own(discriminator.network().statistics(), from));
        int minibatch = whole(MINIBATCH, discriminator.pack());
        int heldOut = whole(HELD_OUT, discriminator.pack());
        Compiler compiler = new Compiler(seed, threads);
        ForwardPass moving = pass(weights, UnaryOperator.identity()).whileWeightsMove();
        Tensor ascended = objective.value(
                discriminator.logits(data.sample("response/data", minibatch), moving),
                discriminator.logits(learned.sample("response/noise", minibatch), moving));
        Program step = compiler.compile(player.ascend(ascended).and(kept(moving, weights)));
        ForwardPass average = pass(weights, player::average);
        Tensor value = objective.value(
                discriminator.logits(data.sample("response/held-out/data", heldOut), average),
                discriminator.logits(learned.sample("response/held-out/noise", heldOut), average));
        Program look = compiler.compile(Computation.of(value));
        return ascend(step, () -> {
            look.run();
            return look.scalar(value);
        }, weights, player::average, most);
    }

    /// The largest number of whole packs up to `examples`, in examples; one pack at least.
    private static int whole(int examples, int pack) {
        return Math.max(pack, examples - examples % pack);
    }

    /// The tensors that stand for the parameters of the discriminator.
    public Tensor weight(Parameter parameter) {
        Parameter own = weights.get(parameter);
        return (own == null ? parameter : own).value();
    }

    private static Map<Parameter, Parameter> own(List<Parameter> parameters, UnaryOperator<Parameter> from) {
        Map<Parameter, Parameter> own = new LinkedHashMap<>();
        for (Parameter w : parameters) {
            own.put(w, Parameter.of(w.name() + ".response", w.shape(), from.apply(w).storage()));
        }
        return own;
    }

    /// The running statistics that the pass keeps, as the response's own.
    private static Computation kept(ForwardPass pass, Map<Parameter, Parameter> weights) {
        return new Computation(List.of(), pass.kept().stream()
                .map(each -> new Assignment(weights.getOrDefault(each.target(), each.target()), each.value()))
                .toList());
    }

    private static BestResponse ascend(
            Program step, Look look, Map<Parameter, Parameter> weights, UnaryOperator<Parameter> average, long most) {
        Map<Parameter, Parameter> best = copy(weights, average);
        double value = look.value();
        double greatest = value;
        int inVain = 0;
        long taken = 0;
        while (taken < most && inVain < PATIENCE && value < Double.POSITIVE_INFINITY) {
            long until = Math.min(most, taken + BETWEEN_LOOKS);
            for (; taken < until; taken++) {
                step.run(taken, taken);
            }
            value = look.value();
            inVain = value > greatest ? 0 : inVain + 1;
            if (value > greatest && value < Double.POSITIVE_INFINITY) {
                greatest = value;
                best = copy(weights, average);
            }
        }
        return new BestResponse(best, taken, inVain == PATIENCE);
    }

    private static Map<Parameter, Parameter> copy(Map<Parameter, Parameter> weights, UnaryOperator<Parameter> average) {
        Map<Parameter, Parameter> copy = new LinkedHashMap<>();
        weights.forEach((of, w) -> copy.put(of, Parameter.of(w.name(), w.shape(), average.apply(w).storage())));
        return copy;
    }

    private static ForwardPass pass(Map<Parameter, Parameter> weights, UnaryOperator<Parameter> which) {
        return ForwardPass.inference().withWeights(parameter -> {
            Parameter own = weights.get(parameter);
            return (own == null ? parameter : which.apply(own)).value();
        });
    }

    @FunctionalInterface
    private interface Look {
        /// The value on the examples held out.
        double value();
    }
}
