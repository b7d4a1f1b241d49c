package dev.stepwright.types;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.stepwright", importOptions = ImportOption.DoNotIncludeTests.class)
class TypesArchitectureTest {
    @ArchTest
    static final ArchRule PARTS_FORM_NO_CYCLE =
            slices().matching("dev.stepwright.types.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule VALUES_KNOW_NOTHING_ABOUT_STATES = noClasses()
            .that()
            .resideInAnyPackage("dev.stepwright.types.lattice..", "dev.stepwright.types.jsonata..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.stepwright.asl..", "dev.stepwright.types.graph..", "dev.stepwright.types.flow..");

    @ArchTest
    static final ArchRule TYPES_DO_NOT_KNOW_WHO_JUDGES = noClasses()
            .that()
            .resideInAPackage("dev.stepwright.types..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.stepwright.validation..", "dev.stepwright.dsl..");
}
