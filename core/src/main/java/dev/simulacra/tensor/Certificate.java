package dev.simulacra.tensor;

import java.util.List;

/// The result of a check of derivatives.
///
/// @param name what was checked, as `tanh (2, 3)`
/// @param orders the largest error of each order, from 1 on; empty where a fault left nothing to compare
/// @param faults what is wrong besides numbers, in words; empty where nothing is
public record Certificate(String name, List<Order> orders, List<String> faults) {
    public Certificate {
        orders = List.copyOf(orders);
        faults = List.copyOf(faults);
    }

    /// Whether every order is within its tolerance and there is no fault.
    public boolean passed() {
        return faults.isEmpty() && orders.stream().allMatch(Order::passed);
    }

    /// The derivative of order `order`: its largest error, relative to the larger of the derivative and 1.
    public record Order(int order, double error, double tolerance) {
        /// Whether the error is a number within the tolerance.
        public boolean passed() {
            return error <= tolerance;
        }
    }
}
