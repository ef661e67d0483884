package dev.simulacra.figures;

import java.util.stream.DoubleStream;

/// The line along which a field has one value, by marching squares: straight between the edges of each square of four
/// neighbouring cell centres, with the place on an edge interpolated.
///
/// @param across shares of the width, with NaN between pieces
/// @param down   shares of the height
record ContourLine(Values across, Values down) {
    /// The corners of a square in turn, as steps across and down from the upper left.
    private static final int[][] CORNERS = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};

    static ContourLine of(Values cells, int columns, double level) {
        int rows = cells.size() / columns;
        DoubleStream.Builder across = DoubleStream.builder();
        DoubleStream.Builder down = DoubleStream.builder();
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column + 1 < columns; column++) {
                new Square(cells, columns, column, row, level).addTo(across, down);
            }
        }
        return new ContourLine(Values.of(across.build().map(x -> (x + 0.5) / columns).toArray()),
                Values.of(down.build().map(y -> (y + 0.5) / rows).toArray()));
    }

    private record Square(Values cells, int columns, int column, int row, double level) {
        /// Adds a piece for each two edges that the line crosses.
        void addTo(DoubleStream.Builder across, DoubleStream.Builder down) {
            boolean isSecond = false;
            for (int edge = 0; edge < CORNERS.length && isKnown(); edge++) {
                double from = above(edge);
                double to = above(edge + 1);
                if (from > 0 != to > 0) {
                    double share = from / (from - to);
                    across.add(column + between(edge, 0, share));
                    down.add(row + between(edge, 1, share));
                    if (isSecond) {
                        across.add(Double.NaN);
                        down.add(Double.NaN);
                    }
                    isSecond = !isSecond;
                }
            }
        }

        private boolean isKnown() {
            return Double.isFinite(above(0) + above(1) + above(2) + above(3));
        }

        private static double between(int edge, int axis, double share) {
            int from = CORNERS[edge][axis];
            return from + share * (CORNERS[(edge + 1) % CORNERS.length][axis] - from);
        }

        /// How far the value at a corner is above the level.
        private double above(int corner) {
            int[] step = CORNERS[corner % CORNERS.length];
            return cells.at((row + step[1]) * columns + column + step[0]) - level;
        }
    }
}
