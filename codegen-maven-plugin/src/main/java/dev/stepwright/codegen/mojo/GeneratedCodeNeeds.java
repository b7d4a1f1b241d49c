package dev.stepwright.codegen.mojo;

import java.util.List;
import java.util.Set;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/**
 * Whether a project has on its class path what generated code is made for. No jar is resolved for that, and no other module of a reactor.
 *
 * @param version the plugin's own, which is that of what generated code needs
 * @param isForTests whether the code is compiled with the tests only
 */
record GeneratedCodeNeeds(
        MavenProject project,
        RepositorySystem repositories,
        RepositorySystemSession session,
        String version,
        boolean isForTests) {
    private static final String GROUP = "dev.stepwright";
    private static final Set<String> COMPILED_WITH = Set.of("", "compile", "provided", "system");

    /** Returns whether an artifact of the group is surely missing; where the dependencies cannot be told, the compiler will tell. */
    boolean lacks(String artifactId) {
        List<Dependency> own = dependencies(project.getDependencies());
        return own.stream().noneMatch(each -> is(artifactId, each)) && !isBrought(artifactId, own);
    }

    private boolean isBrought(String artifactId, List<Dependency> own) {
        DependencyManagement managed = project.getDependencyManagement();
        CollectRequest request = new CollectRequest(
                own,
                managed == null ? List.of() : dependencies(managed.getDependencies()),
                project.getRemoteProjectRepositories());
        try {
            return isIn(repositories.collectDependencies(session, request).getRoot(), artifactId);
        } catch (DependencyCollectionException e) {
            return true;
        }
    }

    private boolean isIn(DependencyNode node, String artifactId) {
        Dependency dependency = node.getDependency();
        return dependency != null && is(artifactId, dependency)
                || node.getChildren().stream().anyMatch(child -> isIn(child, artifactId));
    }

    private boolean is(String artifactId, Dependency dependency) {
        return GROUP.equals(dependency.getArtifact().getGroupId())
                && artifactId.equals(dependency.getArtifact().getArtifactId())
                && (isForTests || COMPILED_WITH.contains(dependency.getScope()));
    }

    private List<Dependency> dependencies(List<org.apache.maven.model.Dependency> written) {
        ArtifactTypeRegistry types = session.getArtifactTypeRegistry();
        return written.stream()
                .map(each -> RepositoryUtils.toDependency(each, types))
                .toList();
    }

    /** Returns what to do about a missing artifact. */
    String advice(String code, String artifactId) {
        return """
                %s needs %s:%s, which is not on the class path of this project; add this to its dependencies

                    <dependency>
                      <groupId>%2$s</groupId>
                      <artifactId>%3$s</artifactId>
                      <version>%s</version>%s
                    </dependency>
                """.formatted(code, GROUP, artifactId, version, isForTests ? "\n      <scope>test</scope>" : "");
    }
}
