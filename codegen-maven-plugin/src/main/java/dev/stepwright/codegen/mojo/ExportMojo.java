package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Export;
import dev.stepwright.codegen.source.Export.Others;
import dev.stepwright.codegen.source.ExportException;
import dev.stepwright.codegen.source.JavaDefinitions;
import dev.stepwright.codegen.source.SourceFolder;
import dev.stepwright.codegen.source.Templates;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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

    /** Where the definitions are that machines in Java may start; what they are started with and what is read of them is checked. */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File sourceDirectory;

    /** Templates of CloudFormation or SAM: of those machines whose DefinitionUri names an exported file, substitutions and placeholders are held against one another. */
    @Parameter(property = "asl.templates")
    private List<File> templates = List.of();

    /** Which of them placeholders stand for: the name of a definition's file without its ending, in an element called like the placeholder. */
    @Parameter(property = "asl.machines")
    private Map<String, String> machines = Map.of();

    @Override
    String run(JavaDefinitions definitions, Findings findings) throws IOException, ExportException {
        SourceFolder sources = new SourceFolder(
                sourceDirectory.toPath(),
                new Templates(templates.stream().map(File::toPath).toList(), exportDirectory.toPath()),
                List.of(),
                filled(machines),
                Map.of());
        return new Export(
                                definitions,
                                new Others(resources(), sources),
                                folder(exportDirectory, "exported"),
                                format(exportYaml, exportManifest))
                        .run(findings)
                + " in " + exportDirectory;
    }
}
