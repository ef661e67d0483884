package dev.simulacra.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.Said;
import dev.simulacra.runs.folder.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EquilibriumCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aRunIsHeldAgainstTheBestDiscriminator() throws IOException {
        Path run = folder.resolve("run");
        Said.to("train", "gaussian-2d-published", "--out", run, "--quiet");

        Said said = Said.to("equilibrium", run, "--train-discriminator", "250");

        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("gaussian-2d-published, seed 1, after step 20 of 20\n")
                .contains("C(G) by quadrature", "the discriminator is ", " nats from optimal.",
                        "trained for 250 more steps", "C(G) by two routes (p_g exact)",
                        "\nPicture: " + run.resolve("equilibrium.png"));
        JsonNode json = JsonFiles.DOCUMENT.readTree(Files.readAllBytes(run.resolve("equilibrium.json")));
        assertThat(json.at("/step").longValue()).isEqualTo(20);
        assertThat(json.at("/routesAgree").booleanValue()).isTrue();
        assertThat(json.at("/discriminators/0/shortfall").doubleValue()).isPositive();
        assertThat(json.at("/discriminators/1/value").doubleValue())
                .isGreaterThan(json.at("/discriminators/0/value").doubleValue());
        assertThat(run.resolve("equilibrium.png")).isNotEmptyFile();
    }

    @Test
    void aRunOnDataOfUnknownDensityIsRefusedInOneSentence() throws IOException {
        Path csv = folder.resolve("points.csv");
        Files.writeString(csv, "a,b\n1,2\n2,1\n3,5\n4,4\n5,1\n");
        Path run = folder.resolve("run");
        Said.to("train", "--csv", csv, "--out", run, "--until", "1", "--set", "hidden=4", "--set", "minibatch=4");

        Said said = Said.to("equilibrium", run);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("simulacra: points: the density of its data is not known, and an equilibrium "
                + "report needs it; evaluate measures what can be measured without\n");
    }

    @Test
    void aDrawingOfTheUsersIsATruth() throws IOException {
        Path csv = Files.writeString(folder.resolve("drawn.csv"), "0,0\n1,0\n2,0\n2,1\n2,2\n");
        Path run = folder.resolve("run");
        Said trained = Said.to("train", "drawn", "--csv", csv, "--out", run, "--steps", "2", "--set", "hidden=4",
                "--set", "minibatch=4", "--set", "blur=0.2", "--set", "judged=200");

        Said said = Said.to("equilibrium", run);
        Said sample = Said.to("sample", run, "--count", "3");

        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.out()).contains("sliced Wasserstein-2 distance", "Jensen–Shannon divergence", "coverage");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("C(G) by quadrature", " nats from optimal");
        assertThat(sample.out()).hasLineCount(4);
    }

    @Test
    void eachLabelIsAGameOfItsOwn() throws IOException {
        Path run = folder.resolve("run");
        Said.to("train", "ring8-by-mode", "--out", run, "--until", "1", "--set", "hidden=4", "--set", "minibatch=8");

        Said said = Said.to("equilibrium", run, "--label", "7");
        Said ofAll = Said.to("equilibrium", run);
        Said ofNone = Said.to("equilibrium", run, "--label", "8");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("ring8-by-mode, seed 1, after step 1 of 20000, label 7\n")
                .contains("C(G) by quadrature", " nats from optimal.", "Numbers: " + run.resolve("equilibrium-7.json"))
                .doesNotContain("modes by the loss");
        assertThat(run.resolve("equilibrium-7.png")).isNotEmptyFile();
        assertThat(JsonFiles.read(run.resolve("equilibrium-7.json"), ObjectNode.class).path("label").asInt())
                .isEqualTo(7);
        assertThat(ofAll.code()).isEqualTo(2);
        assertThat(ofAll.err()).isEqualTo("simulacra: ring8-by-mode: its players see labels, and each is a game of its "
                + "own; --label 0 to 7 says which\n");
        assertThat(ofNone.code()).isEqualTo(2);
        assertThat(ofNone.err()).isEqualTo("simulacra: --label 8: the run's labels are 0 to 7\n");
    }

    @Test
    void aNegativeNumberOfStepsIsRefused() {
        Said said = Said.to("equilibrium", folder, "--train-discriminator", "-1");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).isEqualTo("simulacra: --train-discriminator -1: at least 0 steps are required\n");
    }
}
