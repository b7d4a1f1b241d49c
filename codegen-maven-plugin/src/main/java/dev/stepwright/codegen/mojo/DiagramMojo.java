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
    /** Where the definitions are; folders within are read too. */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File sourceDirectory;

    /** Where the drawings go. */
    @Parameter(property = "asl.diagramDirectory", defaultValue = "${project.build.directory}/asl-diagrams")
    private File diagramDirectory;

    /** In which form: svg, a picture that needs nothing else, or mermaid, text that many tools show as a picture. */
    @Parameter(property = "asl.diagramFormat", defaultValue = "svg")
    private String diagramFormat;

    @Override
    String run(Findings findings) throws IOException, MojoFailureException {
        DiagramFormat format = DiagramFormat.named(diagramFormat)
                .orElseThrow(() -> new MojoFailureException(
                        "diagramFormat is \"" + diagramFormat + "\", but only svg and mermaid are drawn"));
        SourceFolder sources = sources(sourceDirectory);
        return new Diagrams(sources, folder(diagramDirectory, "diagrams"), format).run(findings)
                + " in " + diagramDirectory
                + sources.absence("machines in Java are drawn from where they are exported to");
    }
}
