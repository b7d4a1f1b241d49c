package dev.stepwright.types.report;

import dev.stepwright.asl.Severity;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/**
 * Something that is wrong with the flow of data.
 *
 * @param rule the id of the rule, for example {@code ASL-FLW-001}; docs/data-flow.md explains each
 * @param severity how bad it is
 * @param pointer the value of the definition that it is about
 * @param character where in that text it begins, 0 if it is about the value as a whole
 * @param message what was found, what there is instead and how to mend it, on one line
 * @param meant what is probably meant instead of what is written
 */
public record Finding(
        String rule, Severity severity, JsonPointer pointer, int character, String message, Optional<Meant> meant) {}
