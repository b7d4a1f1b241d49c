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
    /** Dependencies of the project, as groupId:artifactId, whose jars have schemas that a $ref may lead to by classpath:/path or by $id. */
    @Parameter(property = "asl.schemaDependencies")
    private List<String> schemaDependencies = List.of();

    /** Templates of CloudFormation, SAM or the CDK, serverless.yml, source of Terraform and its plans in JSON, whose state machines are taken as if they stood in the source directory. */
    @Parameter(property = "asl.templates")
    private List<File> templates = List.of();

    /** Where the definitions are that export has written; those of templates that stand there are not read as sources. */
    @Parameter(property = "asl.exportDirectory", defaultValue = "${project.build.outputDirectory}/asl")
    private File exportDirectory;

    /** Which machines placeholders stand for where a task starts one: the name of a definition's file without its ending, in an element called like the placeholder. */
    @Parameter(property = "asl.machines")
    private Map<String, String> machines = Map.of();

    /** What stands for placeholders in definitions, and for parameters of templates, where they are checked; what is generated keeps the placeholders. */
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
                machines(),
                values);
    }

    private Map<String, String> machines() {
        Map<String, String> all = filled(substitutions);
        all.values().removeIf(value -> !value.matches("arn:.+:stateMachine:.+"));
        all.putAll(filled(machines));
        return all;
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
            throw new MojoFailureException("a jar of schemaDependencies cannot be had: " + e.getMessage(), e);
        }
    }
}
