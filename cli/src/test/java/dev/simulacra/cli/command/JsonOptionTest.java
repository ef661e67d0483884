package dev.simulacra.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.Said;
import dev.simulacra.runs.folder.JsonFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// With `--json` the standard output is one JSON document.
class JsonOptionTest {
    private static final Object[] SMALL = {"--steps", "2", "--set", "hidden=4", "--set", "minibatch=8"};

    @TempDir
    private static Path folder;

    private static JsonNode trained;

    private static JsonNode json(Object... words) {
        Said said = Said.to(words);
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        return JsonFiles.DOCUMENT.readTree(said.out());
    }

    private static Object[] train(Object... more) {
        Object[] words = new Object[2 + SMALL.length + more.length];
        words[0] = "train";
        words[1] = "--json";
        System.arraycopy(SMALL, 0, words, 2, SMALL.length);
        System.arraycopy(more, 0, words, 2 + SMALL.length, more.length);
        return words;
    }

    @BeforeAll
    static void aFinishedRun() {
        trained = json(train("--out", folder.resolve("run")));
    }

    @Test
    void trainGivesFolderSummaryAndVerdict() {
        assertThat(trained.at("/folder").stringValue()).isEqualTo(folder.resolve("run").toString());
        assertThat(trained.at("/finished").booleanValue()).isTrue();
        assertThat(trained.at("/wasserstein2").isNumber()).isTrue();
        assertThat(trained.at("/verdict").stringValue()).contains("of 10 results reach");
    }

    @Test
    void trainOfSeveralSeedsGivesARowForEach() {
        JsonNode series = json(train("--seeds", "1,2", "--out", folder.resolve("many")));

        assertThat(series.at("/seeds").size()).isEqualTo(2);
        assertThat(series.at("/seeds/1/state").stringValue()).isEqualTo("finished");
    }

    @Test
    void evaluateSaysOfEachResultWhatIsBetter() {
        JsonNode results = json("evaluate", folder.resolve("run"), "--json").at("/results");

        assertThat(results.valueStream().map(each -> each.at("/better").stringValue()).distinct())
                .containsExactlyInAnyOrder("near", "lower");
        assertThat(results.valueStream().filter(each -> each.at("/key").stringValue().equals("wasserstein2")))
                .singleElement().satisfies(each ->
                        assertThat(each.at("/value").doubleValue())
                                .isEqualTo(trained.at("/wasserstein2").doubleValue()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            experiments --json | /0/name
            games --json | /wgan/settings/objective
            objectives --json | /objectives/hinge
            settings ring8 --json | /settings/3/meaning
            protocol --json | /0/rules
            explain gaussian-2d --json | /updates/0/sections/0/0/kernel
            dynamics dirac --json | /0/verdict
            conformance --json | /objectives/0/objective
            gradcheck --json | /checks/0/orders/0/error
            equilibrium RUN --json | /sentences/0
            dynamics RUN --json | /eigenvalues/0/re
            """)
    void everyCommandThatPrintsResultsHasThem(String words, String present) {
        JsonNode json = json((Object[]) words.replace("RUN", folder.resolve("run").toString()).split(" "));

        assertThat(json.at(present).isMissingNode()).as(present).isFalse();
    }
}
