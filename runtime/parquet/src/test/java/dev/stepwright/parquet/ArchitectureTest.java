package dev.stepwright.parquet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.stepwright.runtime.items.Compression;
import dev.stepwright.runtime.items.FileFormat;

@AnalyzeClasses(packages = "dev.stepwright.parquet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_ITEMS_OF_THE_ENGINE_ARE_KNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.stepwright.runtime",
                    "dev.stepwright.runtime.engine..",
                    "dev.stepwright.runtime.plan..",
                    "dev.stepwright.runtime.planning..",
                    "dev.stepwright.runtime.history..",
                    "dev.stepwright.runtime.store..",
                    "dev.stepwright.runtime.task..");

    @ArchTest
    static final ArchRule NO_FILE_AND_NO_NETWORK_IS_TOUCHED =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.nio.file..", "java.net..");

    @ArchTest
    static final ArchRule NOTHING_OF_HADOOP_IS_NEEDED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hadoop..", "org.apache.parquet.hadoop..");

    @ArchTest
    static final ArchRule WHAT_THE_ENGINE_FINDS_IS_ALL_THAT_IS_PUBLIC = classes()
            .that()
            .arePublic()
            .should()
            .implement(FileFormat.class)
            .orShould()
            .implement(Compression.class);

    @ArchTest
    static final ArchRule NO_CLASS_IS_CALLED_FOR_WHAT_IT_IS_NOT =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Common)");
}
