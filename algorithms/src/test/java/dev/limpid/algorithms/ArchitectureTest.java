package dev.limpid.algorithms;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packages of the three published modules may know of one another. */
class ArchitectureTest {

    private static final JavaClasses LIMPID = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.limpid");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"core", "testkit", "algorithms"})
    void everyModuleIsLookedAt(String module) {
        assertThat(LIMPID).anyMatch(type -> type.getPackageName().startsWith("dev.limpid." + module));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"core", "testkit", "algorithms"})
    void internalPackagesAreUsedInTheirOwnModuleOnly(String module) {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.limpid." + module + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.limpid." + module + "..internal.."))
                .because("an internal package carries no promise, and built-ins use only what a user can use")
                .check(LIMPID);
    }

    @Test
    void coreKnowsNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage("dev.limpid.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.limpid.testkit..", "dev.limpid.algorithms..")
                .check(LIMPID);
    }

    @Test
    void algorithmsAndTestkitDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("dev.limpid.algorithms..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.limpid.testkit..")
                .check(LIMPID);
        noClasses()
                .that()
                .resideInAPackage("dev.limpid.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.limpid.algorithms..")
                .check(LIMPID);
    }

    @Test
    void publicFieldsAreFinal() {
        fields().that().arePublic().should().beFinal().allowEmptyShould(true).check(LIMPID);
    }
}
