package dev.stepwright.lsp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.stepwright.lsp", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.stepwright.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_here_runs_a_machine =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.stepwright.runtime..");

    @ArchTest
    static final ArchRule packages_have_no_vague_names = classes()
            .should()
            .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..manager..", "..impl..");
}
