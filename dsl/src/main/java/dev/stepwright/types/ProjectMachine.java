package dev.stepwright.types;

import dev.stepwright.asl.AslDocument;
import java.util.Map;

/**
 * A definition that other machines of its project may start.
 *
 * @param name of the state machine, as it stands in its ARN
 * @param file what messages call the text, for example its path
 * @param known what is known of the machine's data beside the definition
 * @param named which machines placeholders of this definition stand for, as {@link Project} has it for all; this goes before that
 */
public record ProjectMachine(
        String name, String file, AslDocument document, KnownShapes known, Map<String, String> named) {
    public ProjectMachine {
        named = Map.copyOf(named);
    }

    /** Makes a definition whose placeholders are those of the project. */
    public ProjectMachine(String name, String file, AslDocument document, KnownShapes known) {
        this(name, file, document, known, Map.of());
    }
}
