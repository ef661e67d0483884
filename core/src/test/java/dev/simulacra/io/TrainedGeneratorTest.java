package dev.simulacra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.data.Columns;
import dev.simulacra.data.Distribution;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.LabelledNoise;
import dev.simulacra.data.Labels;
import dev.simulacra.data.NormalNoise;
import dev.simulacra.data.Standardization;
import dev.simulacra.data.UniformNoise;
import dev.simulacra.game.Generator;
import dev.simulacra.game.Samples;
import dev.simulacra.nn.Activation;
import dev.simulacra.nn.BatchNorm;
import dev.simulacra.nn.ColumnScaling;
import dev.simulacra.nn.Conditional;
import dev.simulacra.nn.Dropout;
import dev.simulacra.nn.FixedLabel;
import dev.simulacra.nn.ForwardPass;
import dev.simulacra.nn.GaussianNoise;
import dev.simulacra.nn.Initializer;
import dev.simulacra.nn.Layer;
import dev.simulacra.nn.Linear;
import dev.simulacra.nn.LinearMap;
import dev.simulacra.nn.Maxout;
import dev.simulacra.nn.Packed;
import dev.simulacra.nn.Sequential;
import dev.simulacra.nn.SpectralLinear;
import dev.simulacra.tensor.Parameter;
import dev.simulacra.tensor.Shape;
import dev.simulacra.tensor.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainedGeneratorTest {
    private static final Initializer WEIGHTS = Initializer.uniform(1);

    @TempDir
    private Path folder;

    private static Linear linear(String name, int inputs, int outputs) {
        return Linear.create(name, inputs, outputs, WEIGHTS, WEIGHTS, 7);
    }

    /// A layer of every kind, each `(m, 3) → (m, anything)`.
    private static Stream<Layer> layers() {
        return Stream.of(
                linear("g/0", 3, 2),
                LinearMap.create("g/0", 3, 4, WEIGHTS, 7),
                Maxout.create("g/0", 3, 2, 5, WEIGHTS, WEIGHTS, 7),
                SpectralLinear.create("g/0", 3, 2, WEIGHTS, WEIGHTS, 7),
                batchNorm(),
                new Activation.Relu(),
                new Activation.LeakyRelu(0.1),
                new Activation.Tanh(),
                new Activation.Sigmoid(),
                new Activation.Softplus(),
                new ColumnScaling(2, 0.3),
                new Packed(1),
                Dropout.inverted("drop \"1\"", 0.3),
                new GaussianNoise("noise", step -> 1 / (1.0 + step)),
                Sequential.of(),
                Sequential.of(linear("g/0", 3, 8), new Activation.Tanh(), Sequential.of(linear("g/1", 8, 1))),
                new FixedLabel(linear("g/0", 7, 2), 1, 4));
    }

    /// Statistics as training leaves them.
    private static BatchNorm batchNorm() {
        BatchNorm norm = BatchNorm.create("g/0", 3, 1e-3, 0.25);
        norm.gamma().assign(new float[] {1.5f, -2, 0.1f});
        norm.beta().assign(new float[] {0, 3, -1});
        norm.mean().assign(new float[] {0.1f, 0.2f, 0.3f});
        norm.variance().assign(new float[] {1, 4, 0});
        return norm;
    }

    private static int width(Layer layer, Distribution noise) {
        return layer.apply(noise.sample("width", 1), ForwardPass.inference()).shape().extent(1);
    }

    private static TrainedGenerator model(Layer network, Distribution noise) {
        int width = width(network, noise);
        int labels = noise instanceof LabelledNoise(var _, var y) ? y.dimension() : 0;
        return new TrainedGenerator(new Generator(network, noise, width), Columns.plain(width - labels), from());
    }

    private static Provenance from() {
        return new Provenance("test", 3, Long.MIN_VALUE, 5, "tests 1.0");
    }

    private TrainedGenerator reopened(TrainedGenerator model) throws IOException {
        Path file = folder.resolve("model.safetensors");
        model.write(file);
        return TrainedGenerator.open(file);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerMakesTheSameSamplesFromTheFile(Layer layer) throws IOException {
        TrainedGenerator model = model(layer, new NormalNoise(3));
        TrainedGenerator reopened = reopened(model);

        assertThat(reopened.generator().network()).hasSameClassAs(layer);
        assertThat(reopened.rows(1, 1).outputs(990, 20)).isEqualTo(samples(model.generator()));
    }

    /// Rows 990 to 1009, of two blocks of noise, as the generator itself makes them.
    private static float[] samples(Generator generator) {
        return Samples.of(generator.distribution(Parameter::value), "samples", 1, 1).rows(990, 20);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theFileOfAFileIsTheSameFile(Layer layer) throws IOException {
        Path again = folder.resolve("again.safetensors");

        reopened(model(layer, new UniformNoise(3))).write(again);

        assertThat(again).hasSameBinaryContentAs(folder.resolve("model.safetensors"));
    }

    /// A new layer of the package must be given a kind, and a place in this test.
    @Test
    void everyLayerThatThereIsCanBeDescribed() throws IOException, URISyntaxException {
        List<Class<?>> tested = Stream.concat(layers(), Stream.of(conditional().generator().network()))
                .<Class<?>>map(Object::getClass).toList();
        Path classes = Path.of(Layer.class.getProtectionDomain().getCodeSource().getLocation().toURI());

        try (Stream<Path> files = Files.list(classes.resolve("dev/simulacra/nn"))) {
            assertThat(files.map(file -> loaded(file.getFileName().toString()))
                    .filter(type -> Layer.class.isAssignableFrom(type) && !type.isInterface()))
                    .hasSizeGreaterThan(15)
                    .allSatisfy(type -> assertThat(tested).contains(type));
        }
    }

    private static Class<?> loaded(String file) {
        try {
            return Class.forName("dev.simulacra.nn." + file.replace(".class", ""), false, Layer.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TrainedGenerator conditional() {
        Layer network = new Conditional(Sequential.of(new ColumnScaling(3, 2), linear("g/0", 5, 2)), 3);
        return new TrainedGenerator(
                new Generator(network, new LabelledNoise(new NormalNoise(2), new Labels(0.1, 0, 0.9)), 5),
                new Columns(List.of("price, €", ""), new Standardization(new double[] {1e9 / 3, -0.1},
                        new double[] {Double.MIN_VALUE, 1e300})),
                from());
    }

    /// As averages stand for the weights that are trained on.
    @Test
    void otherWeightsAreCopiedInPlaceOfItsOwn() throws IOException {
        Linear trained = linear("g/0", 3, 2);
        Parameter average = LinearMap.create("average/g/0", 3, 2, WEIGHTS, 8).W();
        float[] before = average.storage().clone();
        TrainedGenerator model = model(trained, new NormalNoise(3)).withWeights(p -> p == trained.W() ? average : p);
        average.storage()[0] = 100;
        trained.b().storage()[0] = 100;

        Linear written = (Linear) reopened(model).generator().network();

        assertThat(written.W().name()).isEqualTo("g/0/weight");
        assertThat(written.W().storage()).isEqualTo(before);
        assertThat(written.b().storage()).isEqualTo(linear("g/0", 3, 2).b().storage());
    }

    @Test
    void whatTheFileSaysIsReadBackToTheBit() throws IOException {
        TrainedGenerator model = conditional();
        TrainedGenerator reopened = reopened(model);

        assertThat(reopened.columns()).isEqualTo(model.columns());
        assertThat(reopened.provenance()).isEqualTo(model.provenance());
        assertThat(reopened.generator().noisePrior()).isEqualTo(model.generator().noisePrior());
        assertThat(reopened.rows(1, 2).outputs(990, 20)).isEqualTo(samples(model.generator()));
        assertThat(reopened.rowColumns().names()).containsExactly("price, €", "", "label");
    }

    @Test
    void standardNormalNoiseIsThatOfTheGaussian() throws IOException {
        TrainedGenerator model = model(linear("g/0", 3, 2), Gaussian.isotropic(3, 1));

        assertThat(reopened(model).rows(1, 1).outputs(990, 20)).isEqualTo(samples(model.generator()));
    }

    @Test
    void samplesAreInTheUnitsOfTheDataWithTheNumberOfTheirLabel() {
        TrainedGenerator model = conditional();
        float[] outputs = model.rows(4, 1).outputs(0, 100);

        double[] rows = model.sample(100, 4);

        assertThat(rows).hasSize(300);
        for (int i = 0; i < 100; i++) {
            assertThat(rows[3 * i + 1]).isEqualTo(outputs[5 * i + 1] * 1e300 - 0.1);
            assertThat(rows[3 * i + 2]).isEqualTo(outputs[5 * i + 4] == 1 ? 2 : 0);
        }
    }

    @Test
    void aLabelIsAskedForByItsNumber() {
        double[] rows = conditional().withLabel(2).sample(50, 4);

        for (int i = 0; i < 50; i++) {
            assertThat(rows[3 * i + 2]).isEqualTo(2);
        }
    }

    @Test
    void aLabelThatTheDataDoNotHaveIsRefused() {
        assertThatThrownBy(() -> conditional().withLabel(1)).hasMessage(
                "generator: the label 1 is none of those that its data have, [0, 2]");
        assertThatThrownBy(() -> conditional().withLabel(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model(linear("g/0", 3, 2), new NormalNoise(3)).withLabel(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstRowsOfManyAreTheFew() {
        GeneratedRows rows = model(linear("g/0", 3, 2), new NormalNoise(3)).rows(9, 2);

        double[] many = rows.rows(0, 20_005);

        assertThat(rows.rows(9_999, 2)).containsExactly(many[19_998], many[19_999], many[20_000], many[20_001]);
        int at = 0;
        for (double[] block : rows.blocks(20_005)) {
            for (double value : block) {
                assertThat(value).isEqualTo(many[at++]);
            }
        }
        assertThat(at).isEqualTo(many.length);
    }

    /// The last block of more rows than an int can number.
    @Test
    void rowsAreNumberedByLongs() {
        GeneratedRows rows = model(linear("g/0", 3, 2), new NormalNoise(3)).rows(9, 1);

        assertThat(rows.rows(5_000_000_000L, 3)).hasSize(6).isNotEqualTo(rows.rows(5_000_000_000L - (1L << 32), 3));
        assertThat(rows.blocks(5_000_000_000L).iterator().next()).hasSize(20_000);
    }

    /// A layer of a user's own.
    private record Doubled(Layer inner) implements Layer {
        @Override
        public Tensor apply(Tensor x, ForwardPass pass) {
            return inner.apply(x, pass).times(2);
        }

        @Override
        public List<Parameter> parameters() {
            return inner.parameters();
        }
    }

    @Test
    void aLayerThatNoFileCanDescribeIsRefusedBeforeAnythingIsWritten() {
        Layer own = Sequential.of(new Doubled(linear("g/0", 3, 2)));

        assertThat(TrainedGenerator.canDescribe(own)).isFalse();
        assertThat(TrainedGenerator.canDescribe(Sequential.of(linear("g/0", 3, 2)))).isTrue();
        assertThatThrownBy(() -> model(own, new NormalNoise(3))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("model file: a layer is " + Doubled.class.getName()
                        + ", which a file cannot describe; it can describe linear, linearMap, ");
    }

    @Test
    void noiseThatNoFileCanDescribeIsRefused() {
        assertThatThrownBy(() -> model(linear("g/0", 3, 2), Gaussian.isotropic(3, 2))).hasMessageStartingWith(
                "model file: the noise prior is dev.simulacra.data.Gaussian, which a file cannot describe; ");
    }

    @Test
    void aNetworkThatDoesNotMakeARowOfEachRowIsRefused() {
        assertThatThrownBy(() -> new TrainedGenerator(
                new Generator(new Packed(2), new NormalNoise(3), 6), Columns.plain(6), from()))
                .hasMessage("model file: of 1000 rows of noise the network makes (500, 6) and the generator has 6"
                        + " columns; with 6 columns and 0 labels both must be 6 wide");
        assertThatThrownBy(() -> new TrainedGenerator(
                new Generator(linear("g/0", 3, 2), new NormalNoise(3), 2), Columns.plain(3), from()))
                .hasMessageContaining("with 3 columns");
    }

    @Test
    void parametersOfOneNameAreRefused() {
        assertThatThrownBy(() -> model(Sequential.of(linear("g/0", 3, 3), linear("g/0", 3, 3)), new NormalNoise(3)))
                .hasMessageStartingWith("write parameters: two are named g/0/weight");
    }

    @Test
    void aLayerInTwoPlacesIsOneLayer() throws IOException {
        Linear shared = linear("g/0", 3, 3);
        TrainedGenerator model = model(Sequential.of(shared, new Activation.Tanh(), shared), new NormalNoise(3));

        assertThat(reopened(model).rows(1, 1).outputs(990, 20)).isEqualTo(samples(model.generator()));
        assertThat(reopened(model).generator().network().parameters().stream().distinct()).hasSize(2);
    }

    @Test
    void aWeightThatIsNotFiniteIsNotWritten() {
        Linear broken = linear("g/0", 3, 2);
        broken.b().storage()[1] = Float.NaN;
        Path file = folder.resolve("nan.safetensors");

        assertThatThrownBy(() -> model(broken, new NormalNoise(3)).write(file)).hasMessage(
                "model file: the parameter g/0/bias (2) has the value NaN; every value must be finite");
        assertThat(file).doesNotExist();
    }

    @Test
    void networksThatAFileCouldNotBeReadBackWithAreNotWritten() {
        Layer deep = linear("g/0", 3, 2);
        for (int i = 0; i < 100; i++) {
            deep = Sequential.of(deep);
        }
        Layer tooDeep = deep;
        Layer[] many = new Layer[1000];
        Arrays.fill(many, new Activation.Tanh());

        assertThatThrownBy(() -> model(tooDeep, new NormalNoise(3))).hasMessageContaining("100 levels");
        assertThatThrownBy(() -> model(Sequential.of(many), new NormalNoise(3))).hasMessageContaining("1000 layers");
        assertThatThrownBy(() -> model(LinearMap.create("g/0", 10_001, 1, WEIGHTS, 7), new NormalNoise(10_001)))
                .hasMessage("model file: \"dimension\" is 10001; it must be from 0 to 10000");
    }

    @Test
    void theFileIsSmallAndItsTensorsAreTheWeights() throws IOException {
        reopened(model(Sequential.of(linear("g/0", 3, 2), new Activation.Tanh()), new NormalNoise(3)));
        Safetensors content = Safetensors.read(folder.resolve("model.safetensors"));

        assertThat(content.tensors().keySet()).containsExactly("g/0/weight", "g/0/bias");
        assertThat(content.tensors().firstEntry().getValue().shape()).isEqualTo(Shape.of(3, 2));
        assertThat(content.metadata().keySet()).containsExactly("simulacra.model", "simulacra.sha256");
        assertThat(content.metadata().get("simulacra.model")).isEqualTo("{\"version\":1,\"kind\":\"generator\","
                + "\"network\":{\"layer\":\"sequential\",\"layers\":[{\"layer\":\"linear\",\"weight\":\"g/0/weight\","
                + "\"bias\":\"g/0/bias\"},{\"layer\":\"tanh\"}]},\"noise\":{\"law\":\"normal\",\"dimension\":3},"
                + "\"labels\":[],\"columns\":[{\"name\":\"x1\",\"mean\":0.0,\"deviation\":1.0},"
                + "{\"name\":\"x2\",\"mean\":0.0,\"deviation\":1.0}],\"origin\":{\"experiment\":\"test\",\"version\":3,"
                + "\"seed\":-9223372036854775808,\"step\":5,\"program\":\"tests 1.0\"}}");
    }
}
