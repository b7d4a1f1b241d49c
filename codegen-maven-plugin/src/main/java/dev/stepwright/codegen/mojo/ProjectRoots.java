package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.generate.code.GeneratedFile.Root;
import dev.stepwright.codegen.source.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/**
 * Tells Maven which of a project's directories hold what was generated.
 *
 * @param forTests whether all of it belongs to the tests
 */
record ProjectRoots(MavenProject project, boolean forTests) {

    void add(Map<Root, OutputFolder> folders) {
        folders.forEach((root, folder) -> {
            String directory = folder.directory().toString();
            if (root == Root.RESOURCES) {
                addResource(directory);
            } else if (forTests || root == Root.TEST_SOURCES) {
                project.addTestCompileSourceRoot(directory);
            } else {
                project.addCompileSourceRoot(directory);
            }
        });
    }

    /**
     * Removes the copies among the classes of resources that are no longer generated, which Maven leaves there. What else is copied to such a
     * place is copied again after this.
     *
     * @param removed what was removed from the directories
     */
    void removeCopies(OutputFolder resources, List<Path> removed) throws IOException {
        Path classes = Path.of(
                forTests
                        ? project.getBuild().getTestOutputDirectory()
                        : project.getBuild().getOutputDirectory());
        for (Path file : removed) {
            if (file.startsWith(resources.directory())) {
                Files.deleteIfExists(classes.resolve(resources.directory().relativize(file)));
            }
        }
    }

    private void addResource(String directory) {
        Resource resource = new Resource();
        resource.setDirectory(directory);
        if (forTests) {
            project.addTestResource(resource);
        } else {
            project.addResource(resource);
        }
    }
}
