package dev.simulacra.runs;

import dev.simulacra.data.KnownDistribution;
import dev.simulacra.data.Rescaled;
import dev.simulacra.data.Standardization;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The columns of an experiment's data: what they are called, and what 0 and 1 of the generator's output mean in them.
///
/// @param header          the columns' names
/// @param standardization the map from the data's units to the generator's
public record Schema(List<String> header, Standardization standardization) {
    /// A float between ½ and 1 is a multiple of 2⁻²⁴.
    private static final double LOG10_OF_STEP = -24 * Math.log10(2);

    public Schema {
        header = List.copyOf(header);
        if (header.size() != standardization.columns()) {
            throw new IllegalArgumentException("units: " + header.size() + " names and " + standardization.columns()
                    + " means; there must be one of each per column");
        }
    }

    /// Columns `x1, x2, …` of what is drawn from `population`: where the players see it rescaled, in its own units.
    public static Schema of(KnownDistribution population) {
        Schema plain = plain(population.dimension());
        return population instanceof Rescaled rescaled ? new Schema(plain.header, rescaled.standardization()) : plain;
    }

    /// Columns `x1, x2, …` in the generator's own units.
    public static Schema plain(int columns) {
        List<String> header = IntStream.rangeClosed(1, columns).mapToObj(i -> "x" + i).toList();
        return new Schema(header, Standardization.identity(columns));
    }

    /// These columns and one more for the number of a label.
    public Schema withLabel() {
        List<String> names = new ArrayList<>(header);
        names.add("label");
        double[] mean = Arrays.copyOf(standardization.mean(), names.size());
        double[] deviation = Arrays.copyOf(standardization.deviation(), names.size());
        deviation[header.size()] = 1;
        return new Schema(names, new Standardization(mean, deviation));
    }

    /// The number of columns.
    public int columns() {
        return header.size();
    }

    /// How long a length of 1 of the generator's is in the data's units, the mean square over columns; one number says
    /// all where the columns have one deviation, as those of a [Rescaled] population have.
    public double deviation() {
        return Math.sqrt(Arrays.stream(standardization.deviation()).map(d -> d * d).average().orElse(1));
    }

    /// `rows` of the generator's, row-major, in the data's units.
    public double[] of(float... rows) {
        return standardization.invert(rows);
    }

    /// `value`, in the data's units, without an exponent and to the places that a standardized float carries:
    /// multiples of deviation · 2⁻²⁴ and no finer.
    public String text(double value, int column) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double deviation = standardization.deviation()[column];
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = deviation == 0 ? exact : exact.setScale(places(deviation), RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().toPlainString();
    }

    /// The least number of decimal places whose last is no coarser than deviation · 2⁻²⁴; negative where that
    /// is 10 or more.
    private static int places(double deviation) {
        return (int) Math.ceil(-Math.log10(deviation) - LOG10_OF_STEP);
    }
}
