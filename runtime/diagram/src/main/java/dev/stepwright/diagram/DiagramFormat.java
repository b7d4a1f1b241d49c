package dev.stepwright.diagram;

import dev.stepwright.asl.StateMachineDefinition;
import java.util.Arrays;
import java.util.Optional;

/** In which form a definition is drawn. */
public enum DiagramFormat {
    /** A picture that needs nothing else to be shown, see {@link Diagram}. */
    SVG("svg"),
    /** A <a href="https://mermaid.js.org">Mermaid</a> flowchart, which GitHub, GitLab and most editors show as a picture. */
    MERMAID("mmd");

    private final String extension;

    DiagramFormat(String extension) {
        this.extension = extension;
    }

    /** Returns how names of files end that hold it, without a dot. */
    public String extension() {
        return extension;
    }

    /** Returns the format whose name this is, in small or capital letters; empty if there is none. */
    public static Optional<DiagramFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Returns the format of a file by how its name ends; empty if that says nothing. */
    public static Optional<DiagramFormat> ofFile(String name) {
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.extension))
                .findFirst();
    }

    /**
     * Returns the drawing of a definition.
     *
     * @param title what it is called; a flowchart has none
     */
    public String draw(StateMachineDefinition definition, String title) {
        return this == SVG ? Diagram.of(definition).titled(title).toSvg() : definition.toMermaid();
    }
}
