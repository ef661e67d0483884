package dev.simulacra.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import dev.simulacra.analysis.dynamics.StabilityKind;
import dev.simulacra.analysis.dynamics.UpdateScheme;
import dev.simulacra.game.penalty.R1;
import dev.simulacra.io.TrainedGenerator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each example does what it says, in few steps.
class ExamplesTest {
    @TempDir
    Path folder;

    @Test
    void theGradientOfRosenbrocksFunctionIsThatByHand() {
        assertThat(Example01Gradient.gradient(0, 0)).containsExactly(new double[] {-2, 0}, within(0.0));
        assertThat(Example01Gradient.gradient(1, 1)).containsExactly(new double[] {0, 0}, within(0.0));
        assertThat(Example01Gradient.gradient(2, 3)).containsExactly(
                new double[] {2 * (2 - 1) - 400 * 2 * (3 - 4), 200 * (3 - 4)}, within(0.0));
    }

    @Test
    void newtonsMethodFindsTheMinimum() {
        assertThat(Example02GradientOfAGradient.minimum(2, 0)).isEqualTo(2);
        assertThat(Example02GradientOfAGradient.minimum(2, 6)).isCloseTo((float) Math.log(2), within(1e-6f));
    }

    /// The variance of the target, sin x on [−3, 3], is 0.52: what a constant would leave.
    @Test
    void thePerceptronsLossFallsFarBelowThatOfAConstant() {
        float[] losses = Example03Perceptron.losses(300);

        assertThat(losses[299]).isLessThan(0.05f).isLessThan(losses[0]);
    }

    /// The distance of a generator whose mean is 0 is 2 at least.
    @Test
    void theGameOf2014MovesTheSamplesToTheData() {
        assertThat(Example04Game.distance(0)).isGreaterThan(1.5);
        assertThat(Example04Game.distance(1000)).isLessThan(0.5);
    }

    @Test
    void r1BoundsTheSlopeAtTheData() {
        assertThat(Example05R1.meanSquaredSlope(300, new R1(1)))
                .isLessThan(Example05R1.meanSquaredSlope(300) / 2);
    }

    @Test
    void fourierFeaturesLearnAWaveThatAPerceptronAloneDoesNot() {
        assertThat(Example06OwnLayer.error(0, 300)).isGreaterThan(0.3f);
        assertThat(Example06OwnLayer.error(4, 300)).isLessThan(0.05f);
    }

    @Test
    void theBestDiscriminatorOfTheOwnObjectiveIsTheLogRatioAndAttainsTheHellingerDistance() {
        int[] p = {4, 2, 1, 1};
        int[] q = {1, 1, 2, 4};
        double[] best = Example07OwnObjective.bestLogits(p, q);

        assertThat(best).containsExactly(
                new double[] {Math.log(4), Math.log(2), -Math.log(2), -Math.log(4)}, within(1e-6));
        double affinity = (2 + Math.sqrt(2) + Math.sqrt(2) + 2) / 8;
        assertThat(Example07OwnObjective.game(p, q).value(best)).isCloseTo(-2 * affinity, within(1e-9));
        Example07OwnObjective.Exponential objective = new Example07OwnObjective.Exponential();
        assertThat(Example07OwnObjective.game(p, p).value(new double[4])).isEqualTo(objective.valueOptimum());
    }

    @Test
    void theModernGameComesNearerToTheSpiral() {
        assertThat(Example08OwnData.distanceFromSpiral(300))
                .isLessThan(Example08OwnData.distanceFromSpiral(0) / 2);
    }

    /// Two columns of very different units: each row of samples is in its own.
    @Test
    void rowsInMemoryAreLearnedInTheirUnits() {
        double[] rows = {1.6, 5000, 1.7, 6000, 1.8, 7000, 1.9, 8000};
        double[] learned = Example08OwnData.learnedRows(2, rows, 300, 100);

        assertThat(learned).hasSize(200);
        assertThat(IntStream.range(0, 100).mapToDouble(i -> learned[2 * i]).average().orElseThrow())
                .isBetween(1.6, 1.9);
        assertThat(IntStream.range(0, 100).mapToDouble(i -> learned[2 * i + 1]).average().orElseThrow())
                .isBetween(5000.0, 8000.0);
    }

    @Test
    void theOwnExperimentIsTrainedByTheCommandLine() throws Exception {
        Path run = folder.resolve("run");

        assertThat(Example09OwnExperiment.run("train", "own-spiral", "--steps", "3", "--set", "turns=3", "--set",
                "hidden=8", "--quiet", "--out", run.toString())).isZero();

        assertThat(Files.readString(run.resolve("run.json"))).contains("\"turns\" : 3.0");
        assertThat(TrainedGenerator.open(run.resolve("generator.safetensors")).provenance().step()).isEqualTo(3);
    }

    @Test
    void theServerGivesManyThreadsTheSameRows() throws Exception {
        Path file = Example10Server.save(folder.resolve("generator.safetensors"));
        double[] expected = TrainedGenerator.open(file).rows(1, 1).rows(1000, 10);
        HttpServer server = Example10Server.serve(file, 0);
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<double[]>> answers = IntStream.range(0, 100)
                    .mapToObj(_ -> threads.submit(() -> numbers(get(client, server, "1000").body())))
                    .toList();
            for (Future<double[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
            assertThat(get(client, server, "many").statusCode()).isEqualTo(400);
        } finally {
            server.stop(0);
        }
    }

    private static HttpResponse<String> get(HttpClient client, HttpServer server, String row) throws Exception {
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/rows/" + row);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static double[] numbers(String csv) {
        return csv.lines().flatMap(line -> List.of(line.split(",")).stream()).mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void theDistanceThatIsPlayedAgreesWithTheEigenvalues() {
        UpdateScheme simultaneous = new UpdateScheme.Simultaneous();

        assertThat(Example11Dynamics.stability(simultaneous, 0).course()).isEqualTo(StabilityKind.DIVERGING);
        assertThat(Example11Dynamics.distance(simultaneous, 0, 500)).isGreaterThan(1);
        assertThat(Example11Dynamics.stability(simultaneous, 1).course()).isEqualTo(StabilityKind.CONVERGING);
        assertThat(Example11Dynamics.distance(simultaneous, 1, 500)).isLessThan(0.01);
    }

    @Test
    void aTableIsLearnedAndWrittenInItsOwnForm() throws Exception {
        Path csv = Files.writeString(folder.resolve("people.csv"), "city;age;price\n"
                + "Oslo;41;$1,204.50\nBergen;18;$310.25\n".repeat(60));

        Example12OwnTable.write(csv, 3, folder.resolve("model.safetensors"), folder.resolve("synthetic.csv"));

        List<String> lines = Files.readAllLines(folder.resolve("synthetic.csv"));
        assertThat(lines).hasSize(121).startsWith("city;age;price");
        assertThat(lines.subList(1, 121)).allMatch(line ->
                line.matches("(Oslo|Bergen);(41|18);\\$(1,204\\.50|310\\.25)"));
    }
}
