package dev.simulacra.tables.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.NumberFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionTest {
    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static ColumnSchema column(String header, IntFunction<String> cell) throws IOException {
        return Texts.read(header + "\n" + lines(120, i -> "\"" + cell.apply(i) + "\"")).table().schema().columns()
                .getFirst();
    }

    private static ColumnKind kind(IntFunction<String> cell) throws IOException {
        return column("v", cell).kind();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {
        "a,b\\n1.5,2\\n3.5,4\\n!a/b", "a;b\\n1,5;2\\n3,5;4\\n!a/b",
        "a\\tb\\n1\\t2\\n3\\t4\\n!a/b",
        "1,5;2,5\\n3,5;4,5\\n!x1/x2", "time (s, UTC);v\\n1;2\\n3;4\\n!time (s, UTC)/v", "a b\\n1.5  2\\n 3.5 4\\n!a/b",
        "date,v\\n2024-01-01 10:00,5\\n2024-01-01 11:00,6\\n!date/v", "a;b\\n5,187;x\\n6,200;y\\n!a/b",
        "one\\n1\\n2\\n!one",
        "a, b\\n1, x y\\n2, z w\\n!a/b", "\"a,b\";c\\n1;2\\n3;4\\n!a,b/c"})
    void theSeparatorIsTheOneThatFits(String text, String names) throws IOException {
        TableFile file = Texts.read(text.replace("\\n", "\n").replace("\\t", "\t"));

        assertThat(file.table().schema().names()).containsExactly(names.split("/"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"1,2\\n3,4\\n!false", "a,b\\nc,d\\n!true",
        "y,2019,2020\\nA,1,2\\nB,3,4\\nC,5,6\\n!true",
        "red,s\\nblue,m\\nred,m\\nblue,s\\n!false", "Bob,5\\nAl,6\\nEd,5\\n!false", ",a\\n0,1\\n1,2\\n!true",
        "1,,3\\n4,5,6\\n7,8,9\\n!false", "2024-01-01,x\\n2024-01-02,y\\n!false", "id,Bob\\n1,Al\\n2,Ed\\n!true"})
    void aHeaderIsToldFromARow(String text, boolean hasHeader) throws IOException {
        assertThat(Texts.read(text.replace("\\n", "\n")).format().hasHeader()).isEqualTo(hasHeader);
    }

    @Test
    void anOptionOverrulesTheDetectionOfTheHeader() throws IOException {
        ReadOptions options = ReadOptions.detected().withHeader(ReadOptions.Header.ABSENT);

        assertThat(Texts.read("a,b\nc,d\na,d\n", options).table().rows()).isEqualTo(3);
    }

    @Test
    void namedTextsStandForMissingValues() throws IOException {
        String text = "a\n" + lines(60, i -> i % 3 == 0 ? "-999" : i + ".5");

        TableFile file = Texts.read(text, ReadOptions.detected().withMissing(List.of("-999")));

        assertThat(file.table().columns().getFirst().isMissing(0)).isTrue();
        assertThat(Texts.written(file)).isEqualTo(text);
    }

    @Test
    void utf16WithoutAByteOrderMarkIsGuessedAndSaid() throws IOException {
        byte[] bytes = ("a,b\n" + lines(50, i -> "ä," + i + ".5")).getBytes(StandardCharsets.UTF_16BE);

        TableFile file = TableFile.of(new ByteArrayInputStream(bytes), "t", ReadOptions.detected());

        assertThat(file.format().charset()).isEqualTo(StandardCharsets.UTF_16BE);
        assertThat(file.notes()).anyMatch(note -> note.contains("is a guess"));
        assertThat(CasesTest.written(file)).isEqualTo(bytes);
    }

    @Test
    void aLateByteThatIsNoUtf8MakesItLatin1() throws IOException {
        byte[] bytes = ("a,b\n" + lines(60_000, i -> "x," + i % 7) + "é,3\n").getBytes(StandardCharsets.ISO_8859_1);

        TableFile file = TableFile.of(new ByteArrayInputStream(bytes), "t", ReadOptions.detected());

        assertThat(file.format().charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(CasesTest.written(file)).isEqualTo(bytes);
    }

    @Test
    void theFingerprintIsTheSha256OfTheBytes() throws IOException {
        assertThat(Texts.read("a\n1\n").fingerprint())
                .isEqualTo("309b0e45a73d3fc5325e2b6ed0a01ef8b9cde6b05a5633c1f893f970d52bfddc");
    }

    @Test
    void datesTellTheOrderOfDaysAndMonthsByTheWholeColumn() throws IOException {
        assertThat(kind(i -> String.format("%02d/%02d/2024", 1 + i % 28, 1 + i % 12)))
                .isEqualTo(new ColumnKind.Date("dd/MM/uuuu"));
        assertThat(kind(i -> String.format("%02d/%02d/2024", 1 + i % 12, 1 + i % 28)))
                .isEqualTo(new ColumnKind.Date("MM/dd/uuuu"));
    }

    @Test
    void anotherColumnDecidesTheOrderOfDaysAndMonthsWhereOneLeavesItOpen() throws IOException {
        TableFile file = Texts.read("a,b\n" + lines(100, i -> String.format("%d/%d/2024,%d/%d/2024", 1 + i % 12,
                1 + i % 11, 1 + i % 28, 1 + i % 12)));

        assertThat(file.table().schema().columns().getFirst().kind()).isEqualTo(new ColumnKind.Date("d/M/uuuu"));
        assertThat(file.notes()).anyMatch(note -> note.contains("could be exchanged in a"));
    }

    @Test
    void codesAreNoQuantities() throws IOException {
        assertThat(kind(i -> String.format("%03d", i % 50))).isInstanceOf(ColumnKind.Category.class);
        assertThat(kind(i -> "9007199254740" + (993 + i % 3))).isInstanceOf(ColumnKind.Category.class);
        assertThat(kind(i -> "9007199254740" + (100 + 7 * i))).isInstanceOf(ColumnKind.Key.class);
    }

    @Test
    void wholeNumbersAreQuantitiesClassesOrKeys() throws IOException {
        assertThat(kind(i -> "" + i % 16)).isEqualTo(new ColumnKind.Whole(NumberFormat.PLAIN));
        assertThat(kind(i -> "" + i % 4)).isInstanceOf(ColumnKind.Category.class);
        assertThat(kind(i -> "" + (2010 + i % 4))).isEqualTo(new ColumnKind.Whole(NumberFormat.PLAIN));
        assertThat(kind(i -> "" + (5 + i))).isEqualTo(new ColumnKind.Key("", 5));
        assertThat(kind(i -> "" + 17 * i)).isEqualTo(new ColumnKind.Whole(NumberFormat.PLAIN));
        assertThat(column("customer_id", i -> "" + (1000 + 17 * i)).kind()).isInstanceOf(ColumnKind.Key.class);
    }

    @Test
    void wordsAreCategoriesKeysOrText() throws IOException {
        assertThat(kind(i -> "w" + i % 30)).isInstanceOf(ColumnKind.Category.class);
        assertThat(kind(i -> String.format("K-%03d", i))).isInstanceOf(ColumnKind.Key.class);
        assertThat(kind(i -> "p" + i + "@x.org")).isInstanceOf(ColumnKind.Text.class);
        assertThat(kind(i -> "remark " + i % 100)).isInstanceOf(ColumnKind.Text.class);
    }

    @Test
    void noneIsAWordAmongWordsAndMissingAmongNumbers() throws IOException {
        assertThat(kind(i -> List.of("None", "Some", "All").get(i % 3)))
                .isEqualTo(new ColumnKind.Category(List.of("Some", "All", "None")));
        assertThat(column("v", i -> i % 3 == 0 ? "None" : i + ".5").missing()).containsExactly("None");
    }

    @Test
    void naIsACodeAmongCodesOfTwoLettersAndMissingAmongOtherWords() throws IOException {
        assertThat(kind(i -> List.of("NA", "DE", "FR", "US").get(i % 4)))
                .isEqualTo(new ColumnKind.Category(List.of("DE", "FR", "US", "NA")));
        assertThat(column("v", i -> List.of("NA", "red", "blue").get(i % 3)).missing()).containsExactly("NA");
    }

    @Test
    void missingTextsComeTheMostFrequentFirst() throws IOException {
        ColumnSchema column = column("v", i -> i % 5 == 0 ? "?" : i % 2 == 0 ? "NaN" : i + ".25");

        assertThat(column.missing()).containsExactly("NaN", "?");
        assertThat(column.reason()).contains("2 texts stand for missing values; all come back as `NaN`");
    }

    @Test
    void blankLinesOfAFileWithOneColumnAreMissingValues() throws IOException {
        TableFile file = Texts.read("v\n1.5\n\n2.5\n3.5\n\n\n");

        assertThat(((Column.Numbers) file.table().columns().getFirst()).values())
                .containsExactly(1.5, Double.NaN, 2.5, 3.5);
    }

    @Test
    void aPipeIsReadOnce() throws IOException {
        byte[] bytes = ("a,b\n" + lines(100, i -> i * 3 + ",x" + i % 2)).getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream once = new ByteArrayInputStream(bytes) {
            @Override
            public boolean markSupported() {
                return false;
            }
        };

        assertThat(TableFile.of(once, "-", ReadOptions.detected()).table().rows()).isEqualTo(100);
        assertThat(once.available()).isZero();
    }
}
