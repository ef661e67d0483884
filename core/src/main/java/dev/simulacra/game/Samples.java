package dev.simulacra.game;

import dev.simulacra.data.Distribution;
import dev.simulacra.program.Compiler;
import dev.simulacra.program.Computation;
import dev.simulacra.program.Program;
import dev.simulacra.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/// An endless sequence of rows from a distribution, or of what is computed from its rows one by one.
///
/// Row i depends on (distribution, seed, stream, i) alone, so the first rows of many are the few.
public final class Samples {
    /// The number of rows that are computed together; it is part of each row's address.
    private static final int BLOCK = 1000;

    private final Program program;
    private final List<Tensor> outputs;

    private Samples(Program program, List<Tensor> outputs) {
        this.program = program;
        this.outputs = outputs;
    }

    /// The rows of `distribution`.
    public static Samples of(Distribution distribution, String stream, long seed, int threads) {
        return of(distribution, stream, seed, threads, List.of(x -> x));
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
        return new Samples(new Compiler(seed, threads).compile(new Computation(outputs, List.of())), outputs);
    }

    /// The values of the first function for rows `first` to `first + count − 1`, row-major.
    public float[] rows(long first, int count) {
        return all(first, count).getFirst();
    }

    /// The values of each function for rows `first` to `first + count − 1`, row-major.
    public List<float[]> all(long first, int count) {
        List<float[]> values = outputs.stream().map(y -> new float[share(y, count)]).toList();
        for (int done = 0; done < count; ) {
            long row = first + done;
            int within = (int) (row % BLOCK);
            int n = Math.min(count - done, BLOCK - within);
            program.run(0, row / BLOCK);
            for (int i = 0; i < outputs.size(); i++) {
                Tensor y = outputs.get(i);
                System.arraycopy(program.value(y), share(y, within), values.get(i), share(y, done), share(y, n));
            }
            done += n;
        }
        return values;
    }

    /// The number of values of `y` that come from `rows` rows.
    private static int share(Tensor y, int rows) {
        return Math.toIntExact((long) rows * y.shape().size() / BLOCK);
    }
}
