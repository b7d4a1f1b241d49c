package dev.stepwright.codegen.schema;

import dev.stepwright.asl.Severity;
import dev.stepwright.json.Position;
import dev.stepwright.validation.Diagnostic;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.JsonPointer;

/**
 * Something that is wrong with a source file, or doubtful.
 *
 * @param file the absolute path
 * @param rule the id under which the rule is documented, for example {@code ASL-SCH-003}
 * @param message what was found, what is allowed and how to fix it, without the place
 */
public record Finding(Path file, Position position, Severity severity, String rule, String message) {
    /** Returns the finding without its file, as others about definitions are. Of a schema AWS knows nothing. */
    public Diagnostic diagnostic() {
        return new Diagnostic(rule, severity, JsonPointer.empty(), position, message, false);
    }

    /** Returns {@code file:[line,column] error ASL-SCH-003 message}, the form in which Maven's compiler plugin prints places. */
    public String text() {
        return file + ":[" + position.line() + "," + position.column() + "] "
                + severity.name().toLowerCase(Locale.ROOT) + " " + rule + " " + message;
    }
}
