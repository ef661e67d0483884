package dev.simulacra.game;

import dev.simulacra.data.Distribution;
import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.RowWindow;
import dev.simulacra.tensor.Independence;
import dev.simulacra.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// An endless sequence of rows from a distribution, or of what is computed from its rows one by one.
///
/// Row i depends on (distribution, seed, stream, i) alone, so the first rows of many are the few. Any number of threads
/// may ask at once, and each gets exactly these rows, provided that nobody changes the weights meanwhile. As many
/// threads compute at a time as there are processors. Requests for few rows compute few, so that a single row of a
/// small generator takes microseconds once the first requests have compiled the program.
public final class Samples {
    /// The number of rows of one draw; it is part of each row's address.
    private static final int BLOCK = 1000;
    /// The numbers of rows that are computed together where few are asked for.
    private static final int[] FEW = {1, 32};

    /// From the fewest rows to a block.
    private final List<Batch> batches;

    private Samples(List<Batch> batches) {
        this.batches = batches;
    }

    /// The rows of `distribution`, drawn from `stream`.
    ///
    /// @param seed    the seed of all random numbers
    /// @param threads the threads that share the computation of many rows, the caller's included
    public static Samples of(Distribution distribution, String stream, long seed, int threads) {
        Compiler compiler = new Compiler(seed, threads);
        Tensor block = distribution.sample(stream, BLOCK);
        List<Batch> batches = new ArrayList<>();
        if (Independence.ofDraws(block)) {
            for (int rows : FEW) {
                Tensor few = distribution.sample(stream, rows);
                if (Independence.ofMinibatchSize(few, block)) {
                    batches.add(Batch.of(rows, List.of(few), compiler));
                }
            }
        }
        batches.add(Batch.of(BLOCK, List.of(block), compiler));
        return new Samples(List.copyOf(batches));
    }

    /// What each of `functions` makes of the rows of `distribution`: `(m, dimension) → (m, width)`, row by row or, as
    /// one that judges packs, `(m, dimension) → (m/size, width)`, from so many neighbouring rows one.
    public static Samples of(
            Distribution distribution,
            String stream,
            long seed,
            int threads,
            List<Function<Tensor, Tensor>> functions) {
        Tensor x = distribution.sample(stream, BLOCK);
        List<Tensor> outputs = functions.stream().map(function -> function.apply(x)).toList();
        return new Samples(List.of(Batch.of(BLOCK, outputs, new Compiler(seed, threads))));
    }

    /// The values of the first function for rows `first` to `first + count − 1`, row-major.
    ///
    /// @throws IllegalArgumentException where `first` or `count` is negative
    public float[] rows(long first, int count) {
        return all(first, count).getFirst();
    }

    /// The values of each function for rows `first` to `first + count − 1`, row-major.
    ///
    /// @throws IllegalArgumentException where `first` or `count` is negative
    public List<float[]> all(long first, int count) {
        if (first < 0 || count < 0) {
            throw new IllegalArgumentException(
                    "samples: " + count + " rows from row " + first + " on; neither may be negative");
        }
        List<float[]> values = batches.getLast().arrays(count);
        for (int done = 0; done < count; ) {
            long row = first + done;
            int within = (int) (row % BLOCK);
            int n = Math.min(count - done, BLOCK - within);
            Batch batch = batches.stream().filter(b -> b.rows >= n).findFirst().orElseThrow();
            int skipped = Math.max(0, within - (BLOCK - batch.rows));
            batch.read(row - skipped, skipped, n, values, done);
            done += n;
        }
        return values;
    }

    /// Programs that compute `rows` neighbouring rows of a block.
    private record Batch(int rows, List<Tensor> outputs, ProgramPool programs) {
        static Batch of(int rows, List<Tensor> outputs, Compiler compiler) {
            RowWindow window = new RowWindow(rows, BLOCK);
            Computation computation = new Computation(outputs, List.of());
            return new Batch(rows, outputs, new ProgramPool(() -> compiler.compile(window, computation)));
        }

        /// For each output, an array for the values that come from `count` rows.
        List<float[]> arrays(int count) {
            return outputs.stream().map(y -> new float[share(y, count)]).toList();
        }

        /// Computes rows `first` and on, and copies `n` of them after `skipped` to `values` after `done`.
        void read(long first, int skipped, int n, List<float[]> values, int done) {
            programs.lend(program -> {
                program.run(0, first);
                for (int i = 0; i < outputs.size(); i++) {
                    Tensor y = outputs.get(i);
                    program.read(y, share(y, skipped), values.get(i), share(y, done), share(y, n));
                }
            });
        }

        /// The number of values of `y` that come from `count` rows.
        private int share(Tensor y, int count) {
            return Math.toIntExact((long) count * y.shape().size() / rows);
        }
    }
}
