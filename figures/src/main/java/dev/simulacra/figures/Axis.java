package dev.simulacra.figures;

import java.util.List;

/// One side of a plot: what is measured, in which unit, from where to where, and on which scale.
///
/// @param name   what is measured; empty where the reader knows
/// @param unit   the unit; empty where there is none
/// @param range  the numbers shown
/// @param scale  a logarithmic one needs a range above 0
/// @param ticks  the numbers that are marked; where the list is empty, round numbers are chosen
/// @param labels whether the ticks are written as well
public record Axis(String name, String unit, Range range, Scale scale, List<Tick> ticks, boolean labels) {
    public Axis {
        name = Label.of(name);
        unit = Label.of(unit);
        ticks = List.copyOf(ticks);
        if (scale == Scale.LOGARITHMIC && !(range.low() > 0)) {
            throw new IllegalArgumentException("axis: a logarithmic scale from " + range.low() + " to " + range.high()
                    + "; both ends must be above 0");
        }
    }

    /// A linear axis without name over `range`.
    public static Axis of(Range range) {
        return new Axis("", "", range, Scale.LINEAR, List.of(), true);
    }

    /// A logarithmic axis without name over `range`.
    ///
    /// @throws IllegalArgumentException where the range is not above 0
    public static Axis logarithmic(Range range) {
        return new Axis("", "", range, Scale.LOGARITHMIC, List.of(), true);
    }

    /// This axis with a name.
    public Axis named(String name) {
        return new Axis(name, unit, range, scale, ticks, labels);
    }

    /// This axis in a unit, which is written behind the name.
    public Axis in(String unit) {
        return new Axis(name, unit, range, scale, ticks, labels);
    }

    /// This axis with these ticks.
    public Axis withTicks(List<Tick> ticks) {
        return new Axis(name, unit, range, scale, ticks, labels);
    }

    /// This axis without numbers beside it.
    public Axis withoutLabels() {
        return new Axis(name, unit, range, scale, ticks, false);
    }

    /// The place of `value`: 0 at the low end, 1 at the high one; NaN where the scale has no place for it.
    public double share(double value) {
        double low = scale.of(range.low());
        return (scale.of(value) - low) / (scale.of(range.high()) - low);
    }

    /// The number at the place `share`, the inverse of [#share].
    public double at(double share) {
        double low = scale.of(range.low());
        return scale.inverse(low + share * (scale.of(range.high()) - low));
    }

    /// The name with the unit behind it.
    String caption() {
        return unit.isEmpty() ? name : name.isEmpty() ? unit : name + " (" + unit + ")";
    }
}
