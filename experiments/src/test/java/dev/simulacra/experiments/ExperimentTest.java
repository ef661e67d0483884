package dev.simulacra.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExperimentTest {
    @Test
    void everyKindOfExperimentIsListedOnceUnderANameOfItsOwn() {
        assertThat(Experiment.all().stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Experiment.class.getPermittedSubclasses());
        assertThat(Experiment.all().stream().map(Experiment::name)).doesNotHaveDuplicates();
    }
}
