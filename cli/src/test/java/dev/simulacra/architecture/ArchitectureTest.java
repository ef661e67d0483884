package dev.simulacra.architecture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final String ROOT = "dev.simulacra";
    private static final String PLANTED = "dev.simulacra.planted";

    /// A module on which nothing depends, so that its classes are not on this test's class path.
    private static final Path BENCHMARKS = Path.of("..", "benchmarks", "target", "classes");

    private static final JavaClasses PROJECT = project();
    private static final JavaClasses PLANTS = new ClassFileImporter().importPackages(PLANTED);

    @Test
    void theClassesOfEveryModuleAreRead() {
        assertThat(PROJECT)
                .as("`mvn verify` in the project's folder compiles all modules")
                .extracting(type -> type.getPackageName())
                .contains(ROOT + ".tensor", ROOT + ".experiments", ROOT + ".cli", ROOT + ".benchmarks");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theProjectKeepsTheRule(String rule) {
        assertThat(violations(rule, ROOT, PROJECT)).isEmpty();
    }

    /// The package `planted` breaks every rule, so that a rule which no longer sees anything is found out.
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aPlantedViolationIsCaught(String rule) {
        assertThat(violations(rule, PLANTED, PLANTS)).isNotEmpty();
    }

    @Test
    void aPackageOutsideTheTableIsNamed() {
        assertThat(violations("a package uses only what the table allows", PLANTED, PLANTS))
                .anySatisfy(line -> assertThat(line).contains("'attic', which is not in the table"))
                .anySatisfy(line -> assertThat(line).contains("kernel.Leaky", "tensor.Node"));
    }

    @Test
    void methodReferencesAndLaneOperationsCountAsUses() {
        assertThat(violations("kernels and random draws compute every function themselves", PLANTED, PLANTS))
                .anySatisfy(line -> assertThat(line).contains("Math.exp"))
                .anySatisfy(line -> assertThat(line).contains("VectorOperators.TANH"));
    }

    @Test
    void aWordThatOnlyBeginsLikeARefusedOneIsAllowed() {
        assertThat(violations("no type is named with a word that says nothing", PLANTED, PLANTS))
                .singleElement().asString().contains("AbstractGameHelper");
    }

    private static JavaClasses project() {
        Set<Location> places = new HashSet<>(Locations.ofPackage(ROOT));
        places.add(Location.of(BENCHMARKS));
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importLocations(places);
    }

    static Set<String> rules() {
        return Rules.of(ROOT).keySet();
    }

    private static List<String> violations(String rule, String root, JavaClasses classes) {
        return requireNonNull(Rules.of(root).get(rule)).evaluate(classes).getFailureReport().getDetails();
    }
}
