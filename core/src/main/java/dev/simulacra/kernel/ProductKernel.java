package dev.simulacra.kernel;

/// A way to compute rectangles of a matrix product.
interface ProductKernel {
    /// The rows that a part should take as a whole.
    int rowUnit();

    /// The columns that a part should take as a whole.
    int columnUnit();

    /// Makes ready for rectangles in `parts` parts that multiply `a` and `b` and write to `c`.
    void prepare(float[] a, float[] b, float[] c, int parts);

    /// Writes rows `top` to `bottom − 1` and columns `left` to `right − 1` of C as part `part`: the chains, begun at
    /// +0, of the terms `from` to `to − 1`. Parts may run at the same time.
    void rectangle(int part, int top, int bottom, int left, int right, int from, int to);
}
