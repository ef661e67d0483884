package dev.simulacra.tables.csv;

import dev.simulacra.tables.Column;
import dev.simulacra.tables.schema.ColumnSchema;
import dev.simulacra.tables.schema.WordIndex;
import java.util.Arrays;
import java.util.List;

/// A reading of words.
final class WordsReader implements ColumnReader {
    private final ColumnSchema schema;
    private final List<String> words;
    private final WordIndex index;
    private final WordIndex missing;
    private int[] codes = new int[1024];
    private int rows;

    WordsReader(ColumnSchema schema, List<String> words) {
        this.schema = schema;
        this.words = words;
        this.index = WordIndex.of(words);
        this.missing = WordIndex.of(schema.missing());
    }

    @Override
    public void read(char[] text, int from, int to, long line) {
        int code = index.find(text, from, to);
        if (code < 0 && missing.find(text, from, to) < 0) {
            throw ColumnReader.problem(schema, text, from, to, line, "one of its " + words.size() + " words, as `"
                    + String.join("`, `", words.stream().limit(5).toList()) + "`,");
        }
        if (rows == codes.length) {
            codes = Arrays.copyOf(codes, (int) Math.min(2L * rows, Integer.MAX_VALUE - 8));
        }
        codes[rows++] = code;
    }

    @Override
    public Column column() {
        return new Column.Words(words, Arrays.copyOf(codes, rows));
    }
}
