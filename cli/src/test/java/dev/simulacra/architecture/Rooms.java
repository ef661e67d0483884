package dev.simulacra.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The packages of the project, each with the packages that it may use: the table in `designs/architecture.md`.
///
/// @param root the package that holds the rooms, `dev.simulacra`
record Rooms(String root) {
    private static final Set<String> CORE =
            Set.of("tensor", "program", "random", "nn", "optim", "data", "game", "game.objective", "game.penalty",
                    "game.order", "game.preset", "io");
    private static final Set<String> ANALYSIS = Set.of("analysis.numerics", "analysis.divergence",
            "analysis.equilibrium", "analysis.conformance", "analysis.dynamics", "analysis.metrics");

    private static final Set<String> TABLES = Set.of("tables", "tables.schema", "tables.csv", "tables.encoding",
            "tables.synthesis");

    private static final Set<String> RUNS = Set.of("runs", "runs.folder", "runs.work");

    /// The rooms that the experiments on one kind of data may use: none of another kind.
    private static final Set<String> KIND_OF_DATA = all(CORE, ANALYSIS, RUNS, Set.of("figures", "experiments.figure",
            "experiments.setup", "experiments.evaluation"));
    private static final Set<String> EXPERIMENTS = Set.of("experiments", "experiments.figure", "experiments.setup",
            "experiments.evaluation", "experiments.line", "experiments.plane", "experiments.digits",
            "experiments.table", "experiments.benchmark");
    private static final Set<String> BELOW_COMMANDS = all(CORE, ANALYSIS, TABLES, RUNS, EXPERIMENTS,
            Set.of("figures"));
    private static final Set<String> COMMANDS_USE = Set.of("cli.screen", "cli.settings", "cli.results", "cli.run");

    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("random", Set.of("kernel")),
            Map.entry("tensor", Set.of("random")),
            Map.entry("program", Set.of("tensor", "kernel", "random")),
            Map.entry("nn", Set.of("tensor", "random")),
            Map.entry("optim", Set.of("tensor")),
            Map.entry("data", Set.of("tensor", "random")),
            Map.entry("game", Set.of("tensor", "program", "nn", "optim", "data", "random")),
            Map.entry("game.objective", Set.of("tensor", "game")),
            Map.entry("game.penalty", Set.of("tensor", "optim", "random", "game")),
            Map.entry("game.order", Set.of("tensor", "program", "game")),
            Map.entry("game.preset", Set.of("tensor", "nn", "optim", "data", "game", "game.objective", "game.penalty",
                    "game.order")),
            Map.entry("io", Set.of("tensor", "nn", "optim", "data", "game", "random")),
            Map.entry("analysis.numerics", Set.of()),
            Map.entry("analysis.metrics", Set.of("tensor", "program", "data", "analysis.numerics")),
            Map.entry("analysis.divergence", Set.of("tensor", "data", "game")),
            Map.entry("analysis.conformance", Set.of("tensor", "game", "game.objective")),
            Map.entry("analysis.dynamics", Set.of("tensor", "nn", "game", "analysis.numerics")),
            Map.entry("analysis.equilibrium", Set.of("tensor", "program", "nn", "optim", "data", "game",
                    "analysis.divergence")),
            Map.entry("tables.schema", Set.of("io", "random")),
            Map.entry("tables.schema.inference", Set.of("tables.schema")),
            Map.entry("tables", Set.of("tables.schema")),
            Map.entry("tables.csv", Set.of("io", "tables", "tables.schema", "tables.schema.inference")),
            Map.entry("tables.encoding", Set.of("tensor", "tables")),
            Map.entry("tables.synthesis", all(CORE, Set.of("tables", "tables.schema", "tables.encoding"))),
            Map.entry("judging.rows", all(Set.of("random"), TABLES)),
            Map.entry("judging.metrics", all(ANALYSIS, TABLES, Set.of("judging.rows"))),
            Map.entry("judging.classifier", all(TABLES, Set.of("judging.rows"))),
            Map.entry("judging.baseline", all(TABLES, Set.of("judging.rows"))),
            Map.entry("judging.network", all(ANALYSIS, TABLES, Set.of("judging.rows"))),
            Map.entry("judging.privacy", all(TABLES, Set.of("judging.rows", "judging.baseline",
                    "judging.classifier"))),
            Map.entry("judging", all(ANALYSIS, TABLES, Set.of("judging.rows", "judging.metrics",
                    "judging.classifier", "judging.baseline", "judging.privacy"))),
            Map.entry("figures", Set.of()),
            Map.entry("runs", all(CORE, ANALYSIS)),
            Map.entry("runs.folder", all(CORE, ANALYSIS, Set.of("runs"))),
            Map.entry("runs.work", all(CORE, Set.of("runs", "runs.folder"))),
            Map.entry("experiments.figure", all(CORE, ANALYSIS, Set.of("figures"))),
            Map.entry("experiments.setup", CORE),
            Map.entry("experiments.evaluation", all(CORE, ANALYSIS, RUNS, Set.of("experiments.figure"))),
            Map.entry("experiments.line", KIND_OF_DATA),
            Map.entry("experiments.plane", KIND_OF_DATA),
            Map.entry("experiments.digits", KIND_OF_DATA),
            Map.entry("experiments.table", KIND_OF_DATA),
            Map.entry("experiments.benchmark", all(KIND_OF_DATA, Set.of("experiments.line", "experiments.plane",
                    "experiments.table"))),
            Map.entry("experiments", all(KIND_OF_DATA, EXPERIMENTS)),
            Map.entry("cli.screen", all(RUNS, Set.of("figures"))),
            Map.entry("cli.settings", all(BELOW_COMMANDS, Set.of("cli.screen"))),
            Map.entry("cli.results", all(BELOW_COMMANDS, Set.of("cli.screen", "cli.settings"))),
            Map.entry("cli.run", all(BELOW_COMMANDS, Set.of("cli.screen", "cli.settings", "cli.results"))),
            Map.entry("cli.dynamics", all(BELOW_COMMANDS, COMMANDS_USE)),
            Map.entry("cli.command", all(BELOW_COMMANDS, COMMANDS_USE)),
            Map.entry("cli", all(BELOW_COMMANDS, COMMANDS_USE, Set.of("cli.dynamics", "cli.command"))),
            Map.entry("benchmarks", all(CORE, ANALYSIS, Set.of("figures", "experiments.figure"))),
            Map.entry("examples", all(BELOW_COMMANDS, Set.of("cli"))));

    /// Whether `type` lives in one of the rooms named.
    boolean holds(JavaClass type, Set<String> rooms) {
        return isOurs(type) && rooms.contains(roomOf(type));
    }

    /// The condition that a class lives in a room of the table and uses only the rooms that its own may use.
    ArchCondition<JavaClass> useOnlyWhatTheTableAllows() {
        return new ArchCondition<>("use only what the table of rooms allows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String room = roomOf(type);
                if (!MAY_USE.containsKey(room)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in the package '" + room
                            + "', which is not in the table; the table has " + new TreeSet<>(MAY_USE.keySet())));
                    return;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> isOurs(use.getTargetClass()))
                        .filter(use -> !mayUse(room, roomOf(use.getTargetClass())))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(root + ".");
    }

    /// The whole name of the package below the root, as `analysis.metrics`: a room in a room is a room of its own.
    private String roomOf(JavaClass type) {
        return type.getPackageName().substring(root.length() + 1);
    }

    private static boolean mayUse(String room, String other) {
        return room.equals(other) || MAY_USE.getOrDefault(room, Set.of()).contains(other);
    }

    @SafeVarargs
    private static Set<String> all(Set<String>... rooms) {
        return Stream.of(rooms).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
