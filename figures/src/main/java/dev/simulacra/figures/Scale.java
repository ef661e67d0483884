package dev.simulacra.figures;

/// The rule by which an axis maps numbers to places.
public enum Scale {
    LINEAR,
    /// Equal ratios have equal lengths; only numbers above 0 have a place.
    LOGARITHMIC;

    double of(double value) {
        return switch (this) {
            case LINEAR -> value;
            case LOGARITHMIC -> value > 0 ? Math.log10(value) : Double.NaN;
        };
    }

    double inverse(double place) {
        return switch (this) {
            case LINEAR -> place;
            case LOGARITHMIC -> Math.pow(10, place);
        };
    }
}
