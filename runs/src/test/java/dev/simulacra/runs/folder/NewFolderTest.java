package dev.simulacra.runs.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.runs.RunRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NewFolderTest {
    private static final int TRIES = 300;

    @TempDir
    private Path folder;

    /// All at once, the one that gets the folder keeps it until all have tried.
    @Test
    void ofSeveralThatWantTheSameFolderExactlyOneGetsIt() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < TRIES; i++) {
                Path wanted = folder.resolve("run-" + i);
                CyclicBarrier start = new CyclicBarrier(4);
                CyclicBarrier end = new CyclicBarrier(4);
                List<Callable<String>> all = IntStream.range(0, 4)
                        .<Callable<String>>mapToObj(number -> () -> claim(wanted, number, start, end)).toList();

                List<String> winners = pool.invokeAll(all).stream().map(Future::resultNow)
                        .filter(winner -> !winner.isEmpty()).toList();

                assertThat(winners).hasSize(1);
                assertThat(wanted.resolve("run.json")).hasContent(winners.getFirst());
            }
        }
    }

    private static String claim(Path wanted, int number, CyclicBarrier start, CyclicBarrier end) throws Exception {
        start.await();
        try (NewFolder place = NewFolder.at(wanted)) {
            place.fill(() -> Files.writeString(wanted.resolve("run.json"), "run " + number));
            end.await();
            return "run " + number;
        } catch (IOException | RunRefusedException _) {
            end.await();
            return "";
        }
    }

    @Test
    void aFolderOfAnothersIsRefusedAndStaysAsItIs() throws IOException {
        Path wanted = Files.createDirectory(folder.resolve("thesis"));
        Files.writeString(wanted.resolve("checkpoint.safetensors"), "mine");

        assertThatThrownBy(() -> NewFolder.at(wanted)).isInstanceOf(RunRefusedException.class)
                .hasMessage(wanted + ": the folder is not empty; a new or empty one is required; it holds "
                        + "checkpoint.safetensors");
        assertThat(wanted).isDirectoryNotContaining("glob:**run.lock");
        assertThat(wanted.resolve("checkpoint.safetensors")).hasContent("mine");
    }

    @Test
    void theRemainsOfAProcessThatWasKilledWhileItBeganAreTakenOver() throws IOException {
        Path wanted = Files.createDirectory(folder.resolve("run"));
        Files.createFile(wanted.resolve("run.lock"));
        Files.writeString(wanted.resolve("run.json.simulacra-1.part"), "{\"exp");

        try (NewFolder place = NewFolder.at(wanted)) {
            place.fill(() -> Files.writeString(wanted.resolve("run.json"), "{}"));
        }

        assertThat(wanted.resolve("run.json.simulacra-1.part")).doesNotExist();
        assertThat(wanted.resolve("run.json")).exists();
    }

    @Test
    void whatFailsWhileItBeginsLeavesNothingWhateverItIs() throws IOException {
        Path own = folder.resolve("own");
        Path given = Files.createDirectory(folder.resolve("given"));

        for (Path wanted : List.of(own, given)) {
            try (NewFolder place = NewFolder.at(wanted)) {
                assertThatThrownBy(() -> place.fill(() -> {
                    Files.writeString(wanted.resolve("run.json"), "{}");
                    throw new OutOfMemoryError("as in a large network");
                })).isInstanceOf(OutOfMemoryError.class);
            }
        }

        assertThat(own).doesNotExist();
        assertThat(given).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToNothingIsSaidToBeOne() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nothing"));

        assertThatThrownBy(() -> NewFolder.at(link)).isInstanceOf(RunRefusedException.class)
                .hasMessage(link + ": this is a link to nothing; a new or empty folder is required");
    }

    @Test
    void theNextNumberIsTakenWhereTheUsualNameIs() throws IOException {
        try (NewFolder one = NewFolder.next(folder.resolve("a")); NewFolder two = NewFolder.next(folder.resolve("a"))) {
            assertThat(one.path()).isEqualTo(folder.resolve("a"));
            assertThat(two.path()).isEqualTo(folder.resolve("a-2"));
        }
    }
}
