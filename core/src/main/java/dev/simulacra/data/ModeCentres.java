package dev.simulacra.data;

import java.util.Arrays;

/// Places that rows are near to or far from, as the modes of a mixture.
public final class ModeCentres {
    private final double[][] places;

    /// @param places one place or more, of equally many coordinates each
    public ModeCentres(double[]... places) {
        this.places = Arrays.stream(places).map(double[]::clone).toArray(double[][]::new);
    }

    /// The number of places.
    public int count() {
        return places.length;
    }

    /// The number of coordinates.
    public int dimension() {
        return places[0].length;
    }

    /// The number of the place that is nearest to the row that starts `at`; the first of equally near ones.
    public int nearest(float[] rows, int at) {
        int nearest = 0;
        for (int k = 1; k < places.length; k++) {
            if (squaredDistance(k, rows, at) < squaredDistance(nearest, rows, at)) {
                nearest = k;
            }
        }
        return nearest;
    }

    /// The squared distance of place k from the row that starts `at`.
    public double squaredDistance(int k, float[] rows, int at) {
        double[] place = places[k];
        double sum = 0;
        for (int i = 0; i < place.length; i++) {
            double difference = rows[at + i] - place[i];
            sum += difference * difference;
        }
        return sum;
    }

    /// The distance of place k from the place `other`.
    public double distance(int k, int other) {
        return Math.sqrt(squaredDistance(places[k], places[other]));
    }

    static double squaredDistance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return sum;
    }
}
