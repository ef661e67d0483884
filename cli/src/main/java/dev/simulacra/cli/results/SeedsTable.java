package dev.simulacra.cli.results;

import dev.simulacra.cli.screen.Cells;
import dev.simulacra.cli.screen.Styles;
import dev.simulacra.runs.Measurement;
import dev.simulacra.runs.folder.Summary;
import dev.simulacra.runs.work.RunStatus;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The results of many seeds: a row a seed, in as many blocks of columns as the screen's width asks for, and then of
/// each measurement the median and the extremes beside the yardstick.
///
/// @param fates   what has become of each seed
/// @param columns the width of the screen
public record SeedsTable(SequencedMap<Long, RunStatus> fates, int columns) {
    private static final int NARROWEST = 8;
    /// What is not to be torn apart in a heading.
    private static final Pattern WORD = Pattern.compile("\\|[^|]*\\||\\S+");

    /// One measurement of all finished seeds, under its heading.
    private record Column(List<String> heading, int width, Map<Long, String> cells) {
        static Column of(String name, Map<Long, String> cells) {
            List<String> words = WORD.matcher(name).results().map(MatchResult::group).toList();
            int width = Stream.concat(words.stream(), cells.values().stream()).mapToInt(Cells::of)
                    .reduce(NARROWEST, Math::max);
            return new Column(lines(words, width), width, cells);
        }

        private static List<String> lines(List<String> words, int width) {
            List<String> lines = new ArrayList<>();
            for (String word : words) {
                String joined = lines.isEmpty() ? word : lines.getLast() + " " + word;
                if (!lines.isEmpty() && Cells.of(joined) <= width) {
                    lines.set(lines.size() - 1, joined);
                } else {
                    lines.add(word);
                }
            }
            return lines;
        }

        /// The line of a heading of `height` lines, which stands at the bottom.
        String heading(int line, int height) {
            int own = line - height + heading.size();
            return Table.right(own < 0 ? "" : heading.get(own), width + 2);
        }
    }

    /// The results of each finished seed.
    private SequencedMap<Long, ObjectNode> summaries() {
        SequencedMap<Long, ObjectNode> summaries = new LinkedHashMap<>();
        fates.forEach((seed, fate) -> {
            if (fate instanceof RunStatus.Finished(var summary)) {
                summaries.put(seed, summary);
            }
        });
        return summaries;
    }

    /// Prints the table, if any seed is finished.
    public void show(PrintStream out) {
        SequencedMap<Long, ObjectNode> summaries = summaries();
        if (summaries.isEmpty()) {
            return;
        }
        int labels = Math.max("seed".length(),
                fates.keySet().stream().mapToInt(seed -> seed.toString().length()).max().orElse(0));
        List<Column> rest = columns(summaries);
        while (!rest.isEmpty()) {
            int count = fitting(rest, columns - labels);
            block(rest.subList(0, count), labels, out);
            rest = rest.subList(count, rest.size());
            out.println();
        }
        statistics(summaries.values().stream().map(Summary::measurements).toList(), out);
    }

    private static List<Column> columns(SequencedMap<Long, ObjectNode> summaries) {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        Map<String, Map<Long, String>> cells = new HashMap<>();
        summaries.forEach((seed, summary) -> Summary.measurements(summary).forEach(measurement -> {
            names.putIfAbsent(measurement.key(), measurement.name());
            cells.computeIfAbsent(measurement.key(), _ -> new HashMap<>())
                    .put(seed, Table.number(measurement.value()));
        }));
        List<Column> columns = new ArrayList<>();
        names.forEach((key, name) -> columns.add(Column.of(name, cells.getOrDefault(key, Map.of()))));
        Map<Long, String> seconds = new HashMap<>();
        summaries.forEach((seed, summary) ->
                seconds.put(seed, String.format(Locale.ROOT, "%.1f", summary.path("seconds").asDouble())));
        columns.add(Column.of("seconds", seconds));
        return columns;
    }

    private static int fitting(List<Column> columns, int width) {
        int count = 0;
        int taken = 0;
        while (count < columns.size() && taken + columns.get(count).width() + 2 <= width) {
            taken += columns.get(count++).width() + 2;
        }
        return Math.max(1, count);
    }

    private void block(List<Column> block, int labels, PrintStream out) {
        int height = block.stream().mapToInt(column -> column.heading().size()).max().orElse(0);
        for (int i = 0; i < height; i++) {
            int line = i;
            String label = line == height - 1 ? "seed" : "";
            print(label, labels, block.stream().map(column -> column.heading(line, height)), out);
        }
        fates.forEach((seed, fate) -> print(seed.toString(), labels, fate instanceof RunStatus.Finished
                ? block.stream().map(column -> Table.right(column.cells().getOrDefault(seed, ""), column.width() + 2))
                : Stream.of("  " + fate.state() + " after step " + fate.step()), out));
    }

    private static void print(String label, int width, Stream<String> cells, PrintStream out) {
        StringBuilder line = new StringBuilder(Table.right(label, width));
        cells.forEach(line::append);
        out.println(line.toString().stripTrailing());
    }

    /// @param finished the measurements of each finished seed, the same ones of each
    private static void statistics(List<List<Measurement>> finished, PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("of " + finished.size() + (finished.size() == 1 ? " seed" : " seeds"),
                "median", "min", "max", "yardstick", "", ""));
        List<Measurement> medians = new ArrayList<>();
        for (int i = 0; i < finished.getFirst().size(); i++) {
            int number = i;
            List<Measurement> all = finished.stream().map(measurements -> measurements.get(number)).toList();
            double[] values = sorted(all.stream().mapToDouble(Measurement::value).toArray());
            double[] yardsticks = sorted(all.stream().mapToDouble(Measurement::yardstick).toArray());
            rows.add(List.of(all.getFirst().name(), Table.number(median(values)), Table.number(values[0]),
                    Table.number(values[values.length - 1]), Table.number(median(yardsticks)),
                    Criterion.of(all.getFirst()).sign(), all.getFirst().meaning()));
            medians.add(new Measurement(all.getFirst().key(), all.getFirst().name(), median(values),
                    median(yardsticks), all.getFirst().meaning()));
        }
        Table.align(rows, out);
        out.println();
        out.println("The verdict is on the medians.");
        Table.conclude(medians, out, Styles.PLAIN);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return sorted.length > 0 ? sorted : new double[] {Double.NaN};
    }

    private static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
