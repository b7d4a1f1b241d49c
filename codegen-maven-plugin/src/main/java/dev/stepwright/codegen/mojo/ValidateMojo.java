package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.SourceTree;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks all definitions ({@code *.asl.json}) and JSON Schemas ({@code *.schema.json}) in the source directory and prints each
 * finding with file, line and column. The goal {@code generate} does the same first; use this one in projects that generate nothing.
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class ValidateMojo extends SourcesMojo {
    /** The directory of the definitions and schemas, subdirectories included. It may be missing. */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File sourceDirectory;

    @Override
    String run(Findings findings) throws IOException, MojoFailureException {
        return SourceTree.read(sources(sourceDirectory), findings) + " valid in " + sourceDirectory;
    }
}
