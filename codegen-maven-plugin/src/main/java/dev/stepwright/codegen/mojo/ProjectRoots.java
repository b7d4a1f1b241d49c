package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.generate.GeneratedFile.Root;
import dev.stepwright.codegen.source.OutputFolder;
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
