package dev.simulacra.kernel;

/// The extents of a matrix product `C = op(A) op(B)`, and which of its factors are stored transposed.
///
/// @param transposeA whether A is stored as `(k, m)`, else as `(m, k)`
/// @param transposeB whether B is stored as `(n, k)`, else as `(k, n)`
/// @param m          the rows of C
/// @param n          the columns of C
/// @param k          the inner extent: the terms of one element of C
record ProductShape(boolean transposeA, boolean transposeB, int m, int n, int k) {
    /// @throws IllegalArgumentException where an extent is below 1 or a matrix would exceed 2³¹ − 1 elements
    ProductShape {
        long most = Math.max((long) m * n, Math.max((long) m * k, (long) n * k));
        if (m < 1 || n < 1 || k < 1 || most > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("matmul: (" + m + ", " + k + ") × (" + k + ", " + n
                    + "): extents must be at least 1 and each matrix at most 2147483647 elements");
        }
        transposeA = transposeA && m > 1 && k > 1;
        transposeB = transposeB && n > 1 && k > 1;
    }

    /// The distance between rows of op(A) in memory.
    int aRow() {
        return transposeA ? 1 : k;
    }

    /// The distance between columns of op(A), the steps of a chain, in memory.
    int aStep() {
        return transposeA ? m : 1;
    }

    /// The distance between columns of op(B) in memory.
    int bColumn() {
        return transposeB ? k : 1;
    }

    /// The distance between rows of op(B), the steps of a chain, in memory.
    int bStep() {
        return transposeB ? 1 : n;
    }
}
