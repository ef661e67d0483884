package dev.simulacra.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.cli.run.CliProgram;
import dev.simulacra.cli.screen.Terminal;
import dev.simulacra.runs.folder.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Words that make no sense, and files that are not what they should be: one line, an exit code, and nothing left
/// behind.
class ErrorLineTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void aRunThatWasStopped() {
        Said said = Said.to("train", "--out", shared.resolve("run"), "--until", "2", "--set", "hidden=4");
        assertThat(said.code()).isZero();
        Said.to("train", "--seeds", "1..2", "--out", shared.resolve("many"), "--until", "2", "--set", "hidden=4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trane | there is no command trane; did you mean train? There are train, resume
            train --bogus | Unknown option: '--bogus'; see ./simulacra train --help
            train gausian-2d | there is no experiment gausian-2d; did you mean gaussian-2d? There are
            train --seed x | Invalid value for option '--seed': 'x' is no whole number
            train --steps 0 | must be at least 1
            train --steps 1e3 | Invalid value for option '--steps': '1e3' is no whole number
            train --until 0 | --until 0: at least 1 is required
            train --threads 0 | --threads 0: 1 to 1024 are possible
            train --seeds 5..1 | --seeds 5..1: 5 is above 1; a range begins with its smallest seed
            train --seeds 1..2 --seed 1 | --seeds 1..2: --seed is given as well; one of them is possible
            train --seeds a..b --steps 5 | --seeds a..b: whole numbers are required, as in 1..32 or 1,2,5
            train --seeds 1..2 --until 0 | --until 0: at least 1 is required
            train --set hidden | --set hidden: name=value is required
            train --set hiden=3 | --set hiden: gaussian-2d has no such setting; did you mean hidden? It has hidden=32
            train --set objektive=hinge | has no such setting; did you mean objective? It has
            train --set hidden=2.5 | --set hidden=2.5: a whole number (int) is required
            train --set generator.rate=fast | rate=fast: a number is required, or one of constant
            train --set generator.rate=NaN | rate=NaN: a number is required
            train --set generator.rate=1e999 | rate=1e999: a number is required
            train --set hidden=-1 | must be at least 1
            train --set hidden=10000 --set layers=3 | which makes 200000000 weights; at most 100000000 are possible
            train --set minibatch=1000000 --set hidden=1000 | which makes 1000000000 numbers in a layer; at most
            train --set noise=0.1 | --set noise: gaussian-2d has no such setting
            train ring8 --set b=0.9 | --set b: ring8 has no such setting; it has distribution=ring8
            train --set both.beta2=7 | beta2 is 7.0
            train --data . | --data .: gaussian-2d reads no data set
            train gaussian-2d --csv a.csv | --csv a.csv: gaussian-2d reads no CSV file
            train --out RUN | the folder is not empty; a new or empty one is required, or go on with
            train --out RUN/run.json | this is a file; a new or empty folder is required
            resume | Missing required parameter: 'RUN_DIR'; see ./simulacra resume --help
            resume nowhere | nowhere: there is no such folder; the folder of a run is required
            resume . | .: this is no run's folder, it has no run.json
            resume RUN --steps 1 | --steps 1: 2 steps are done already
            resume RUN --until 2 | --until 2: 2 steps are done already
            resume RUN --threads 0 | --threads 0: 1 to 1024 are possible
            resume MANY --steps 9 | --steps 9: the length of several seeds cannot be changed together
            train --out MANY | the folder is not empty; a new or empty one is required, or go on with
            sample RUN | Missing required option: '--count=N'; see ./simulacra sample --help
            sample RUN --count -5 | --count -5: at least 1 is required
            sample RUN --count 1e3 | Invalid value for option '--count': '1e3' is no whole number
            sample RUN --count 2 --output x.txt | --output x.txt: the name must end in .csv, .npy or .png, or be -
            sample RUN --count 1500000000 --output x.png | --count 1500000000: a picture shows at most 10000 samples
            sample RUN --count 10001 --output x.PNG | 10000 samples; for more, write to a .csv or .npy file
            evaluate RUN more | Unmatched argument at index 2: 'more'; see ./simulacra evaluate --help
            """)
    void wordsThatMakeNoSenseGetOneLineAndTheCode2(String words, String line) throws IOException {
        Said said = Said.to((Object[]) words.replace("RUN", shared.resolve("run").toString())
                .replace("MANY", shared.resolve("many").toString()).split(" "));

        assertThat(said.err()).startsWith("simulacra: ").contains(line).hasLineCount(1).endsWith("\n");
        assertThat(said.out()).isEmpty();
        assertThat(said.code()).isEqualTo(2);
        assertThat(Path.of("runs")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,b\\n1,2\\n3,x\\n5,6           | line 3 (row 2 of the data), column "b": "x" is not a finite number
            a,b\\n1,2\\n3,\\n5,6            | line 3 (row 2 of the data), column "b": the cell is empty
            a,b\\n1,2\\n3,NaN\\n5,6         | "NaN" is not a finite number
            a,b\\n1,2                       | it has one row of data; at least two are required
            a,b\\n                          | it has a header and no rows
            a,b\\n1,2\\n3,4,5\\n5,6         | line 3 (row 2 of the data): the number of columns is 3; the first
            a,b\\nx,y\\nz,w                 | no column is numeric
            """)
    void aFileThatIsNoTableOfPointsIsRefusedBeforeAnythingIsMade(String content, String line) throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), content.replace("\\n", "\n"));

        Said said = Said.to("train", "--csv", csv, "--out", folder.resolve("run"));

        assertThat(said.err()).startsWith("simulacra: read " + csv + ": ").contains(line).hasLineCount(1);
        assertThat(said.code()).isEqualTo(1);
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aDrawingHasTwoColumns() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "1,2,3\n4,5,6\n");

        Said said = Said.to("train", "drawn", "--csv", csv, "--out", folder.resolve("run"));

        assertThat(said.err()).isEqualTo("simulacra: drawn: " + csv + " has 3 numeric columns and 2 rows; two columns "
                + "and at most 2000 rows are required\n");
        assertThat(said.code()).isEqualTo(1);
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aMissingFileIsNamed() {
        Said said = Said.to("train", "--csv", folder.resolve("a.csv"), "--out", folder.resolve("run"));

        assertThat(said.err()).isEqualTo("simulacra: read " + folder.resolve("a.csv") + ": there is no such file\n");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Said said = Said.to("train", "--out", file.resolve("run"), "--steps", "2");

        assertThat(said.err()).startsWith("simulacra: make the folder " + file.resolve("run") + ": ").hasLineCount(1);
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theUsersOwnEmptyFolderStaysWhereNothingCanBeWrittenInIt() throws IOException {
        Path deep = Files.createDirectories(deepest());

        Said said = Said.to("train", "--out", deep, "--steps", "2", "--set", "hidden=4");

        assertThat(said.err()).hasLineCount(1).contains("File name too long");
        assertThat(said.code()).isEqualTo(1);
        assertThat(deep).isEmptyDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatWasMadeGoesAgainWhereNothingCanBeWrittenInIt() {
        Path deep = deepest();

        Said said = Said.to("train", "--out", deep, "--steps", "2", "--set", "hidden=4");

        assertThat(said.err()).hasLineCount(1).contains("File name too long");
        assertThat(deep).doesNotExist();
    }

    @Test
    void aCheckpointOfOtherSettingsIsShownLineByLine() throws IOException {
        copy("run.json");
        copy("metrics.jsonl");
        Said.to("train", "--out", folder.resolve("other"), "--until", "2", "--set", "hidden=5", "--seed", "9");
        Files.copy(folder.resolve("other/checkpoint.safetensors"), folder.resolve("checkpoint.safetensors"));

        Said said = Said.to("resume", folder);

        assertThat(said.err()).isEqualTo("simulacra: " + folder + ": the checkpoint is not of this run:\n"
                + "  seed: 1 in run.json, 9 in the checkpoint\n"
                + "  settings.hidden: 4 in run.json, 5 in the checkpoint\n");
        assertThat(said.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version" : 2            | "version" : 999       | the run is of version 999 of gaussian-2d, this
            "experiment" : "gaussian | "experiment" : "gausian | there is no experiment gausian-2d; did you mean
            "hidden" : 4             | "hiden" : 4           | the settings of gaussian-2d are hiden, layers
            "hidden" : 4             | "hidden" : 6          | settings.hidden: 6 in run.json, 4 in the checkpoint
            "seed" : 1               | "seed" : "one"        | run.json: seed: Cannot coerce String value
            "seed" : 1               | "seed"                | run.json:
            """)
    void aChangedRunIsRefused(String found, String replacement, String line) throws IOException {
        copy("run.json");
        copy("metrics.jsonl");
        copy("checkpoint.safetensors");
        Path run = folder.resolve("run.json");
        String edited = Files.readString(run).replace(found, replacement);
        Files.writeString(run, edited.replaceFirst(",\\s*\"checksum\" : \"[0-9a-f]{8}\"", ""));

        Said said = Said.to("resume", folder);

        assertThat(said.err()).startsWith("simulacra: ").contains(line);
        assertThat(said.code()).isNotZero();
    }

    /// A bit that turns a name of the metadata into another makes no other run of the checkpoint.
    @Test
    void aDamagedNameInACheckpointIsDamage() throws IOException {
        copy("run.json");
        copy("metrics.jsonl");
        Path checkpoint = folder.resolve("checkpoint.safetensors");
        byte[] bytes = Files.readAllBytes(shared.resolve("run/checkpoint.safetensors"));
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("settings.game.objective");
        bytes[at + "settings.ga".length()] ^= 4;
        Files.write(checkpoint, bytes);

        for (String command : List.of("resume", "evaluate")) {
            Said said = Said.to(command, folder);

            assertThat(said.err()).isEqualTo("simulacra: read " + checkpoint
                    + ": the file is damaged: its content does not have the checksum that was written with it\n");
            assertThat(said.code()).isEqualTo(1);
        }
    }

    @Test
    void aTruncatedCheckpointIsRefused() throws IOException {
        copy("run.json");
        byte[] whole = Files.readAllBytes(shared.resolve("run/checkpoint.safetensors"));
        Files.write(folder.resolve("checkpoint.safetensors"), Arrays.copyOf(whole, whole.length - 4));

        Said said = Said.to("resume", folder);

        assertThat(said.err()).hasLineCount(1)
                .startsWith("simulacra: read " + folder.resolve("checkpoint.safetensors"));
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNamed() throws IOException {
        Path full = Files.createSymbolicLink(folder.resolve("full.csv"), Path.of("/dev/full"));

        Said said = Said.to("sample", shared.resolve("run"), "--count", "50000", "--output", full);

        Files.delete(full);
        assertThat(said.err()).hasLineCount(1).startsWith("simulacra: write ").contains("No space left on device");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void aCellThatIsNotClosedIsNamedByTheLineThatOpensIt() throws IOException {
        String rows = "1,2,a\n".repeat(50) + "1,2,\"b\n" + "1,2,c\n".repeat(949);
        Path csv = Files.writeString(folder.resolve("a.csv"), "x,y,note\n" + rows);

        Said said = Said.to("train", "--csv", csv, "--out", folder.resolve("run"));

        assertThat(said.err()).isEqualTo("simulacra: read " + csv + ": line 52: a cell begins with a quotation mark, "
                + "and no other one closes it; remove it, or double it and close the cell\n");
        assertThat(said.code()).isEqualTo(1);
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void whatIsLeftOutOfAFileIsSaidBeforeTheTrainingAlsoWhenQuiet() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "x,y,note\n" + "1,2,a\n2,3,b\n4,1,c\n".repeat(500));
        Object[] words = {"train", "--csv", csv, "--until", "1", "--set", "hidden=4", "--out"};

        Said said = Said.to(Stream.concat(Stream.of(words), Stream.of(folder.resolve("a"))).toArray());
        Said quiet = Said.to(Stream.concat(Stream.of(words), Stream.of(folder.resolve("b"), "--quiet")).toArray());

        assertThat(said.out()).contains("\na.csv: 1,500 rows × 2 columns\n");
        assertThat(said.err()).isEqualTo("simulacra: a.csv: left out, because they hold text: note\n");
        assertThat(quiet).isEqualTo(new Said(0, "", said.err()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsLearnedAsItWasReadAndCannotBeReadAgain() throws Exception {
        String content = "x,y\n" + "1,2\n2,3\n4,1\n".repeat(5);
        Path csv = Files.writeString(folder.resolve("a.csv"), content);
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Thread writer = Thread.startVirtualThread(() -> {
            try {
                Files.writeString(pipe, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        Said piped = Said.to("train", "--csv", pipe, "--until", "1", "--set", "hidden=4", "--out", folder.resolve("p"));
        writer.join();
        Said.to("train", "--csv", csv, "--until", "1", "--set", "hidden=4", "--out", folder.resolve("f"));
        Said resumed = Said.to("resume", folder.resolve("p"));
        Said many = Said.to("train", "--csv", pipe, "--seeds", "1..2", "--out", folder.resolve("m"));

        assertThat(piped.code()).isZero();
        assertThat(new RunFolder(folder.resolve("p")).run().data())
                .isEqualTo(new RunFolder(folder.resolve("f")).run().data());
        for (Said refused : List.of(resumed, many)) {
            assertThat(refused.err()).isEqualTo("simulacra: " + pipe + ": the data came from a pipe or a device, which "
                    + "can be read only once; save them to a file, and train from that\n");
            assertThat(refused.code()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "metrics.jsonl", "checkpoint.safetensors", "generator.safetensors"})
    @DisabledOnOs(OS.WINDOWS)
    void aPipeOrALinkInPlaceOfAFileIsRefusedByEveryCommand(String name) throws Exception {
        copy("run.json");
        copy("metrics.jsonl");
        copy("checkpoint.safetensors");
        copy("generator.safetensors");
        Path file = folder.resolve(name);
        Path target = Files.move(file, folder.resolveSibling("target-" + name));
        byte[] before = Files.readAllBytes(target);
        Files.createSymbolicLink(file, target);
        for (int kind = 0; kind < 2; kind++) {
            for (List<Object> words : List.<List<Object>>of(
                    List.of("resume", folder), List.of("evaluate", folder), List.of("sample", folder, "--count", 2))) {
                Said said = Said.to(words.toArray());

                assertThat(said.err()).hasLineCount(1).startsWith("simulacra: " + file + ": this is a ");
                assertThat(said.code()).isEqualTo(1);
            }
            assertThat(target).hasBinaryContent(before);
            Files.delete(file);
            assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
        }
        Files.delete(target);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                              | its format is none, this program reads format 2; train anew
            {"format":1,"program":"0.0.9"}  | use the program that made it, 0.0.9
            null                            | a JSON object is required
            """)
    void aFolderOfAnOlderOrNoFormatIsRefusedInOneLine(String content, String line) throws IOException {
        Files.writeString(folder.resolve("run.json"), content);

        for (List<Object> words : List.<List<Object>>of(
                List.of("resume", folder), List.of("evaluate", folder), List.of("sample", folder, "--count", 2))) {
            Said said = Said.to(words.toArray());

            assertThat(said.err()).hasLineCount(1).startsWith("simulacra: read " + folder.resolve("run.json") + ": ")
                    .contains(line);
            assertThat(said.code()).isEqualTo(1);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void resultsThatDoNotReachTheScreenAreAFailure() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream full = new PrintStream(new FileOutputStream("/dev/full"), true, UTF_8)) {
            Terminal screen = new Terminal(full, full, new PrintStream(err, true, UTF_8), 0);

            assertThat(Simulacra.run(screen, new CliProgram(), "experiments")).isEqualTo(1);
        }
        assertThat(err.toString(UTF_8)).startsWith("simulacra: write to the standard output: ").hasLineCount(1);
    }

    /// A folder in which no file can be made, because its path would have more than the 4095 bytes that Linux allows.
    private Path deepest() {
        Path deep = folder;
        while (deep.toString().length() < 4080) {
            deep = deep.resolve("x".repeat(Math.min(250, 4080 - deep.toString().length())));
        }
        return deep;
    }

    private void copy(String name) throws IOException {
        Files.copy(shared.resolve("run").resolve(name), folder.resolve(name));
    }
}
