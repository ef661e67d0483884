package dev.simulacra.game;

import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Explanation;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Notation;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/// Minibatch stochastic gradient training of a game: Algorithm 1 of Goodfellow et al. 2014 (arXiv:1406.2661).
///
/// ```text
/// for each step
///     k times: ascend V(D, G) − penalties in D's parameters, on m examples of data and m of noise
///     descend J(G) in G's parameters, on m examples of noise
/// ```
///
/// A training is a pure function of (game, strategies, order, seed, step): its state after a step depends on nothing
/// else, neither on the number of threads nor on interruptions. It knows no files and no terminals.
public final class Training {
    /// How many steps a replay after a divergence goes back at most.
    private static final long REWIND = 200;

    private final Game game;
    private final Player thetaD;
    private final Player thetaG;
    /// What a step consists of: the discriminator's losses are in the first, the generator's in the last.
    private final CompiledUpdate[] updates;
    private final UpdatePlan.Monitored shown;
    private final Snapshot good;
    private long step;
    private volatile boolean stopped;

    /// A program that runs `times` times in each step.
    private record CompiledUpdate(String name, int times, List<Computation> inOrder, Program program) {
        static CompiledUpdate of(UpdatePlan.Update turn, Compiler compiler) {
            List<Computation> all = turn.inOrder();
            Computation[] others = all.subList(1, all.size()).toArray(Computation[]::new);
            return new CompiledUpdate(turn.name(), turn.times(), all, compiler.compile(all.getFirst(), others));
        }

        void run(long step) {
            for (int i = 0; i < times; i++) {
                program.run(step, step * times + i);
            }
        }

        Optional<Tensor> firstBad(long step) {
            return LongStream.range(step * times, step * times + times)
                    .mapToObj(draw -> program.firstBad(step, draw))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    /// A training of `game` from the networks' present parameters.
    ///
    /// @param seed    the seed of data, noise and dropout masks
    /// @param threads how many threads share the work of a step; it changes the time and nothing else
    public Training(
            Game game, Player.Optimization strategyD, Player.Optimization strategyG, Order order, long seed,
                    int threads) {
        this.game = game;
        thetaD = new Player(game.discriminator().network().parameters(), strategyD);
        thetaG = new Player(game.generator().network().parameters(), strategyG);

        UpdatePlan turns = UpdatePlan.of(game, thetaD, thetaG, order);
        shown = turns.shown();
        Compiler compiler = new Compiler(seed, threads);
        updates = turns.inOrder().stream().map(turn -> CompiledUpdate.of(turn, compiler))
                .toArray(CompiledUpdate[]::new);
        good = new Snapshot(state());
    }

    /// Trains up to step `until`, and tells `listener` after every `every` steps and at the end.
    ///
    /// @throws IllegalArgumentException where `every` is below 1
    /// @throws Diverged where a loss or a parameter is no longer finite; the state is then that before
    ///     the step that went wrong
    public void run(long until, long every, Consumer<StepReport> listener) {
        if (every < 1) {
            throw new IllegalArgumentException(
                    "run: a report after every " + every + " steps; it must be at least 1");
        }
        stopped = false;
        while (step < until) {
            if (step % REWIND == 0) {
                good.take(step);
            }
            step();
            boolean pause = (step + 1) % every == 0 || step + 1 == until || stopped;
            requireFinite(pause || (step + 1) % REWIND == 0);
            step++;
            if (pause) {
                listener.accept(report());
                if (stopped) {
                    return;
                }
            }
        }
    }

    /// Makes a running [#run] return after the step it is in; any thread may ask.
    public void stop() {
        stopped = true;
    }

    /// One step of Algorithm 1.
    private void step() {
        for (CompiledUpdate update : updates) {
            update.run(step);
        }
    }

    /// What the programs of a step do, by the names of the updates, in the order in which they run.
    public SequencedMap<String, Explanation> explain() {
        SequencedMap<String, Explanation> all = new LinkedHashMap<>();
        for (CompiledUpdate update : updates) {
            all.put(update.name, Explanation.of(update.inOrder.toArray(Computation[]::new)));
        }
        return all;
    }

    /// The number of steps completed.
    public long completed() {
        return step;
    }

    public Game game() {
        return game;
    }

    /// What the last step's minibatches said; all zeros before the first step.
    public StepReport report() {
        Program ofD = updates[0].program;
        return new StepReport(
                step,
                -ofD.scalar(shown.value()),
                updates[updates.length - 1].program.scalar(shown.generatorLoss()),
                ofD.scalar(shown.meanOnData()),
                ofD.scalar(shown.meanOnSamples()));
    }

    /// The weights that stand for both players after training: the averages.
    public Tensor averaged(Parameter parameter) {
        return average(parameter).value();
    }

    /// The average that stands for `parameter` after training; `parameter` itself where nobody trains it.
    public Parameter average(Parameter parameter) {
        return thetaD.average(thetaG.average(parameter));
    }

    /// Everything that changes as the training goes on, apart from the step: both players' parameters, statistics,
    /// memories and averages. Names are unique.
    public List<Parameter> state() {
        List<Parameter> state = new ArrayList<>(thetaG.state());
        state.addAll(game.generator().network().statistics());
        state.addAll(thetaD.state());
        state.addAll(game.discriminator().network().statistics());
        return state;
    }

    /// Says that [#state()] now holds the state after `completed` steps.
    public void continueFrom(long completed) {
        step = completed;
        good.take(completed);
    }

    /// Every step looks at the losses: a weight that is no number shows there in the next step at the latest, unless no
    /// loss depends on it. The whole state is looked at before anyone sees it or it is kept to go back to.
    private void requireFinite(boolean state) {
        if (lossesAreFinite() && (!state || isFinite())) {
            return;
        }
        long bad = firstBadStep();
        DivergedException diverged = new DivergedException(bad, replay(bad).map(Training::text).orElse("a loss"));
        step = good.restore();
        throw diverged;
    }

    private boolean lossesAreFinite() {
        for (CompiledUpdate update : updates) {
            if (!update.program.outputsAreFinite()) {
                return false;
            }
        }
        return true;
    }

    private boolean isFinite() {
        for (CompiledUpdate update : updates) {
            if (!update.program.leftFinite()) {
                return false;
            }
        }
        return true;
    }

    /// Goes back to the last good state and forward again to the first step that leaves a number that is none.
    private long firstBadStep() {
        step = good.restore();
        step();
        while (isFinite()) {
            step++;
            step();
        }
        return step;
    }

    private static String text(Tensor tensor) {
        return Notation.expression(tensor) + " " + tensor.shape();
    }

    /// Goes back to the last good state and forward again, and looks at every tensor of step `bad`.
    private Optional<Tensor> replay(long bad) {
        for (step = good.restore(); step < bad; step++) {
            step();
        }
        good.take(bad);
        return Arrays.stream(updates).flatMap(update -> update.firstBad(bad).stream()).findFirst();
    }

    /// A copy of the state at one step.
    private static final class Snapshot {
        private final List<Parameter> parameters;
        private final float[][] values;
        private long taken;

        Snapshot(List<Parameter> parameters) {
            Set<Parameter> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
            distinct.addAll(parameters);
            if (distinct.size() != parameters.size()) {
                throw new IllegalArgumentException("training: the players share a parameter");
            }
            this.parameters = parameters;
            this.values = parameters.stream().map(p -> p.storage().clone()).toArray(float[][]::new);
        }

        void take(long step) {
            taken = step;
            for (int i = 0; i < values.length; i++) {
                System.arraycopy(parameters.get(i).storage(), 0, values[i], 0, values[i].length);
            }
        }

        long restore() {
            for (int i = 0; i < values.length; i++) {
                parameters.get(i).assign(values[i]);
            }
            return taken;
        }
    }
}
