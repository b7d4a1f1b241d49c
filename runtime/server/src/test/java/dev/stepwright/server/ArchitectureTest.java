package dev.stepwright.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.stepwright.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_depend_in_one_direction = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("..server.cli")
            .layer("server")
            .definedBy("dev.stepwright.server")
            .layer("page")
            .definedBy("..server.page")
            .layer("access")
            .definedBy("..server.access")
            .layer("http")
            .definedBy("..server.http")
            .layer("control")
            .definedBy("..server.control")
            .layer("task")
            .definedBy("..server.task")
            .layer("policy")
            .definedBy("..server.policy")
            .layer("tls")
            .definedBy("..server.tls")
            .layer("file")
            .definedBy("..server.file")
            .layer("api")
            .definedBy("..server.api")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("server", "page", "access")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("server", "page", "cli")
            .whereLayer("policy")
            .mayOnlyBeAccessedByLayers("server", "access", "control", "task", "cli")
            .whereLayer("file")
            .mayOnlyBeAccessedByLayers("access", "policy", "tls")
            .whereLayer("control")
            .mayOnlyBeAccessedByLayers("server", "cli")
            .whereLayer("task")
            .mayOnlyBeAccessedByLayers("server", "control", "cli");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.stepwright.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_one_class_knows_the_http_server = noClasses()
            .that()
            .haveSimpleNameNotContaining("Undertow")
            .and()
            .doNotHaveSimpleName("HangUpWatch")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.undertow..", "org.xnio..");

    @ArchTest
    static final ArchRule only_commands_know_the_command_line_library = noClasses()
            .that()
            .resideOutsideOfPackage("..cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule packages_have_no_vague_names = classes()
            .should()
            .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..manager..", "..impl..");
}
