package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Import;
import dev.stepwright.codegen.source.ImportException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a Java class for each definition into the project's sources, once; its machine has the same definition. The
 * classes are to be kept and changed by hand, so the goal belongs to no phase.
 */
@Mojo(name = "import", threadSafe = true)
public final class ImportMojo extends AslMojo {
    /** The files of the definitions, or templates, each with all its machines or one: {@code template.yaml#Order}. */
    @Parameter(property = "asl.importFiles", required = true)
    private List<File> importFiles;

    /** The package of the classes. */
    @Parameter(property = "asl.packageName", defaultValue = "${project.groupId}")
    private String packageName;

    @Parameter(defaultValue = "${project.groupId}", readonly = true)
    private String groupId;

    /** The source directory that the classes are written to. */
    @Parameter(property = "asl.importDirectory", defaultValue = "${project.basedir}/src/main/java")
    private File importDirectory;

    /** Whether to overwrite existing classes. */
    @Parameter(property = "asl.overwrite", defaultValue = "false")
    private boolean overwrite;

    @Override
    String run(Findings findings) throws IOException, MojoFailureException {
        List<Path> files = importFiles.stream().map(File::toPath).toList();
        try {
            String named = JavaPackage.checked(packageName, groupId);
            return new Import(named, importDirectory.toPath(), overwrite).run(files, findings);
        } catch (ImportException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }
}
