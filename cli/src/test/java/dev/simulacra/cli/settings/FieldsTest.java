package dev.simulacra.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.UsageException;
import dev.simulacra.experiments.Experiments;
import dev.simulacra.runs.Experiment;
import dev.simulacra.runs.folder.JsonFiles;
import dev.simulacra.runs.folder.RunRecord;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
    /// A record with records inside, as an experiment may be.
    record Outer(int width, Inner inner, boolean fast, String name) {}

    record Inner(double rate, long steps) {
        Inner {
            if (rate < 0) {
                throw new IllegalArgumentException("inner: rate is " + rate + ", it must be at least 0");
            }
        }
    }

    private static final Outer OUTER = new Outer(3, new Inner(0.5, 10), false, "a");

    private static Outer with(String name, String value) {
        return Fields.with("outer", OUTER, Outer.class, Map.of(name, value));
    }

    @Test
    void everySettingOfEveryExperimentCanBeSetToWhatItIs() {
        for (Experiment experiment : Experiments.all()) {
            Map<String, String> settings = Fields.of(experiment);

            assertThat(settings).containsKey("steps");
            assertThat(Fields.with(experiment, settings)).isEqualTo(experiment);
            settings.forEach((name, value) ->
                    assertThat(Fields.with(experiment, Map.of(name, value))).isEqualTo(experiment));
        }
    }

    @Test
    void everyExperimentComesBackFromJson() {
        for (Experiment experiment : Experiments.all()) {
            String text = JsonFiles.DOCUMENT.writeValueAsString(RunRecord.of(new CliProgram(), experiment, 1, ""));

            assertThat(JsonFiles.DOCUMENT.readValue(text, RunRecord.class).restored(new CliProgram()))
                    .isEqualTo(experiment);
        }
    }

    @Test
    void aRecordInsideIsReachedWithADot() {
        assertThat(Fields.of(OUTER)).containsExactly(Map.entry("width", "3"), Map.entry("inner.rate", "0.5"),
                Map.entry("inner.steps", "10"), Map.entry("fast", "false"), Map.entry("name", "a"));
        assertThat(with("inner.rate", "1e-3").inner().rate()).isEqualTo(0.001);
        assertThat(with("inner.steps", "2e3").inner().steps()).isEqualTo(2000);
        assertThat(with("fast", "true").fast()).isTrue();
        assertThat(with("name", "1").name()).isEqualTo("1");
    }

    /// Two records inside with a setting of one name.
    record Twice(Inner first, Inner second, int steps) {}

    @Test
    void theLastPartOfANameIsEnoughWhereItMeansOneSettingAlone() {
        Twice twice = new Twice(new Inner(1, 2), new Inner(3, 4), 5);

        assertThat(with("rate", "0.25").inner().rate()).isEqualTo(0.25);
        assertThat(Fields.with("twice", twice, Twice.class, Map.of("steps", "9")))
                .isEqualTo(new Twice(twice.first, twice.second, 9));
        assertThatThrownBy(() -> Fields.with("twice", twice, Twice.class, Map.of("rate", "9")))
                .isInstanceOf(UsageException.class)
                .hasMessage("--set rate: twice has several settings of that name, first.rate and second.rate");
    }

    enum Colour {
        RED,
        GREEN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Painted(Colour colour) {}

    @Test
    void aChoiceIsOneOfItsWords() {
        Painted red = new Painted(Colour.RED);

        assertThat(Fields.of(red)).containsExactly(Map.entry("colour", "red"));
        assertThat(Fields.with("painted", red, Painted.class, Map.of("colour", "green")).colour())
                .isEqualTo(Colour.GREEN);
        assertThatThrownBy(() -> Fields.with("painted", red, Painted.class, Map.of("colour", "gren")))
                .isInstanceOf(UsageException.class)
                .hasMessage("there is no colour gren; did you mean green? There are red, green");
    }

    @Test
    void aRecordsOwnRefusalIsPassedOn() {
        assertThatThrownBy(() -> with("inner.rate", "-1"))
                .isInstanceOf(UsageException.class).hasMessage("inner: rate is -1.0, it must be at least 0");
    }

    @ParameterizedTest
    @CsvSource({"inner, it has", "inner., it has", "inner.x, it has", ".rate, did you mean rate? It has",
        "width.x, did you mean width? It has", "Width, did you mean width? It has"})
    void aNameThatIsNoSettingIsRefusedWithThoseThatAre(String name, String answer) {
        assertThatThrownBy(() -> with(name, "1")).isInstanceOf(UsageException.class)
                .hasMessage("--set " + name + ": outer has no such setting; " + answer
                        + " width=3, rate=0.5, steps=10, fast=false, name=a");
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> with("width", "3000000000")).hasMessageEndingWith("a whole number (int) is required");
        assertThatThrownBy(() -> with("fast", "yes")).hasMessage("--set fast=yes: true or false is required");
        assertThatThrownBy(() -> with("inner.rate", "0x1p3")).hasMessageEndingWith(": a number is required");
        assertThatThrownBy(() -> with("inner.rate", "")).hasMessageEndingWith(": a number is required");
    }
}
