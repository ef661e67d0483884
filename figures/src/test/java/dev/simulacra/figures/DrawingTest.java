package dev.simulacra.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private static final int THREADS = 8;
    private static final Axis UNIT = Axis.of(new Range(0, 1));
    private static final Plot SIGMA = Plot.of("σ over ψ", UNIT.named("σ²"), UNIT)
            .withLegend(LegendEntry.line("½ ln 2", Stroke.solid(Palette.DATA, 1)));

    @Test
    void thePictureIsTheSameWhenManyThreadsDrawIt() throws Exception {
        List<byte[]> pictures = together(() -> new PngRenderer().render(SIGMA));

        assertThat(pictures).allMatch(picture -> Arrays.equals(picture, pictures.getFirst()));
    }

    /// The fonts of the JDK give boxes for letters where two threads use them at once, about once in 24 times.
    @Test
    void oneFigureIsDrawnAtATime() throws Exception {
        AtomicInteger drawing = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        together(() -> Drawing.onto((width, height) -> {
            most.accumulateAndGet(drawing.incrementAndGet(), Math::max);
            pause();
            drawing.decrementAndGet();
            return new RecordingCanvas(width, height);
        }, SIGMA));

        assertThat(most).hasValue(1);
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> together(Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(2 * THREADS, work))) {
                results.add(result.get());
            }
            return results;
        }
    }
}
