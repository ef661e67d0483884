package dev.simulacra.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Colours as eyes without red or without green cones see them: linear RGB by the matrices of Machado, Oliveira and
/// Fernandes 2009 (severity 1), compared in CIELAB.
class PaletteTest {
    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}};
    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}};
    private static final double[][] XYZ = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}};
    private static final double[] WHITE = {0.95047, 1, 1.08883};

    /// Differences from about 2 on are seen side by side; lines apart from each other need many times that.
    private static final double APART = 20;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theColoursOfOnePlotAreToldApart(boolean isRedMissing) {
        double[][] eye = isRedMissing ? PROTANOPIA : DEUTERANOPIA;
        for (List<Color> together : List.of(Palette.SERIES, List.of(Palette.DATA, Palette.SAMPLES),
                List.of(Palette.GENERATOR, Palette.DISCRIMINATOR, Palette.INK))) {
            for (Color one : together) {
                for (Color other : together) {
                    double distance = distance(one, other, eye);
                    assertThat(one.equals(other) || distance >= APART).as("%s %s: %s", one, other, distance).isTrue();
                }
            }
        }
    }

    private static double distance(Color one, Color other, double[][] eye) {
        double[] a = lab(one, eye);
        double[] b = lab(other, eye);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] lab(Color colour, double[][] eye) {
        double[] linear = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
        double[] xyz = times(XYZ, times(eye, linear));
        double x = root(xyz[0] / WHITE[0]);
        double y = root(xyz[1] / WHITE[1]);
        double z = root(xyz[2] / WHITE[2]);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double root(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }
}
