package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Scaffold;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes schemas inferred from the definitions beside them, once, for you to edit: {@code mvn asl:scaffold}. Existing schemas
 * stay as they are.
 */
@Mojo(name = "scaffold", threadSafe = true)
public final class ScaffoldMojo extends SourcesMojo {
    /** The directory of the definitions, which the schemas are written to. */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File sourceDirectory;

    @Override
    String run(Findings findings) throws IOException, MojoFailureException {
        List<Path> written = new Scaffold(sources(sourceDirectory)).run(findings);
        written.forEach(file -> getLog().info("written: " + file));
        return Scaffold.summary(written);
    }
}
