package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.source.SourceFolder;
import dev.stepwright.codegen.source.Templates;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * What the goals share that read definitions and schemas. Only the jars that are asked for are resolved, so that a build of some
 * modules of a reactor needs none of the others.
 */
abstract class SourcesMojo extends AslMojo {
    /** Dependencies of the project, as groupId:artifactId, with schemas in their jars that a $ref may name by classpath:/path or by $id. */
    @Parameter(property = "asl.schemaDependencies")
    private List<String> schemaDependencies = List.of();

    /** Templates of CloudFormation, SAM or the CDK, serverless.yml, Terraform source or its plans in JSON. Their state machines are read as if they were in the source directory. */
    @Parameter(property = "asl.templates")
    private List<File> templates = List.of();

    /** The directory that export writes to; a definition there that a template names is not a source. */
    @Parameter(property = "asl.exportDirectory", defaultValue = "${project.build.outputDirectory}/asl")
    private File exportDirectory;

    /** The machine that each placeholder stands for where a task starts one: an element with the name of the placeholder and the name of a definition's file without its ending, for example {@code <ShippingArn>shipping</ShippingArn>}. */
    @Parameter(property = "asl.machines")
    private Map<String, String> machines = Map.of();

    /** Values of placeholders in definitions and of parameters of templates, used where they are checked. Generated files keep the placeholders. */
    @Parameter(property = "asl.substitutions")
    private Map<String, String> substitutions = Map.of();

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true)
    private RepositorySystemSession session;

    @Inject
    private RepositorySystem repositories;

    MavenProject project() {
        return project;
    }

    File exportDirectory() {
        return exportDirectory;
    }

    GeneratedCodeNeeds needs(boolean isForTests) {
        return new GeneratedCodeNeeds(project, repositories, session, version(), isForTests);
    }

    SourceFolder sources(File directory) throws MojoFailureException {
        return sources(directory, Map.of());
    }

    /** @param known what stands for placeholders where substitutions say nothing else */
    SourceFolder sources(File directory, Map<String, String> known) throws MojoFailureException {
        Map<String, String> values = new HashMap<>(known);
        values.putAll(filled(substitutions));
        List<Path> jars = new ArrayList<>();
        for (String key : schemaDependencies) {
            jars.add(jar(dependency(key)));
        }
        return new SourceFolder(
                directory.toPath(),
                new Templates(templates.stream().map(File::toPath).toList(), exportDirectory.toPath()),
                jars,
                filled(machines),
                values);
    }

    /** An empty element of the POM is null. */
    private static Map<String, String> filled(Map<String, String> parameter) {
        Map<String, String> all = new HashMap<>();
        parameter.forEach((name, value) -> all.put(name, value == null ? "" : value));
        return all;
    }

    private Dependency dependency(String key) throws MojoFailureException {
        return project.getDependencies().stream()
                .filter(each -> key.equals(each.getGroupId() + ":" + each.getArtifactId()))
                .findFirst()
                .orElseThrow(
                        () -> new MojoFailureException(
                                "schemaDependencies names \"" + key
                                        + "\", but the project has no such dependency; add it, or write groupId:artifactId of one that it has"));
    }

    private Path jar(Dependency dependency) throws MojoFailureException {
        String classifier = dependency.getClassifier() == null ? "" : dependency.getClassifier();
        DefaultArtifact artifact = new DefaultArtifact(
                dependency.getGroupId(), dependency.getArtifactId(), classifier, "jar", dependency.getVersion());
        try {
            ArtifactRequest request = new ArtifactRequest(artifact, project.getRemoteProjectRepositories(), null);
            return repositories
                    .resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new MojoFailureException("cannot resolve a jar of schemaDependencies: " + e.getMessage(), e);
        }
    }
}
