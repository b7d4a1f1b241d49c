package dev.stepwright.types;

import dev.stepwright.asl.AslDocument;

/**
 * A definition that other machines of its project may start.
 *
 * @param name of the state machine, as it stands in its ARN
 * @param file what messages call the text, for example its path
 * @param known what is known of the machine's data beside the definition
 */
public record ProjectMachine(String name, String file, AslDocument document, KnownShapes known) {}
