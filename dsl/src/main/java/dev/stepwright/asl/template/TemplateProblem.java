package dev.stepwright.asl.template;

import dev.stepwright.json.Position;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/**
 * Something that is wrong with a state machine in a template.
 *
 * @param pointer the value of the definition that it is about; the whole of it where it is about none
 * @param position where that stands in the template, or in the definition's own file: see {@link TemplateRule#isOfTemplate()}
 * @param message what was found, what is allowed and how to mend it, on one line
 * @param missing the definition's file, where that is what is missing
 */
public record TemplateProblem(
        TemplateRule rule, JsonPointer pointer, Position position, String message, Optional<Path> missing) {
    static TemplateProblem of(TemplateRule rule, Position position, String message) {
        return of(rule, JsonPointer.empty(), position, message);
    }

    static TemplateProblem of(TemplateRule rule, JsonPointer pointer, Position position, String message) {
        return new TemplateProblem(rule, pointer, position, message, Optional.empty());
    }
}
