package dev.simulacra.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The whole path of a comparison on the smallest works, without peers: it must run, whatever it measures.
class ArenaTest {
    private static final Effort TINY = new Effort(3, 0.005, 0.01, 2, true);

    @Test
    void contendersInTheirOwnProcessesTakeTurns() throws IOException {
        try (Arena arena = Arena.of(List.of(Contender.ours(1), Contender.ours(2)))) {
            List<Arena.Showing> showings = arena.at(TrainingStep.of("step-linear"), TINY);

            assertThat(showings).extracting(showing -> showing.contender().threads()).containsExactly(1, 2);
            assertThat(showings).allSatisfy(showing -> {
                assertThat(showing.microseconds().values()).hasSize(3);
                assertThat(showing.microseconds().quantile(0)).isPositive();
                assertThat(showing.memory()).isNotNegative();
            });
            assertThat(arena.at(List.of(Product.squares(64).getFirst()), TINY)).hasSize(1);
            assertThat(arena.at(List.of(new Bound(Bound.Kind.FMA), Loop.all(1024).getFirst()), TINY)).hasSize(2);
        }
    }

    @Test
    void aContenderThatFailsIsQuoted() throws IOException {
        try (Arena arena = Arena.of(List.of(Contender.ours(1)))) {
            Product impossible = new Product(false, false, 1 << 20, 1 << 20, 1 << 20);

            assertThatThrownBy(() -> arena.at(impossible, TINY))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("simulacra 1 ended without an answer")
                    .hasMessageContaining("Exception");
        }
    }

    @Test
    void oursIsStartedAsTheLauncherStartsIt() throws IOException {
        String launcher = Files.readString(Path.of("..", "simulacra"));

        assertThat(Contender.ours(2).options()).allSatisfy(option -> assertThat(launcher).contains(option));
        // What else bears on speed and memory there must be here too.
        Matcher options = Pattern.compile("-X(mn|mx|ms|ss|X:[+-]Use|X:Comp)[^\\s')]*").matcher(launcher);
        assertThat(options.results().map(MatchResult::group).toList())
                .isNotEmpty()
                .allSatisfy(option -> assertThat(Contender.ours(2).options()).contains(option));
    }

    @Test
    void everyPassOverArraysCanBeCompiled() {
        assertThat(Loop.all(2 * Loop.COLUMNS)).allSatisfy(loop -> new Ours(1).task(loop).run());
    }
}
