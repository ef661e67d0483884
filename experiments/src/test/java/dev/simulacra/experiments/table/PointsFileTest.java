package dev.simulacra.experiments.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.simulacra.data.Columns;
import dev.simulacra.data.Gaussian;
import dev.simulacra.data.Standardization;
import dev.simulacra.experiments.setup.Fingerprint;
import dev.simulacra.io.MalformedFileException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsFileTest {
    @TempDir
    private Path folder;

    private CsvPoints read(String text) throws IOException {
        return PointsFile.read(Files.writeString(folder.resolve("points.csv"), text));
    }

    @Test
    void theHeaderIsKeptAndTextColumnsAreLeftOutAndNamed() throws IOException {
        CsvPoints points = read("day, height ,weight,note\nmon,1.5,-2,\ntue,3,4e1,\"a, b\"\n");

        assertThat(points.header()).containsExactly("height", "weight");
        assertThat(points.ignored()).containsExactly("day", "note");
        assertThat(points.rows()).isEqualTo(2);
        assertThat(points.columns()).isEqualTo(2);
        assertThat(points.values()).containsExactly(1.5, -2, 3, 40);
    }

    @Test
    void withoutAHeaderTheColumnsAreNumbered() throws IOException {
        CsvPoints points = read("1,a,2\r\n3,b,4");

        assertThat(points.header()).containsExactly("x1", "x3");
        assertThat(points.ignored()).containsExactly("x2");
        assertThat(points.values()).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n3,4\n", "a;b\n1;2\n3;4\n", "a\tb\n1\t2\n3\t4\n", "\ufeffa,b\n1,2\n3,4",
        "\"a\",b\r\n\"1\",2\r\n3,\"4\"\r\n", "a,b\n1,2\n3, 4 \n\n \n"})
    void everySeparatorAndLineEndWillDo(String text) throws IOException {
        CsvPoints points = read(text);

        assertThat(points.header()).containsExactly("a", "b");
        assertThat(points.values()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aSeparatorInsideQuotationMarksSeparatesNothing() throws IOException {
        assertThat(read("\"a;b\",\"c\td\"\n1,2\n3,4\n").header()).containsExactly("a;b", "c\td");
    }

    @Test
    void quotationMarksInsideAndInTheMiddleOfACellAreText() throws IOException {
        assertThat(read("x,note\n1,\"a \"\"b\"\" c\"\n2,5\" pipe\n3,\"\"\"\"\n").values()).containsExactly(1, 2, 3);
    }

    @Test
    void theFingerprintIsThatOfTheBytesThatWereRead() throws IOException {
        Path file = Files.writeString(folder.resolve("points.csv"), "\ufeffa,b\r\n1,2\r\n3,4\r\n\r\n");

        assertThat(PointsFile.read(file).fingerprint()).isEqualTo(Fingerprint.of(file)).hasSize(64);
    }

    @Test
    void aColumnWithMoreTextThanNumbersIsText() throws IOException {
        assertThat(read("code,x\nA1,1\n22,2\nB3,3\n").ignored()).containsExactly("code");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a,b~1,2~3,x~5,6~ | line 3 (row 2 of the data), column \"b\": \"x\" is not a finite number",
        "a,b~1,2~,4~5,6~ | line 3 (row 2 of the data), column \"a\": the cell is empty",
        "a,b~1,2~3,NaN~5,6~ | line 3 (row 2 of the data), column \"b\": \"NaN\" is not a finite number",
        "a,b~1,2~3,-Infinity~ | line 3 (row 2 of the data), column \"b\": \"-Infinity\" is not a finite number",
        "a,b~1,2~3,1e309~ | line 3 (row 2 of the data), column \"b\": \"1e309\" is not a finite number",
        "a,b~1,2~3,0x1p3~ | \"0x1p3\" is not a finite number",
        "a,b~1,2~3,4f~ | \"4f\" is not a finite number",
        "1,NaN~2,3~3,4~ | line 1 (row 1 of the data), column \"x2\": \"NaN\" is not a finite number",
        "a,b~1,2~3~ | line 3 (row 2 of the data): the number of columns is 1; the first line has 2",
        "a,b~1,2~3,4,5~ | line 3 (row 2 of the data): the number of columns is 3; the first line has 2",
        "a,b~1,2~ | it has one row of data; at least two are required",
        "1,2~ | it has one row of data; at least two are required",
        "a,b~ | it has a header and no rows",
        "a~1~~3~4~ | line 3 (row 2 of the data): the line is blank; only the last ones may be",
        "a,b~1,2~  ~~3,4~ | line 3 (row 2 of the data): the line is blank; only the last ones may be",
        "~a,b~1,2~3,4~ | line 1: the line is blank; only the last ones may be",
        "1~2~~~3 | line 3 (row 3 of the data): the line is blank; only the last ones may be",
        "a,b~c,d~e,f~ | no column is numeric; a number is written with a point",
        "a;b~1,5;2,5~3,5;4,5~ | no column is numeric; a number is written with a point",
        "a,b~1,\"2~3,4~ | line 2: a cell begins with a quotation mark, and no other one closes it",
        "a,b~1,\"2 \"\"x~3,4~ | line 2: a cell begins with a quotation mark",
        "a,b~1,\"2~2\"~3,\"4\"~5,\"6~ | line 5: a cell begins with a quotation mark",
        "\"a,b~1,2~3,4~ | line 1: a cell begins with a quotation mark"})
    void whatIsNoTableOfPointsIsRefusedInOneSentence(String text, String problem) {
        assertThatThrownBy(() -> read(text.replace('~', '\n'))).isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("read " + folder.resolve("points.csv") + ": ").hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\ufeff"})
    void anEmptyFileIsSaidToBeEmpty(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("it is empty");
    }

    @Test
    void aRaggedRowFarDownIsNamed() {
        String text = "a,b\n" + "1,2\n".repeat(55) + "1,2,3\n" + "1,2\n".repeat(10);

        assertThatThrownBy(() -> read(text)).hasMessageContaining("line 57 (row 56 of the data)");
    }

    @Test
    void whatIsNoTextFileIsNamed() throws IOException {
        Path latin = Files.write(folder.resolve("latin1.csv"), "höhe,b\n1,2\n3,4\n".getBytes(ISO_8859_1));
        Path none = folder.resolve("none.csv");

        assertThatThrownBy(() -> PointsFile.read(latin)).hasMessage("read " + latin
                + ": it is not text in UTF-8; save it as UTF-8");
        assertThatThrownBy(() -> PointsFile.read(none)).hasMessage("read " + none + ": there is no such file");
        assertThatThrownBy(() -> PointsFile.read(folder)).hasMessageContaining("this is a folder");
    }

    @Test
    void brokenTextFarDownIsFoundToo() throws IOException {
        byte[] bytes = ("a,b\n" + "1,2\n".repeat(100_000) + "ä,2\n").getBytes(ISO_8859_1);
        Path file = Files.write(folder.resolve("far.csv"), bytes);

        assertThatThrownBy(() -> PointsFile.read(file)).isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void pointsAreWrittenWithTheirHeader() throws IOException {
        var out = new StringWriter();
        Columns columns = new Columns(List.of("a, b", "\"c\""),
                new Standardization(new double[2], new double[] {1, 1e3}));

        PointsFile.write(out, columns, List.of(new double[] {1, -.1}, new double[] {1e-7, 3, 4, 1e6 / 3}));

        assertThat(out).hasToString("\"a, b\",\"\"\"c\"\"\"\n1,-0.1\n0.0000001,3\n4,333333.33333\n");
        assertThatThrownBy(() -> PointsFile.write(out, columns, List.of(new double[3])))
                .hasMessageContaining("a block of 3 values does not hold whole rows of 2 columns");
    }

    @Test
    void manyPointsAreReadBackToTheStepOfAStandardizedFloat() throws IOException {
        int rows = 100_000;
        Path file = folder.resolve("many.csv");
        Columns columns = new Columns(List.of("a", "b"),
                new Standardization(new double[] {17e8, 0}, new double[] {6, 1e-9}));
        double[] points = columns.standardization().invert(Gaussian.isotropic(2, 1).rows(1, "points", rows));

        try (Writer out = Files.newBufferedWriter(file)) {
            PointsFile.write(out, columns, List.of(points));
        }
        double[] read = PointsFile.read(file).values();

        // Half a step of deviation · 2⁻²⁴, and half a step of a double near 1.7 billion.
        for (int row = 0; row < rows; row++) {
            assertThat(Math.abs(read[2 * row] - points[2 * row])).isLessThan(3 * 0x1p-24 + 0x1p-22);
            assertThat(Math.abs(read[2 * row + 1] - points[2 * row + 1])).isLessThan(0.5e-9 * 0x1p-24);
        }
    }
}
