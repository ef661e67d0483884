package dev.simulacra.tables.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
    private static final NumberFormat MONEY = new NumberFormat("$", "", ".", ",", "-");
    private static final NumberFormat GERMAN = new NumberFormat("", " €", ",", ".", "-");
    private static final NumberFormat TYPESET = new NumberFormat("", "%", ".", "\u202f", "\u2212");

    @Test
    void moneyIsWrittenWithItsCurrencyAndItsThousands() {
        ValueFormat format = ValueFormat.of(new ColumnKind.Decimal(MONEY, 2));

        assertThat(format.text(1234.5)).isEqualTo("$1,234.50");
        assertThat(format.text(-0.125)).isEqualTo("-$0.12");
        assertThat(format.parse("$69,200.46")).isEqualTo(69200.46);
        assertThat(format.parse("$6,92")).isNaN();
        assertThat(format.parse("69,200.46")).isNaN();
        assertThat(format.parse("$1.234")).isNaN();
    }

    @Test
    void theCommaIsADecimalMarkWhereTheFormatSaysSo() {
        ValueFormat format = ValueFormat.of(new ColumnKind.Decimal(GERMAN, 2));

        assertThat(format.text(1234567.8)).isEqualTo("1.234.567,80 €");
        assertThat(format.parse("1.234.567,80 €")).isEqualTo(1234567.8);
    }

    @Test
    void theMathematicalMinusAndNarrowBlanksComeBack() {
        ValueFormat format = ValueFormat.of(new ColumnKind.Decimal(TYPESET, 3, 0));

        assertThat(format.text(-12345.25)).isEqualTo("\u221212\u202f345.25%");
        assertThat(format.parse("\u221212\u202f345.25%")).isEqualTo(-12345.25);
    }

    @ParameterizedTest
    @CsvSource({"0.1,0.1", "1.0,1.0", "1e-05,1e-05", "0.0001,0.0001", "1e16,1e+16",
        "123456789012345.0,123456789012345.0",
        "-1.5e300,-1.5e+300", "0,0.0"})
    void realsAreWrittenAsPythonWritesThem(String text, String expected) {
        ValueFormat format = ValueFormat.of(new ColumnKind.Real(NumberFormat.PLAIN, 17, 1));

        assertThat(format.text(format.parse(text))).isEqualTo(expected);
    }

    @Test
    void realsAreRoundedToTheDigitsOfTheirColumn() {
        ValueFormat format = ValueFormat.of(new ColumnKind.Real(NumberFormat.PLAIN, 4, 0));

        assertThat(format.text(Math.PI)).isEqualTo("3.142");
        assertThat(format.text(2.0 / 3e9)).isEqualTo("6.667e-10");
    }

    @Test
    void everyDoubleComesBackFromItsText() {
        ValueFormat format = ValueFormat.of(new ColumnKind.Real(NumberFormat.PLAIN));
        new SplittableRandom(1).longs(100_000).mapToDouble(Double::longBitsToDouble).filter(Double::isFinite)
                .forEach(x -> assertThat(format.parse(format.text(x))).isEqualTo(x));
    }

    @Test
    void theFastReadingAgreesWithTheJdk() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 100_000; i++) {
            String text = (random.nextBoolean() ? "-" : "") + random.nextInt(1_000_000)
                    + "." + random.nextLong(1L << random.nextInt(1, 60))
                    + (random.nextInt(3) == 0 ? "e" + random.nextInt(-30, 30) : "");

            assertThat(PlainNumber.parse(text.toCharArray(), 0, text.length())).as(text)
                    .isEqualTo(Double.parseDouble(text) + 0.0);
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "-", ".", "1e", "1e+", "1.2.3", "NaN", "Infinity", "0x10", "1f", "1 2", "--1", "１"})
    void whatIsNoNumberIsNotRead(String text) {
        assertThat(PlainNumber.parse(text.toCharArray(), 0, text.length())).isNaN();
    }

    @Test
    void everyDecimalNumberComesBackFromItsText() {
        SplittableRandom random = new SplittableRandom(3);
        for (NumberFormat number : List.of(NumberFormat.PLAIN, MONEY, GERMAN, TYPESET)) {
            for (int places = 1; places <= 6; places++) {
                ColumnKind.Decimal kind = new ColumnKind.Decimal(number, places, random.nextInt(places + 1));
                ValueFormat format = ValueFormat.of(kind);
                double unit = Math.pow(10, places);
                LongStream grid = random.longs(1_000, -1_000_000_000, 1_000_000_000);
                grid.mapToDouble(k -> k / unit).forEach(x ->
                        assertThat(format.parse(format.text(x))).as(format.text(x)).isEqualTo(x + 0.0));
            }
        }
    }

    @Test
    void aNumberWithMorePlacesThanAreWrittenDoesNotFit() {
        ValueFormat whole = ValueFormat.of(new ColumnKind.Whole(NumberFormat.PLAIN));

        assertThat(whole.parse("1.5")).isNaN();
        assertThat(whole.parse("4e+05")).isEqualTo(400_000);
        assertThat(whole.parse("1.5e0")).isNaN();
        assertThat(whole.parse("1e999")).isInfinite();
    }

    @Test
    void zeroHasNoSign() {
        ValueFormat format = ValueFormat.of(new ColumnKind.Decimal(NumberFormat.PLAIN, 2));

        assertThat(format.text(-0.001)).isEqualTo("0.00");
        assertThat(format.parse("-0.00")).isEqualTo(0.0);
    }
}
