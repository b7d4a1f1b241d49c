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
 * Writes definitions as Java classes into the project's sources, once: for each a class whose machine has the same definition. The
 * classes are to be kept and changed by hand, so the goal belongs to no phase.
 */
@Mojo(name = "import", threadSafe = true)
public final class ImportMojo extends AslMojo {
    /** The definitions. */
    @Parameter(property = "asl.importFiles", required = true)
    private List<File> importFiles;

    /** The package of the classes. */
    @Parameter(property = "asl.packageName", defaultValue = "${project.groupId}")
    private String packageName;

    @Parameter(defaultValue = "${project.groupId}", readonly = true)
    private String groupId;

    /** The source folder that the classes go to. */
    @Parameter(property = "asl.importDirectory", defaultValue = "${project.basedir}/src/main/java")
    private File importDirectory;

    /** Whether a class that is there already is written anew. */
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
