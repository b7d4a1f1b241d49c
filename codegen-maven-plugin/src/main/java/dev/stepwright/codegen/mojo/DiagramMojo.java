package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Diagrams;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Draws each definition as a Mermaid flowchart, in a file {@code order.mmd} for {@code order.asl.json}. */
@Mojo(name = "diagram", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class DiagramMojo extends SourcesMojo {
    /** Where the definitions are; folders within are read too. */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File sourceDirectory;

    /** Where the drawings go. */
    @Parameter(property = "asl.diagramDirectory", defaultValue = "${project.build.directory}/asl-diagrams")
    private File diagramDirectory;

    @Override
    String run(Findings findings) throws IOException, MojoFailureException {
        return new Diagrams(sources(sourceDirectory), folder(diagramDirectory, "diagrams")).run(findings) + " in "
                + diagramDirectory;
    }
}
