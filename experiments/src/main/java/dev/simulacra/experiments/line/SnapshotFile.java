package dev.simulacra.experiments.line;

import dev.simulacra.experiments.figure.Snapshot;
import dev.simulacra.io.AtomicFile;
import dev.simulacra.runs.folder.PlainFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Snapshots of a game on the line as CSV files: `snapshot-<step>.csv` with the columns x, pData, pG, D, optimalD, and
/// `snapshot-<step>-map.csv` with z and G(z).
final class SnapshotFile {
    private static final Pattern NAME = Pattern.compile("snapshot-([0-9]{1,18})\\.csv");

    /// Some hundred lines of five numbers have a thousandth of it.
    private static final int MOST_BYTES = 1 << 24;

    private SnapshotFile() {}

    static void write(Snapshot snapshot, Path folder) throws IOException {
        write(map(folder, snapshot.step()), "z,x", snapshot.z(), snapshot.image());
        write(folder.resolve("snapshot-" + snapshot.step() + ".csv"), "x,pData,pG,D,optimalD",
                snapshot.x(), snapshot.pData(), snapshot.pG(), snapshot.d(), snapshot.optimal());
    }

    /// The snapshots in `folder` in the order of their steps.
    static List<Snapshot> readAll(Path folder) throws IOException {
        List<Snapshot> snapshots = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "snapshot-*.csv")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    snapshots.add(read(file, Long.parseLong(name.group(1))));
                }
            }
        }
        snapshots.sort(Comparator.comparingLong(Snapshot::step));
        return snapshots;
    }

    private static Snapshot read(Path file, long step) throws IOException {
        double[][] columns = columns(file, 5);
        double[][] map = columns(map(file.resolveSibling("."), step), 2);
        return new Snapshot(step, columns[0], columns[1], columns[2], columns[3], columns[4], map[0], map[1]);
    }

    private static Path map(Path folder, long step) {
        return folder.resolve("snapshot-" + step + "-map.csv").normalize();
    }

    private static void write(Path file, String header, double[]... columns) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int row = 0; row < columns[0].length; row++) {
            StringJoiner line = new StringJoiner(",", "", "\n");
            for (double[] column : columns) {
                line.add(Double.toString(column[row]));
            }
            text.append(line);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    private static double[][] columns(Path file, int count) throws IOException {
        List<String> lines = new String(PlainFiles.read(file, MOST_BYTES), StandardCharsets.UTF_8).lines().toList();
        double[][] columns = new double[count][Math.max(0, lines.size() - 1)];
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            if (cells.length != count) {
                throw new IOException("read " + file + ": row " + row + " has " + cells.length + " cells, it must have "
                        + count);
            }
            for (int i = 0; i < count; i++) {
                columns[i][row - 1] = number(cells[i], file, row);
            }
        }
        return columns;
    }

    private static double number(String cell, Path file, int row) throws IOException {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IOException("read " + file + ": row " + row + " holds \"" + cell + "\"; numbers are required", e);
        }
    }
}
