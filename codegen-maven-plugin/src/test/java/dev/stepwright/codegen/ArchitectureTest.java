package dev.stepwright.codegen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

@AnalyzeClasses(packages = "dev.stepwright.codegen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule maven_is_known_to_the_goals_only = noClasses()
            .that()
            .resideOutsideOfPackage("..codegen.mojo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "javax.inject..");

    @ArchTest
    static final ArchRule java_source_is_written_in_one_package_only = noClasses()
            .that()
            .resideOutsideOfPackage("..codegen.generate..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet..");

    @ArchTest
    static final ArchRule files_are_touched_where_sources_and_outputs_are = noClasses()
            .that()
            .resideInAPackage("..codegen.generate..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.nio.file.Files.class);

    @ArchTest
    static final ArchRule nothing_points_backwards = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("mojo")
            .definedBy("..codegen.mojo..")
            .layer("source")
            .definedBy("..codegen.source..")
            .layer("infer")
            .definedBy("..codegen.infer..")
            .layer("generate")
            .definedBy("..codegen.generate..")
            .layer("shape")
            .definedBy("..codegen.shape..")
            .layer("schema")
            .definedBy("..codegen.schema..")
            .whereLayer("mojo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("mojo")
            .whereLayer("infer")
            .mayOnlyBeAccessedByLayers("source", "mojo")
            .whereLayer("generate")
            .mayOnlyBeAccessedByLayers("infer", "source", "mojo")
            .whereLayer("shape")
            .mayOnlyBeAccessedByLayers("generate")
            .whereLayer("schema")
            .mayOnlyBeAccessedByLayers("shape", "generate", "infer", "source", "mojo");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("dev.stepwright.codegen.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule classes_are_final = classes()
            .that()
            .areNotInterfaces()
            .and()
            .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .and()
            .doNotHaveSimpleName("HelpMojo")
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);
}
