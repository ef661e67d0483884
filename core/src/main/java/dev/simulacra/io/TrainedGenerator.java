package dev.simulacra.io;

import dev.simulacra.data.Columns;
import dev.simulacra.data.Labels;
import dev.simulacra.game.Generator;
import dev.simulacra.nn.Layer;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// A generator with all that sampling needs, as it is written to a file and opened from it.
///
/// ```text
/// new TrainedGenerator(generator, columns, provenance)          // where it was trained
///         .withWeights(training::average)
///         .write(file);
/// double[] rows = TrainedGenerator.open(file).sample(1000, 1);  // anywhere else
/// ```
///
/// The file is safetensors: the network's weights and statistics as tensors, and in the metadata a description of its
/// layers, noise prior, labels and columns, and a checksum. Opening it runs no code from the file. A generator whose
/// layers or noise prior a file cannot describe is refused when this record is made, not when it is written.
///
/// @param generator  the generator; its parameters hold the weights to sample with
/// @param columns    the columns of its examples, without those of labels
/// @param provenance the run that it is from
public record TrainedGenerator(Generator generator, Columns columns, Provenance provenance) {
    /// Samples are computed in blocks of so many rows, so that the shapes of such a block must be possible.
    private static final int ROWS = 1000;

    /// @throws IllegalArgumentException where a layer or the noise prior is of no kind that a file can describe, two
    ///     parameters have one name, or the network does not make of each row of noise one row of `columns` and labels
    public TrainedGenerator {
        GeneratorDescription.text(generator, columns, provenance);
        NamedParameters.values(NetworkFile.all(generator.network()));
        Shape made = generator.distribution(Parameter::value).sample("shape", ROWS).shape();
        int width = columns.count() + generator.labels();
        if (generator.dimension() != width || !made.equals(Shape.of(ROWS, width))) {
            throw new IllegalArgumentException("model file: of " + ROWS + " rows of noise the network makes " + made
                    + " and the generator has " + generator.dimension() + " columns; with " + columns.count()
                    + " columns and " + generator.labels() + " labels both must be " + width + " wide");
        }
    }

    /// This generator with a copy of the values of `weights.apply(p)` in place of each parameter `p`. Training on does
    /// not change it.
    ///
    /// @param weights such as `training::average`
    public TrainedGenerator withWeights(UnaryOperator<Parameter> weights) {
        Layer network = copied(generator.network(), weights);
        return new TrainedGenerator(
                new Generator(network, generator.noisePrior(), generator.dimension()), columns, provenance);
    }

    private static Layer copied(Layer network, UnaryOperator<Parameter> weights) {
        Map<String, Parameter> copies = new HashMap<>();
        for (Parameter p : NetworkFile.all(network)) {
            copies.put(p.name(), Parameter.of(p.name(), p.shape(), weights.apply(p).storage()));
        }
        JsonWriter json = new JsonWriter();
        new LayerWriter(json).layer(network);
        return new LayerReader(new Json(json.text()), name -> Objects.requireNonNull(copies.get(name))).layer();
    }

    /// Whether a file can describe `layer`, and all layers nested in it: whether a generator of it can be written.
    public static boolean canDescribe(Layer layer) {
        try {
            new LayerWriter(new JsonWriter()).layer(layer);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Writes the generator to `file` atomically. The same generator gives the same bytes.
    ///
    /// @throws IllegalArgumentException where a weight is NaN or infinite
    /// @throws IOException where the file cannot be written
    public void write(Path file) throws IOException {
        ModelFile.write(this, file);
    }

    /// The generator in `file`.
    ///
    /// @throws MalformedFileException where the file is damaged, holds no generator, or is of a version that is not
    ///     read here
    /// @throws IOException where the file cannot be read
    public static TrainedGenerator open(Path file) throws IOException {
        return ModelFile.open(file);
    }

    /// Whether its samples have labels that can be asked for.
    public boolean isConditional() {
        return generator.labels() > 0;
    }

    /// This generator asked for the label `label` alone.
    ///
    /// @throws IllegalArgumentException where its data have no such label
    public TrainedGenerator withLabel(int label) {
        if (!generator.drawnLabels().contains(label)) {
            throw new IllegalArgumentException("generator: the label " + label + " is none of those that its data"
                    + " have, " + generator.drawnLabels());
        }
        return new TrainedGenerator(
                generator.withLabels(Labels.only(label, generator.labels())), columns, provenance);
    }

    /// The columns of a sample: those of the data, and for a conditional generator a last one, `label`, with the number
    /// of the label.
    public Columns rowColumns() {
        return isConditional() ? columns.withLabel() : columns;
    }

    /// `rows` samples in the units of the data, row-major, in [#rowColumns]. The same seed gives the same samples.
    ///
    /// Each call compiles the network anew; who asks often keeps the result of [#rows].
    ///
    /// @throws IllegalArgumentException where `rows` is below 1
    public double[] sample(int rows, long seed) {
        if (rows < 1) {
            throw new IllegalArgumentException("sample: " + rows + " rows; at least 1 is required");
        }
        return rows(seed, 1).rows(0, rows);
    }

    /// The endless sequence of the samples that `seed` gives, computed by up to `threads` threads.
    public GeneratedRows rows(long seed, int threads) {
        return new GeneratedRows(this, seed, threads);
    }
}
