package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Export;
import dev.stepwright.codegen.source.ExportException;
import dev.stepwright.codegen.source.JavaDefinitions;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes the state machines that the project's Java code makes, and marks with {@code @AslDefinition}, as {@code *.asl.json}
 * files among its classes, and validates them. Only classes that use the annotation are loaded.
 */
@Mojo(
        name = "export",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class ExportMojo extends JavaMachinesMojo {
    /** Where the definitions go, one file each. */
    @Parameter(property = "asl.exportDirectory", defaultValue = "${project.build.outputDirectory}/asl")
    private File exportDirectory;

    /** Whether each definition is written as YAML too, {@code order.asl.yaml} beside {@code order.asl.json}. */
    @Parameter(property = "asl.exportYaml", defaultValue = "false")
    private boolean exportYaml;

    /** Whether there is a file {@code state-machines.json} with the name, file, type, hash, resources and placeholders of each. */
    @Parameter(property = "asl.exportManifest", defaultValue = "true")
    private boolean exportManifest;

    @Override
    String run(JavaDefinitions definitions, Findings findings) throws IOException, ExportException {
        return new Export(
                                definitions,
                                resources(),
                                folder(exportDirectory, "exported"),
                                format(exportYaml, exportManifest))
                        .run(findings)
                + " in " + exportDirectory;
    }
}
