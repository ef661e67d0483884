package dev.simulacra.figures;

/// The least space around the inside of a plot, in pixels. A plot gets more where its words need it.
public record Margins(int left, int top, int right, int bottom) {
    public static final Margins STANDARD = new Margins(68, 44, 24, 50);

    /// On each side the larger of both.
    Margins max(Margins other) {
        return new Margins(Math.max(left, other.left), Math.max(top, other.top), Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /// These margins with another space on the left.
    public Margins withLeft(int left) {
        return new Margins(left, top, right, bottom);
    }

    /// These margins with another space on the right.
    public Margins withRight(int right) {
        return new Margins(left, top, right, bottom);
    }
}
