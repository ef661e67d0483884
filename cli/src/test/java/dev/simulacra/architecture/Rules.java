package dev.simulacra.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules of the house, each with the name under which the test shows it.
final class Rules {
    private static final String REFUSED_WORDS =
            "Manager|Factory|Provider|Helper|Util|Utils|Impl|Abstract|Base|Default|Context|Wrapper";

    /// What would make a run depend on something other than its seed.
    private static final Set<String> HIDDEN_RANDOMNESS = Set.of("java.util.Random", "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom", "java.util.random.RandomGenerator", "java.security.SecureRandom",
            "java.lang.Math.random", "java.lang.StrictMath.random", "java.util.Collections.shuffle");

    /// Functions whose last bits the platform is free to choose, as methods of Math and as lane operations.
    private static final Set<String> PLATFORM_FUNCTIONS = Stream.of("sin", "cos", "tan", "asin", "acos", "atan",
                    "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot")
            .flatMap(name -> Stream.of("java.lang.Math." + name,
                    "jdk.incubator.vector.VectorOperators." + name.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> TERMINAL = Set.of("java.lang.System.out", "java.lang.System.err",
            "java.lang.System.in", "java.lang.System.setOut", "java.lang.System.setErr", "java.lang.System.console",
            "java.lang.IO", "java.io.Console", "java.lang.Throwable.printStackTrace");

    private Rules() {
    }

    /// The rules for the classes below the package `root`.
    static Map<String, ArchRule> of(String root) {
        var rooms = new Rooms(root);
        return Map.ofEntries(
                Map.entry("a package uses only what the table allows",
                        classes().should(rooms.useOnlyWhatTheTableAllows())),
                Map.entry("packages form no cycle",
                        slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true)),
                Map.entry("there is no randomness without an address",
                        classes().should(Avoid.all(HIDDEN_RANDOMNESS))),
                Map.entry("kernels and random draws compute every function themselves",
                        classes().that(in(rooms, "kernel", "random")).should(Avoid.all(PLATFORM_FUNCTIONS))
                                .allowEmptyShould(true)),
                Map.entry("only the screen of the command line and what is started by itself know the terminal",
                        classes().that(DescribedPredicate.not(in(rooms, "cli.screen", "benchmarks", "examples")))
                                .should(Avoid.all(TERMINAL))
                                .allowEmptyShould(true)),
                Map.entry("the mathematics knows neither files nor sockets",
                        noClasses().that(in(rooms, "kernel", "random", "tensor", "program", "nn", "optim", "game",
                                        "game.objective", "game.penalty", "game.order", "game.preset",
                                        "analysis.numerics", "analysis.divergence", "analysis.equilibrium",
                                        "analysis.conformance", "analysis.dynamics", "analysis.metrics"))
                                .should().dependOnClassesThat().resideInAnyPackage("java.nio.file..", "java.net..")
                                .orShould().dependOnClassesThat().haveNameMatching("java\\.io\\.(File|RandomAccess).*")
                                .allowEmptyShould(true)),
                Map.entry("no class is abstract",
                        classes().that(describe("are classes", type -> !type.isInterface() && !type.isEnum()))
                                .should().notHaveModifier(JavaModifier.ABSTRACT)),
                Map.entry("no type is named with a word that says nothing",
                        classes().should().haveNameNotMatching(
                                "(.*[^A-Za-z]|.*[a-z0-9])?(" + REFUSED_WORDS + ")([A-Z0-9$].*)?")),
                Map.entry("no static field changes",
                        fields().that().areStatic().should().beFinal().allowEmptyShould(true)),
                Map.entry("a public field is a constant",
                        fields().that().arePublic().should().beStatic().andShould().beFinal()
                                .allowEmptyShould(true)));
    }

    private static DescribedPredicate<JavaClass> in(Rooms rooms, String... names) {
        return describe("in " + String.join(", ", names), type -> rooms.holds(type, Set.of(names)));
    }
}
