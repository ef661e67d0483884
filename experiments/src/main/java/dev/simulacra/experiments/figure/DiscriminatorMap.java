package dev.simulacra.experiments.figure;

import dev.simulacra.figures.ColourScale;
import dev.simulacra.figures.Range;
import dev.simulacra.figures.Tick;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The values of a discriminator at points, as they are drawn.
///
/// @param title         the meaning of the values
/// @param isProbability whether they are probabilities; otherwise they are numbers of either sign
/// @param values        the values at rows of two numbers, row-major
public record DiscriminatorMap(String title, boolean isProbability, UnaryOperator<float[]> values) {
    /// The share of the values that the colours of numbers tell apart.
    private static final double SHOWN = 0.98;

    /// The colours of a probability.
    static final ColourScale PROBABILITY = ColourScale.diverging(new Range(0, 1),
            List.of(new Tick(0, "0"), new Tick(0.25, "0.25"), new Tick(0.5, "0.5"), new Tick(0.75, "0.75"),
                    new Tick(1, "1")));

    /// The map of a discriminator whose values are probabilities.
    public static DiscriminatorMap ofProbability(UnaryOperator<float[]> discriminator) {
        return new DiscriminatorMap("Discriminator D(x)", true, discriminator);
    }

    /// The colours of these `drawn` values.
    ColourScale colours(float... drawn) {
        return isProbability ? PROBABILITY : around(reach(drawn));
    }

    private static ColourScale around(BigDecimal reach) {
        double r = reach.doubleValue();
        return ColourScale.diverging(new Range(-r, r), List.of(
                new Tick(-r, written(reach.negate())), new Tick(0, "0"), new Tick(r, written(reach))));
    }

    /// Plain where that is short.
    private static String written(BigDecimal number) {
        return number.toPlainString().length() <= 8 ? number.toPlainString() : number.toString();
    }

    /// A number of two digits just above the sizes of the values that are shown.
    private static BigDecimal reach(float... drawn) {
        double[] sizes = IntStream.range(0, drawn.length).mapToDouble(i -> Math.abs(drawn[i]))
                .filter(size -> size > 0 && size < Double.POSITIVE_INFINITY).sorted().toArray();
        double most = sizes.length == 0 ? 1 : sizes[(int) (SHOWN * (sizes.length - 1))];
        return BigDecimal.valueOf(most).round(new MathContext(2, RoundingMode.UP));
    }
}
