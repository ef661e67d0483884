package dev.simulacra.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.simulacra.data.Columns;
import dev.simulacra.game.Generator;
import dev.simulacra.io.Provenance;
import dev.simulacra.io.TrainedGenerator;
import dev.simulacra.runs.Experiment;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExperimentsTest {
    @Test
    void everyKindOfExperimentIsListedOnceUnderANameOfItsOwn() throws IOException, URISyntaxException {
        assertThat(Experiments.all().stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(kinds());
        assertThat(Experiments.all().stream().map(Experiment::name)).doesNotHaveDuplicates();
    }

    /// Else a run would train a generator and could not write it.
    @Test
    void theGeneratorOfEveryExperimentCanBeWrittenAsAModelFile() {
        assertThat(Experiments.all()).allSatisfy(experiment -> {
            Generator generator = experiment.generator(2, 1);
            assertThat(TrainedGenerator.canDescribe(generator.network())).isTrue();
            Provenance provenance = new Provenance(experiment.name(), experiment.version(), 1, 0, "");
            assertThatCode(() -> new TrainedGenerator(generator, Columns.plain(2), provenance))
                    .doesNotThrowAnyException();
        });
    }

    /// The classes of the package and of the packages in it that are experiments, as their files name them.
    private static Iterable<Class<?>> kinds() throws IOException, URISyntaxException {
        Path own = Path.of(Objects.requireNonNull(Experiments.class.getResource("Experiments.class")).toURI());
        Path root = Objects.requireNonNull(own.getParent());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("package-info"))
                    .<Class<?>>map(name -> named(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> Experiment.class.isAssignableFrom(type))
                    .toList();
        }
    }

    private static Class<?> named(String type) {
        try {
            return Class.forName(Experiments.class.getPackageName() + "." + type);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
