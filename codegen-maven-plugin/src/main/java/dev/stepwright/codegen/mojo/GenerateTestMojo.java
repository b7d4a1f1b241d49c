package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import java.io.File;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;

/** Generates Java as {@code generate} does, for the project's tests, from definitions and schemas that only the tests need. */
@Mojo(name = "generate-test", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
public final class GenerateTestMojo extends GeneratingMojo {
    /** The directory of the definitions and schemas of the tests, subdirectories included. It may be missing. */
    @Parameter(property = "asl.testSourceDirectory", defaultValue = "${project.basedir}/src/test/asl", required = true)
    private File testSourceDirectory;

    /** The directory that Java source is written to. */
    @Parameter(
            property = "asl.testOnlyOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/asl-test")
    private File testOnlyOutputDirectory;

    /** The directory that the definitions are written to, which the generated classes read as {@code asl/order.asl.json}. */
    @Parameter(
            property = "asl.testResourceDirectory",
            defaultValue = "${project.build.directory}/generated-test-resources/asl")
    private File testResourceDirectory;

    @Inject
    public GenerateTestMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    File sourceDirectory() {
        return testSourceDirectory;
    }

    @Override
    Map<Root, File> directories() {
        return Map.of(
                Root.SOURCES,
                testOnlyOutputDirectory,
                Root.TEST_SOURCES,
                testOnlyOutputDirectory,
                Root.RESOURCES,
                testResourceDirectory);
    }

    @Override
    boolean isForTests() {
        return true;
    }
}
