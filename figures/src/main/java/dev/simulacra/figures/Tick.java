package dev.simulacra.figures;

/// A number on an axis and how it is written.
public record Tick(double value, String label) {
    public Tick {
        label = Label.of(label);
    }
}
