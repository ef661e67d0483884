package dev.simulacra.tables.schema.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.simulacra.tables.schema.ColumnKind;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.ValueFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownPatternTest {
    private static double value(ColumnKind.Ordered kind, SplittableRandom random) {
        long day = random.nextLong(LocalDate.of(1970, 1, 1).toEpochDay(), LocalDate.of(2068, 12, 31).toEpochDay());
        return switch (kind) {
            case ColumnKind.Date _ -> day;
            case ColumnKind.Time _ -> random.nextInt(86_400);
            case ColumnKind _ -> 86_400.0 * day + random.nextInt(86_400);
        };
    }

    @Test
    void textsOfEveryPatternComeBack() {
        SplittableRandom random = new SplittableRandom(1);
        for (KnownPattern pattern : KnownPattern.known()) {
            for (int i = 0; i < 3; i++) {
                String text = pattern.format().text(value(pattern.kind(), random));

                double read = pattern.format().parse(text);

                assertThat(pattern.format().text(read)).as(pattern.kind() + " " + text).isEqualTo(text);
            }
        }
    }

    @Test
    void theKindInferredFromTextsOfAPatternWritesThemAgain() {
        SplittableRandom random = new SplittableRandom(2);
        List<KnownPattern> every13th = IntStream.range(0, KnownPattern.known().size()).filter(i -> i % 13 == 0)
                .mapToObj(KnownPattern.known()::get).toList();
        for (KnownPattern pattern : every13th) {
            List<String> texts = random.doubles(40).mapToObj(_ -> pattern.format().text(value(pattern.kind(), random)))
                    .toList();
            TableInference inference = new TableInference(List.of("t"), List.of(), false);
            texts.forEach(text -> inference.observe(0, text.toCharArray(), 0, text.length(), 1));

            ColumnSchema column = inference.finish().schema().columns().getFirst();

            assertThat(column.kind()).as(texts.toString()).isInstanceOf(ColumnKind.Ordered.class);
            ValueFormat format = ValueFormat.of((ColumnKind.Ordered) column.kind());
            assertThat(texts).allMatch(text -> format.text(format.parse(text)).equals(text), pattern.kind() + " as "
                    + column.kind());
        }
    }
}
