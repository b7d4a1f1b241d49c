package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Diagrams;
import dev.stepwright.codegen.source.SourceFolder;
import dev.stepwright.diagram.DiagramFormat;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Draws each definition: {@code order.svg}, or as a Mermaid flowchart {@code order.mmd}, for {@code order.asl.json}. */
@Mojo(name = "diagram", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class DiagramMojo extends SourcesMojo {
    /** The directory of the definitions, subdirectories included. */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File sourceDirectory;

    /** The directory that the drawings are written to. */
    @Parameter(property = "asl.diagramDirectory", defaultValue = "${project.build.directory}/asl-diagrams")
    private File diagramDirectory;

    /** The format: svg, a self-contained picture, or mermaid, text that many tools show as a picture. */
    @Parameter(property = "asl.diagramFormat", defaultValue = "svg")
    private String diagramFormat;

    @Override
    String run(Findings findings) throws IOException, MojoFailureException {
        DiagramFormat format = DiagramFormat.named(diagramFormat)
                .orElseThrow(() -> new MojoFailureException(
                        "diagramFormat is \"" + diagramFormat + "\"; it must be svg or mermaid"));
        SourceFolder sources = sources(sourceDirectory);
        return new Diagrams(sources, folder(diagramDirectory, "diagrams"), format).run(findings)
                + " in " + diagramDirectory
                + sources.absence(
                        "to draw machines in Java, set asl.sourceDirectory to the directory that they are exported to");
    }
}
