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
 * Writes the state machines that {@code @AslDefinition} marks in the project's Java code as {@code *.asl.json}
 * files among its classes, and validates them. Only classes that use the annotation are loaded.
 */
@Mojo(
        name = "export",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class ExportMojo extends JavaMachinesMojo {
    /** The directory that the definitions are written to, one file each. */
    @Parameter(property = "asl.exportDirectory", defaultValue = "${project.build.outputDirectory}/asl")
    private File exportDirectory;

    /** Whether to write each definition as YAML too, {@code order.asl.yaml} beside {@code order.asl.json}. */
    @Parameter(property = "asl.exportYaml", defaultValue = "false")
    private boolean exportYaml;

    /** Whether to write {@code state-machines.json}, with the name, file, type, hash, resources and placeholders of each machine. */
    @Parameter(property = "asl.exportManifest", defaultValue = "true")
    private boolean exportManifest;

    /** The directory of the definitions that machines in Java may start. The input that they are given and the output that is read are checked. */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File sourceDirectory;

    /** Templates of CloudFormation or SAM. Where a DefinitionUri names an exported file, its substitutions are compared with the placeholders of the file. */
    @Parameter(property = "asl.templates")
    private List<File> templates = List.of();

    /** The machine that each placeholder stands for: an element with the name of the placeholder and the name of a definition's file without its ending, for example {@code <ShippingArn>shipping</ShippingArn>}. */
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
