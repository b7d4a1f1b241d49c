package dev.stepwright.diagram;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.picture.SvgPicture;

/**
 * A picture of a state machine as SVG: one document without scripts, fonts or anything from elsewhere, for light and dark
 * surroundings. The same definition gives the same bytes.
 */
public final class Diagram {
    private final StateMachineDefinition definition;
    private final String title;

    private Diagram(StateMachineDefinition definition, String title) {
        this.definition = definition;
        this.title = title;
    }

    public static Diagram of(StateMachineDefinition definition) {
        return new Diagram(definition, "State machine");
    }

    /** Returns the picture with another title. */
    public Diagram titled(String name) {
        return new Diagram(definition, name);
    }

    public String toSvg() {
        return SvgPicture.of(definition, title);
    }
}
