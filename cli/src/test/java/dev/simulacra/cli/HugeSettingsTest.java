package dev.simulacra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.settings.Catalogue;
import dev.simulacra.cli.settings.Fields;
import dev.simulacra.experiments.Experiments;
import dev.simulacra.runs.Experiment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every whole number that can be set about an experiment, far out of its range: one line, the code 2, and nothing left
/// behind.
class HugeSettingsTest {
    private static final Set<String> MAY_BE_0 = Set.of("layers", "unrolled");
    private static final Set<String> SIZES = Set.of(
            "points", "judged", "noise", "hidden", "layers", "minibatch", "k", "unrolled", "pack");

    @TempDir
    private Path folder;

    static Stream<String> all() {
        return Experiments.all().stream().map(Experiment::name);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aNumberFarOutOfItsRangeIsRefusedInOneLine(String experiment) {
        Map<String, String> settings = Fields.of(new Catalogue(List.of()).named(experiment));
        List<String> sizes = settings.keySet().stream().map(name -> name.substring(name.lastIndexOf('.') + 1))
                .filter(SIZES::contains).toList();

        assertThat(sizes).isNotEmpty().allSatisfy(name -> {
            for (String value : List.of("1000000000", "2147483647", "0", "-1")) {
                if (!(value.equals("0") && MAY_BE_0.contains(name))) {
                    requireRefused(experiment, name, value);
                }
            }
        });
    }

    private void requireRefused(String experiment, String name, String value) {
        Said said = Said.to("train", experiment, "--set", name + "=" + value, "--out", folder.resolve("run"));

        assertThat(said.err()).as("%s=%s", name, value).startsWith("simulacra: ").hasLineCount(1)
                .containsAnyOf(name + " is " + value, "packs of " + value);
        assertThat(said.code()).isEqualTo(2);
        assertThat(folder.resolve("run")).doesNotExist();
    }
}
