package dev.simulacra.tables.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.simulacra.io.MalformedFileException;
import dev.simulacra.tables.Column;
import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.KeyPattern;
import dev.simulacra.tables.schema.NumberFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CasesTest {
    private static ColumnKind kind(TableFile file, int i) {
        return file.table().schema().columns().get(i).kind();
    }

    private static double mean(TableFile file, int i) {
        double[] values = ((Column.Numbers) file.table().columns().get(i)).values();
        return Arrays.stream(values).filter(x -> !Double.isNaN(x)).average().orElseThrow();
    }

    private static long missing(TableFile file, int i) {
        Column column = file.table().columns().get(i);
        long missing = 0;
        for (int row = 0; row < column.rows(); row++) {
            missing += column.isMissing(row) ? 1 : 0;
        }
        return missing;
    }

    static byte[] written(TableFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTableWriter writer = CsvTableWriter.open(out, file.table().schema(), file.format(), 1);
        writer.append(file.table());
        writer.finish();
        return out.toByteArray();
    }

    private static byte[] bytes(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(Cases.file(name));
        return name.endsWith(".gz") ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"02_money_quoted.csv", "02b_money_sign.csv", "02c_money_mostly_small.csv",
        "02d_eu_thousands.csv", "03b_question_mark.csv", "03c_mostly_missing.csv", "03d_all_missing.csv",
        "03e_units_row.csv", "04b_wavelength_header.csv", "05_frame_index.csv", "05b_frame_default_names.csv",
        "06_sep_line.csv", "06b_sep_line3.csv", "08_trailing_separator.csv", "08b_trailing_not_in_header.csv",
        "09_pipe.csv", "09c_semicolon_in_name.csv", "09d_inch_marks.csv", "09e_loose_quote.csv", "11_twice.csv",
        "13_zero_spikes.csv", "15_constant.csv", "15b_all_constant.csv", "19_257_rows.csv", "22_relations.csv",
        "23_unicode_numbers.csv", "24_sheet_errors.csv", "25_booleans.csv"})
    void everyByteComesBack(String name) throws IOException {
        assertThat(written(Cases.read(name))).isEqualTo(bytes(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"07_comments.csv", "10_utf16.csv", "10b_latin1.csv", "10c_packed.csv.gz",
        "10d_bom_crlf_quoted.csv", "10e_höhe.csv", "10f_cr_only.csv", "14_lognormal.csv", "21_class.csv"})
    void everyCharacterComesBackButTheSignOfZero(String name) throws IOException {
        TableFile file = Cases.read(name);

        String text = new String(bytes(name), file.format().charset());

        assertThat(new String(written(file), file.format().charset()))
                .isEqualTo(text.replaceAll("(?<![0-9])-0\\.0(?![0-9])", "0.0"));
    }

    @Test
    void moneyIsANumberWithItsCurrencyAndThousands() throws IOException {
        TableFile file = Cases.read("02b_money_sign.csv");

        assertThat(kind(file, 1)).isEqualTo(new ColumnKind.Decimal(new NumberFormat("$", "", ".", ",", "-"), 2));
        assertThat(kind(file, 2)).isEqualTo(new ColumnKind.Decimal(new NumberFormat("", "%", ".", "", "-"), 1));
        assertThat(mean(file, 1)).isCloseTo(4416, within(1.0));
        assertThat(mean(file, 2)).isCloseTo(21.17, within(0.01));
    }

    @Test
    void thePointSeparatesThousandsWhereAnotherColumnHasTheDecimalComma() throws IOException {
        TableFile file = Cases.read("02d_eu_thousands.csv");

        assertThat(mean(file, 0)).isCloseTo(2979, within(1.0));
        assertThat(file.notes()).anyMatch(note -> note.contains("1.154 of column umsatz")
                && note.contains("separator of thousands") && note.contains("preis (2,46)"));
    }

    @ParameterizedTest
    @CsvSource({"03_missing.csv,1,44,null", "03b_question_mark.csv,0,7,?", "03c_mostly_missing.csv,1,351,''",
        "24_sheet_errors.csv,0,1,#DIV/0!"})
    void missingCellsAreCountedAndHaveTheirTexts(String name, int column, long count, String text) throws IOException {
        TableFile file = Cases.read(name);

        assertThat(missing(file, column)).isEqualTo(count);
        assertThat(file.table().schema().columns().get(column).missing().getFirst()).isEqualTo(text);
    }

    @Test
    void aColumnWithoutValuesIsCalledEmpty() throws IOException {
        TableFile file = Cases.read("03d_all_missing.csv");

        assertThat(kind(file, 1)).isEqualTo(new ColumnKind.Constant(""));
        assertThat(file.columns().get(1).reason()).contains("empty");
    }

    @Test
    void aRowOfUnitsIsNoRowOfData() throws IOException {
        TableFile file = Cases.read("03e_units_row.csv");

        assertThat(file.table().rows()).isEqualTo(300);
        assertThat(file.format().units()).containsExactly("s", "kPa");
        assertThat(file.notes()).anyMatch(note -> note.startsWith("Row 2 (s, kPa) holds units"));
    }

    @Test
    void wholeNumbersOutsideTheValuesAreAHeaderAndItIsSaid() throws IOException {
        TableFile file = Cases.read("04b_wavelength_header.csv");

        assertThat(file.table().schema().names()).containsExactly("400", "410", "420");
        assertThat(file.notes()).anyMatch(note -> note.contains("is taken for a header"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"05_frame_index.csv", "05b_frame_default_names.csv"})
    void rowNumbersWithoutANameAreAKey(String name) throws IOException {
        TableFile file = Cases.read(name);

        assertThat(kind(file, 0)).isEqualTo(new ColumnKind.Key("", 0));
        assertThat(file.columns().getFirst().reason()).contains("row numbers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"06_sep_line.csv a/b", "06b_sep_line3.csv a/b/c", "07_comments.csv x/y",
        "08_trailing_separator.csv x/y", "08b_trailing_not_in_header.csv x/y", "09_pipe.csv x/y",
        "09b_blanks.csv x1/x2",
        "'09c_semicolon_in_name.csv' 'time (s; UTC)/v'", "'09d_inch_marks.csv' 'length (\")/width (\")'",
        "09e_loose_quote.csv item/price", "10_utf16.csv höhe/breite", "10b_latin1.csv höhe/breite",
        "10c_packed.csv.gz höhe/breite", "10e_höhe.csv höhe/breite", "10f_cr_only.csv höhe/breite",
        "11_twice.csv v/v/w"})
    void threeHundredRowsHaveTheseColumns(String name, String names) throws IOException {
        TableFile file = Cases.read(name);

        assertThat(file.table().schema().names()).containsExactly(names.split("/"));
        assertThat(file.table().rows()).isEqualTo(300);
    }

    @Test
    void aNameHasTheLineEndThatStandsInItsQuotationMarks() throws IOException {
        TableFile file = Cases.read("10d_bom_crlf_quoted.csv");

        assertThat(file.table().schema().names()).containsExactly("höhe, m", "zwei\r\nZeilen");
        assertThat(file.format().hasByteOrderMark()).isTrue();
        assertThat(file.format().lineEnd()).isEqualTo("\r\n");
    }

    @Test
    void aGuessedEncodingIsSaid() throws IOException {
        TableFile file = Cases.read("10b_latin1.csv");

        assertThat(file.format().charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(file.notes()).anyMatch(note -> note.contains("Latin-1 is a guess"));
    }

    @Test
    void constantsAndARareOneAreTold() throws IOException {
        TableFile file = Cases.read("15_constant.csv");

        assertThat(kind(file, 0)).isEqualTo(new ColumnKind.Constant("7"));
        assertThat(kind(file, 1)).isEqualTo(new ColumnKind.Constant("0.1"));
        assertThat(kind(file, 3)).isEqualTo(new ColumnKind.Truth("0", "1"));
    }

    @Test
    void codesKeepTheirDigitsKeysAreMadeUpAndDatesAreDates() throws IOException {
        TableFile file = Cases.read("16_identifiers.csv");

        assertThat(((ColumnKind.Category) kind(file, 0)).words()).hasSize(1807).allMatch(zip -> zip.length() == 5);
        assertThat(KeyPattern.of(((ColumnKind.Key) kind(file, 1)).pattern()).alphabets()).hasSize(16);
        assertThat(kind(file, 2)).isEqualTo(new ColumnKind.Date("uuuuMMdd"));
        assertThat(kind(file, 3)).isEqualTo(new ColumnKind.Whole(NumberFormat.PLAIN));
    }

    @Test
    void keysThatAreMadeUpHaveSixteenDigitsAndDiffer() throws IOException {
        String text = new String(written(Cases.read("16_identifiers.csv")), StandardCharsets.UTF_8);

        List<String> keys = text.lines().skip(1).map(line -> line.split(",", -1)[1]).toList();

        assertThat(keys).hasSize(2000).doesNotHaveDuplicates().allMatch(key -> key.matches("[0-9]{16}"));
    }

    @Test
    void numbersOfAllScalesAreReal() throws IOException {
        TableFile file = Cases.read("17_scales.csv");

        assertThat(kind(file, 0)).isEqualTo(new ColumnKind.Real(NumberFormat.PLAIN, 7, 0));
        assertThat(kind(file, 1)).isEqualTo(new ColumnKind.Real(NumberFormat.PLAIN, 7, 0));
        assertThat(kind(file, 2)).isEqualTo(new ColumnKind.Constant("0"));
        assertThat(kind(Cases.read("17b_overflow.csv"), 0)).isInstanceOf(ColumnKind.Real.class);
    }

    @Test
    void fewWholeNumbersAreClasses() throws IOException {
        TableFile file = Cases.read("21_class.csv");

        assertThat(kind(file, 1)).isEqualTo(new ColumnKind.Category(List.of("0", "1", "2")));
        assertThat(file.columns().get(1).reason()).contains("only 3 different whole numbers in 3,000 cells");
    }

    @Test
    void numbersWithNarrowBlanksAndMathematicalMinusAreNumbers() throws IOException {
        TableFile file = Cases.read("23_unicode_numbers.csv");

        assertThat(kind(file, 0)).isEqualTo(new ColumnKind.Whole(new NumberFormat("", "", ".", "\u202f", "-")));
        assertThat(kind(file, 1)).isEqualTo(new ColumnKind.Decimal(new NumberFormat("", "", ".", "", "\u2212"), 2));
    }

    @Test
    void truthValuesAreKeptVerbatim() throws IOException {
        assertThat(kind(Cases.read("25_booleans.csv"), 1)).isEqualTo(new ColumnKind.Truth("FALSE", "TRUE"));
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsNamedByItsLine() {
        assertThatThrownBy(() -> Cases.read("26_unclosed_quote.csv")).isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("line 52: a cell begins with a quotation mark");
    }

    @Test
    void aTableReadUnderItsInferredSchemaIsTheSame() throws IOException {
        for (String name : List.of("02d_eu_thousands.csv", "03_missing.csv", "03d_all_missing.csv",
                "16_identifiers.csv", "17_scales.csv", "25_booleans.csv")) {
            TableFile file = Cases.read(name);

            TableFile again = TableFile.read(Cases.file(name), file.table().schema());

            assertThat(written(again)).isEqualTo(written(file));
            assertThat(again.fingerprint()).isEqualTo(file.fingerprint());
            assertThat(again.table().schema().columns()).extracting(ColumnSchema::name)
                    .isEqualTo(file.table().schema().names());
        }
    }
}
