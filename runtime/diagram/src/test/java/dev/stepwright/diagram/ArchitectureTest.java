package dev.stepwright.diagram;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.stepwright.diagram", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.stepwright.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_layout_knows_nothing_of_state_machines = noClasses()
            .that()
            .resideInAPackage("..diagram.layout..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.stepwright.asl..", "dev.stepwright.json..", "dev.stepwright.runtime..", "..diagram.picture..");

    @ArchTest
    static final ArchRule nothing_needs_a_font_or_a_screen =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..", "javax.xml..");

    @ArchTest
    static final ArchRule packages_have_no_vague_names = classes()
            .should()
            .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..manager..", "..impl..");
}
