package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.generate.GeneratedFile.Root;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Generation;
import dev.stepwright.codegen.source.OutputFolder;
import dev.stepwright.codegen.source.OutputFolder.Changes;
import java.io.File;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;

/**
 * Generates Java from definitions ({@code order.asl.json}) and the JSON Schemas beside them ({@code order.input.schema.json},
 * {@code order.tasks/Charge.output.schema.json}): records, an interface with one method for each Task state, and a class that
 * starts executions. Validates first; from a source directory with an error nothing is generated.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AslMojo {
    /** Where the definitions and schemas are; folders within are read too. One that does not exist holds nothing. */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File sourceDirectory;

    /** The Java package of what stands in the source directory itself; a folder within adds its name to it. */
    @Parameter(property = "asl.packageName", defaultValue = "${project.groupId}", required = true)
    private String packageName;

    /** Where Java source goes. */
    @Parameter(property = "asl.outputDirectory", defaultValue = "${project.build.directory}/generated-sources/asl")
    private File outputDirectory;

    /** Where Java source for tests goes: a stand-in for the tasks of each machine. */
    @Parameter(
            property = "asl.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/asl")
    private File testOutputDirectory;

    /** Where the definitions go that the generated classes read, as {@code asl/order.asl.json}. */
    @Parameter(property = "asl.resourceDirectory", defaultValue = "${project.build.directory}/generated-resources/asl")
    private File resourceDirectory;

    /** Whether there is Java source for tests. */
    @Parameter(property = "asl.generateFakes", defaultValue = "true")
    private boolean generateFakes;

    /** Whether these become source and resource directories of the project. */
    @Parameter(property = "asl.addCompileSourceRoot", defaultValue = "true")
    private boolean addCompileSourceRoot;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    private final BuildContext buildContext;

    @Inject
    public GenerateMojo(BuildContext buildContext) {
        this.buildContext = buildContext;
    }

    @Override
    String run(Findings findings) throws IOException {
        Map<Root, OutputFolder> folders = new EnumMap<>(Root.class);
        folders.put(Root.SOURCES, folder(outputDirectory, "sources"));
        folders.put(Root.RESOURCES, folder(resourceDirectory, "resources"));
        if (generateFakes) {
            folders.put(Root.TEST_SOURCES, folder(testOutputDirectory, "test-sources"));
        }
        if (addCompileSourceRoot) {
            ProjectRoots.add(project, folders);
        }
        Changes changes = new Generation(sourceDirectory.toPath(), packageName, folders).run(findings);
        changes.touched().forEach(file -> buildContext.refresh(file.toFile()));
        return changes.toString();
    }
}
