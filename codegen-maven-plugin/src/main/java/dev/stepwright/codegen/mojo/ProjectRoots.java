package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.generate.GeneratedFile.Root;
import dev.stepwright.codegen.source.OutputFolder;
import java.util.Map;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** Tells Maven which of a project's directories hold what was generated. */
final class ProjectRoots {
    private ProjectRoots() {}

    static void add(MavenProject project, Map<Root, OutputFolder> folders) {
        folders.forEach((root, folder) -> {
            String directory = folder.directory().toString();
            switch (root) {
                case SOURCES -> project.addCompileSourceRoot(directory);
                case TEST_SOURCES -> project.addTestCompileSourceRoot(directory);
                case RESOURCES -> {
                    Resource resource = new Resource();
                    resource.setDirectory(directory);
                    project.addResource(resource);
                }
            }
        });
    }
}
