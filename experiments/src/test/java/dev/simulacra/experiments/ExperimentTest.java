package dev.simulacra.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.simulacra.data.Columns;
import dev.simulacra.game.Generator;
import dev.simulacra.io.Provenance;
import dev.simulacra.io.TrainedGenerator;
import org.junit.jupiter.api.Test;

class ExperimentTest {
    @Test
    void everyKindOfExperimentIsListedOnceUnderANameOfItsOwn() {
        assertThat(Experiment.all().stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Experiment.class.getPermittedSubclasses());
        assertThat(Experiment.all().stream().map(Experiment::name)).doesNotHaveDuplicates();
    }

    /// Else a run would train a generator and could not write it.
    @Test
    void theGeneratorOfEveryExperimentCanBeWrittenAsAModelFile() {
        assertThat(Experiment.all()).allSatisfy(experiment -> {
            Generator generator = experiment.generator(2, 1);
            assertThat(TrainedGenerator.canDescribe(generator.network())).isTrue();
            Provenance provenance = new Provenance(experiment.name(), experiment.version(), 1, 0, "");
            assertThatCode(() -> new TrainedGenerator(generator, Columns.plain(2), provenance))
                    .doesNotThrowAnyException();
        });
    }
}
