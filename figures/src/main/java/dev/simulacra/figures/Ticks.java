package dev.simulacra.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The marked numbers of an axis, and what is written behind its name so that their labels stay short.
///
/// @param all      in ascending order
/// @param suffix   empty for plain numbers
/// @param areShort whether the notation suits the numbers
record Ticks(List<Tick> all, String suffix, boolean areShort) {
    Ticks {
        all = List.copyOf(all);
    }

    /// Round numbers of `axis`, about `wanted` of them: multiples of 1, 2 or 5 times a power of ten, or powers of ten.
    static Ticks of(Axis axis, int wanted, Notation notation) {
        if (!axis.ticks().isEmpty()) {
            return new Ticks(axis.ticks(), "", true);
        }
        List<Tick> decades = axis.scale() == Scale.LOGARITHMIC ? decades(axis.range(), wanted) : List.of();
        return decades.size() > 1 ? new Ticks(decades, "", true) : linear(axis.range(), wanted, notation);
    }

    private static Ticks linear(Range range, int wanted, Notation notation) {
        double step = step(range, wanted);
        return new Ticks(numbers(range, step).stream()
                .map(tick -> new Tick(tick, notation.label(tick, step)))
                .toList(), notation.suffix(), notation.suits(range, step));
    }

    private static List<Double> numbers(Range range, double step) {
        long first = (long) Math.ceil(range.low() / step - 1e-9);
        long last = (long) Math.floor(range.high() / step + 1e-9);
        return IntStream.rangeClosed(0, (int) (last - first)).mapToObj(i -> (first + i) * step).toList();
    }

    /// The distance of about `wanted` round numbers.
    static double step(Range range, int wanted) {
        double rough = range.length() / wanted;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
    }

    /// Powers of ten, every one or as many as are wanted; with 2 and 5 times them where there are few.
    private static List<Tick> decades(Range range, int wanted) {
        int first = (int) Math.ceil(Math.log10(range.low()) - 1e-9);
        int last = (int) Math.floor(Math.log10(range.high()) + 1e-9);
        int every = Math.max(1, Math.ceilDiv(last - first + 1, wanted));
        List<Tick> ticks = new ArrayList<>();
        for (int power = first - 1; power <= last; power++) {
            for (int lead : last - first < 2 ? new int[] {1, 2, 5} : new int[] {1}) {
                double number = lead * Math.pow(10, power);
                if (range.holds(number) && Math.floorMod(power, every) == 0) {
                    ticks.add(new Tick(number, label(number, power)));
                }
            }
        }
        return ticks;
    }

    private static String label(double number, int power) {
        if (power >= 7 || power < -4) {
            long lead = Math.round(number / Math.pow(10, power));
            return (lead == 1 ? "" : lead + "×") + Notation.powerOfTen(power);
        }
        return number < 1
                ? new BigDecimal(number).round(new MathContext(3)).stripTrailingZeros().toPlainString()
                : String.format(Locale.ROOT, "%,.0f", number);
    }
}
