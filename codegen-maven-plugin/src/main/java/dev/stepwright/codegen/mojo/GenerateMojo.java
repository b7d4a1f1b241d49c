package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import java.io.File;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;

/**
 * Generates Java from definitions ({@code order.asl.json}) and the JSON Schemas beside them ({@code order.input.schema.json},
 * {@code order.tasks/Charge.output.schema.json}): records, an interface with one method for each Task state, and a class that
 * starts executions. Validates first; if there is an error, generates nothing.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends GeneratingMojo {
    /** The directory of the definitions and schemas, subdirectories included. It may be missing. */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File sourceDirectory;

    /** The directory that Java source is written to. */
    @Parameter(property = "asl.outputDirectory", defaultValue = "${project.build.directory}/generated-sources/asl")
    private File outputDirectory;

    /** The directory that Java source for tests is written to: a fake of the tasks of each machine. */
    @Parameter(
            property = "asl.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/asl")
    private File testOutputDirectory;

    /** The directory that the definitions are written to, which the generated classes read as {@code asl/order.asl.json}. */
    @Parameter(property = "asl.resourceDirectory", defaultValue = "${project.build.directory}/generated-resources/asl")
    private File resourceDirectory;

    @Inject
    public GenerateMojo(BuildContext buildContext) {
        super(buildContext);
    }

    @Override
    File sourceDirectory() {
        return sourceDirectory;
    }

    @Override
    Map<Root, File> directories() {
        return Map.of(
                Root.SOURCES,
                outputDirectory,
                Root.TEST_SOURCES,
                testOutputDirectory,
                Root.RESOURCES,
                resourceDirectory);
    }

    @Override
    boolean isForTests() {
        return false;
    }
}
