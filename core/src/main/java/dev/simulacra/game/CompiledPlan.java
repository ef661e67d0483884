package dev.simulacra.game;

import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Explanation;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.LongStream;

/// The compiled programs of an [UpdatePlan], one for each update.
record CompiledPlan(List<CompiledUpdate> updates, Monitored monitored) {
    static CompiledPlan of(UpdatePlan plan, Compiler compiler) {
        return new CompiledPlan(
                plan.updates().stream().map(update -> CompiledUpdate.of(update, compiler)).toList(), plan.monitored());
    }

    /// Runs all updates of `step`.
    void run(long step) {
        for (CompiledUpdate update : updates) {
            update.run(step);
        }
    }

    /// The monitored values that the last step has left.
    ///
    /// @param step the number of steps completed
    StepReport report(long step) {
        Program first = updates.getFirst().program;
        return new StepReport(
                step,
                -first.scalar(monitored.value()),
                updates.getLast().program.scalar(monitored.generatorLoss()),
                first.scalar(monitored.meanOnData()),
                first.scalar(monitored.meanOnSamples()));
    }

    /// Whether every monitored value of the last step is finite.
    boolean outputsAreFinite() {
        for (CompiledUpdate update : updates) {
            if (!update.program.outputsAreFinite()) {
                return false;
            }
        }
        return true;
    }

    /// Whether everything that the last step has written is finite.
    boolean leftFinite() {
        for (CompiledUpdate update : updates) {
            if (!update.program.leftFinite()) {
                return false;
            }
        }
        return true;
    }

    /// The first tensor of `step` that is not finite, at the present parameters.
    Optional<Tensor> firstBad(long step) {
        return updates.stream().flatMap(update -> update.firstBad(step).stream()).findFirst();
    }

    /// The compiled program of each update, by its name, in the order in which they run.
    SequencedMap<String, Explanation> explain() {
        SequencedMap<String, Explanation> all = new LinkedHashMap<>();
        updates.forEach(update -> all.put(update.name, Explanation.of(update.inOrder.toArray(Computation[]::new))));
        return all;
    }

    /// A program that runs `times` times in each step.
    private record CompiledUpdate(String name, int times, List<Computation> inOrder, Program program) {
        static CompiledUpdate of(UpdatePlan.Update update, Compiler compiler) {
            List<Computation> all = update.computations();
            Computation[] others = all.subList(1, all.size()).toArray(Computation[]::new);
            return new CompiledUpdate(
                    update.name(), update.times(), all, compiler.compile(all.getFirst(), others));
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
}
