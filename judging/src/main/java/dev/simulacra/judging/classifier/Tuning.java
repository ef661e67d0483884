package dev.simulacra.judging.classifier;

import dev.simulacra.judging.rows.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The choice of the settings of boosted trees for a prediction task.
public enum Tuning {
    /// XGBoost's own settings, trained on all rows.
    STANDARD {
        @Override
        PredictionScore score(Examples train, Examples test, long seed) {
            return test.score(train.fit(BoostedTrees.standard()), 0);
        }
    },
    /// The best of a grid on a random ninth of the training rows, trained on the other eight: 10, 50 or 100 trees of
    /// depth 5, 10 or 20, a least leaf weight of 1 or 10, a least decrease for a split of 0 or 1. The grid of the
    /// published tables.
    GRID {
        @Override
        PredictionScore score(Examples train, Examples test, long seed) {
            int n = train.rows().rows();
            int[] order = Draws.of(seed, "validation").permutation(n);
            Examples validation = train.select(Arrays.copyOf(order, Math.max(1, n / 9)));
            Examples rest = train.select(Arrays.copyOfRange(order, Math.max(1, n / 9), n));
            return grid().parallel()
                    .flatMap(trees -> candidates(rest.fit(trees), validation))
                    .reduce((best, next) -> next.score().isBetterThan(best.score()) ? next : best)
                    .map(best -> test.score(best.trees(), best.count()))
                    .orElseThrow();
        }
    };

    private static final List<Integer> COUNTS = List.of(10, 50, 100);

    /// One point of the grid, with its score on the validation rows.
    private record Candidate(BoostedTrees.Ensemble trees, int count, PredictionScore score) {}

    private static Stream<BoostedTrees> grid() {
        return Stream.of(5, 10, 20)
                .flatMap(depth -> Stream.of(1.0, 10.0)
                        .flatMap(weight -> Stream.of(0.0, 1.0)
                                .map(gamma -> new BoostedTrees(100, depth, 0.3, weight, gamma))))
                .toList()
                .stream();
    }

    /// The first trees of 100 are those of a fit with fewer.
    private static Stream<Candidate> candidates(BoostedTrees.Ensemble trees, Examples validation) {
        return COUNTS.stream().map(count -> new Candidate(trees, count, validation.score(trees, count)));
    }

    abstract PredictionScore score(Examples train, Examples test, long seed);
}
