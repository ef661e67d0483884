package dev.simulacra.benchmarks;

/// A task that contenders are timed at, known to all of them by its name.
public sealed interface Work permits TrainingStep, Product, Loop, Bound {
    /// The name, one word, from which [#of] makes the same work again.
    String name();

    /// What it is, for the reader of a table.
    String description();

    /// The work of this name.
    ///
    /// @throws IllegalArgumentException where there is none
    static Work of(String name) {
        return switch (name.split("-")[0]) {
            case "step", "scale" -> TrainingStep.of(name);
            case "product" -> Product.of(name);
            case "loop" -> Loop.of(name);
            case "bound" -> Bound.of(name);
            default -> throw new IllegalArgumentException("work: there is no '" + name + "'");
        };
    }
}
