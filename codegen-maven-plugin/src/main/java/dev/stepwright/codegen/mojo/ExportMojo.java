package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Export;
import dev.stepwright.codegen.source.ExportException;
import dev.stepwright.codegen.source.OutputFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Writes the state machines that the project's Java code makes, and marks with {@code @AslDefinition}, as {@code *.asl.json}
 * files among its classes, and validates them. Only classes that use the annotation are loaded.
 */
@Mojo(
        name = "export",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class ExportMojo extends AslMojo {
    /** Where the definitions go, one file each. */
    @Parameter(property = "asl.exportDirectory", defaultValue = "${project.build.outputDirectory}/asl")
    private File exportDirectory;

    /** The compiled classes that are searched. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
    private File classesDirectory;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Override
    String run(Findings findings) throws IOException, MojoExecutionException, MojoFailureException {
        OutputFolder folder = folder(exportDirectory, "exported");
        try {
            List<Path> classPath =
                    project.getRuntimeClasspathElements().stream().map(Path::of).toList();
            List<Path> resources = project.getResources().stream()
                    .map(resource -> Path.of(resource.getDirectory()))
                    .toList();
            return new Export(classesDirectory.toPath(), classPath, resources, folder).run(findings) + " in "
                    + exportDirectory;
        } catch (ExportException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the class path of the project is not known: " + e.getMessage(), e);
        }
    }
}
