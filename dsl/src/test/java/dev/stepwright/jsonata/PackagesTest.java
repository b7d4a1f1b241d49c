package dev.stepwright.jsonata;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class PackagesTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.stepwright.jsonata");

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.stepwright.jsonata.(**)")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void the_language_knows_nothing_of_state_machines() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.stepwright.asl..", "dev.stepwright.validation..", "dev.stepwright.expression..")
                .check(classes);
    }

    @Test
    void the_syntax_does_not_know_how_it_is_evaluated() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("dev.stepwright.jsonata.syntax..", "dev.stepwright.jsonata.error..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.stepwright.jsonata.value..", "dev.stepwright.jsonata.code..")
                .check(classes);
    }
}
