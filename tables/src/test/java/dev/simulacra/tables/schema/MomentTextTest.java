package dev.simulacra.tables.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"uuuu-MM-dd", "uuuuMMdd", "d.M.uuuu", "MM/dd/uuuu", "dd-MMM-uuuu", "MMMM d, uuuu"})
    void datesAgreeWithTheFormatterOfTheJdk(String pattern) {
        ValueFormat format = ValueFormat.of(new ColumnKind.Date(pattern));
        DateTimeFormatter jdk = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        long first = LocalDate.of(1, 1, 1).toEpochDay();
        long last = LocalDate.of(9999, 12, 31).toEpochDay();
        new SplittableRandom(1).longs(5_000, first, last).forEach(day -> {
            String text = LocalDate.ofEpochDay(day).format(jdk);

            assertThat(format.parse(text)).as(text).isEqualTo((double) day);
            assertThat(format.text((double) day)).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuuu-MM-dd'T'HH:mm:ss.SSS", "dd.MM.uuuu HH:mm:ss", "M/d/uuuu h:mm:ss a"})
    void timestampsAgreeWithTheFormatterOfTheJdk(String pattern) {
        ValueFormat format = ValueFormat.of(new ColumnKind.Timestamp(pattern, ""));
        DateTimeFormatter jdk = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        new SplittableRandom(2).longs(5_000, -2_000_000_000L, 4_000_000_000L).forEach(second -> {
            String text = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).format(jdk);

            assertThat(format.parse(text)).as(text).isEqualTo((double) second);
            assertThat(format.text((double) second)).isEqualTo(text);
        });
    }

    @Test
    void microsecondsComeBack() {
        ValueFormat format = ValueFormat.of(new ColumnKind.Timestamp("uuuu-MM-dd HH:mm:ss.SSSSSS", ""));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 10_000; i++) {
            String text = String.format(Locale.ROOT, "2024-05-%02d 10:11:%02d.%06d", random.nextInt(1, 31),
                    random.nextInt(60), random.nextInt(1_000_000));

            assertThat(format.text(format.parse(text))).isEqualTo(text);
        }
    }

    @Test
    void anOffsetIsTakenAwayAndPutBack() {
        ValueFormat format = ValueFormat.of(new ColumnKind.Timestamp("uuuu-MM-dd'T'HH:mmXXX", "+02:00"));

        assertThat(format.parse("1970-01-01T02:00+02:00")).isEqualTo(0);
        assertThat(format.parse("1970-01-01T00:00Z")).isEqualTo(0);
        assertThat(format.text(0)).isEqualTo("1970-01-01T02:00+02:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "2024-13-01", "2024-1-01", "24-01-01", "2024-01-01 ", "2024-01-0", "", "x"})
    void whatIsNoDayIsNotRead(String text) {
        assertThat(ValueFormat.of(new ColumnKind.Date("uuuu-MM-dd")).parse(text)).isNaN();
    }

    @Test
    void valuesBetweenTextsAreRounded() {
        assertThat(ValueFormat.of(new ColumnKind.Date("uuuu-MM-dd")).text(0.6)).isEqualTo("1970-01-02");
        assertThat(ValueFormat.of(new ColumnKind.Time("HH:mm")).text(95)).isEqualTo("00:02");
        assertThat(ValueFormat.of(new ColumnKind.Time("HH:mm:ss")).text(1e9)).isEqualTo("23:59:59");
    }

    @Test
    void anUnknownLetterIsRefused() {
        assertThatThrownBy(() -> MomentPattern.of("YYYY-MM-dd")).hasMessageContaining("the letters YYYY are unknown");
    }

    @Test
    void aPatternWithAnOffsetNeedsAZone() {
        assertThatThrownBy(() -> ValueFormat.of(new ColumnKind.Timestamp("uuuu-MM-dd HH:mmXXX", "")))
                .hasMessageContaining("a zone as Z or +02:00 is required");
    }
}
