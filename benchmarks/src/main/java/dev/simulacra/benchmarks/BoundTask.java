package dev.simulacra.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The loops that measure what the machine can do, each thread on arrays of its own.
final class BoundTask implements Task {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private final List<Runnable> parts = new ArrayList<>();
    private final ExecutorService crew;

    BoundTask(Bound bound, int threads) {
        for (int i = 0; i < threads; i++) {
            parts.add(part(bound));
        }
        crew = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void run() {
        List<Future<?>> pending = new ArrayList<>();
        parts.forEach(part -> pending.add(crew.submit(part)));
        for (Future<?> each : pending) {
            try {
                each.get();
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException("bound: a part did not end", e);
            }
        }
    }

    private static Runnable part(Bound bound) {
        float[] a = Numbers.between(0, 1, bound.kind() == Bound.Kind.FMA ? SPECIES.length() : Bound.LARGE);
        float[] b = a.clone();
        float[] c = new float[a.length];
        return switch (bound.kind()) {
            case FMA -> () -> multiplyAdds(c);
            case COPY -> () -> System.arraycopy(a, 0, c, 0, c.length);
            case TRIAD -> () -> triad(a, b, c);
        };
    }

    /// Twelve chains of multiply-adds, written out because a vector in an array would be in memory. Twelve are enough
    /// to hide the latency of any processor so far, and leave registers free where there are sixteen.
    private static void multiplyAdds(float[] result) {
        FloatVector x = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector y = FloatVector.broadcast(SPECIES, 0.001f);
        FloatVector s0 = x;
        FloatVector s1 = x;
        FloatVector s2 = x;
        FloatVector s3 = x;
        FloatVector s4 = x;
        FloatVector s5 = x;
        FloatVector s6 = x;
        FloatVector s7 = x;
        FloatVector s8 = x;
        FloatVector s9 = x;
        FloatVector s10 = x;
        FloatVector s11 = x;
        for (int i = 0; i < Bound.MULTIPLY_ADDS / (12 * SPECIES.length()); i++) {
            s0 = s0.fma(x, y);
            s1 = s1.fma(x, y);
            s2 = s2.fma(x, y);
            s3 = s3.fma(x, y);
            s4 = s4.fma(x, y);
            s5 = s5.fma(x, y);
            s6 = s6.fma(x, y);
            s7 = s7.fma(x, y);
            s8 = s8.fma(x, y);
            s9 = s9.fma(x, y);
            s10 = s10.fma(x, y);
            s11 = s11.fma(x, y);
        }
        FloatVector even = s0.add(s2).add(s4).add(s6).add(s8).add(s10);
        FloatVector odd = s1.add(s3).add(s5).add(s7).add(s9).add(s11);
        even.add(odd).intoArray(result, 0);
    }

    private static void triad(float[] a, float[] b, float[] c) {
        FloatVector s = FloatVector.broadcast(SPECIES, 0.5f);
        for (int i = 0; i < c.length; i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, b, i).fma(s, FloatVector.fromArray(SPECIES, a, i)).intoArray(c, i);
        }
    }
}
