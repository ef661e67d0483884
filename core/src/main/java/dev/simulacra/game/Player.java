package dev.simulacra.game;

import dev.simulacra.optim.LearningRule;
import dev.simulacra.optim.Schedule;
import dev.simulacra.optim.WeightAverage;
import dev.simulacra.program.Computation;
import dev.simulacra.tensor.Assignment;
import dev.simulacra.tensor.Gradients;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// One player's parameters θ and how it moves them. Whoever ascends or descends is the one whose gradient is taken.
public final class Player {
    private final List<Parameter> parameters;
    private final Optimization strategy;
    private final Map<Parameter, List<Parameter>> memory = new IdentityHashMap<>();
    private final Map<Parameter, Average> averages = new IdentityHashMap<>();

    /// A moving average of one parameter, and what rounding it has lost.
    private record Average(Parameter value, Parameter lost) {
        static Average from(Parameter w) {
            return new Average(
                    Parameter.of(w.name() + ".average", w.shape(), w.storage()),
                    Parameter.zeros(w.name() + ".average.lost", w.shape()));
        }

        Stream<Assignment> towards(Tensor w, WeightAverage by, Tensor share) {
            WeightAverage.Sum next = by.next(new WeightAverage.Sum(value.value(), lost.value()), w, share);
            return Stream.of(new Assignment(value, next.value()), new Assignment(lost, next.lost()));
        }

        Stream<Parameter> state() {
            return Stream.of(value, lost);
        }
    }

    /// The optimization of one player: its learning rule, rate and weight average.
    ///
    /// @param rule    the learning rule
    /// @param rate    the learning rate η at each step
    /// @param average the moving average of the weights that stands for the player after training; with decay 0 the
    ///     weights stand for themselves
    public record Optimization(LearningRule rule, Schedule rate, WeightAverage average) {}

    /// A player of `parameters` at their present values, with an empty memory, the averages at these values.
    public Player(List<Parameter> parameters, Optimization strategy) {
        this.parameters = List.copyOf(parameters);
        this.strategy = strategy;
        for (Parameter w : parameters) {
            memory.put(w, strategy.rule().memory(w.shape()).stream()
                    .map(slot -> Parameter.zeros(w.name() + "." + slot.name(), slot.shape()))
                    .toList());
            if (strategy.average().decay() > 0) {
                averages.put(w, Average.from(w));
            }
        }
    }

    /// The state of a player: its weights, and what its learning rule remembers of each, as tensors.
    ///
    /// @param weights in the order of the player's parameters
    /// @param memory  for each of the weights, in that order
    public record PlayerState(List<Tensor> weights, List<List<Tensor>> memory) {
        public PlayerState {
            weights = List.copyOf(weights);
            memory = memory.stream().map(List::copyOf).toList();
        }
    }

    /// The player's weights and optimizer state before the step.
    public PlayerState present() {
        return new PlayerState(
                parameters.stream().map(Parameter::value).toList(),
                parameters.stream().map(w -> memoryOf(w).stream().map(Parameter::value).toList()).toList());
    }

    /// The player's state after one step of the learning rule from `position` against `gradients`, one for each weight.
    ///
    /// Nothing moves: a player may look ahead, to see the game from there, and any number of steps.
    public PlayerState next(PlayerState position, List<Tensor> gradients) {
        Tensor rate = strategy.rate().tensor();
        List<LearningRule.Next> all = new ArrayList<>();
        for (int i = 0; i < gradients.size(); i++) {
            all.add(strategy.rule()
                    .next(position.weights.get(i), gradients.get(i), rate, position.memory.get(i)));
        }
        return new PlayerState(
                all.stream().map(LearningRule.Next::w).toList(),
                all.stream().map(LearningRule.Next::memory).toList());
    }

    /// One step up the gradient of the scalar `value` with respect to this player's parameters.
    public Computation ascend(Tensor value) {
        return descend(value.negate());
    }

    /// One step down the gradient of the scalar `loss` with respect to this player's parameters.
    public Computation descend(Tensor loss) {
        return move(Gradients.of(loss, present().weights));
    }

    /// One step against `gradients`, one for each of this player's parameters, wherever they were taken.
    public Computation move(List<Tensor> gradients) {
        PlayerState next = next(present(), gradients);
        Tensor share = strategy.average().share();
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter w = parameters.get(i);
            Tensor nextW = next.weights.get(i);
            assignments.add(new Assignment(w, nextW));
            List<Parameter> slots = memoryOf(w);
            for (int j = 0; j < slots.size(); j++) {
                assignments.add(new Assignment(slots.get(j), next.memory.get(i).get(j)));
            }
            averageOf(w).flatMap(a -> a.towards(nextW, strategy.average(), share)).forEach(assignments::add);
        }
        return new Computation(List.of(), assignments);
    }

    /// What stands for each parameter where this player is at `position`: a weight of it for its own, for others what
    /// `elsewhere` says.
    public Function<Parameter, Tensor> at(PlayerState position, Function<Parameter, Tensor> elsewhere) {
        Map<Parameter, Tensor> weights = new IdentityHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            weights.put(parameters.get(i), position.weights.get(i));
        }
        return w -> {
            Tensor own = weights.get(w);
            return own == null ? elsewhere.apply(w) : own;
        };
    }

    /// The average that stands for `parameter` after training; `parameter` itself if this player keeps none of it.
    public Parameter average(Parameter parameter) {
        return averageOf(parameter).map(Average::value).findFirst().orElse(parameter);
    }

    /// Everything that changes as this player moves: parameters, the rule's memory, averages and what they have lost.
    public List<Parameter> state() {
        List<Parameter> state = new ArrayList<>(parameters);
        parameters.forEach(w -> state.addAll(memoryOf(w)));
        parameters.stream().flatMap(this::averageOf).flatMap(Average::state).forEach(state::add);
        return state;
    }

    /// The average of `w`; none where this player keeps none.
    private Stream<Average> averageOf(Parameter w) {
        return Stream.ofNullable(averages.get(w));
    }

    private List<Parameter> memoryOf(Parameter w) {
        return memory.getOrDefault(w, List.of());
    }
}
