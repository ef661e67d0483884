package dev.simulacra.judging.baseline;

import dev.simulacra.tables.Table;
import java.util.List;

/// A simple generator of rows that is made from training rows. Its scores stand beside those of the generator that is
/// judged.
public interface ReferenceGenerator {
    /// The name in reports, as `independent columns`.
    String title();

    /// Generated rows under the schema of `train`; the same arguments give the same rows.
    ///
    /// @param train the rows that it learns from
    /// @param seed  the seed of fit and draws
    /// @param rows  the number of rows
    Table rows(Table train, long seed, int rows);

    /// The generators that need nothing but training rows, in the order of reports.
    static List<ReferenceGenerator> all() {
        return List.of(new IndependentColumns(), new GaussianCopula(), new IndependentMixture(), new TrainingCopy());
    }
}
