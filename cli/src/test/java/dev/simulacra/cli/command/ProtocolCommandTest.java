package dev.simulacra.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.Said;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.runs.folder.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ProtocolCommandTest {
    @TempDir
    private Path folder;

    @Test
    void withoutANameTheProtocolsAreListed() {
        Said said = Said.to("protocol");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains(
                "pacgan/ring8, version 1\n", "pacgan/gridr25, version 1\n", "veegan/grid25, version 1\n",
                "d2l/grid25, version 1\n");
    }

    @Test
    void theSeedsStandBelowWhatOthersPublished() throws IOException {
        Path out = folder.resolve("ring");
        Object[] words = {"protocol", "pacgan/ring8", "--game", "plain", "--seeds", "3,5", "--steps", "2", "--set",
                "hidden=4", "--set", "minibatch=8", "--out", out};

        Said said = Said.to(words);
        Said again = Said.to(words);
        Said other = Said.to("protocol", "pacgan/ring8", "--steps", "2", "--out", out);

        words[1] = "veegan/ring8";
        Said byOthersRules = Said.to(words);

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("pacgan/ring8, version 1: ", "PacGAN4 ", "± standard error")
                .containsSubsequence("6.3 ± .5", "plain steps=2 hidden=4 minibatch=8, seed 3",
                        ", seed 5", ", mean of 2", "possible", "what these rules do not ask", "recall ");
        ObjectNode json = JsonFiles.read(out.resolve("protocol.json"), ObjectNode.class);
        assertThat(json.path("protocol").asString()).isEqualTo("pacgan/ring8");
        assertThat(json.path("rows").size()).isEqualTo(2);
        assertThat(json.at("/rows/0/seed").asLong()).isEqualTo(3);
        assertThat(json.at("/rows/1/reverseKl").isNumber()).isTrue();
        assertThat(json.at("/mean/modes").asDouble())
                .isEqualTo((json.at("/rows/0/modes").asDouble() + json.at("/rows/1/modes").asDouble()) / 2);
        assertThat(json.at("/yardsticks/highQuality/value").asDouble()).isBetween(0.988, 0.989);
        assertThat(json.at("/published/2/highQuality").asString()).isEqualTo("95.9");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("plain steps=2 hidden=4 minibatch=8, seed 5");
        assertThat(Files.exists(out.resolve("seed-3").resolve("summary.json"))).isTrue();
        assertThat(json.at("/rows/1/steps").asLong()).isEqualTo(2);
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).startsWith("simulacra: --out " + out + ": other seeds or settings were begun there");
        assertThat(byOthersRules.code()).isEqualTo(2);
        assertThat(byOthersRules.err()).isEqualTo("simulacra: --out " + out + ": protocol.json there is the report of "
                + "pacgan/ring8, which veegan/ring8 would write over; a new or empty folder is required\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pacgan/ring9                         | there is no protocol pacgan/ring9; did you mean pacgan/ring8?
            pacgan/ring8 --steps 200000          | 200000 steps, each of 256 examples of data; the rules allow 156250
            pacgan/ring8 --set judged=25000      | judged is 25000; the rules say 2500
            pacgan/ring8 --game modem            | there is no game modem; did you mean modern?
            pacgan/ring8 --set pack=5            | a minibatch of 256 is not a number of whole packs of 5
            pacgan/ring8 --set pack=512          | a minibatch of 256 is not a number of whole packs of 512
            pacgan/ring8 --set pack=0            | pack is 0, it must be at least 1
            pacgan/ring8 --steps 100000000000000000 | the rules allow 156250
            pacgan/ring8 --set minibatch=500000 --set k=100 | 1 steps, each of 50000000 examples
            d2l/grid25 --set hidden=1024         | d2l/grid25: hidden is 1024; the rules say 256
            d2l/grid25 --set minibatch=128       | d2l/grid25: minibatch is 128; the rules say 256
            pacgan/ring8 --set r1=-1             | R1: gamma is -1.0, it must be at least 0 and finite
            pacgan/ring8 --set k=0               | k is 0, it must be at least 1
            pacgan/ring8 --set objective=wasserstain | did you mean wasserstein?
            pacgan/ring8 --seeds 2..1            | 2..1
            """)
    void whatMakesNoSenseIsRefusedInOneLine(String words, String line) {
        Said said = Said.to((Object[]) ("protocol " + words).split(" "));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("simulacra: ").hasLineCount(1).contains(line);
    }
}
