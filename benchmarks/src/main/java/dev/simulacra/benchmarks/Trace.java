package dev.simulacra.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The first steps of a training as another library needs them to follow: where the weights start, and what is drawn.
///
/// @param weights each parameter's first values: the generator's, then the discriminator's
/// @param draws   what each step draws: the data, the noise, and the masks where there are any
public record Trace(List<float[]> weights, List<List<float[]>> draws) {
    void write(Path file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            write(out, weights);
            out.writeInt(draws.size());
            for (List<float[]> step : draws) {
                write(out, step);
            }
        }
    }

    /// The trace in `file`.
    public static Trace read(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            List<float[]> weights = arrays(in);
            List<List<float[]>> draws = new ArrayList<>();
            int steps = in.readInt();
            for (int i = 0; i < steps; i++) {
                draws.add(arrays(in));
            }
            return new Trace(weights, draws);
        }
    }

    private static void write(DataOutputStream out, List<float[]> arrays) throws IOException {
        out.writeInt(arrays.size());
        for (float[] array : arrays) {
            out.writeInt(array.length);
            for (float value : array) {
                out.writeFloat(value);
            }
        }
    }

    private static List<float[]> arrays(DataInputStream in) throws IOException {
        List<float[]> arrays = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            float[] array = new float[in.readInt()];
            for (int j = 0; j < array.length; j++) {
                array[j] = in.readFloat();
            }
            arrays.add(array);
        }
        return arrays;
    }
}
