package dev.simulacra.optim;

import dev.simulacra.tensor.Tensor;

/// A number that depends on the step of a training: a learning rate, a momentum, or the weight of a penalty.
///
/// A pure function of the step, the first being 0, in double precision. It must not allocate or use functions whose
/// last bits depend on the platform, since it is evaluated at every step and its bits are part of a run.
///
/// This interface is open: a schedule of one's own is a record that implements both methods.
public interface Schedule {
    /// The value at `step`.
    double at(long step);

    /// The least and the greatest value over all steps from 0 on; whoever takes a schedule checks them.
    Range range();

    /// The value at the step being run, a scalar leaf of the graph.
    default Tensor tensor() {
        return Tensor.ofStep(this::at);
    }

    /// This schedule in a run of `to` steps instead of `from`: where it ends with the run, it ends with the new one.
    ///
    /// The default is a schedule that does not know the length of the run, and stays as it is.
    default Schedule stretched(long from, long to) {
        return this;
    }

    /// Bounds of a schedule.
    record Range(double least, double greatest) {
        /// The range of a monotone schedule, by its values at the first step and at the end.
        public static Range between(double first, double last) {
            return new Range(Math.min(first, last), Math.max(first, last));
        }
    }

    /// `value` at every step.
    record Constant(double value) implements Schedule {
        /// @throws IllegalArgumentException where `value` is not finite
        public Constant {
            SettingChecks.finite("constant schedule", "value", value);
        }

        @Override
        public Range range() {
            return Range.between(value, value);
        }

        @Override
        public Tensor tensor() {
            return Tensor.of(value);
        }

        @Override
        public double at(long step) {
            return value;
        }
    }

    /// `max(from · factorˢᵗᵉᵖ, floor)`. The 2014 paper's code has from 0.1, factor 1 / 1.000004, floor 10⁻⁶.
    record Exponential(double from, double factor, double floor) implements Schedule {
        /// @throws IllegalArgumentException where `factor` is not in (0, 1], or `floor` not in [0, `from`]
        public Exponential {
            SettingChecks.positive("exponential schedule", "from", from);
            if (!(factor > 0 && factor <= 1)) {
                throw new IllegalArgumentException(
                        "exponential schedule: factor is " + factor + ", it must be above 0 and at most 1");
            }
            if (!(floor >= 0 && floor <= from)) {
                throw new IllegalArgumentException("exponential schedule: floor is " + floor
                        + ", it must be at least 0 and at most the first value, " + from);
            }
        }

        @Override
        public Range range() {
            return Range.between(from, floor);
        }

        /// A schedule that falls to one half in every `halfLife` steps, down to `floor`.
        ///
        /// @throws IllegalArgumentException where `halfLife` is not above 0
        public static Exponential halving(double from, double halfLife, double floor) {
            SettingChecks.positive("exponential schedule", "halfLife", halfLife);
            return new Exponential(from, StrictMath.pow(2, -1 / halfLife), floor);
        }

        @Override
        public double at(long step) {
            return Math.max(from * StrictMath.pow(factor, (double) step), floor);
        }
    }

    /// `from` up to step `first`, `to` from step `last` on, and the straight line between.
    record LinearRamp(double from, double to, long first, long last) implements Schedule {
        /// @throws IllegalArgumentException where 0 ≤ `first` < `last` does not hold
        public LinearRamp {
            SettingChecks.finite("linear ramp", "from", from);
            SettingChecks.finite("linear ramp", "to", to);
            SettingChecks.ordered("linear ramp", first, last);
        }

        @Override
        public Range range() {
            return Range.between(from, to);
        }

        @Override
        public Schedule stretched(long from, long to) {
            return last == from ? new LinearRamp(this.from, this.to, Math.min(first, 3 * to / 10), to) : this;
        }

        @Override
        public double at(long step) {
            double passed = (double) (Math.clamp(step, first, last) - first) / (last - first);
            return from * (1 - passed) + to * passed;
        }
    }

    /// `from` up to step `first`, `to` from step `last` on, and `to + (from − to)(1 + cos πt) / 2` between, where `t`
    /// is the share of the way from `first` to `last`.
    ///
    /// Source: Loshchilov and Hutter 2017 (arXiv:1608.03983), without restarts.
    record Cosine(double from, double to, long first, long last) implements Schedule {
        /// @throws IllegalArgumentException where 0 ≤ `first` < `last` does not hold
        public Cosine {
            SettingChecks.finite("cosine schedule", "from", from);
            SettingChecks.finite("cosine schedule", "to", to);
            SettingChecks.ordered("cosine schedule", first, last);
        }

        /// A cosine that falls from the first step on.
        public Cosine(double from, double to, long horizon) {
            this(from, to, 0, horizon);
        }

        @Override
        public Range range() {
            return Range.between(from, to);
        }

        @Override
        public Schedule stretched(long from, long to) {
            return last == from ? new Cosine(this.from, this.to, Math.min(first, 3 * to / 10), to) : this;
        }

        @Override
        public double at(long step) {
            double passed = (double) (Math.clamp(step, first, last) - first) / (last - first);
            return to + (from - to) * (1 + cosine(passed)) / 2;
        }

        /// `cos(πt)` for t in [0, 1], within 3·10⁻¹⁶, by its power series in the half where it is short: the library's
        /// cosine allocates until it is compiled, and a running step shall not.
        private static double cosine(double t) {
            double angle = Math.PI * Math.min(t, 1 - t);
            double square = angle * angle;
            double series = 1;
            for (int n = 22; n >= 2; n -= 2) {
                series = 1 - series * square / (n * (n - 1));
            }
            return t <= 0.5 ? series : -series;
        }
    }
}
