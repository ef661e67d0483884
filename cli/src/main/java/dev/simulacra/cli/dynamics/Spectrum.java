package dev.simulacra.cli.dynamics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hipparchus.complex.Complex;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Eigenvalues in words: a conjugate pair is one, as `0.5 ± 0.25i`.
final class Spectrum {
    /// A double eigenvalue is known to the square root of the precision: less than this, of the modulus, is no turning.
    private static final double ROUNDING = 1e-7;

    private Spectrum() {}

    static String text(List<Complex> eigenvalues) {
        return eigenvalues.stream()
                .filter(value -> value.getImaginary() >= 0 || isReal(value))
                .map(Spectrum::text)
                .collect(Collectors.joining(", "));
    }

    static String text(Complex value) {
        String real = number(value.getReal());
        return isReal(value) ? real : real + " ± " + number(value.getImaginary()) + "i";
    }

    /// The eigenvalues as pairs of a real and an imaginary part.
    static ArrayNode json(List<Complex> eigenvalues) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        eigenvalues.forEach(value -> json.addObject().put("re", value.getReal()).put("im", value.getImaginary()));
        return json;
    }

    private static boolean isReal(Complex value) {
        return Math.abs(value.getImaginary()) <= ROUNDING * value.norm();
    }

    /// Six decimals without the zeros at their end, or four significant digits where that would say little.
    private static String number(double value) {
        if (value != 0 && Math.abs(value) < 0.001) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        return String.format(Locale.ROOT, "%.6f", value + 0.0).replaceFirst("\\.?0+$", "");
    }
}
