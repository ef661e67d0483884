package dev.simulacra.judging.metrics;

import dev.simulacra.judging.rows.SharedWords;
import dev.simulacra.tables.Table;
import java.util.List;
import java.util.stream.IntStream;

/// The difference of the mutual information between columns in two tables, as weighted normalized mutual information.
///
/// Numbers are put in 10 bins of equal width with the real table's edges. With the entropies H and the mutual
/// information I of two columns, in the real table r and the synthetic table s,
///
/// ```text
/// NMI = 2 I / (Hᵢ + Hⱼ)        error = Σ w |NMIʳ − NMIˢ| / Σ w,   w = NMIʳ + NMIˢ, over all pairs
/// ```
///
/// @param columns   the names of the columns
/// @param real      `NMIʳ` of each pair, 1 on the diagonal
/// @param synthetic `NMIˢ` of each pair, 1 on the diagonal
@SuppressWarnings("ArrayRecordComponent")
public record MutualInformation(List<String> columns, double[][] real, double[][] synthetic) {
    /// The mutual information between the columns of each table.
    ///
    /// @throws IllegalArgumentException where the tables have other columns
    public static MutualInformation of(Table real, Table synthetic) {
        List<Table> aligned = SharedWords.align(real, synthetic);
        List<String> names = aligned.getFirst().schema().names();
        List<ColumnCodes> codes = IntStream.range(0, names.size())
                .mapToObj(i -> ColumnCodes.of(aligned.getFirst().columns().get(i), aligned.getLast().columns().get(i),
                        Binning.REAL_EDGES))
                .toList();
        return new MutualInformation(names,
                matrix(codes.stream().map(ColumnCodes::real).toList(), codes),
                matrix(codes.stream().map(ColumnCodes::synthetic).toList(), codes));
    }

    /// The weighted error: 0 where all relations are equally strong.
    public double error() {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < real.length; i++) {
            for (int j = i + 1; j < real.length; j++) {
                double weight = real[i][j] + synthetic[i][j];
                sum += weight * Math.abs(real[i][j] - synthetic[i][j]);
                weights += weight;
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static double[][] matrix(List<int[]> columns, List<ColumnCodes> codes) {
        int n = columns.size();
        double[][] matrix = new double[n][n];
        IntStream.range(0, n * n).parallel().forEach(at -> {
            int i = at / n;
            int j = at % n;
            matrix[i][j] = i == j ? 1 : i < j
                    ? normalized(columns.get(i), columns.get(j), codes.get(j).classes())
                    : 0;
        });
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = matrix[j][i];
            }
        }
        return matrix;
    }

    private static double normalized(int[] a, int[] b, int classesOfB) {
        double entropyOfA = Contingency.entropy(a, new int[a.length], 1);
        double entropyOfB = Contingency.entropy(b, new int[b.length], 1);
        double joint = Contingency.entropy(a, b, classesOfB);
        double sum = entropyOfA + entropyOfB;
        return sum == 0 ? 0 : Math.max(0, 2 * (sum - joint) / sum);
    }
}
