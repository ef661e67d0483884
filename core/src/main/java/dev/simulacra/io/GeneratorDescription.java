package dev.simulacra.io;

import dev.simulacra.data.Columns;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.LabelledNoise;
import dev.simulacra.data.Labels;
import dev.simulacra.data.NormalNoise;
import dev.simulacra.data.Standardization;
import dev.simulacra.data.UniformNoise;
import dev.simulacra.game.Generator;
import dev.simulacra.nn.Layer;
import dev.simulacra.tensor.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The description of a generator as JSON, in the metadata of its file: all about it but the values of its tensors.
///
/// Members are read in the order in which they are written. `docs/reference/model-file.md` describes them.
final class GeneratorDescription {
    /// The name of its metadata entry.
    static final String NAME = "simulacra.model";

    private static final long VERSION = 1;
    private static final String KIND = "generator";

    private GeneratorDescription() {}

    /// The description of `generator`, whose examples have `columns` apart from labels.
    ///
    /// @throws IllegalArgumentException where a layer or the noise prior is of no kind that can be described
    static String text(Generator generator, Columns columns, Provenance provenance) {
        JsonWriter json = new JsonWriter();
        json.record(() -> {
            json.name("version").whole(VERSION).name("kind").string(KIND).name("network");
            new LayerWriter(json).layer(generator.network());
            noise(generator.noisePrior(), json);
            columns(columns, json);
            provenance(provenance, json);
        });
        return json.text();
    }

    /// Requires that `text` begins like a description of the version that is read here: what else a file must have may
    /// differ from version to version.
    ///
    /// @throws IllegalArgumentException where it does not
    static void requireVersion(String text) {
        Json json = new Json(text);
        json.begin();
        header(json);
    }

    /// The generator that `text` describes, with the parameter of each name from `parameters`.
    ///
    /// @throws IllegalArgumentException where it describes none
    static TrainedGenerator read(String text, Function<String, Parameter> parameters) {
        Json json = new Json(text);
        TrainedGenerator model = json.record(() -> {
            header(json);
            json.name("network");
            Layer network = new LayerReader(json, parameters).layer();
            Distribution noise = noise(json);
            Columns columns = columns(json);
            int dimension = columns.count() + (noise instanceof LabelledNoise(var _, var y) ? y.dimension() : 0);
            return new TrainedGenerator(new Generator(network, noise, dimension), columns, provenance(json));
        });
        json.end();
        return model;
    }

    private static void header(Json json) {
        json.name("version");
        long version = json.whole();
        if (version != VERSION) {
            throw new IllegalArgumentException("the model file is of version " + version
                    + "; this program reads version " + VERSION);
        }
        json.name("kind");
        String kind = json.string();
        if (!kind.equals(KIND)) {
            throw new IllegalArgumentException("it is the file of a " + Json.quote(kind) + "; that of a "
                    + Json.quote(KIND) + " is required");
        }
    }

    private static void noise(Distribution prior, JsonWriter json) {
        Distribution noise = prior instanceof LabelledNoise(var z, var _) ? z : prior;
        double[] shares = prior instanceof LabelledNoise(var _, var y) ? y.shares() : new double[0];
        json.name("noise").record(() -> json.name("law").string(law(noise))
                .name("dimension").whole(Counts.within("dimension", noise.dimension())));
        json.name("labels").list(Arrays.stream(shares).boxed().toList(), json::number);
    }

    private static String law(Distribution noise) {
        return switch (noise) {
            case Gaussian gaussian when gaussian.isStandard() -> "normal";
            case NormalNoise _ -> "normal";
            case UniformNoise _ -> "uniform";
            default -> throw new IllegalArgumentException("model file: the noise prior is "
                    + noise.getClass().getName() + ", which a file cannot describe; it can describe standard normal"
                    + " noise and uniform noise, of which a linear layer can make other noise");
        };
    }

    private static Distribution noise(Json json) {
        json.name("noise");
        Distribution noise = json.record(() -> {
            json.name("law");
            String law = json.string();
            json.name("dimension");
            return noise(law, Counts.within("dimension", json.whole()));
        });
        json.name("labels");
        double[] shares = doubles(json.list(json::number));
        return shares.length == 0 ? noise : new LabelledNoise(noise, new Labels(shares));
    }

    private static Distribution noise(String law, int dimension) {
        return switch (law) {
            case "normal" -> new NormalNoise(dimension);
            case "uniform" -> new UniformNoise(dimension);
            default -> throw new IllegalArgumentException("the law of the noise is " + Json.quote(law)
                    + "; normal and uniform are known");
        };
    }

    private static void columns(Columns columns, JsonWriter json) {
        double[] mean = columns.standardization().mean();
        double[] deviation = columns.standardization().deviation();
        json.name("columns").list(IntStream.range(0, columns.count()).boxed().toList(), i -> json.record(() -> json
                .name("name").string(columns.names().get(i))
                .name("mean").number(mean[i])
                .name("deviation").number(deviation[i])));
    }

    private static Columns columns(Json json) {
        record Column(String name, double mean, double deviation) {}
        json.name("columns");
        List<Column> columns = json.list(() -> json.record(() -> {
            json.name("name");
            String name = json.string();
            json.name("mean");
            double mean = json.number();
            json.name("deviation");
            return new Column(name, mean, json.number());
        }));
        return new Columns(columns.stream().map(Column::name).toList(), new Standardization(
                doubles(columns.stream().map(Column::mean).toList()),
                doubles(columns.stream().map(Column::deviation).toList())));
    }

    private static void provenance(Provenance origin, JsonWriter json) {
        json.name("origin").record(() -> json
                .name("experiment").string(origin.experiment())
                .name("version").whole(origin.version())
                .name("seed").whole(origin.seed())
                .name("step").whole(origin.step())
                .name("program").string(origin.program()));
    }

    private static Provenance provenance(Json json) {
        json.name("origin");
        return json.record(() -> {
            json.name("experiment");
            String experiment = json.string();
            json.name("version");
            long version = json.whole();
            json.name("seed");
            long seed = json.whole();
            json.name("step");
            long step = json.whole();
            json.name("program");
            return new Provenance(experiment, version, seed, step, json.string());
        });
    }

    private static double[] doubles(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
