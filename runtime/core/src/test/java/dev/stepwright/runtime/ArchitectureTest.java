package dev.stepwright.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

@AnalyzeClasses(packages = "dev.stepwright.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("dev.stepwright.runtime.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_DECIDING_CORE_KNOWS_NO_THREADS_NO_FILES_AND_NO_STORE = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.stepwright.runtime.engine..",
                    "dev.stepwright.runtime.plan..",
                    "dev.stepwright.runtime.planning..",
                    "dev.stepwright.runtime.history..",
                    "dev.stepwright.runtime.items..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Executor.class, Clock.class, Random.class, ThreadLocalRandom.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.stepwright.runtime.store..", "java.io..", "java.nio.file..", "java.net..");

    @ArchTest
    static final ArchRule THE_DECIDING_CORE_TAKES_NO_TIME_AND_NO_CHANCE = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.stepwright.runtime.engine..",
                    "dev.stepwright.runtime.plan..",
                    "dev.stepwright.runtime.planning..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule ONLY_THE_TIME_PACKAGE_READS_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("dev.stepwright.runtime.time..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule NO_CLASS_IS_CALLED_FOR_WHAT_IT_IS_NOT =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Common)");
}
