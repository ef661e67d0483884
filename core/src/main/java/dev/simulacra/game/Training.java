package dev.simulacra.game;

import dev.simulacra.program.Compiler;
import dev.simulacra.program.Explanation;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Minibatch stochastic gradient training of a game: Algorithm 1 of Goodfellow et al. 2014 (arXiv:1406.2661).
///
/// ```text
/// for each step
///     k times: ascend V(D, G) − penalties in D's parameters, on m examples of data and m of noise
///     descend J(G) in G's parameters, on m examples of noise
/// ```
///
/// The [Order] states the updates of a step; other orders than this one exist. A training is a pure function of (game,
/// optimizations, order, seed, step): its state after a step depends neither on the number of threads nor on
/// interruptions. It knows no files and no terminals.
public final class Training {
    private final Game game;
    private final Player generator;
    private final Player discriminator;
    private final CompiledPlan plan;
    private final Rewind rewind;
    private long step;
    private volatile boolean stopped;

    /// A training of `game` from the networks' present parameters.
    ///
    /// @param ofGenerator     the learning rule, rate and weight average of the generator
    /// @param ofDiscriminator the learning rule, rate and weight average of the discriminator
    /// @param seed            the seed of data, noise and dropout masks
    /// @param threads         the number of threads that share the work of a step; it changes the time and no bit
    /// @throws IllegalArgumentException where the players share a parameter
    public Training(
            Game game,
            Player.Optimization ofGenerator,
            Player.Optimization ofDiscriminator,
            Order order,
            long seed,
            int threads) {
        this.game = game;
        generator = new Player(game.generator().network().parameters(), ofGenerator);
        discriminator = new Player(game.discriminator().network().parameters(), ofDiscriminator);
        plan = CompiledPlan.of(order.plan(game, generator, discriminator), new Compiler(seed, threads));
        rewind = new Rewind(plan, state());
    }

    /// Trains up to step `until`, and reports to `listener` after every `every` steps and at the end.
    ///
    /// @throws IllegalArgumentException where `every` is below 1
    /// @throws DivergedException where a loss or a parameter is no longer finite; the state is then that before the
    ///     step that went wrong
    public void run(long until, long every, Consumer<StepReport> listener) {
        if (every < 1) {
            throw new IllegalArgumentException(
                    "run: a report after every " + every + " steps; it must be at least 1");
        }
        stopped = false;
        while (step < until) {
            if (step % Rewind.STEPS == 0) {
                rewind.keep(step);
            }
            plan.run(step);
            boolean pause = (step + 1) % every == 0 || step + 1 == until || stopped;
            requireFinite(pause || (step + 1) % Rewind.STEPS == 0);
            step++;
            if (pause) {
                listener.accept(report());
                if (stopped) {
                    return;
                }
            }
        }
    }

    /// Makes a running [#run] return after the present step; any thread may call it.
    public void stop() {
        stopped = true;
    }

    /// The work of one step's programs, by the names of the updates, in the order in which they run.
    public SequencedMap<String, Explanation> explain() {
        return plan.explain();
    }

    /// The number of steps completed.
    public long completed() {
        return step;
    }

    /// The game that is trained.
    public Game game() {
        return game;
    }

    /// The losses and mean outputs on the last step's minibatches; all zeros before the first step.
    public StepReport report() {
        return plan.report(step);
    }

    /// The averaged weights of `parameter`, which stand for it after training.
    public Tensor averaged(Parameter parameter) {
        return average(parameter).value();
    }

    /// The average of `parameter`, which stands for it after training; `parameter` itself where no player trains it or
    /// no average is kept.
    public Parameter average(Parameter parameter) {
        return discriminator.average(generator.average(parameter));
    }

    /// Everything that changes as the training goes on, apart from the step: both players' parameters, statistics,
    /// memories and averages. Names are unique.
    public List<Parameter> state() {
        List<Parameter> state = new ArrayList<>(generator.state());
        state.addAll(game.generator().network().statistics());
        state.addAll(discriminator.state());
        state.addAll(game.discriminator().network().statistics());
        return state;
    }

    /// Declares that [#state()] now holds the state after `completed` steps, as read from a checkpoint.
    public void continueFrom(long completed) {
        step = completed;
        rewind.keep(completed);
    }

    /// Every step looks at the losses: a weight that is not finite shows there in the next step at the latest, unless
    /// no loss depends on it. The whole state is looked at before it is reported or kept.
    private void requireFinite(boolean wholeState) {
        if (plan.outputsAreFinite() && (!wholeState || plan.leftFinite())) {
            return;
        }
        DivergedException diverged = rewind.diverged();
        step = diverged.step();
        throw diverged;
    }
}
