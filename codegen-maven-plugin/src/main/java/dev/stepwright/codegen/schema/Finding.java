package dev.stepwright.codegen.schema;

import dev.stepwright.json.Position;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Something that is wrong with a source file, or doubtful.
 *
 * @param file the absolute path
 * @param rule the id under which the rule is documented, for example {@code ASL-SCH-003}
 * @param message what was found, what is allowed and how to fix it, without the place
 */
public record Finding(Path file, Position position, Level level, String rule, String message) {
    /** How bad a finding is: an error stops the build. */
    public enum Level {
        ERROR,
        WARNING,
        HINT
    }

    /** Returns {@code file:[line,column] error ASL-SCH-003 message}, the form in which Maven's compiler plugin prints places. */
    public String text() {
        return file + ":[" + position.line() + "," + position.column() + "] "
                + level.name().toLowerCase(Locale.ROOT) + " " + rule + " " + message;
    }
}
