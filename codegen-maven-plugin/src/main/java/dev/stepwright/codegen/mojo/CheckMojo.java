package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.DriftCheck;
import dev.stepwright.codegen.source.ExportException;
import dev.stepwright.codegen.source.JavaDefinitions;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails the build if a committed definition, or the ignore file beside it, differs from the state machine of the same name in the
 * project's Java code, and prints the differences. Layout and the order of members do not count.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class CheckMojo extends JavaMachinesMojo {
    /** The directory of the committed definitions, with {@code order.asl.json} for the machine {@code order}. Other files are ignored. */
    @Parameter(property = "asl.committedDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File committedDirectory;

    @Override
    String run(JavaDefinitions definitions, Findings findings)
            throws IOException, ExportException, MojoFailureException {
        DriftCheck.Result result = new DriftCheck(definitions, committedDirectory.toPath(), format(false, false)).run();
        result.drifts().forEach(drift -> getLog().error(drift));
        if (!result.drifts().isEmpty()) {
            throw new MojoFailureException(
                    "%s. The first: %s%nTo write what the Java code makes, run mvn process-classes asl:export -Dasl.exportManifest=false -Dasl.exportDirectory=%s"
                            .formatted(result.summary(), result.drifts().get(0), committedDirectory));
        }
        return result.summary();
    }
}
