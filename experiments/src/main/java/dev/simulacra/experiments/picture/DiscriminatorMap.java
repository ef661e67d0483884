package dev.simulacra.experiments.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// What a discriminator says of points, as it is drawn.
///
/// @param title         what the values are
/// @param isProbability whether they are probabilities; otherwise they are numbers of either sign
/// @param values        the values at rows of two numbers, row-major
public record DiscriminatorMap(String title, boolean isProbability, UnaryOperator<float[]> values) {
    /// The share of the values that the colours of numbers tell apart.
    private static final double SHOWN = 0.98;

    /// The colours of a probability.
    static final HeatMap PROBABILITY =
            new HeatMap(new Axis(0, 1), Palette::diverging, List.of("0", "0.25", "0.5", "0.75", "1"));

    /// The verdict of a discriminator whose values are probabilities.
    public static DiscriminatorMap ofProbability(UnaryOperator<float[]> discriminator) {
        return new DiscriminatorMap("Discriminator D(x)", true, discriminator);
    }

    /// The colours of these `drawn` values.
    HeatMap colours(float... drawn) {
        return isProbability ? PROBABILITY : around(reach(drawn));
    }

    private static HeatMap around(BigDecimal reach) {
        double r = reach.doubleValue();
        return new HeatMap(new Axis(-r, r), value -> Palette.diverging((value / r + 1) / 2),
                List.of(reach.negate().toPlainString(), "0", reach.toPlainString()));
    }

    /// A number of two digits just above the sizes of the values that are shown.
    private static BigDecimal reach(float... drawn) {
        double[] sizes = IntStream.range(0, drawn.length).mapToDouble(i -> Math.abs(drawn[i]))
                .filter(size -> size > 0 && size < Double.POSITIVE_INFINITY).sorted().toArray();
        double most = sizes.length == 0 ? 1 : sizes[(int) (SHOWN * (sizes.length - 1))];
        return BigDecimal.valueOf(most).round(new MathContext(2, RoundingMode.UP));
    }
}
