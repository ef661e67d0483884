package dev.simulacra.cli.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theDiracGanIsMeasuredBesideItsFormulas() {
        Said said = dynamics("dirac --order simultaneous --rate 0.2 --r1 0.6 --steps 100");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("simultaneous, γ = 0.6, rate 0.2\n")
                .contains("Jacobian       0.3 ± 0.4i\n", "update                0.94 ± 0.08i\n", "  0.943398\n")
                .contains("critical γ, at which turning ends        1.0000\n", "formulas by hand")
                .contains("  converging, a full turn every 74.01 steps: the spectral radius is 0.943398, below 1;");
        assertThat(largestError(said)).isLessThan(1e-6);
    }

    @ParameterizedTest
    @CsvSource({
        "simultaneous, diverging",
        "alternating, rotating",
        "extragradient, converging",
        "optimistic, converging",
        "consensus, converging"
    })
    void everyOrderOfTheUndampedGameHasItsVerdict(String order, String verdict) {
        Said said = dynamics("linear-quadratic --order " + order);

        assertThat(said.out()).contains("the closed form", "\n  " + verdict);
        assertThat(largestError(said)).isLessThan(1e-6);
    }

    private static double largestError(Said said) {
        return said.out().lines()
                .filter(line -> line.startsWith("  measured against"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElse(Double.NaN);
    }

    @Test
    void severalAreComparedInOnePicture() {
        Path out = folder.resolve("compared");

        Said said = dynamics("dirac --order simultaneous,alternating --r1 0,1 --steps 50 --out " + out);

        assertThat(said.code()).isZero();
        assertThat(said.out().lines().filter(line -> line.contains("spectral radius of"))).hasSize(4);
        assertThat(said.out()).endsWith("Picture: " + out.resolve("dynamics.png") + "\n");
        assertThat(out.resolve("dynamics.png")).isNotEmptyFile();
    }

    @Test
    void thePageThatExplainsConvergenceHasTheNumbersOfThisProgram() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "concepts", "why-r1-converges.md"));
        String said = page.lines()
                .filter(line -> line.startsWith("./simulacra dynamics "))
                .map(line -> line.substring("./simulacra ".length(), line.indexOf(" --out")))
                .map(words -> Said.to((Object[]) words.split(" ")).out())
                .collect(Collectors.joining());

        assertThat(page.lines().filter(line -> line.startsWith("  ") && line.contains(" of the update "))
                        .toList())
                .hasSize(15)
                .allSatisfy(line -> assertThat(said).contains(line + "\n"));
    }

    @Test
    void aGameThatIsGoneIsMeasuredUpToThere() {
        Said said = dynamics("linear-quadratic --order simultaneous --rate 100 --steps 1000");

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("diverging").containsPattern("after \\d\\d steps");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dirac --order simultanious | there is no order simultanious; did you mean simultaneous? There are ",
        "dirac --rate 0 | --rate 0: it must be finite and above 0",
        "dirac --rate -0.1 | --rate -0.1: it must be finite and above 0",
        "dirac --rate 1e308 | --rate 1.0E308: the size of the number must be at most 1.0E9",
        "dirac --r1 1e308 | --r1 1.0E308: the size of the number must be at most 1.0E9",
        "linear-quadratic --coupling -1e308 | --coupling -1.0E308: the size of the number must be at most 1.0E9",
        "dirac --start 1e308,1 | --start 1.0E308: the size of the number must be at most 1.0E9",
        "dirac --r1 -1 | dynamics: gamma is -1.0; what damps a player needs a finite weight of at least 0",
        "dirac --k 0 | alternating: k is 0; the discriminator must move at least once before the generator does",
        "dirac --order simultaneous --k 2 | --k: only alternating players move unequally often",
        "dirac --beta 1 | --beta: only --order consensus has it",
        "dirac --order consensus --beta -1 | consensus: beta is -1.0; a finite weight of at least 0 is required",
        "dirac --steps 0 | --steps 0: from 1 to 100000 are possible",
        "dirac --start 1 | --start: two finite numbers are required, θ and ψ, as in --start 1,0.5",
        "dirac --coupling 2 | --coupling and --alpha: only the game linear-quadratic has them",
        "linear-quadratic --coupling 0 | linear-quadratic game: the coupling is 0.0; it must be finite and not 0",
        "linear-quadratic --objective minimax | --objective: only the game dirac has one",
        "dirac --objective hinge | there is no objective hinge; there are minimax, ",
        "diracs | there is no game or folder diracs; did you mean dirac? There are dirac, linear-quadratic",
    })
    void whatMakesNoSenseIsRefusedInOneSentence(String words, String sentence) {
        Said said = dynamics(words);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("simulacra: " + sentence).hasLineCount(1);
        assertThat(said.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"simultaneous", "alternating", "extragradient", "optimistic", "consensus --beta 1e9"})
    void theLargestSettingsThatAreAllowedAreNoDefect(String order) {
        assertThat(dynamics("linear-quadratic --rate 1e9 --r1 1e9 --coupling 1e9 --alpha 1e9 --start 1e9,-1e9 --order "
                + order).err()).isEmpty();
        assertThat(dynamics("dirac --rate 1e9 --r1 1e9 --start 1e9,-1e9 --order " + order).err()).isEmpty();
    }

    @Test
    void aRunIsLookedAtWhereItStands() throws IOException {
        Path run = folder.resolve("run");
        Said.to("train", "--out", run, "--steps", "30", "--set", "hidden=3", "--set", "minibatch=16");

        Said said = Said.to("dynamics", run);

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("gaussian-2d, seed 1, after step 30: 29 parameters of the generator, 25 of the discrim")
                .contains("\neigenvalue ", "All 54 eigenvalues are known", "\nPlain gradient steps on this one mini")
                .containsPattern("\n100 % +-?\\d\\.\\d{3} ");
        assertThat(Said.to("dynamics", run, "--rate", "0.5").err())
                .isEqualTo("simulacra: the options of dynamics are for the games dirac and linear-quadratic; a run has "
                        + "its own settings\n");
        assertThat(Files.exists(run.resolve("dynamics.png"))).isFalse();
    }

    @Test
    void ofALargerRunTheOutermostEigenvaluesAreShown() {
        Path run = folder.resolve("run");
        Said.to("train", "--out", run, "--steps", "3", "--set", "hidden=8", "--set", "minibatch=8");

        assertThat(Said.to("dynamics", run).out()).contains(" eigenvalues that 40 products with the Jacobian show");
    }

    private static Said dynamics(String words) {
        return Said.to((Object[]) ("dynamics " + words).split(" "));
    }
}
