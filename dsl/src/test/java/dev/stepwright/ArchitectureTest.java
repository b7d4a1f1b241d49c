package dev.stepwright;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.stepwright", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("dev.stepwright.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule JSON_KNOWS_NOTHING_ABOUT_ASL = noClasses()
            .that()
            .resideInAPackage("dev.stepwright.json..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.stepwright.asl..",
                    "dev.stepwright.expression..",
                    "dev.stepwright.jsonata..",
                    "dev.stepwright.validation..",
                    "dev.stepwright.dsl..");

    @ArchTest
    static final ArchRule HCL_KNOWS_NOTHING_BUT_PLACES = noClasses()
            .that()
            .resideInAPackage("dev.stepwright.hcl..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.stepwright..")
                    .and(resideOutsideOfPackages("dev.stepwright.hcl..", "dev.stepwright.json..")));

    @ArchTest
    static final ArchRule DEFINITIONS_DO_NOT_KNOW_WHO_READS_THEM = noClasses()
            .that()
            .resideInAPackage("dev.stepwright.asl..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.stepwright.expression..", "dev.stepwright.validation..", "dev.stepwright.dsl..");

    @ArchTest
    static final ArchRule VALIDATION_DOES_NOT_KNOW_THE_DSL = noClasses()
            .that()
            .resideInAPackage("dev.stepwright.validation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.stepwright.dsl..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_RULES_FOR_ONE_THING_DO_NOT_KNOW_THOSE_FOR_ANOTHER = slices().matching(
                    "dev.stepwright.validation.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    alwaysTrue(),
                    resideInAnyPackage("dev.stepwright.validation.machine..", "dev.stepwright.validation.rule.."));

    @ArchTest
    static final ArchRule WHAT_TAKES_DOCUMENTS_APART_JUDGES_NOTHING = noClasses()
            .that()
            .resideInAPackage("dev.stepwright.validation.machine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.stepwright.validation.rule..", "dev.stepwright.types..");

    @ArchTest
    static final ArchRule VALIDATION_IS_ENTERED_BY_ITS_OWN_PACKAGE_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.stepwright.validation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.stepwright.validation.*..");

    @ArchTest
    static final ArchRule JSONATA_KNOWS_NOTHING_OF_STATE_MACHINES = noClasses()
            .that()
            .resideInAPackage("dev.stepwright.jsonata..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.stepwright.asl..",
                    "dev.stepwright.expression..",
                    "dev.stepwright.types..",
                    "dev.stepwright.validation..",
                    "dev.stepwright.dsl..");

    @ArchTest
    static final ArchRule THE_SYNTAX_OF_JSONATA_DOES_NOT_KNOW_HOW_IT_IS_EVALUATED = noClasses()
            .that()
            .resideInAnyPackage("dev.stepwright.jsonata.syntax..", "dev.stepwright.jsonata.error..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.stepwright.jsonata.value..", "dev.stepwright.jsonata.code..");

    @ArchTest
    static final ArchRule VALUES_OF_TYPES_KNOW_NOTHING_ABOUT_STATES = noClasses()
            .that()
            .resideInAnyPackage("dev.stepwright.types.lattice..", "dev.stepwright.types.jsonata..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.stepwright.asl..", "dev.stepwright.types.graph..", "dev.stepwright.types.flow..");

    @ArchTest
    static final ArchRule PERMISSIONS_ARE_READ_FROM_DEFINITIONS_ALONE = noClasses()
            .that()
            .resideInAPackage("dev.stepwright.permission..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.stepwright.validation..", "dev.stepwright.types..", "dev.stepwright.dsl..");

    @ArchTest
    static final ArchRule TYPES_DO_NOT_KNOW_WHO_JUDGES = noClasses()
            .that()
            .resideInAPackage("dev.stepwright.types..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.stepwright.validation..", "dev.stepwright.dsl..");

    @ArchTest
    static final ArchRule THE_LANGUAGE_HAS_NO_THREADS_AND_NO_NETWORK = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, java.util.concurrent.ExecutorService.class, java.util.Timer.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.nio.channels..");

    @ArchTest
    static final ArchRule NO_CLASS_IS_CALLED_FOR_WHAT_IT_IS_NOT =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Common)");
}
