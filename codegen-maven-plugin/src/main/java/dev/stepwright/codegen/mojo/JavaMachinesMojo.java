package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.ExportException;
import dev.stepwright.codegen.source.ExportFormat;
import dev.stepwright.codegen.source.JavaDefinitions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals share that load the project's classes for the state machines in them. */
abstract class JavaMachinesMojo extends AslMojo {
    /** Values of placeholders: {@code ${Name}} in a definition becomes the value of the element {@code Name}. Other placeholders stay. */
    @Parameter(property = "asl.substitutions")
    private Map<String, String> substitutions = Map.of();

    /** The directory of the compiled classes. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
    private File classesDirectory;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Override
    final String run(Findings findings) throws IOException, MojoExecutionException, MojoFailureException {
        try {
            List<Path> classPath =
                    project.getRuntimeClasspathElements().stream().map(Path::of).toList();
            return run(new JavaDefinitions(classesDirectory.toPath(), classPath), findings);
        } catch (ExportException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("cannot resolve the class path of the project: " + e.getMessage(), e);
        }
    }

    /** Does the work of the goal. */
    abstract String run(JavaDefinitions definitions, Findings findings)
            throws IOException, ExportException, MojoFailureException;

    ExportFormat format(boolean yaml, boolean manifest) {
        return new ExportFormat(yaml, manifest, filled(substitutions));
    }

    /** An empty element of the POM is null. */
    static Map<String, String> filled(Map<String, String> parameter) {
        Map<String, String> filled = new HashMap<>();
        parameter.forEach((name, value) -> filled.put(name, value == null ? "" : value));
        return filled;
    }

    /** Returns the directories whose files are copied among the classes. */
    List<Path> resources() {
        return project.getResources().stream()
                .map(resource -> Path.of(resource.getDirectory()))
                .toList();
    }
}
