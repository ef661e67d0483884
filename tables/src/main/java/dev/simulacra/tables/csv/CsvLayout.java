package dev.simulacra.tables.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The form of a file and the names of its columns, detected in its first lines.
///
/// @param format the form
/// @param names  the names of the columns
/// @param notes  sentences about what was guessed
record CsvLayout(CsvFormat format, List<String> names, List<String> notes) {
    CsvLayout {
        names = List.copyOf(names);
        notes = List.copyOf(notes);
    }

    /// The layout of a file that begins with the characters `head`.
    ///
    /// @param isWhole whether there are no more characters
    /// @param known   the names of the columns where a schema gives them; empty otherwise
    /// @throws IllegalArgumentException where there is no row
    static CsvLayout detect(String head, boolean isWhole, TextEncoding encoding, ReadOptions options,
            List<String> known) {
        List<String> preamble = preamble(head);
        List<String> notes = new ArrayList<>(encoding.notes());
        long comments = preamble.stream().filter(line -> line.startsWith("#")).count();
        if (comments > 0) {
            notes.add("The first " + (comments == 1 ? "line is a comment" : comments + " lines are comments")
                    + ", because # stands in front.");
        }
        Sample sample = SeparatorDetection.sample(head, preamble.size(), separator(preamble, options), isWhole);
        if (sample.records().isEmpty()) {
            throw new IllegalArgumentException(sample.problem().isEmpty()
                    ? "it is empty; a header and at least one row are required" : sample.problem());
        }
        HeaderLayout header = HeaderLayout.of(sample, options, known);
        notes.addAll(header.notes());
        String separator = sample.separator() + (SeparatorDetection.hasBlanksBehind(head, sample) ? " " : "");
        CsvFormat format = new CsvFormat(encoding.charset(), encoding.hasByteOrderMark(), preamble, separator,
                lineEnd(head), header.hasHeader(), header.units(), header.trailing(),
                new Quoting(sample.isFirstQuoted(), List.of(), sample.hasBareMarks()));
        return new CsvLayout(format, header.names(), notes);
    }

    /// The lines before the header: `sep=;`, comments and blank lines.
    private static List<String> preamble(String head) {
        List<String> lines = List.of(head.split("\\r\\n|\\n|\\r", 1000));
        int count = 0;
        while (count < lines.size() - 1 && (lines.get(count).isBlank() || lines.get(count).startsWith("#")
                || count == 0 && isSeparatorLine(lines.get(count)))) {
            count++;
        }
        return lines.subList(0, count);
    }

    private static boolean isSeparatorLine(String line) {
        return line.length() == 5 && line.toLowerCase(Locale.ROOT).startsWith("sep=");
    }

    private static String separator(List<String> preamble, ReadOptions options) {
        boolean isStated = !preamble.isEmpty() && isSeparatorLine(preamble.getFirst());
        return options.separator().isEmpty() && isStated ? preamble.getFirst().substring(4) : options.separator();
    }

    private static String lineEnd(String head) {
        int at = 0;
        while (at < head.length() && head.charAt(at) != '\n' && head.charAt(at) != '\r') {
            at++;
        }
        return head.startsWith("\r\n", at) ? "\r\n" : head.startsWith("\r", at) ? "\r" : "\n";
    }
}
