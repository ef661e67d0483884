package dev.simulacra.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    @TempDir
    Path folder;

    /// What the peers compute from: weights as they were before the first step, and draws of the right shapes.
    @Test
    void aTraceHoldsTheFirstWeightsAndEachStepsDraws() throws IOException {
        Path file = folder.resolve("trace.bin");
        OurStep step = new OurStep(TrainingStep.of("step-16"), 1);

        double[] losses = step.trace(file, 3);

        Trace trace = Trace.read(file);
        assertThat(trace.weights()).extracting(w -> w.length)
                .containsExactly(32, 16, 256, 16, 32, 2, 32, 16, 256, 16, 16, 1);
        // A step of Adam moves nearly every weight; the biases that the trace holds have not moved.
        assertThat(trace.weights().get(1)).containsOnly(0);
        assertThat(trace.draws()).hasSize(3).allSatisfy(drawn ->
                assertThat(drawn).extracting(array -> array.length).containsExactly(128, 128));
        assertThat(trace.draws().get(0).get(1)).isNotEqualTo(trace.draws().get(1).get(1));
        assertThat(DoubleStream.of(losses).boxed()).hasSize(6).allSatisfy(loss -> assertThat(loss).isBetween(0.1, 5.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"step-2014", "step-penalties"})
    void theLossesOfAStepDoNotDependOnTheThreads(String name) throws IOException {
        Path file = folder.resolve("trace.bin");

        double[] alone = new OurStep(TrainingStep.of(name), 1).trace(file, 2);
        double[] together = new OurStep(TrainingStep.of(name), 2).trace(file, 2);

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void theStepOf2014DrawsMasksForDataAndSamplesOfEachLayer() throws IOException {
        Path file = folder.resolve("trace.bin");

        new OurStep(TrainingStep.of("step-2014"), 1).trace(file, 1);

        assertThat(Trace.read(file).draws().getFirst()).extracting(array -> array.length)
                .containsExactly(78_400, 10_000, 78_400, 24_000, 24_000, 78_400, 24_000, 24_000);
        assertThat(mean(Trace.read(file).draws().getFirst().get(2))).isBetween(0.79, 0.81);
        assertThat(mean(Trace.read(file).draws().getFirst().get(3))).isBetween(0.48, 0.52);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
