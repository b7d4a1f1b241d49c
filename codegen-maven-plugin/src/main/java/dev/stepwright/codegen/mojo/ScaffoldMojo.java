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
 * Writes the schemas that the definitions tell of their data beside them, once, to be edited: {@code mvn asl:scaffold}. A schema
 * that is there already stays as it is.
 */
@Mojo(name = "scaffold", threadSafe = true)
public final class ScaffoldMojo extends SourcesMojo {
    /** Where the definitions are; the schemas are written there. */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File sourceDirectory;

    @Override
    String run(Findings findings) throws IOException, MojoFailureException {
        List<Path> written = new Scaffold(sources(sourceDirectory)).run(findings);
        written.forEach(file -> getLog().info("written: " + file));
        return written.size() + " schema(s) written to be edited";
    }
}
